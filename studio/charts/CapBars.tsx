import type { Yuan } from '../../runtime/answer.ts';
import { shareOf } from '../strings/money.ts';
import { classes } from '../ui/classes.ts';
import { Money } from '../ui/Money.tsx';
import styles from './CapBars.module.css';

/** What one visit took of a cap. */
export interface CapBar {
  readonly key: string;
  readonly name: string;
  /** What was used up before it, and what it was paid. */
  readonly before: Yuan;
  readonly paid: Yuan;
  /** What the cap cut off. */
  readonly cut?: Yuan | undefined;
  /** The one looked at. */
  readonly now: boolean;
}

interface CapBarsProps {
  readonly label: string;
  readonly bars: readonly CapBar[];
  readonly cap: Yuan;
  /** The right end of the axis: cap and whatever was cut off. */
  readonly end: Yuan;
  readonly capText: string;
  readonly cutText: string;
}

/** Visits one after the other against the line of the cap; what lies beyond it is hatched. A table, so that it reads as sentences. */
export function CapBars({ label, bars, cap, end, capText, cutText }: CapBarsProps) {
  const line = `${shareOf(cap, end) * 100}%`;
  return (
    <table className={styles.bars} aria-label={label}>
      <tbody>
        {bars.map((bar) => {
          const from = shareOf(bar.before, end) * 100;
          const width = shareOf(bar.paid, end) * 100;
          const cut = bar.cut === undefined ? 0 : shareOf(bar.cut, end) * 100;
          return (
            <tr key={bar.key} className={classes(bar.now && styles.now)}>
              <th scope="row">{bar.name}</th>
              <td className={styles.track}>
                <span className={styles.drawn} aria-hidden="true">
                  <i className={bar.now ? styles.here : styles.before} style={{ left: `${from}%`, width: `${width}%` }} />
                  {cut > 0 ? <i className={styles.cut} style={{ left: `${from + width}%`, width: `${cut}%` }} /> : null}
                  <i className={styles.line} style={{ left: line }} />
                </span>
              </td>
              <td className={styles.paid}>
                <Money yuan={bar.paid} />
                {bar.cut === undefined ? null : <span className="unseen">{cutText}</span>}
              </td>
            </tr>
          );
        })}
        <tr className={styles.foot}>
          <td />
          <td className={styles.track}>
            <span className={styles.capText} style={{ left: line }}>
              {capText}
            </span>
          </td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}
