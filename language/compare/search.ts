/**
 * The smallest bill at which two laws differ by at least so much, exact to the fen.
 *
 * What a law pays is piecewise linear in the bill but for rounding, so away from kinks the difference of two laws is a straight line that
 * rounding moves by less than `NOISE` fen. Places worth trying (numbers of both laws, and a net of round amounts) bracket the first piece on
 * which the difference is reached; halving finds a fen at which it is; and as rounding can already reach it a little earlier, every fen
 * of the stretch before it where the line is within the noise of the threshold is tried in order.
 */

/** Fen → fen; undefined where the law gives no amount. */
export type PayAt = (bill: number) => number | undefined;

/** Fen that rounding may move the difference of two laws away from its straight line. */
const NOISE = 2;
/** Fen tried one by one before the place that halving finds. */
const MOST_BACK = 4_000;
/** Every bill up to this many fen is tried: here rounding is everything. */
const FIRST = 40;

/** Whether the difference is at least `threshold`, or an amount begins or ceases to be. */
export const notices = (before: number | undefined, after: number | undefined, threshold: number): boolean =>
  before === undefined || after === undefined ? before !== after : Math.abs(after - before) >= threshold;

/** The smallest such bill among 1 … the last of `places` (ascending fen). */
export function firstNotice(before: PayAt, after: PayAt, threshold: number, places: readonly number[]): number | undefined {
  const differs = (bill: number): boolean => notices(before(bill), after(bill), threshold);
  const end = places.at(-1) ?? 0;
  for (let bill = 1; bill <= Math.min(FIRST, end); bill += 1) if (differs(bill)) return bill;
  let low = Math.min(FIRST, end);
  for (const place of places) {
    if (place <= low) continue;
    if (differs(place)) return earliest(halved(differs, low, place), before, after, threshold);
    low = place;
  }
  return undefined;
}

/** A fen above `low` at which it holds while it does not one below. */
function halved(holds: (bill: number) => boolean, low: number, high: number): number {
  let [no, yes] = [low, high];
  while (yes - no > 1) {
    const middle = no + Math.floor((yes - no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** The first fen up to `found` at which rounding already lets the difference be reached. */
function earliest(found: number, before: PayAt, after: PayAt, threshold: number): number {
  const gap = (bill: number): number => Math.abs((after(bill) ?? 0) - (before(bill) ?? 0));
  // How fast the difference grows says how far back rounding can matter: by then the line has fallen by more than the noise.
  let reach = FIRST;
  while (reach < MOST_BACK && gap(found + reach) < threshold + 4 * NOISE) reach *= 2;
  for (let bill = Math.max(1, found - Math.min(reach, MOST_BACK)); bill < found; bill += 1)
    if (notices(before(bill), after(bill), threshold)) return bill;
  return found;
}
