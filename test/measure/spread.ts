/** What was measured, and what is aimed at. */
export interface Row {
  readonly name: string;
  readonly aim: string;
  readonly found: string;
  readonly holds: boolean;
}

const at = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

const MEDIAN = 0.5;
const MOST = 0.95;

/** Milliseconds as "median 12, p95 30 (n 24)", held against an aim for one of the two. */
export function times(name: string, values: readonly number[], of: 'median' | 'p95', aim: number): Row {
  const [median, most] = [at(values, MEDIAN), at(values, MOST)];
  return {
    name,
    aim: `${of} ≤ ${aim} ms`,
    found: `median ${median.toFixed(0)}, p95 ${most.toFixed(0)} ms (n ${values.length})`,
    holds: (of === 'median' ? median : most) <= aim,
  };
}

/** A count that must not be larger than the aim. */
export const counted = (name: string, found: number, aim: number, unit: string): Row => ({
  name,
  aim: `≤ ${aim} ${unit}`,
  found: `${found} ${unit}`,
  holds: found <= aim,
});

/** The rows as a table of text; whether all hold is for people to judge: a busy machine is slow. */
export const table = (rows: readonly Row[]): string =>
  rows.map(({ name, aim, found, holds }) => `${holds ? '✓' : '≠'} ${name}\n    ${found} · ${aim}`).join('\n');
