/** Bills worth looking at: the amounts that rules name, what reaches them under each share, sums of two, and a net of round amounts. */
import type { Asked } from './asked.ts';

/** Beyond this an axis says nothing about a patient. */
const LARGEST_FEN = 500_000_00;
const SMALLEST_END_FEN = 2_000_00;
/** What is looked at closely, of each patient. */
const MOST_PLACES = 160;

export interface Places {
  /** All of them, ascending fen, the last is the end of the axis. */
  readonly all: readonly number[];
  /** A few that lie far apart, for telling patients apart. */
  readonly few: readonly number[];
}

/** The places for some laws. */
export function placesOf({ fen, ratios }: Asked): Places {
  const shares = ratios.filter(({ num, den }) => num > 0n && num < den).map(({ num, den }) => Number(num) / Number(den));
  const reached = fen.flatMap((amount) => [amount, ...shares.map((share) => Math.ceil(amount / share))]);
  const sums = fen.flatMap((a) => reached.map((b) => a + b));
  const inside = [...new Set([...reached, ...sums])].filter((amount) => amount <= LARGEST_FEN).sort((a, b) => a - b);
  const end = roundEnd(Math.max(SMALLEST_END_FEN, Math.floor(((inside.at(-1) ?? 0) * 6) / 5)));
  const thinned = thin(inside, MOST_PLACES);
  const net = [100, 10_00, 100_00, 1_000_00, 10_000_00, 100_000_00];
  const all = ascending([...thinned.flatMap((amount) => [amount - 1, amount, amount + 1]), ...net, ...evenly(end, 24), end], end);
  return { all, few: ascending([2, 1_00, 100_00, ...thin(reached, 6), ...thin(inside, 6), ...evenly(end, 2), end], end) };
}

const ascending = (amounts: readonly number[], end: number): readonly number[] =>
  [...new Set(amounts)].filter((amount) => amount > 0 && amount <= end).sort((a, b) => a - b);

const evenly = (end: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => Math.floor((end * (index + 1)) / count));

/** About `most` of them, evenly by rank, the first and the last among them. */
function thin(sorted: readonly number[], most: number): readonly number[] {
  const distinct = [...new Set(sorted)].sort((a, b) => a - b);
  if (distinct.length <= most) return distinct;
  return Array.from({ length: most }, (_, index) => distinct[Math.floor((index * (distinct.length - 1)) / (most - 1))] ?? 0);
}

/** 1, 2, 3, 5 or 6 times a power of ten at or above it. */
function roundEnd(fen: number): number {
  for (let power = 1; ; power *= 10) for (const factor of [1, 2, 3, 5, 6]) if (factor * power >= fen) return factor * power;
}
