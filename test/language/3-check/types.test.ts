import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bool,
  comparable,
  date,
  days,
  fen,
  fits,
  integer,
  join,
  money,
  months,
  narrowed,
  number,
  orZero,
  points,
  ratio,
  text,
} from '../../../language/3-check/types.ts';
import type { Type } from '../../../language/model/types.ts';

const whole = fc
  .tuple(fc.option(fc.bigInt({ min: -9n, max: 9n }), { nil: undefined }), fc.option(fc.bigInt({ min: 0n, max: 9n }), { nil: undefined }))
  .map(([min, size]) => integer(min, min === undefined || size === undefined ? undefined : min + size));
const listed = fc
  .tuple(fc.constantFrom('enum' as const, 'set' as const), fc.shuffledSubarray(['三级', '二级', '一级'], { minLength: 1 }))
  .map(([kind, values]): Type => ({ kind, name: '等级', values }));
const types: fc.Arbitrary<Type> = fc.oneof(
  fc.constantFrom(money, fen, ratio, points, number, months, days, date, bool, text),
  whole,
  listed,
);

describe('types', () => {
  it('what fits, fits through', () => fc.assert(fc.property(types, types, types, (a, b, c) => !fits(a, b) || !fits(b, c) || fits(a, c))));
  it('a type fits itself', () => fc.assert(fc.property(types, (a) => fits(a, a))));
  it('both fit what holds both', () =>
    fc.assert(
      fc.property(types, types, (a, b) => {
        const both = join(a, b);
        return !both || (fits(a, both) && fits(b, both));
      }),
    ));
  it('what holds both does not depend on the order', () =>
    fc.assert(fc.property(types, types, (a, b) => join(a, b)?.kind === join(b, a)?.kind)));
  it('what fits can be compared', () => fc.assert(fc.property(types, types, (a, b) => !fits(a, b) || comparable(a, b))));
  it('narrowing keeps within what is declared', () =>
    fc.assert(fc.property(types, types, (declared, actual) => !fits(actual, declared) || fits(narrowed(declared, actual), declared))));
  it('0 fits what may be 0', () => fc.assert(fc.property(whole, (type) => fits(integer(0n, 0n), orZero(type)))));

  it.each([
    [fen, money, true],
    [money, fen, false],
    [integer(1n), number, true],
    [integer(1n), integer(0n), true],
    [integer(0n), integer(1n), false],
    [ratio, points, false],
    [months, days, false],
  ])('%o for %o: %s', (from, to, wanted) => expect(fits(from, to)).toBe(wanted));
});
