import type { Yuan } from '../../runtime/answer.ts';
import { isZero, moneyText, shareOf } from '../strings/money.ts';
import styles from './PayerBar.module.css';
import type { PayerTone } from './payers.ts';
import fills from './Waterfall.module.css';

/** One payer's part of a whole. */
export interface PayerShare {
  readonly name: string;
  readonly amount: Yuan;
  readonly tone: PayerTone;
}

/** A whole divided among payers, as one thin bar beside the figures that say the same in words. */
export function PayerBar({ shares, whole }: { readonly shares: readonly PayerShare[]; readonly whole: Yuan }) {
  return (
    <span aria-hidden="true" className={styles.bar}>
      {shares
        .filter((share) => !isZero(share.amount))
        .map((share) => (
          <span
            key={share.name}
            className={fills[share.tone]}
            style={{ width: `${shareOf(share.amount, whole) * 100}%` }}
            title={`${share.name} ${moneyText(share.amount)}`}
          />
        ))}
    </span>
  );
}

/** The colour of a payer beside its name. */
export function PayerDot({ tone }: { readonly tone: PayerTone | 'ghost' }) {
  return <i aria-hidden="true" className={`${styles.dot ?? ''} ${fills[tone] ?? ''}`} />;
}
