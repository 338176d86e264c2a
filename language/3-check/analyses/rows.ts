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
        without: () => ({ ...table, cut: true, rows: table.rows.filter((_, index) => index !== at) }),
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
 * The rows and the columns of a cross-tab, each by its header, with the table without it. The last of a kind stays, and so does what its
 * header does not tell from one on the other axis.
 */
export function stripsOf(table: Table): readonly { readonly head: Cell; readonly without: () => Table }[] {
  if (table.kind !== 'cross') return [];
  const rows = table.rows.map((row, at) => ({
    head: row.head,
    without: (): Table => ({ ...table, cut: true, rows: table.rows.filter((_, index) => index !== at) }),
  }));
  const columns = table.columns.map((head, at) => ({
    head,
    without: (): Table => ({
      ...table,
      cut: true,
      columns: table.columns.filter((_, index) => index !== at),
      rows: table.rows.map((row) => ({ ...row, results: row.results.filter((_, index) => index !== at) })),
    }),
  }));
  const all = [...(rows.length > 1 ? rows : []), ...(columns.length > 1 ? columns : [])];
  const heads = [...rows, ...columns].map(({ head }) => printCell(head));
  return all.filter(({ head }) => heads.filter((other) => other === printCell(head)).length === 1);
}

/** `[三级, 2 以上]` */
export const keyText = (cells: readonly Cell[]): string => `[${cells.map(printCell).join(', ')}]`;
