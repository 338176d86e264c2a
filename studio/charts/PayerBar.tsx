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

/** A whole divided among payers, as one bar; names and amounts are read out, and shown on hover. */
export function PayerBar({
  shares,
  whole,
  label,
  tall = false,
}: {
  readonly shares: readonly PayerShare[];
  readonly whole: Yuan;
  readonly label: string;
  readonly tall?: boolean;
}) {
  const some = shares.filter((share) => !isZero(share.amount));
  return (
    <div
      role="img"
      aria-label={`${label}: ${some.map((share) => `${share.name} ${moneyText(share.amount)}`).join(', ')}`}
      className={tall ? styles.tall : styles.bar}
    >
      {some.map((share) => (
        <span
          key={share.name}
          className={fills[share.tone]}
          style={{ width: `${shareOf(share.amount, whole) * 100}%` }}
          title={`${share.name} ${moneyText(share.amount)}`}
        />
      ))}
    </div>
  );
}

/** The colour of a payer beside its name. */
export function PayerDot({ tone }: { readonly tone: PayerTone | 'ghost' }) {
  return <i aria-hidden="true" className={`${styles.dot ?? ''} ${fills[tone] ?? ''}`} />;
}
