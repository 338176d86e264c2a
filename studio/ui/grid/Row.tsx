import type { ReactNode } from 'react';
import { memo } from 'react';
import { classes } from '../classes.ts';
import { Icon } from '../Icon.tsx';
import { Cell } from './Cell.tsx';
import { CellInput } from './CellInput.tsx';
import type { Draft } from './drafts.ts';
import { draftKey, withDraft } from './drafts.ts';
import styles from './Grid.module.css';
import type { GridCell, GridColumn, GroupRow } from './grid-props.ts';
import type { ColumnPlan } from './measure.ts';

export interface RowProps {
  readonly line: number;
  readonly row: number;
  readonly top: number;
  readonly height: number;
  readonly headRows: number;
  readonly columns: readonly GridColumn[];
  readonly plan: ColumnPlan;
  readonly fixedColumns: number;
  /** Columns drawn besides those that stay. */
  readonly drawn: readonly number[];
  readonly cell: (row: number, col: number) => GridCell;
  readonly rowKey: string;
  readonly rowLabel: string;
  readonly group: GroupRow | undefined;
  readonly drafts: ReadonlyMap<string, Draft> | undefined;
  /** −1: none of this row. */
  readonly activeCol: number;
  readonly chosenFrom: number;
  readonly chosenTo: number;
  readonly sought: string;
  readonly hitCol: number;
  readonly readOnly: boolean;
  readonly render: ((row: number, col: number) => ReactNode | undefined) | undefined;
  readonly nameOf: (rowLabel: string, column: GridColumn, cell: GridCell) => string;
}

/** One row. Drawn again only when something of it changed: scrolling draws the rows that come, not those that are there. */
export const Row = memo(function Row(props: RowProps) {
  const { line, row, top, height, headRows, columns, plan, fixedColumns, drawn, group, activeCol } = props;
  const place = { transform: `translateY(${top}px)`, height, width: plan.total };
  if (group) {
    const name = group.title;
    return (
      <div role="row" aria-rowindex={line + headRows + 1} className={classes(styles.row, styles.group)} style={place}>
        <div
          role="gridcell"
          aria-colindex={1}
          aria-colspan={columns.length}
          aria-label={name}
          aria-expanded={group.open}
          data-line={line}
          data-col={0}
          className={classes(styles.groupCell, activeCol >= 0 && styles.active)}
        >
          {group.open === undefined ? null : <Icon name={group.open ? 'chevronDown' : 'chevronRight'} size={14} />}
          <b>{group.title}</b>
          {group.note}
          {activeCol >= 0 ? <CellInput name={name} readOnly /> : null}
        </div>
      </div>
    );
  }
  const cells = columns.map((column, col) => ({
    column,
    cell: withDraft(props.cell(row, col), props.drafts?.get(draftKey(props.rowKey, column.key))),
  }));
  const one = (col: number) => {
    const there = cells[col];
    if (!there) return null;
    const { column, cell } = there;
    return (
      <Cell
        key={column.key}
        cell={cell}
        line={line}
        col={col}
        kind={cell.kind ?? column.kind ?? 'text'}
        name={props.nameOf(props.rowLabel, column, cell)}
        left={plan.starts[col] ?? 0}
        width={plan.widths[col] ?? 0}
        fixed={col < fixedColumns}
        active={col === activeCol}
        chosen={col >= props.chosenFrom && col <= props.chosenTo}
        sought={props.sought}
        hit={col === props.hitCol}
        content={props.render?.(row, col)}
        readOnly={props.readOnly}
      />
    );
  };
  const looked = cells.some(({ cell }) => cell.looked);
  return (
    <div role="row" aria-rowindex={line + headRows + 1} className={classes(styles.row, looked && styles.lookedRow)} style={place}>
      {columns.slice(0, fixedColumns).map((_, col) => one(col))}
      {drawn.map(one)}
    </div>
  );
});
