import { useState } from 'react';
import { useWords } from '../../strings/use-words.ts';
import { classes } from '../classes.ts';
import { Menu } from '../Floating.tsx';
import { Icon } from '../Icon.tsx';
import type { Wanted } from './finding.ts';
import { valuesOf } from './finding.ts';
import styles from './Grid.module.css';
import type { GridCell, GridColumn, HeaderGroup } from './grid-props.ts';
import type { ColumnPlan } from './measure.ts';
import { gridWords } from './strings.ts';

interface HeaderProps {
  readonly columns: readonly GridColumn[];
  readonly groups: readonly HeaderGroup[] | undefined;
  readonly plan: ColumnPlan;
  readonly fixedColumns: number;
  readonly drawn: readonly number[];
  readonly rowCount: number;
  readonly cell: (row: number, col: number) => GridCell;
  readonly wanted: Wanted;
  readonly onWanted: (wanted: Wanted) => void;
}

/** More values than these are no choice; the find bar is. */
const VALUES = 60;

/** The head: it stays while rows scroll, and its first columns stay while columns do. */
export function Header({ columns, groups, plan, fixedColumns, drawn, rowCount, cell, wanted, onWanted }: HeaderProps) {
  const one = (col: number) => {
    const column = columns[col];
    if (!column) return null;
    const fixed = col < fixedColumns;
    const left = plan.starts[col] ?? 0;
    const width = plan.widths[col] ?? 0;
    return (
      <div
        key={column.key}
        role="columnheader"
        aria-colindex={col + 1}
        aria-label={column.label ?? column.title}
        title={column.label ?? column.title}
        style={fixed ? { left, width } : { transform: `translateX(${left}px)`, width }}
        className={classes(
          styles.headCell,
          column.kind === 'number' && styles.number,
          column.head !== undefined && styles.headField,
          fixed ? styles.stays : styles.moves,
        )}
      >
        {column.head ?? <span className={styles.shown}>{column.title}</span>}
        {column.filter ? <Filter column={column} col={col} rowCount={rowCount} cell={cell} wanted={wanted} onWanted={onWanted} /> : null}
      </div>
    );
  };
  return (
    <div role="rowgroup" className={styles.head} style={{ width: plan.total }}>
      {groups ? (
        <div role="row" aria-rowindex={1} className={styles.headRow}>
          {groups.map(({ title, from, to }) => {
            const left = plan.starts[from] ?? 0;
            return (
              <div
                key={`${from}${title}`}
                role="columnheader"
                aria-colindex={from + 1}
                aria-colspan={to - from + 1}
                className={classes(styles.headCell, styles.headGroup, styles.moves)}
                style={{ transform: `translateX(${left}px)`, width: (plan.starts[to] ?? 0) + (plan.widths[to] ?? 0) - left }}
              >
                <span className={styles.shown}>{title}</span>
              </div>
            );
          })}
        </div>
      ) : null}
      <div role="row" aria-rowindex={groups ? 2 : 1} className={styles.headRow}>
        {columns.slice(0, fixedColumns).map((_, col) => one(col))}
        {drawn.map(one)}
      </div>
    </div>
  );
}

interface FilterProps extends Pick<HeaderProps, 'rowCount' | 'cell' | 'wanted' | 'onWanted'> {
  readonly column: GridColumn;
  readonly col: number;
}

function Filter({ column, col, rowCount, cell, wanted, onWanted }: FilterProps) {
  const say = useWords(gridWords);
  const chosen = wanted[column.key] ?? [];
  const choose = (values: readonly string[]): void => {
    const { [column.key]: _, ...rest } = wanted;
    onWanted(values.length === 0 ? rest : { ...rest, [column.key]: values });
  };
  // Reading a whole column costs more than drawing the head: only when a hand comes near.
  const [values, setValues] = useState<ReturnType<typeof valuesOf>>([]);
  const read = (): void => setValues(valuesOf(rowCount, (row) => cell(row, col).text).slice(0, VALUES));
  return (
    <Menu
      lines={[
        { key: 'all', text: say('allRows'), onClick: () => choose([]) },
        'line',
        ...values.map(({ value, count }) => ({
          key: `=${value}`,
          text: say('valueCount', { value: value === '' ? say('emptyValue') : value, count }),
          ...(chosen.includes(value) ? { icon: 'holds' as const } : {}),
          onClick: () => choose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]),
        })),
      ]}
    >
      <button
        type="button"
        onPointerEnter={read}
        onFocus={read}
        className={classes(styles.filter, chosen.length > 0 && styles.filtering)}
        aria-label={say('filterBy', { column: column.title })}
      >
        <Icon name="chevronDown" size={14} />
      </button>
    </Menu>
  );
}
