/** Printed text, line by line: the parts of an item are told apart, so that a remark can stand beside the one it is about. */
import type { Expression, Table } from '../../2-syntax/node.ts';
import type { Citation } from '../../2-syntax/nodes/declaration.ts';
import { printCell, printClosed, printExpression, printName, quoted } from '../../3-check/forms/print.ts';

export interface PrintedLine {
  readonly text: string;
  /** The node that the line stands for; absent for a line that only closes something. */
  readonly of?: object;
}

export const one = (text: string, of?: object): PrintedLine => (of ? { text, of } : { text });

/** `{ … }` around lines, after a head. */
export const block = (head: string, of: object, lines: readonly PrintedLine[]): readonly PrintedLine[] => [
  one(`${head} {`, of),
  ...lines,
  one('}'),
];

export const printCitation = (citation: Citation): PrintedLine =>
  one(`出处 ${printName(citation.document)} ${quoted(citation.quote.text)}`, citation);

/** ` 当 条件`, or nothing. */
export const printGuard = (guard: Expression | undefined): string => (guard ? ` 当 ${printExpression(guard)}` : '');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The head of a table and its rows, each with the row it stands for. */
export const tableLines = (table: Table): readonly PrintedLine[] =>
  table.kind === 'cross'
    ? [
        one(row([`${printClosed(table.rowAxis)} ＼ ${printClosed(table.columnAxis)}`, ...table.columns.map(printCell)]), table),
        ...table.rows.map((line) => one(row([printCell(line.head), ...line.results.map(printExpression)]), line)),
      ]
    : [
        one(row([...table.axes.map(printClosed), '→']), table),
        ...table.rows.map((line) => one(row([...line.heads.map(printCell), printExpression(line.result)]), line)),
      ];

/** What stands behind =: its quotes and a table on lines of their own, or a formula on the same line. */
export function valueLines(head: string, of: object, citations: readonly Citation[], value: Expression | Table): readonly PrintedLine[] {
  const quotes = citations.map(printCitation);
  if (value.kind === 'cross' || value.kind === 'list') return [one(head, of), ...quotes, ...tableLines(value)];
  const text = printExpression(value);
  return quotes.length === 0 ? [one(`${head} ${text}`, of)] : [one(head, of), ...quotes, one(text, value)];
}

/** A table of which each row says several results, from the definitions that it was read as. */
export function resultRows(
  axes: readonly Expression[],
  columns: readonly string[],
  tables: readonly Extract<Table, { kind: 'list' }>[],
): readonly PrintedLine[] {
  const [first] = tables;
  return [
    one(row([...axes.map(printClosed), `→ ${columns[0] ?? ''}`, ...columns.slice(1)]), first),
    ...(first?.rows ?? []).map((line, at) =>
      one(
        row([...line.heads.map(printCell), ...tables.flatMap(({ rows }) => (rows[at] ? [printExpression(rows[at].result)] : []))]),
        tables.map(({ rows }) => rows[at]),
      ),
    ),
  ];
}
