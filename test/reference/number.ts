/** Exact fractions, written anew: the reference shares no arithmetic with what it is held against. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Beyond this a fraction is worth reducing: most never get there. */
const LONG = 1n << 96n;

const common = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** over ÷ under with under > 0; reduced only when it grew long, because equality is by cross multiplication. */
export function fraction(over: bigint, under = 1n): Fraction {
  if (under < 0n) return fraction(-over, -under);
  if (under < LONG) return { over, under };
  const by = common(over, under);
  return { over: over / by, under: under / by };
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.under === b.under ? fraction(a.over + b.over, a.under) : fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
export const negative = (a: Fraction): Fraction => ({ over: -a.over, under: a.under });
export const dividedBy = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over);
/** Below 0, 0 or above 0 as a is less than, equal to or more than b. */
export const order = (a: Fraction, b: Fraction): number => {
  const left = a.over * b.under;
  const right = b.over * a.under;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** To a whole multiple of `unit`; half goes away from zero. */
export function toMultiple(a: Fraction, unit: Fraction, mode: 'halfUp' | 'down' | 'up'): Fraction {
  const units = dividedBy(a, unit);
  const size = units.over < 0n ? -units.over : units.over;
  let whole = size / units.under;
  const rest = size % units.under;
  if ((mode === 'up' && rest > 0n) || (mode === 'halfUp' && rest * 2n >= units.under)) whole += 1n;
  return times(fraction(units.over < 0n ? -whole : whole), unit);
}
