/** Where the scenarios leave a sheet open to mistakes, cell by cell and line by line. */
import type { Sheet } from '../../../language/sheets/sheet.ts';
import type { Unseen } from '../../store/checking.ts';

export interface UnseenIn {
  /** Of a cell, by row and column of the sheet. */
  readonly cell: (row: number, col: number) => Unseen['kind'] | undefined;
  /** Of a row as a whole. */
  readonly row: (row: number) => Unseen['kind'] | undefined;
}

/** A place that lies in one row marks that row, and there the first cell it touches that is no head; `without` are tables that stand inside. */
export function unseenOf(sheet: Sheet, file: string, unseen: readonly Unseen[], without: readonly Sheet[] = []): UnseenIn {
  const rows = new Map<number, Unseen['kind']>();
  const cells = new Map<number, Unseen['kind']>();
  const own = unseen.filter(
    ({ range }) =>
      range.file === file &&
      range.start < sheet.range.end &&
      range.end > sheet.range.start &&
      !without.some((inner) => inner.range.start <= range.start && range.end <= inner.range.end),
  );
  const heads = sheet.columns.filter(({ role }) => role === 'axis' || role === 'name').length;
  const wide = sheet.columns.length;
  for (const { range, kind } of own) {
    const touched = sheet.rows.flatMap(({ start, end }, row) => (range.start < end && range.end > start ? [row] : []));
    const [row] = touched;
    if (row === undefined || touched.length > 1) continue;
    rows.set(row, kind);
    const places = sheet.columns.flatMap((_, col) => {
      const [start = -1, end = -1] = [sheet.cells.starts[row * wide + col], sheet.cells.ends[row * wide + col]];
      return start >= 0 && start < range.end && end > range.start ? [col] : [];
    });
    const col = places.find((place) => place >= heads) ?? places[0];
    if (col !== undefined) cells.set(row * wide + col, kind);
  }
  return { cell: (row, col) => cells.get(row * wide + col), row: (row) => rows.get(row) };
}
