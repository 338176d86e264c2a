import type { ReactNode } from 'react';
import { memo } from 'react';
import { classes } from '../classes.ts';
import { Icon } from '../Icon.tsx';
import type { IconName } from '../icons.ts';
import { CellInput } from './CellInput.tsx';
import styles from './Grid.module.css';
import type { CellKind, CellMark, GridCell } from './grid-props.ts';
import { highlighted } from './highlighted.ts';

const GLYPH: Readonly<Record<CellMark, IconName>> = {
  holds: 'holds',
  differs: 'differs',
  open: 'open',
  changed: 'write',
  unreached: 'unreached',
  unnoticed: 'unnoticed',
};

export interface CellProps {
  readonly cell: GridCell;
  readonly line: number;
  readonly col: number;
  readonly kind: CellKind;
  readonly name: string;
  readonly left: number;
  readonly width: number;
  readonly fixed: boolean;
  readonly active: boolean;
  readonly chosen: boolean;
  /** The text that is sought, and whether this is the place gone to. */
  readonly sought: string;
  readonly hit: boolean;
  readonly content: ReactNode | undefined;
  readonly readOnly: boolean;
}

/** One cell. The active one holds an input that takes the keys, invisible until something is typed. */
export const Cell = memo(function Cell(props: CellProps) {
  const { cell, line, col, kind, name, left, width, fixed, active, chosen, sought, hit, content, readOnly } = props;
  return (
    <div
      role={fixed ? 'rowheader' : 'gridcell'}
      aria-colindex={col + 1}
      aria-label={name}
      aria-selected={active || chosen}
      aria-readonly={readOnly || !cell.editable || undefined}
      aria-invalid={cell.problem === undefined ? undefined : true}
      data-line={line}
      data-col={col}
      {...(cell.looked ? { 'data-looked-cell': '' } : {})}
      title={cell.problem ?? cell.hint}
      style={fixed ? { left, width } : { transform: `translateX(${left}px)`, width }}
      className={classes(
        styles.cell,
        styles[kind],
        fixed ? styles.stays : styles.moves,
        chosen && styles.chosen,
        active && styles.active,
        cell.looked && styles.looked,
        cell.dim && styles.dim,
        cell.problem !== undefined && styles.problem,
        cell.mark && styles[cell.mark],
        hit && styles.hit,
        !readOnly && cell.editable && styles.editable,
      )}
    >
      <span className={styles.shown}>
        {content ??
          (sought === ''
            ? cell.text
            : highlighted(cell.text, sought).map(({ start, text, marked }) => (marked ? <mark key={start}>{text}</mark> : text)))}
        {cell.note === undefined ? null : <small>{cell.note}</small>}
      </span>
      {cell.mark ? <Icon name={GLYPH[cell.mark]} size={14} /> : null}
      {active && !readOnly && cell.editable && cell.choices ? (
        <span className={styles.opens} data-opens="" aria-hidden="true">
          <Icon name="chevronDown" size={14} />
        </span>
      ) : null}
      {active ? <CellInput name={name} readOnly={readOnly || !cell.editable} {...(cell.choices ? { choices: cell.choices } : {})} /> : null}
    </div>
  );
});
