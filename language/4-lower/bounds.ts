/**
 * Interval arithmetic on numerators, to prove that a step fits 64 bits. A missing end means that nothing is known on that side,
 * so a proof that needs it does not succeed and the step is marked wide.
 */
export interface Bounds {
  readonly low?: bigint;
  readonly high?: bigint;
}

/** Nothing is known. */
export const anything: Bounds = {};

const bounds = (low: bigint | undefined, high: bigint | undefined): Bounds => ({
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
});

/** From low to high, both included. */
export const between = (low: bigint, high: bigint): Bounds => ({ low, high });

/** From -limit to limit. */
export const within = (limit: bigint): Bounds => ({ low: -limit, high: limit });

const both = (a: bigint | undefined, b: bigint | undefined, join: (a: bigint, b: bigint) => bigint): bigint | undefined =>
  a === undefined || b === undefined ? undefined : join(a, b);

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** a + b */
export const addBounds = (a: Bounds, b: Bounds): Bounds =>
  bounds(
    both(a.low, b.low, (x, y) => x + y),
    both(a.high, b.high, (x, y) => x + y),
  );

/** a × factor */
export function scaleBounds(a: Bounds, factor: bigint): Bounds {
  const low = a.low === undefined ? undefined : a.low * factor;
  const high = a.high === undefined ? undefined : a.high * factor;
  return factor < 0n ? bounds(high, low) : bounds(low, high);
}

/** a × b: nothing is known unless all four ends are, or both are known not to be negative. */
export function multiplyBounds(a: Bounds, b: Bounds): Bounds {
  if (a.low !== undefined && a.high !== undefined && b.low !== undefined && b.high !== undefined) {
    const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
    return bounds(corners.reduce(smaller), corners.reduce(larger));
  }
  if (a.low !== undefined && b.low !== undefined && a.low >= 0n && b.low >= 0n) return bounds(a.low * b.low, undefined);
  return anything;
}

/** Any value of a or of b. */
export const joinBounds = (a: Bounds, b: Bounds): Bounds => bounds(both(a.low, b.low, smaller), both(a.high, b.high, larger));

/** The smaller of a value in a and one in b: one known high end is enough. */
export const leastBounds = (a: Bounds, b: Bounds): Bounds =>
  bounds(both(a.low, b.low, smaller), a.high === undefined ? b.high : b.high === undefined ? a.high : smaller(a.high, b.high));

/** The larger of a value in a and one in b: one known low end is enough. */
export const greatestBounds = (a: Bounds, b: Bounds): Bounds =>
  bounds(a.low === undefined ? b.low : b.low === undefined ? a.low : larger(a.low, b.low), both(a.high, b.high, larger));

/** A quotient by `divisor` > 0, rounded in any way to a multiple of `unit`. */
export const roundBounds = (a: Bounds, divisor: bigint, unit: bigint): Bounds =>
  bounds(a.low === undefined ? undefined : a.low / divisor - unit, a.high === undefined ? undefined : a.high / divisor + unit);

const largest = (1n << 63n) - 1n;

/** True unless every numerator within `a` is proven to fit a signed 64-bit integer. */
export const isWide = (a: Bounds): boolean => a.low === undefined || a.high === undefined || a.low < -largest || a.high > largest;
