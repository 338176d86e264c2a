import type { Cell, Expression, Table } from '../../2-syntax/node.ts';
import { unreachable } from '../../model/unreachable.ts';
import { printCell } from '../forms/print.ts';

/** One result of a table, with the keys that address it. */
export interface RowPlace {
  readonly cells: readonly Cell[];
  readonly value: Expression;
  readonly put: (value: Expression) => Table;
  /** The table without the row; a cell of a cross-tab has none. */
  readonly without?: () => Table;
}

/** Every result of a table. A cross-tab gives one for each row and column. */
export function rowsOf(table: Table): readonly RowPlace[] {
  switch (table.kind) {
    case 'list':
      return table.rows.map((row, at) => ({
        cells: row.heads,
        value: row.result,
        put: (result) => ({ ...table, rows: table.rows.map((other, index) => (index === at ? { ...other, result } : other)) }),
        without: () => ({ ...table, rows: table.rows.filter((_, index) => index !== at) }),
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

/** `[三级, 2 以上]` */
export const keyText = (cells: readonly Cell[]): string => `[${cells.map(printCell).join(', ')}]`;
