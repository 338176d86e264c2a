import { columns } from '../diagnostics/columns.ts';
import { typed } from './allowed.ts';
import { outsideQuotes, readEntry } from './entry.ts';
import { lastRow, noCell, noRows, type Refusal } from './entry-words.ts';
import { type Edit, Finder } from './place.ts';
import type { Allowed, CellOutcome, Extent, FileSheets, Sheet, SheetEdited } from './sheet.ts';
import { HEAD_ROW } from './sheet.ts';

const NEWLINE = /[\n\r\u2028\u2029\u0085]/u;

export const nothing = (problem: Refusal): SheetEdited => ({ edits: [], cells: [], problem });

/** From the beginning of the line on which a stretch begins to behind the line on which it ends, its end of line included. */
export function linesOf(text: string, { start, end }: Extent): Extent {
  let first = start;
  while (first > 0 && !NEWLINE.test(text.charAt(first - 1))) first--;
  let last = end;
  while (last < text.length && !NEWLINE.test(text.charAt(last))) last++;
  return { start: first, end: last + (text.startsWith('\r\n', last) ? 2 : last < text.length ? 1 : 0) };
}

/** A row alone on its lines, so that it can come and go with them. */
function ownLines(text: string, row: Extent): Extent | undefined {
  const lines = linesOf(text, row);
  const before = text.slice(lines.start, row.start).trim();
  const behind = text.slice(row.end, lines.end).trim();
  return before === '' && (behind === '' || behind.startsWith('//') || behind.startsWith('／／')) ? lines : undefined;
}

/** Takes rows out, with the remarks at their ends. One row has to stay. */
export function removeRows(file: FileSheets, id: string, rows: readonly string[]): SheetEdited {
  const sheet = file.sheets.find((one) => one.id === id);
  if (!sheet?.can.rows) return nothing(noRows);
  const gone = sheet.rows.filter((row) => rows.includes(row.id) && row.role !== 'head');
  const left = sheet.rows.filter((row) => row.role !== 'head' && !gone.includes(row));
  if (gone.length === 0) return nothing(noCell);
  if (left.length === 0) return nothing(lastRow);
  const edits: Edit[] = [];
  for (const row of gone) {
    const lines = ownLines(file.text, row);
    if (!lines) return nothing(noRows);
    edits.push({ ...lines, text: '' });
  }
  return { edits, cells: [] };
}

/** A copy of a row below it, letter for letter. */
export function duplicateRow(file: FileSheets, id: string, row: string): SheetEdited {
  const sheet = file.sheets.find((one) => one.id === id);
  const found = sheet?.rows.find((one) => one.id === row);
  if (!sheet?.can.rows || !found || found.role === 'head') return nothing(noRows);
  const lines = ownLines(file.text, found);
  if (!lines) return nothing(noRows);
  const copy = file.text.slice(lines.start, found.end);
  return { edits: [{ start: found.end, end: found.end, text: `\n${copy}` }], cells: [] };
}

/** What the cells of a further row can be: those of the row above it, or of the first. */
function pattern(sheet: Sheet, finder: Finder): readonly { readonly allowed: Allowed; readonly head: boolean; readonly beside: string }[] {
  return sheet.columns.map((column, at) => {
    const like = sheet.rows.map((row, index) => (row.role === 'head' ? undefined : finder.at(sheet, index, at))).find((cell) => cell);
    return {
      allowed: like?.allowed ?? typed('expression'),
      head: column.role === 'axis' && sheet.kind === 'table',
      beside: finder.beside(sheet, at),
    };
  });
}

const ANYTHING = { allowed: typed('expression', true), head: false, beside: '' };

/** Reads the cells of a further row; what it is called in outcomes is `row`. */
export function readRow(
  sheet: Sheet,
  finder: Finder,
  row: string,
  cells: readonly string[],
): readonly (CellOutcome & { readonly written?: string })[] {
  const patterns = pattern(sheet, finder);
  return sheet.columns.map((column, at): CellOutcome => {
    const text = cells[at] ?? '';
    const place = { sheet: sheet.id, row, column: column.id, text, before: '' };
    // A change can be of anything.
    const like = sheet.kind === 'changes' ? ANYTHING : patterns[at];
    if (!like) return { ...place, problem: noCell };
    // The band that has no end says so with a word of its own.
    if (sheet.kind === 'bands' && at === 0 && text.trim() === '') return { ...place, written: '' };
    if (sheet.kind === 'changes' && at === 0) return { ...place, written: outsideQuotes(text.trim()) };
    const entry = readEntry(text, { kind: like.head ? 'head' : 'value', allowed: like.allowed, before: '', beside: like.beside });
    return 'refused' in entry
      ? { ...place, problem: entry.refused }
      : { ...place, written: entry.written, ...(entry.note ? { note: entry.note } : {}) };
  });
}

/** The line of a further row, laid out like the row `like`. */
export function rowText(file: FileSheets, sheet: Sheet, like: Extent, cells: readonly string[]): string {
  const [first = '', second = '', third = ''] = cells;
  if (sheet.kind === 'bands') return first === '' ? `以上 : ${second}` : `至 ${first} : ${second}`;
  if (sheet.kind === 'changes') return `${first} 由 ${second} 改为 ${third}`;
  const widths = barWidths(file.text.slice(like.start, like.end));
  return `| ${cells.map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - columns(cell)))).join(' | ')} |`;
}

/** Columns between the bars of a line, its outer spaces left out. */
function barWidths(line: string): readonly number[] {
  return line
    .split(/[|｜]/u)
    .slice(1, -1)
    .map((cell) => Math.max(0, columns(cell) - 2));
}

/** A further row behind another one; first of all without `after`. */
export function insertRow(file: FileSheets, id: string, after: string | undefined, cells: readonly string[]): SheetEdited {
  const finder = new Finder(file);
  const sheet = finder.sheet(id);
  if (!sheet?.can.rows) return nothing(noRows);
  const above =
    after === undefined ? (sheet.rows.find((row) => row.id === HEAD_ROW) ?? sheet.header) : sheet.rows.find((row) => row.id === after);
  const first = sheet.rows.find(({ role }) => role !== 'head');
  const read = readRow(sheet, finder, NEW_ROW, cells);
  if (read.some(({ problem }) => problem)) return { edits: [], cells: read };
  const texts = read.map(({ written }) => written ?? '');
  const like = above ?? first;
  if (!like) return nothing(noRows);
  const indent = file.text.slice(linesOf(file.text, first ?? like).start, (first ?? like).start);
  if (indent.trim() !== '') return nothing(noRows);
  const line = rowText(file, sheet, like, texts);
  if (above) {
    const at = lineEnd(file.text, above.end);
    return { edits: [{ start: at, end: at, text: `\n${indent}${line}` }], cells: read };
  }
  const at = linesOf(file.text, like).start;
  return { edits: [{ start: at, end: at, text: `${indent}${line}\n` }], cells: read };
}

/** What a further row goes by until it stands in the text. */
export const NEW_ROW = '+';

/** The end of a line, behind the remark on it. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !NEWLINE.test(text.charAt(at))) at++;
  return at;
}
