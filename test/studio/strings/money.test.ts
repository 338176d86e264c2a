import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addsUp,
  compareMoney,
  fillGap,
  groupAmounts,
  moneyText,
  negated,
  plainMoney,
  readMoney,
  roomyAbove,
  shareOf,
  shareOfAll,
  shortMoneyText,
  showMoney,
  stepped,
  withoutResult,
} from '../../../studio/strings/money.ts';

const fen = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const yuan = (amount: bigint): string => {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

describe('amounts as shown', () => {
  it.each([
    ['0.00', '0.00', '0'],
    ['1300.00', '1,300.00', '1,300'],
    ['-1100.00', '\u22121,100.00', '\u22121,100'],
    ['409.34', '409.34', '409.34'],
    ['1234567.05', '1,234,567.05', '1,234,567.05'],
    ['-0.01', '\u22120.01', '\u22120.01'],
    ['999', '999.00', '999'],
  ])('%s is %s, short %s', (amount, full, short) => {
    expect(moneyText(amount)).toBe(full);
    expect(shortMoneyText(amount)).toBe(short);
  });

  it('only ".00" may be paler', () => {
    expect(showMoney('1300.00').even).toBe(true);
    expect(showMoney('1300.10').even).toBe(false);
  });

  it('a difference that is more carries a plus', () => {
    expect(moneyText('700.00', true)).toBe('+700.00');
    expect(moneyText('0.00', true)).toBe('0.00');
  });

  it('an amount that is none is a fault of the program', () => {
    expect(() => moneyText('1,300')).toThrow(RangeError);
  });
});

describe('amounts as typed', () => {
  it.each([
    ['4320', '4320.00'],
    ['４３２０', '4320.00'],
    ['4,320.5', '4320.50'],
    ['４，３２０．０５', '4320.05'],
    ['1.3万', '13000.00'],
    ['1.3 万元', '13000.00'],
    ['0.00005万', '0.50'],
    ['2千', '2000.00'],
    ['3亿', '300000000.00'],
    ['￥860', '860.00'],
    ['2角', '0.20'],
    ['5分', '0.05'],
    ['12。5', '12.50'],
    ['0', '0.00'],
    ['-0', '0.00'],
    ['5.', '5.00'],
  ])('%s is %s', (typed, amount) => {
    expect(readMoney(typed)).toEqual({ kind: 'amount', yuan: amount });
  });

  it.each([
    ['', 'empty'],
    ['  　', 'empty'],
    ['约2000', 'unreadable'],
    ['2000元/年', 'unreadable'],
    ['1,23', 'unreadable'],
    ['12,3456', 'unreadable'],
    ['1.005', 'tooFine'],
    ['0.5分', 'tooFine'],
    ['-3', 'negative'],
    ['\u22123', 'negative'],
    ['1e3', 'unreadable'],
    ['.5', 'unreadable'],
  ])('%j is %s', (typed, kind) => {
    expect(readMoney(typed).kind).toBe(kind);
  });

  it('what is shown reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (amount) => {
        expect(readMoney(moneyText(yuan(amount)))).toEqual({ kind: 'amount', yuan: yuan(amount) });
      }),
    );
  });
});

describe('the one figure of a bill that was not typed', () => {
  it('the total is the sum of its parts', () => {
    expect(fillGap('total', undefined, ['4000.00', '140.00', '0.00', '180.00'])).toEqual({ kind: 'filled', yuan: '4320.00' });
  });
  it('a part is what the others leave', () => {
    expect(fillGap('part', '4320.00', ['140.00', '0.00', '180.00'])).toEqual({ kind: 'filled', yuan: '4000.00' });
  });
  it('parts beyond the total are said, not cut', () => {
    expect(fillGap('part', '100.00', ['140.00'])).toEqual({ kind: 'exceeds', by: '40.00' });
  });
  it('total and parts always agree to the fen', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 5 }), (parts) => {
        const balance = fillGap('total', undefined, parts.map(yuan));
        expect(balance.kind === 'filled' && addsUp(parts.map(yuan), balance.yuan)).toBe(true);
      }),
    );
  });
});

describe('lengths', () => {
  it('stay between 0 and 1', () => {
    fc.assert(
      fc.property(fen, fen, (part, whole) => {
        const share = shareOf(yuan(part), yuan(whole));
        expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });
  it('of parts add up to the whole', () => {
    expect(shareOfAll(['1300.00', '860.00', '2160.00'], '4320.00')).toBe(1);
  });
});

describe('small steps', () => {
  it.each([
    ['4000.00', 1, '4001.00'],
    ['0.50', -1, '0.00'],
    ['12.34', 100, '112.34'],
  ])('%s by %i is %s', (from, by, to) => {
    expect(stepped(from, by)).toBe(to);
  });
  it('an axis ends on a round amount with room above', () => {
    expect(roomyAbove('4000.00')).toBe('10000.00');
    expect(roomyAbove('0.00')).toBe('1000.00');
    expect(compareMoney(roomyAbove('123456.78'), '123456.78')).toBeGreaterThan(0);
  });
  it('twice negated is itself', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(negated(negated(yuan(amount)))).toBe(yuan(amount));
      }),
    );
  });
  it.each([
    ['1000.00', '1000元'],
    ['860.50', '860.50元'],
  ])('%s is written %s in rules', (amount, written) => {
    expect(plainMoney(amount)).toBe(written);
  });
});

describe('formulas', () => {
  it.each([
    ['4000.00 × 60% = 2400.00', '4,000.00 × 60% = 2,400.00'],
    ['2023-05-08', '2023-05-08'],
    ['自然年 2023', '自然年 2023'],
    ['取小(12345.67, 2000.00 − 700.00)', '取小(12,345.67, 2,000.00 − 700.00)'],
  ])('%s is shown %s', (formula, shown) => {
    expect(groupAmounts(formula)).toBe(shown);
  });
  it('the result is left out where it stands beside the formula', () => {
    expect(withoutResult('800.00 × 50% = 400.00')).toBe('800.00 × 50%');
    expect(withoutResult('800.00')).toBe('800.00');
  });
});
