import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr } from '../../../../runtime/ir/types.ts';
import type { Rational } from '../../../../runtime/money/rational.ts';
import { add, compare, multiply, rational } from '../../../../runtime/money/rational.ts';
import { roundToMultiple } from '../../../../runtime/money/rounding.ts';
import {
  compare as compared,
  constant,
  draft,
  FEN,
  fen,
  greatest,
  integer,
  least,
  minus,
  percent,
  rounded,
  sum,
  term,
  times,
} from '../../../kit/ir.ts';
import { gapOf, valueIn } from '../../../kit/settling.ts';

const value = (expr: Expr) => valueIn(draft(), expr, FEN);
const money = fc.integer({ min: -10_000_000, max: 10_000_000 });
const ratio = fc.integer({ min: -300, max: 300 });

describe('exact amounts', () => {
  it('[A1] sums and products of money and ratios are those of exact fractions', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(money, ratio), { minLength: 1, maxLength: 6 }), (pairs) => {
        const result = valueIn(draft(), sum(...pairs.map(([m, r]) => times(fen(m), percent(r)))), { kind: 'money', scale: '100' });
        const exact = pairs
          .map(([m, r]) => multiply(rational(BigInt(m)), rational(BigInt(r), 100n)))
          .reduce((a: Rational, b: Rational) => add(a, b));
        expect(rational(BigInt(String(result)), 100n)).toEqual(exact);
      }),
    );
  });

  it('[A5] a × b ÷ c is rounded once, from the exact quotient', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        ratio,
        fc.integer({ min: -5000, max: 5000 }),
        fc.constantFrom('halfUp', 'down', 'up'),
        fc.constantFrom(1, 10, 100),
        (a, b, c, mode, unit) => {
          const expr: Expr = {
            op: 'mulDivRound',
            numerators: [term(fen(a)), term(integer(b))],
            divisor: term(integer(c)),
            unit: String(unit),
            mode,
          };
          const result = value(expr);
          if (c === 0) expect(gapOf(result)?.faults).toEqual(['impossible']);
          else expect(result).toBe(roundToMultiple(BigInt(a) * BigInt(b) * (c < 0 ? -1n : 1n), BigInt(Math.abs(c)), BigInt(unit), mode));
        },
      ),
    );
  });
  it('[A5] a pool of 1,000,000 over 1040 points gives 600 of them 576,923.08', () => {
    expect(
      value({
        op: 'mulDivRound',
        numerators: [term(fen(100_000_000)), term(integer(600))],
        divisor: term(integer(1040)),
        unit: '1',
        mode: 'halfUp',
      }),
    ).toBe(57_692_308n);
  });

  it('[A12] 取小 and 取大 compare across scales exactly', () => {
    fc.assert(
      fc.property(money, money, ratio, (a, b, r) => {
        const scaled = { of: fen(a), by: '100' };
        const product = { of: times(fen(b), percent(r)), by: '1' };
        const exact = [rational(BigInt(a)), multiply(rational(BigInt(b)), rational(BigInt(r), 100n))] as const;
        const smaller = compare(exact[0], exact[1]) <= 0 ? exact[0] : exact[1];
        const greater = smaller === exact[0] ? exact[1] : exact[0];
        const type = { kind: 'money', scale: '100' } as const;
        expect(rational(BigInt(String(valueIn(draft(), { op: 'least', of: [scaled, product] }, type))), 100n)).toEqual(smaller);
        expect(rational(BigInt(String(valueIn(draft(), { op: 'greatest', of: [scaled, product] }, type))), 100n)).toEqual(greater);
      }),
    );
  });

  it('[A4] rounding inside a formula', () => {
    expect(value(rounded(times(fen(12345), percent(50)), 100))).toBe(6173n);
    expect(value(rounded(times(fen(12345), percent(50)), 100, 'down', 100))).toBe(6100n);
  });

  it.each([
    ['<', 1, 2, true],
    ['<', 2, 2, false],
    ['≤', 2, 2, true],
    ['≤', 3, 2, false],
    ['>', 3, 2, true],
    ['>', 2, 2, false],
    ['≥', 2, 2, true],
    ['≥', 1, 2, false],
    ['=', 2, 2, true],
    ['≠', 2, 2, false],
  ] as const)('[A10] with %s, %s against %s: %s', (test, a, b, holds) => {
    expect(valueIn(draft(), compared(integer(a), test, integer(b)), { kind: 'bool' })).toBe(holds);
  });

  it('[A1] a deductible that is met is no deductible', () => {
    expect(value(least(fen(500), greatest(fen(0), minus(fen(200), fen(300)))))).toBe(0n);
    expect(value(constant(FEN, '-5'))).toBe(-5n);
  });
});
