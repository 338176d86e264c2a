import { columns } from '../diagnostics/columns.ts';
import { nothing } from './edit-rows.ts';
import { readEntry } from './entry.ts';
import { noColumns } from './entry-words.ts';
import { type Edit, Finder, type FoundCell } from './place.ts';
import type { CellOutcome, FileSheets, SheetChange, SheetEdited } from './sheet.ts';

type Inserting = Extract<SheetChange, { readonly do: 'insertColumn' }>;

/** A further column of a cross-tab: its head and one cell a row. */
export function insertColumn(file: FileSheets, { sheet: id, after, head, cells }: Inserting): SheetEdited {
  const finder = new Finder(file);
  const sheet = finder.sheet(id);
  if (!sheet?.can.columns) return nothing(noColumns);
  const behind = after === undefined ? 0 : finder.column(sheet, after);
  const like = Math.max(behind, 1);
  const texts = [head, ...cells];
  const read = sheet.rows.map((row, at): CellOutcome => {
    const text = texts[at] ?? '';
    const place = { sheet: id, row: row.id, column: '+', text, before: '' };
    const cell = finder.at(sheet, at, like);
    if (!cell) return { ...place, problem: noColumns };
    const kind = cell.kind === 'head' ? 'head' : 'value';
    const entry = readEntry(text, { kind, allowed: cell.allowed, before: '', beside: kind === 'head' ? '' : finder.beside(sheet, like) });
    return 'refused' in entry
      ? { ...place, problem: entry.refused }
      : { ...place, written: entry.written, ...(entry.note ? { note: entry.note } : {}) };
  });
  if (behind < 0 || read.some(({ problem }) => problem)) return behind < 0 ? nothing(noColumns) : { edits: [], cells: read };
  const width = Math.max(...read.map(({ written = '' }) => columns(written)));
  const edits: Edit[] = [];
  for (const [at, { written = '' }] of read.entries()) {
    const left = behind === 0 ? axisOf(file, finder, sheet.id, at) : finder.at(sheet, at, behind);
    const bar = left && barBehind(file.text, left.end);
    if (bar === undefined) return nothing(noColumns);
    edits.push({ start: bar, end: bar, text: ` ${written}${' '.repeat(width - columns(written))} |` });
  }
  return { edits, cells: read };
}

/** Where the first cell of a line of the table ends; in the header it is the axes. */
function axisOf(file: FileSheets, finder: Finder, id: string, row: number): { readonly end: number } | undefined {
  const sheet = finder.sheet(id);
  if (!sheet?.header) return undefined;
  if (row > 0) return finder.at(sheet, row, 0);
  const bar = file.text.slice(sheet.header.start + 1, sheet.header.end).search(/[|｜]/u);
  return bar < 0 ? undefined : { end: sheet.header.start + 1 + bar };
}

function barBehind(text: string, at: number): number | undefined {
  let end = at;
  while (/[^\S\n\r]/u.test(text.charAt(end))) end++;
  return /[|｜]/u.test(text.charAt(end)) ? end + 1 : undefined;
}

/** Takes a column out of a cross-tab; one has to stay. */
export function removeColumn(file: FileSheets, id: string, column: string): SheetEdited {
  const finder = new Finder(file);
  const sheet = finder.sheet(id);
  const index = sheet ? finder.column(sheet, column) : -1;
  if (!sheet?.can.columns || index < 1 || sheet.columns.length < 3) return nothing(noColumns);
  const cells = sheet.rows.map((_, at): FoundCell | undefined => finder.at(sheet, at, index));
  const edits: Edit[] = [];
  for (const cell of cells) {
    const end = cell && barBehind(file.text, cell.end);
    if (!cell || end === undefined) return nothing(noColumns);
    let start = cell.start;
    while (/[^\S\n\r]/u.test(file.text.charAt(start - 1))) start--;
    edits.push({ start, end, text: '' });
  }
  return { edits, cells: [] };
}
