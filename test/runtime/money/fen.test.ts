import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenFromYuan, grouped, readDecimal, yuanFromFen } from '../../../runtime/money/fen.ts';

describe('yuan as text', () => {
  it.each([
    [0n, '0.00'],
    [1n, '0.01'],
    [10n, '0.10'],
    [-1n, '-0.01'],
    [123456n, '1234.56'],
    [-110000n, '-1100.00'],
  ] as const)('[A3] %s fen leave as %s', (fen, yuan) => {
    expect(yuanFromFen(fen)).toBe(yuan);
  });

  it.each([
    ['1000.00', 100000n],
    ['1000', 100000n],
    ['0.5', 50n],
    ['-3.20', -320n],
    ['007.00', 700n],
  ] as const)('[A2] %s is %s fen', (yuan, fen) => {
    expect(fenFromYuan(yuan)).toBe(fen);
  });

  it.each(['', '.', '1.', '.5', '1.005', '1,000.00', '1e3', ' 1.00', '１.00', '--1.00', '1.2.34', '0x10', 'NaN', '9'.repeat(40)])(
    '[A2] %j is no amount',
    (text) => {
      expect(fenFromYuan(text)).toBeUndefined();
    },
  );

  it('[A3] what leaves comes back', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (fen) => fenFromYuan(yuanFromFen(fen)) === fen));
  });

  it('[A2] any text is an amount or none, never an error', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => ['bigint', 'undefined'].includes(typeof fenFromYuan(text)) && (readDecimal(text)?.places ?? 0) <= 12,
      ),
    );
  });

  it.each([
    ['1234567.00', '1,234,567.00'],
    ['-1100.00', '-1,100.00'],
    ['0.00', '0.00'],
    ['999.99', '999.99'],
  ])('%s reads %s in sentences', (yuan, text) => {
    expect(grouped(yuan)).toBe(text);
  });
});
