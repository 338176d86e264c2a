import type { Yuan } from '../../runtime/answer.ts';
import { showMoney } from '../strings/money.ts';
import { classes } from './classes.ts';
import styles from './Money.module.css';

/** An amount: separators, two decimals, a real minus; ".00" is paler, a non-zero fen never is. Right-align its cell and the points align. */
export function Money({ yuan, plus = false, strong = false }: { readonly yuan: Yuan; readonly plus?: boolean; readonly strong?: boolean }) {
  const { sign, whole, fraction, even } = showMoney(yuan, plus);
  return (
    <span className={classes(styles.money, strong && styles.strong)}>
      {sign}
      {whole}
      <span className={even ? styles.even : undefined}>{fraction}</span>
    </span>
  );
}
