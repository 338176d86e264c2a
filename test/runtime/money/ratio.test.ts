import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, percentText, ratioFromText } from '../../../runtime/money/ratio.ts';

describe('ratios as text', () => {
  it.each([
    [70n, 100n, '70%'],
    [625n, 1000n, '62.5%'],
    [1n, 3n, '100/3%'],
    [-10n, 100n, '-10%'],
    [0n, 1n, '0%'],
  ] as const)('%s at scale %s is %s', (n, scale, text) => {
    expect(percentText(n, scale)).toBe(text);
  });

  it.each([
    ['70%', 70n],
    ['0.7', 70n],
    ['7.5%', undefined],
    ['1', 100n],
    ['-10%', -10n],
    ['70', 7000n],
    ['七成', undefined],
    ['', undefined],
  ] as const)('%j at scale 100', (text, n) => {
    expect(ratioFromText(text, 100n)).toBe(n);
  });

  it('a decimal that ends is written exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -999_999_999n, max: 999_999_999n }), fc.nat(6), (n, places) => {
        const text = decimalText(n, 10n ** BigInt(places));
        expect(ratioFromText(text.slice(0, 20), 10n ** BigInt(places))).toBe(n);
      }),
    );
  });
});
