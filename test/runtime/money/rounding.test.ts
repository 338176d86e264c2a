import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, rational, subtract } from '../../../runtime/money/rational.ts';
import { divideRounded, roundToMultiple } from '../../../runtime/money/rounding.ts';

describe('rounding', () => {
  it.each([
    [5n, 10n, 'halfUp', 1n],
    [-5n, 10n, 'halfUp', -1n],
    [4n, 10n, 'halfUp', 0n],
    [-4n, 10n, 'halfUp', 0n],
    [15n, 10n, 'halfUp', 2n],
    [9n, 10n, 'down', 0n],
    [-9n, 10n, 'down', 0n],
    [1n, 10n, 'up', 1n],
    [-1n, 10n, 'up', -1n],
    [10n, 10n, 'up', 1n],
    [0n, 7n, 'up', 0n],
  ] as const)('[A4] %s ÷ %s %s = %s', (num, den, mode, whole) => {
    expect(divideRounded(num, den, mode)).toBe(whole);
  });

  it.each([
    [12345n, 1n, 10n, 'halfUp', 12350n],
    [12344n, 1n, 10n, 'halfUp', 12340n],
    [12399n, 1n, 100n, 'down', 12300n],
    [12301n, 1n, 100n, 'up', 12400n],
    [-12345n, 1n, 10n, 'halfUp', -12350n],
  ] as const)('[A4] %s ÷ %s to a multiple of %s, %s: %s', (num, den, unit, mode, fen) => {
    expect(roundToMultiple(num, den, unit, mode)).toBe(fen);
  });

  const whole = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
  const positive = fc.bigInt({ min: 1n, max: 10n ** 9n });

  it('[A4] against exact fractions: the nearest multiple, a half away from zero', () => {
    fc.assert(
      fc.property(whole, positive, fc.constantFrom(1n, 10n, 100n), (num, den, unit) => {
        const rounded = roundToMultiple(num, den, unit, 'halfUp');
        expect(rounded % unit).toBe(0n);
        const error = subtract(rational(rounded), rational(num, den));
        const half = rational(unit, 2n);
        const magnitude = error.num < 0n ? { ...error, num: -error.num } : error;
        expect(compare(magnitude, half)).toBeLessThanOrEqual(0);
        if (compare(magnitude, half) === 0) expect(rounded < 0n ? -rounded : rounded).toBeGreaterThan((num < 0n ? -num : num) / den);
      }),
    );
  });

  it('[A4] 去尾 never grows the magnitude, 进一 never shrinks it, and both stay within one unit', () => {
    fc.assert(
      fc.property(whole, positive, fc.constantFrom(1n, 10n, 100n), (num, den, unit) => {
        const down = roundToMultiple(num, den, unit, 'down');
        const up = roundToMultiple(num, den, unit, 'up');
        const exact = rational(num, den);
        const size = (n: bigint) => (n < 0n ? -n : n);
        const magnitude = { num: size(exact.num), den: exact.den };
        expect(compare(rational(size(down)), magnitude)).toBeLessThanOrEqual(0);
        expect(compare(rational(size(up)), magnitude)).toBeGreaterThanOrEqual(0);
        expect(size(up - down)).toBeLessThanOrEqual(unit);
      }),
    );
  });
});
