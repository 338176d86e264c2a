/** The declared ways to round: nearest with half away from zero, towards zero, away from zero. */
export type RoundingMode = 'halfUp' | 'down' | 'up';

/** num ÷ den to a whole number. INVARIANT: `den` > 0. */
export function divideRounded(num: bigint, den: bigint, mode: RoundingMode): bigint {
  if (den === 1n) return num;
  const whole = num / den;
  const rest = num - whole * den;
  if (rest === 0n || mode === 'down') return whole;
  const magnitude = rest < 0n ? -rest : rest;
  if (mode === 'halfUp' && magnitude * 2n < den) return whole;
  return num < 0n ? whole - 1n : whole + 1n;
}

/** num ÷ den to a multiple of `unit`. INVARIANT: `den` and `unit` > 0. */
export function roundToMultiple(num: bigint, den: bigint, unit: bigint, mode: RoundingMode): bigint {
  return unit === 1n ? divideRounded(num, den, mode) : divideRounded(num, den * unit, mode) * unit;
}
