/** Exact fractions, written anew: the reference shares no arithmetic with what it is held against. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** over ÷ under with under > 0; not reduced, because equality is by cross multiplication. */
export const fraction = (over: bigint, under = 1n): Fraction => (under < 0n ? { over: -over, under: -under } : { over, under });

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
export const negative = (a: Fraction): Fraction => fraction(-a.over, a.under);
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
