import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import { fromAxis, moneyText, onAxis, shortMoneyText } from '../strings/money.ts';
import styles from './PairCurve.module.css';
import type { PairKink, PairRow } from './pair-layout.ts';
import { placePair } from './pair-layout.ts';

interface PairCurveProps {
  readonly rows: readonly PairRow[];
  readonly kinks: readonly PairKink[];
  /** Ends of the axes, in yuan; several drawings side by side share them. */
  readonly ends: { readonly x: number; readonly y: number };
  readonly label: string;
  /** What the columns of the table twin are called. */
  readonly words: { readonly bill: string; readonly before: string; readonly after: string };
  /** "账单 4,200.00: 0.00, 后 2,000.00" */
  readonly rowText: (row: PairRow) => string;
  /** Somebody gets less: what lies between is drawn in the colour of a loss; the words say it too. */
  readonly loses?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

const SIZE = { width: 300, height: 208 };

/** Before dashed, after solid, and what lies between. ← and → step from turning point to turning point; a table says the same. */
export function PairCurve({ rows, kinks, ends, label, words, rowText, loses = false, size = SIZE }: PairCurveProps) {
  const clip = useId();
  const [at, setAt] = useState<number | undefined>(undefined);
  const frame = { ...size, left: 54, right: 14, top: 24, bottom: 26 };
  const placed = placePair(rows, kinks, frame, ends);
  const stops = rows.filter((row) => onAxis(row.at) <= placed.x.max);
  const row = at === undefined ? undefined : stops[at];
  const key = (event: KeyboardEvent): void => {
    const last = stops.length - 1;
    const next =
      event.key === 'ArrowRight'
        ? Math.min(last, (at ?? -1) + 1)
        : event.key === 'ArrowLeft'
          ? Math.max(0, (at ?? 1) - 1)
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? last
              : undefined;
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  const floor = placed.placeY(0);
  return (
    <>
      <div
        className={styles.box}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, stops.length - 1)}
        aria-valuenow={at ?? 0}
        aria-valuetext={row ? rowText(row) : undefined}
        onKeyDown={key}
        onBlur={() => setAt(undefined)}
      >
        <svg viewBox={`0 0 ${size.width} ${size.height}`} className={styles.pair} aria-hidden="true">
          <clipPath id={clip}>
            <rect x={frame.left} y={0} width={size.width - frame.left - frame.right} height={size.height} />
          </clipPath>
          {placed.y.ticks.map((tick) => (
            <g key={`y${tick}`}>
              <line
                className={styles.grid}
                x1={frame.left}
                x2={size.width - frame.right}
                y1={placed.placeY(tick)}
                y2={placed.placeY(tick)}
              />
              <text className={styles.axis} x={frame.left - 8} y={placed.placeY(tick) + 4} textAnchor="end">
                {shortMoneyText(fromAxis(tick))}
              </text>
            </g>
          ))}
          {placed.x.ticks.map((tick) => (
            <text
              key={`x${tick}`}
              className={styles.axis}
              x={placed.placeX(tick)}
              y={floor + 18}
              textAnchor={tick === placed.x.max ? 'end' : 'middle'}
            >
              {shortMoneyText(fromAxis(tick))}
            </text>
          ))}
          <g clipPath={`url(#${clip})`}>
            {placed.between === '' ? null : <polygon className={loses ? styles.lost : styles.between} points={placed.between} />}
            <polyline className={styles.before} points={placed.before} />
            <polyline className={styles.after} points={placed.after} />
          </g>
          {placed.kinks.map((kink) => (
            <g key={`${kink.side} ${kink.at} ${kink.text}`}>
              <circle
                className={kink.side === 'after' ? styles.dotAfter : styles.dotBefore}
                cx={kink.x}
                cy={kink.y}
                r={kink.side === 'after' ? 4 : 3}
              />
              <text className={kink.side === 'after' ? styles.textAfter : styles.textBefore} x={kink.label.x} y={kink.label.y}>
                {kink.text}
              </text>
            </g>
          ))}
          {row ? (
            <line
              className={styles.here}
              x1={placed.placeX(onAxis(row.at))}
              x2={placed.placeX(onAxis(row.at))}
              y1={frame.top - 8}
              y2={floor}
            />
          ) : null}
        </svg>
        {row ? <div className={styles.said}>{rowText(row)}</div> : null}
      </div>
      <table className="unseen">
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{words.bill}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.at}>
              <td>{moneyText(one.at)}</td>
              <td>{one.before === undefined ? '—' : moneyText(one.before)}</td>
              <td>{one.after === undefined ? '—' : moneyText(one.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
