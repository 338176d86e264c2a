import type { Diagnostic, Words } from '../../../../language/diagnostics/diagnostic.ts';
import type { Allowed, CELL_KINDS, CellKind, Sheet, SheetColumn } from '../../../../language/sheets/sheet.ts';
import type { Choices } from '../../../ui/choices.ts';
import type { GridCell, GridColumn } from '../../../ui/grid/grid-props.ts';

/** A sheet as the grid asks for it, as pure functions. */

const KINDS: typeof CELL_KINDS = ['none', 'value', 'open', 'assumed', 'head', 'name', 'expression', 'words', 'quote', 'empty', 'broken'];

const NUMERIC: ReadonlySet<Allowed['type']> = new Set(['money', 'ratio', 'points', 'number', 'integer', 'months', 'days']);
const FORMULA: ReadonlySet<CellKind> = new Set(['expression', 'name']);

/** A cell with its place in the text; undefined where there is none. */
export interface SheetCell {
  readonly kind: CellKind;
  readonly allowed: Allowed | undefined;
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

export function cellOf(sheet: Sheet, text: string, row: number, col: number): SheetCell | undefined {
  const at = row * sheet.columns.length + col;
  const start = sheet.cells.starts[at] ?? -1;
  const kind = KINDS[sheet.cells.kinds[at] ?? 0] ?? 'none';
  if (start < 0 || kind === 'none') return undefined;
  const end = sheet.cells.ends[at] ?? start;
  return { kind, allowed: sheet.allowed[sheet.cells.allowed[at] ?? -1], start, end, written: text.slice(start, end).trim() };
}

/** "10000元" → "10,000 元": easier to read, and written as it was when it is edited. */
export const readable = (written: string): string =>
  /^-?\d+(\.\d+)?元$/.test(written) ? `${written.slice(0, -1).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')} 元` : written;

/** Rows that are rows: the heads of a cross-tab's columns stand in the head. */
export const bodyRows = (sheet: Sheet): readonly number[] => sheet.rows.flatMap(({ role }, index) => (role === 'head' ? [] : [index]));

/** Columns in which something stands: lines of the text have more places than most of them use. */
export const filledColumns = (sheet: Sheet): readonly number[] =>
  sheet.columns.flatMap((_, col) =>
    sheet.kind === 'table' || bodyRows(sheet).some((row) => (sheet.cells.starts[row * sheet.columns.length + col] ?? -1) >= 0) ? [col] : [],
  );

const isHead = (role: Sheet['columns'][number]['role']): boolean => role === 'axis' || role === 'name';

/** Columns at the left that say what a row is about. */
export const headColumns = (sheet: Sheet): number => {
  const first = sheet.columns.findIndex(({ role }) => !isHead(role));
  return Math.max(1, first < 0 ? 1 : first);
};

const LETTER_PX = 13;
const PADDING_PX = 19;

/** How wide a text stands: a Han letter is a square, a Latin one about half of it. */
export const widthOf = (text: string): number =>
  PADDING_PX + [...text].reduce((sum, letter) => sum + (letter < '\u2e80' ? LETTER_PX * 0.58 : LETTER_PX), 0);

/** How many rows are looked at for the width of a column: the first ones tell. */
const SAMPLE = 60;

/** Columns as wide as what stands in them, within reason. */
export function columnsOf(sheet: Sheet, text: string, titleOf: (column: SheetColumn) => string, widest = 260): readonly GridColumn[] {
  const rows = bodyRows(sheet).slice(0, SAMPLE);
  const heads = headColumns(sheet);
  return filledColumns(sheet).flatMap((col, index) => {
    const column = sheet.columns[col];
    if (!column) return [];
    const title = titleOf(column);
    const cells = rows.map((row) => cellOf(sheet, text, row, col));
    const numeric = col >= heads && cells.every((cell) => cell?.allowed === undefined || NUMERIC.has(cell.allowed.type));
    const needed = Math.max(...[title, ...cells.map((cell) => readable(cell?.written ?? ''))].map(widthOf));
    return [
      {
        key: column.id,
        title,
        width: Math.round(Math.max(isHead(column.role) ? 84 : 64, Math.min(widest, needed))),
        grow: index === 0,
        filter: isHead(column.role) && rows.length > 11,
        ...(numeric ? { kind: 'number' as const } : {}),
      },
    ];
  });
}

/** What is wrong with a cell: what the sheet says of it, else an error inside of its text. */
export function problemsOf(
  sheet: Sheet,
  errors: ReadonlyMap<number, Diagnostic>,
  inWords: (words: Words) => string,
): (row: number, col: number) => string | undefined {
  if (sheet.problems.length === 0 && errors.size === 0) return () => undefined;
  const said = ({ what, remedy }: { readonly what: Words; readonly remedy: Words }): string => `${inWords(what)} ${inWords(remedy)}`;
  const own = new Map(sheet.problems.map((one) => [`${one.row}\u0000${one.column}`, said(one)]));
  return (row, col) => {
    const error = errors.get(row * sheet.columns.length + col);
    return own.get(`${sheet.rows[row]?.id}\u0000${sheet.columns[col]?.id}`) ?? (error && said(error));
  };
}

/** The values that can be chosen in a cell. A head can name several, and so can what is a set or a list of names. */
export function choicesOf(
  { kind, allowed, written }: SheetCell,
  initials: Choices['initials'] | undefined,
): { readonly choices?: Choices } {
  if (!allowed?.editable || kind === 'open' || kind === 'assumed') return {};
  const values = allowed.type === 'boolean' ? (/^(true|false)$/.test(written) ? ENGLISH_TRUTHS : TRUTHS) : allowed.values;
  if (!values || values.length === 0) return {};
  const several = kind === 'head' || allowed.type === 'set' || allowed.list === true;
  return { choices: { values, ...(several ? { several } : {}), ...(initials ? { initials } : {}) } };
}

const TRUTHS = ['真', '假'];
const ENGLISH_TRUTHS = ['true', 'false'];

/** The cell as the grid shows it. */
export function gridCell(
  cell: SheetCell | undefined,
  more: {
    readonly problem: string | undefined;
    readonly looked: boolean;
    readonly dim: boolean;
    readonly initials?: Choices['initials'] | undefined;
    /** The name of its line: it can be called otherwise. */
    readonly named?: boolean;
  },
): GridCell {
  if (!cell) return { text: '', looked: more.looked };
  const { kind, allowed, written } = cell;
  return {
    text: readable(written),
    edit: written,
    editable: !more.dim && (allowed?.editable === true || more.named === true),
    ...(FORMULA.has(kind) ? { kind: 'rule' as const } : {}),
    ...(kind === 'open' || kind === 'assumed' ? { mark: 'open' as const } : {}),
    ...choicesOf(cell, more.initials),
    problem: more.problem,
    looked: more.looked,
    dim: more.dim,
  };
}

/** How much a table covers: what its heads stand for, multiplied, and in how many cells. "2 以上" and the like count as one. */
export function coverage(
  sheet: Sheet,
  text: string,
):
  | { readonly axes: readonly { readonly title: string; readonly count: number }[]; readonly cells: number; readonly drawn: number }
  | undefined {
  if (sheet.kind !== 'table' || sheet.shape === undefined) return undefined;
  const heads = headColumns(sheet);
  const values = (written: string): number => written.split('、').filter(Boolean).length;
  const rows = bodyRows(sheet);
  const each = rows.map((row) =>
    Array.from({ length: heads }, (_, col) => values(cellOf(sheet, text, row, col)?.written ?? '')).reduce(
      (all, one) => all * Math.max(1, one),
      1,
    ),
  );
  const down = each.reduce((sum, one) => sum + one, 0);
  const results = sheet.columns.slice(heads);
  const drawn = rows.length * results.length;
  if (sheet.shape !== 'cross') return { axes: [], cells: down * results.length, drawn };
  const across = results.reduce((sum, { title }) => sum + Math.max(1, values(title)), 0);
  const rowAxis = sheet.columns[0]?.title.split(/[＼\\]/)[0]?.trim() ?? '';
  return {
    axes: [
      { title: rowAxis, count: down },
      { title: sheet.columnAxis ?? '', count: across },
    ],
    cells: down * across,
    drawn,
  };
}
