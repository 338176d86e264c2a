/** What can be done with a row or a column of a table: pure, from the sheet alone. */
import type { CellPlace, Sheet, SheetChange } from '../../../../language/sheets/sheet.ts';
import { bodyRows, cellOf, headColumns } from './sheet-cells.ts';

export type LineAct =
  | { readonly kind: 'copy'; readonly change: SheetChange }
  | { readonly kind: 'remove'; readonly change: SheetChange }
  /** A value of the axis that no head has: its cells are open until they are filled in. */
  | { readonly kind: 'add' | 'split'; readonly value: string; readonly change: SheetChange }
  /** The one value that stands in the head: it can be called otherwise. */
  | { readonly kind: 'rename'; readonly value: string; readonly at: CellPlace; readonly offset: number };

const OPEN = '待定 “原文未写”';
/** Covers what the others leave, or more than its words list. */
const WIDE = /^(任意|其他|其它|any|other)$|[≥≤<>＜＞\s]/u;
const SPLIT_MOST = 6;

interface Head {
  readonly place: CellPlace;
  readonly values: readonly string[];
  readonly known: readonly string[];
  readonly written: string;
  readonly start: number;
}

function headAt(sheet: Sheet, text: string, row: number, col: number): Head | undefined {
  const cell = cellOf(sheet, text, row, col);
  const [line, column] = [sheet.rows[row], sheet.columns[col]];
  if (cell?.kind !== 'head' || !line || !column) return undefined;
  const values = WIDE.test(cell.written) ? [] : cell.written.split('、').map((one) => one.trim());
  return {
    place: { sheet: sheet.id, row: line.id, column: column.id },
    values,
    known: cell.allowed?.values ?? [],
    written: cell.written,
    start: cell.start,
  };
}

/** Values of the axis that no head covers; none when a head covers the rest of them. */
function missing(heads: readonly (Head | undefined)[]): readonly string[] {
  if (heads.some((head) => !head || head.values.length === 0)) return [];
  const there = new Set(heads.flatMap((head) => head?.values ?? []));
  return (heads[0]?.known ?? []).filter((value) => !there.has(value));
}

const splits = (head: Head | undefined): readonly LineAct[] =>
  head && head.values.length > 1
    ? head.values
        .slice(0, SPLIT_MOST)
        .map((value): LineAct => ({ kind: 'split', value, change: { do: 'split', at: head.place, values: [value] } }))
    : [];

const renames = (head: Head | undefined): readonly LineAct[] => {
  const [value, ...more] = head?.values ?? [];
  return head && value !== undefined && more.length === 0 && head.known.includes(value)
    ? [{ kind: 'rename', value, at: head.place, offset: head.start }]
    : [];
};

/** Of the row in hand. */
export function rowActs(sheet: Sheet, text: string, row: string): readonly LineAct[] {
  const at = sheet.rows.findIndex(({ id }) => id === row);
  if (at < 0 || !sheet.can.rows || sheet.rows[at]?.role === 'head') return [];
  const axes = sheet.kind === 'table' ? headColumns(sheet) : 0;
  const heads = Array.from({ length: axes }, (_, col) => headAt(sheet, text, at, col));
  const open = sheet.columns.slice(1).map(() => OPEN);
  const free = axes === 1 ? missing(bodyRows(sheet).map((one) => headAt(sheet, text, one, 0))) : [];
  return [
    { kind: 'copy', change: { do: 'duplicate', sheet: sheet.id, row } },
    ...free.map(
      (value): LineAct => ({ kind: 'add', value, change: { do: 'insertRow', sheet: sheet.id, after: row, cells: [value, ...open] } }),
    ),
    ...heads.flatMap(splits),
    ...heads.flatMap(renames),
    { kind: 'remove', change: { do: 'removeRows', sheet: sheet.id, rows: [row] } },
  ];
}

/** Of the column in hand; only a cross-tab has columns that come and go. */
export function columnActs(sheet: Sheet, text: string, column: string): readonly LineAct[] {
  const at = sheet.columns.findIndex(({ id }) => id === column);
  if (sheet.columns[at]?.role !== 'header' || !sheet.can.columns) return [];
  const head = sheet.rows.findIndex(({ role }) => role === 'head');
  const heads = sheet.columns.flatMap(({ role }, col) => (role === 'header' ? [headAt(sheet, text, head, col)] : []));
  const open = bodyRows(sheet).map(() => OPEN);
  const own = headAt(sheet, text, head, at);
  return [
    ...missing(heads).map(
      (value): LineAct => ({
        kind: 'add',
        value,
        change: { do: 'insertColumn', sheet: sheet.id, after: column, head: value, cells: open },
      }),
    ),
    ...splits(own),
    ...renames(own),
    ...(heads.length > 1 ? [{ kind: 'remove', change: { do: 'removeColumn', sheet: sheet.id, column } } as const] : []),
  ];
}
