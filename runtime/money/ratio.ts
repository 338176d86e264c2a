/** Texts of exact ratios, percentage points and plain numbers. Numerators with a scale: 70 at scale 100 is 70 %. */
import type { Rational } from './rational.ts';
import { divide, fromDecimal, rational } from './rational.ts';

/** num ÷ den as a decimal number when it ends, else as a fraction "1/3". INVARIANT: `den` > 0. */
export function decimalText(num: bigint, den: bigint): string {
  const places = endingPlaces(num, den);
  if (places === undefined) return `${num}/${den}`;
  const scaled = (num * 10n ** BigInt(places)) / den;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = scaled < 0n ? '-' : '';
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - places)}`;
}

/** The number that `decimalText` wrote; 0 when the text is none. */
export function fractionOf(text: string): Rational {
  const [above = '', below = '1'] = text.split('/');
  const num = fromDecimal(above);
  const den = fromDecimal(below);
  return num && den && den.num !== 0n ? divide(num, den) : rational(0n);
}

/** How many decimals num ÷ den needs; undefined when it never ends. */
function endingPlaces(num: bigint, den: bigint): number | undefined {
  let power = 1n;
  for (let places = 0; places <= 24; places++, power *= 10n) if ((num * power) % den === 0n) return places;
  return undefined;
}

/** 70 at scale 100 → "70%" */
export const percentText = (numerator: bigint, scale: bigint): string => `${decimalText(numerator * 100n, scale)}%`;

/** A share as people write it, "70%" or "0.7", to its numerator at `scale`. Undefined when it is neither or needs a finer scale. */
export function ratioFromText(text: string, scale: bigint): bigint | undefined {
  const match = /^(-?\d{1,9})(?:\.(\d{1,12}))?(%?)$/.exec(text);
  if (!match) return undefined;
  const decimals = match[2] ?? '';
  const above = BigInt((match[1] ?? '') + decimals) * scale;
  const below = 10n ** BigInt(decimals.length) * (match[3] === '%' ? 100n : 1n);
  return above % below === 0n ? above / below : undefined;
}
