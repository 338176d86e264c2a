import type { KeyboardEvent } from 'react';
import { Fragment, useRef } from 'react';
import { classes } from '../ui/classes.ts';
import { Money } from '../ui/Money.tsx';
import styles from './Waterfall.module.css';
import type { Stretch, WaterfallRow } from './waterfall-layout.ts';

/** What the view adds to a row: the formula beside it and the number of its step. */
export interface WaterfallNote {
  readonly formula?: string;
  readonly mark?: string;
}

interface WaterfallProps {
  readonly rows: readonly WaterfallRow[];
  readonly label: string;
  readonly heads: { readonly item: string; readonly formula: string; readonly amount: string; readonly step: string };
  readonly noteOf: (row: WaterfallRow) => WaterfallNote;
  /** Address of the step that is looked at. */
  readonly selected: string | undefined;
  readonly onSelect: (address: string) => void;
  /** The row under the hand; undefined when it leaves. */
  readonly onHover?: (address: string | undefined) => void;
}

/** Who pays what, as a table whose rows read as sentences and carry a bar; ↑ ↓ move, and each row leads to its step. */
export function Waterfall({ rows, label, heads, noteOf, selected, onSelect, onHover }: WaterfallProps) {
  const table = useRef<HTMLTableElement>(null);
  const linked = rows.filter((row) => row.address !== undefined);
  const tabStop = linked.find((row) => row.address === selected) ?? linked[0];
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = linked.findIndex((row) => row.address === selected);
    const next = linked[Math.min(linked.length - 1, Math.max(0, at + by))];
    if (next?.address === undefined) return;
    onSelect(next.address);
    table.current?.querySelectorAll('button')[linked.indexOf(next)]?.focus();
  };
  return (
    <table ref={table} className={styles.waterfall} aria-label={label} onKeyDown={move}>
      <colgroup>
        <col className={styles.nameColumn} />
        <col className={styles.formulaColumn} />
        <col />
        <col className={styles.amountColumn} />
        <col className={styles.markColumn} />
      </colgroup>
      <thead>
        <tr>
          <Head text={heads.item} />
          <Head text={heads.formula} />
          <td />
          <Head text={heads.amount} />
          <Head text={heads.step} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const note = noteOf(row);
          const { address } = row;
          const hit = address !== undefined && address === selected;
          const heading = row.layer !== undefined && row.layer !== rows[index - 1]?.layer ? row.layer : undefined;
          return (
            <Fragment key={`${row.kind} ${row.layer ?? ''} ${row.address ?? row.label}`}>
              {heading === undefined ? null : (
                <tr className={styles.layer}>
                  <th scope="rowgroup" colSpan={5}>
                    {heading}
                  </th>
                </tr>
              )}
              <tr
                className={classes(styles.row, row.inner && styles.inner, hit && styles.hit, address !== undefined && styles.linked)}
                onClick={address === undefined ? undefined : () => onSelect(address)}
                onPointerEnter={onHover && (() => onHover(address))}
                onPointerLeave={onHover && (() => onHover(undefined))}
              >
                <th scope="row" className={styles.name}>
                  {address === undefined ? (
                    row.label
                  ) : (
                    <button type="button" aria-pressed={hit} tabIndex={row === tabStop ? 0 : -1} className={styles.pick}>
                      {row.label}
                    </button>
                  )}
                </th>
                <td className={styles.formula} title={note.formula}>
                  {note.formula}
                </td>
                <td className={styles.track} aria-hidden="true">
                  {row.joint === undefined ? null : <u style={{ left: percent(row.joint) }} />}
                  {row.stretches.map((stretch) => (
                    <Bar key={`${stretch.tone}${stretch.from}`} stretch={stretch} />
                  ))}
                </td>
                <td className={styles.amount}>
                  <Money yuan={row.shown} strong={!row.inner} />
                </td>
                <td className={styles.mark}>{note.mark}</td>
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** Column heads are read out; the rows say enough for the eye. */
function Head({ text }: { readonly text: string }) {
  return (
    <th scope="col">
      <span className="unseen">{text}</span>
    </th>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** A zero amount still shows where it stands: a hair line. */
function Bar({ stretch }: { readonly stretch: Stretch }) {
  const width = stretch.to - stretch.from;
  if (width <= 0) return <i className={styles.none} style={{ left: `calc(${percent(stretch.from)} - 1px)` }} />;
  return <i className={styles[stretch.tone]} style={{ left: percent(stretch.from), width: percent(width) }} />;
}
