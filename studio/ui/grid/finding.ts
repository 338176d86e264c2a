import type { GridPlace } from './selecting.ts';

/** Finding and filtering over the texts of a grid's cells. Letters of both widths and cases are alike. */

export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A column and the values that are wanted in it. */
export type Wanted = Readonly<Record<string, readonly string[]>>;

/** Row numbers to show, in order; undefined when all are. */
export function rowsShown(
  rowCount: number,
  keys: readonly string[],
  text: (row: number, col: number) => string,
  filter: { readonly holding: string; readonly wanted: Wanted },
): readonly number[] | undefined {
  const holding = folded(filter.holding);
  const wanted = Object.entries(filter.wanted)
    .map(([key, values]) => ({ col: keys.indexOf(key), values: new Set(values) }))
    .filter(({ col }) => col >= 0);
  if (holding === '' && wanted.length === 0) return undefined;
  return Array.from({ length: rowCount }, (_, row) => row).filter(
    (row) =>
      wanted.every(({ col, values }) => values.has(text(row, col))) &&
      (holding === '' || keys.some((_, col) => folded(text(row, col)).includes(holding))),
  );
}

/** Places whose text holds `sought`, in reading order. */
export function found(rows: readonly number[], cols: number, text: (row: number, col: number) => string, sought: string): GridPlace[] {
  const wanted = folded(sought);
  if (wanted === '') return [];
  const places: GridPlace[] = [];
  rows.forEach((row, line) => {
    for (let col = 0; col < cols; col += 1) if (folded(text(row, col)).includes(wanted)) places.push({ row: line, col });
  });
  return places;
}

/** The values of a column, each once, with how often: most frequent first, then as they come. */
export function valuesOf(rowCount: number, text: (row: number) => string): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (let row = 0; row < rowCount; row += 1) counts.set(text(row), (counts.get(text(row)) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
}
