import type { FileSheets, Sheet } from '../../language/sheets/sheet.ts';

/** A cell by its numbers, with the text it stands for. */
export interface CellAt {
  readonly sheet: Sheet;
  readonly row: number;
  readonly col: number;
  readonly start: number;
  readonly end: number;
}

/** Cells around a stretch of the text, narrowest first. */
export function placesIn(read: FileSheets, from: number, to: number): readonly CellAt[] {
  const found: CellAt[] = [];
  for (const sheet of read.sheets) {
    if (sheet.range.start > to || sheet.range.end < from) continue;
    const { starts, ends } = sheet.cells;
    const wide = sheet.columns.length;
    for (let at = 0; at < starts.length; at += 1) {
      const start = starts[at] ?? -1;
      const end = ends[at] ?? -1;
      if (start >= 0 && start <= from && to <= end) found.push({ sheet, row: Math.floor(at / wide), col: at % wide, start, end });
    }
  }
  return found.toSorted((a, b) => a.end - a.start - (b.end - b.start));
}

/** The cell at an offset, else the nearest one on its line; narrowest first among equals. */
export function cellNear(read: FileSheets, offset: number): CellAt | undefined {
  const from = read.text.lastIndexOf('\n', offset - 1) + 1;
  const next = read.text.indexOf('\n', offset);
  const to = next < 0 ? read.text.length : next;
  let best: CellAt | undefined;
  let bestAway = Number.POSITIVE_INFINITY;
  for (const sheet of read.sheets) {
    if (sheet.range.start > to || sheet.range.end < from) continue;
    const { starts, ends } = sheet.cells;
    const wide = sheet.columns.length;
    for (let at = 0; at < starts.length; at += 1) {
      const start = starts[at] ?? -1;
      const end = ends[at] ?? -1;
      if (start < from || start > to) continue;
      const away = offset < start ? start - offset : offset > end ? offset - end : 0;
      const narrower = best !== undefined && away === bestAway && end - start < best.end - best.start;
      if (away < bestAway || narrower) {
        best = { sheet, row: Math.floor(at / wide), col: at % wide, start, end };
        bestAway = away;
      }
    }
  }
  return best;
}

/** What a cell is called: the heads of its row, or the keyword of its line, and the title of its column. */
export function cellName({ sheet, row, col }: Pick<CellAt, 'sheet' | 'row' | 'col'>, text: string): readonly string[] {
  const word = sheet.lines?.find((line) => line.row === sheet.rows[row]?.id)?.word;
  if (word !== undefined) return [word];
  const at = row * sheet.columns.length;
  const heads = sheet.columns.flatMap(({ role }, index) => {
    const start = sheet.cells.starts[at + index] ?? -1;
    return index !== col && start >= 0 && (role === 'axis' || role === 'name')
      ? [text.slice(start, sheet.cells.ends[at + index]).trim()]
      : [];
  });
  // Columns that gather lines have no title of their own, and a single result is called as its sheet.
  const title = sheet.columns[col]?.title ?? '';
  return [...heads, ...(title === '' || title === '→' || title === sheet.title ? [] : [title])];
}
