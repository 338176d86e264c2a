import { columns } from '../diagnostics/columns.ts';
import { lineEnd, linesOf } from './edit-rows.ts';
import { Finder } from './place.ts';
import type { Extent, FileSheets, Sheet } from './sheet.ts';

/** A row with the remarks that go with it: those on the lines above, and its own at its end. */
export interface RemarkedRow {
  readonly cells: readonly string[];
  readonly above: readonly string[];
  readonly behind: string;
}

/** The whole lines of a table, from its header to behind the remark on its last row. */
export function tableLines({ text }: FileSheets, sheet: Sheet): (Extent & { readonly indent: string }) | undefined {
  const { header, rows } = sheet;
  const last = rows.at(-1);
  if (!header || !last) return undefined;
  const { start } = linesOf(text, header);
  const indent = text.slice(start, header.start);
  return indent.trim() === '' ? { start, end: lineEnd(text, last.end), indent } : undefined;
}

/** The rows of a table without its header, each with its remarks; undefined when one cannot be read. */
export function remarkedRows(file: FileSheets, sheet: Sheet): readonly RemarkedRow[] | undefined {
  const finder = new Finder(file);
  const rows: RemarkedRow[] = [];
  let from = sheet.header ? lineEnd(file.text, sheet.header.end) : 0;
  for (const [at, row] of sheet.rows.entries()) {
    if (row.role === 'head') continue;
    if (row.role === 'broken') return undefined;
    const cells = sheet.columns.map((_, column) => finder.at(sheet, at, column)?.text ?? '');
    const end = lineEnd(file.text, row.end);
    const above = file.text
      .slice(from, row.start)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    rows.push({ cells, above, behind: file.text.slice(row.end, end).trim() });
    from = end;
  }
  return rows;
}

/** Lines of a table in line, remarks kept. `first` is the header with what stands behind it. */
export function laidOut(indent: string, first: RemarkedRow, rows: readonly RemarkedRow[]): string {
  const all = [first, ...rows];
  const widths = first.cells.map((_, at) => Math.max(...all.map(({ cells }) => columns(cells[at] ?? ''))));
  const line = ({ cells, above, behind }: RemarkedRow): readonly string[] => [
    ...above.map((remark) => indent + remark),
    `${indent}| ${cells.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - columns(cell))).join(' | ')} |${behind === '' ? '' : `  ${behind}`}`,
  ];
  return all.flatMap(line).join('\n');
}

/** The header as a row, with the remark behind it. */
export const headerRow = ({ text }: FileSheets, { header }: Sheet, cells: readonly string[]): RemarkedRow => ({
  cells,
  above: [],
  behind: header ? text.slice(header.end, lineEnd(text, header.end)).trim() : '',
});
