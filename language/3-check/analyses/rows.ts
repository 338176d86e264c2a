import type { Cell, Expression, RowKey, Table } from '../../2-syntax/node.ts';
import { unreachable } from '../../model/unreachable.ts';
import { printCell } from '../forms/print.ts';
import { sameCell } from './same-value.ts';

/** One result of a table, with the keys that address it. */
export interface RowPlace {
  readonly cells: readonly Cell[];
  readonly value: Expression;
  readonly put: (value: Expression) => Table;
}

/** Every result of a table. A cross-tab gives one for each row and column. */
export function rowsOf(table: Table): readonly RowPlace[] {
  switch (table.kind) {
    case 'list':
      return table.rows.map((row, at) => ({
        cells: row.heads,
        value: row.result,
        put: (result) => ({ ...table, rows: table.rows.map((other, index) => (index === at ? { ...other, result } : other)) }),
      }));
    case 'cross':
      return table.rows.flatMap((row, at) =>
        row.results.flatMap((value, column) => {
          const head = table.columns[column];
          return head === undefined
            ? []
            : {
                cells: [row.head, head],
                value,
                put: (result: Expression): Table => ({
                  ...table,
                  rows: table.rows.map((other, index) =>
                    index === at ? { ...other, results: other.results.map((old, i) => (i === column ? result : old)) } : other,
                  ),
                }),
              };
        }),
      );
    default:
      return unreachable(table);
  }
}

/**
 * The row that the keys address, by the meaning of its own cells: `2 以上` finds `2 以上` and `超过 1`, wherever the row stands. A key for
 * a part of a row finds nothing: changing it would change the rest of the row too. Keys of a cross-tab may come in either order.
 */
export function findRow(table: Table, keys: readonly RowKey[]): RowPlace | undefined {
  const match = (cells: readonly Cell[], order: readonly RowKey[]): boolean =>
    cells.length === order.length && cells.every((cell, at) => order[at] !== undefined && sameCell(cell, order[at].cell));
  const rows = rowsOf(table);
  return (
    rows.find((row) => match(row.cells, keys)) ??
    (keys.length === 2 ? rows.find((row) => match(row.cells, [...keys].reverse())) : undefined)
  );
}

/** `[三级, 2 以上]` */
export const keyText = (cells: readonly Cell[]): string => `[${cells.map(printCell).join(', ')}]`;
