import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../language/compare/kinks.ts';
import type { PayAt } from '../../../language/compare/search.ts';
import { firstNotice, notices } from '../../../language/compare/search.ts';

/** Deductible, share in thousandths, cap: paid to the fen, half up. All in fen. */
const pays =
  (deductible: number, share: number, cap: number): PayAt =>
  (bill) =>
    Math.min(cap, Math.floor((Math.max(0, bill - deductible) * share + 500) / 1000));

const END = 6_000;
const law = fc.record({
  deductible: fc.integer({ min: 0, max: 900 }),
  share: fc.integer({ min: 10, max: 1000 }),
  cap: fc.integer({ min: 1, max: 4_000 }),
});
type Law = typeof law extends fc.Arbitrary<infer Of> ? Of : never;
const paid = ({ deductible, share, cap }: Law): PayAt => pays(deductible, share, cap);
/** What the rules of both name, and a net. */
const places = (...laws: readonly Law[]): readonly number[] =>
  [
    ...new Set([
      ...laws.flatMap(({ deductible, share, cap }) => [
        deductible,
        deductible + 1,
        cap,
        deductible + Math.ceil((cap * 1000) / share),
        deductible + Math.ceil((cap * 1000) / share) + 1,
      ]),
      ...Array.from({ length: 24 }, (_, index) => ((index + 1) * END) / 24),
    ]),
  ]
    .filter((place) => place > 0 && place <= END)
    .sort((a, b) => a - b);

describe('the first bill that notices', () => {
  it.each([
    ['70% to 75%', pays(0, 700, 100_000), pays(0, 750, 100_000), 2],
    ['a cap of 1,000 to 2,000 at 70%', pays(0, 700, 100_000), pays(0, 700, 200_000), 142_858],
    ['a cap of 1,500 to 3,000 at 70%', pays(0, 700, 150_000), pays(0, 700, 300_000), 214_287],
    ['nothing to 70% above 150', () => 0, pays(15_000, 700, 250_000), 15_001],
  ])('%s, by a fen', (_, before, after, bill) => {
    expect(firstNotice(before, after, 1, [100, 10_000, 100_000, 142_857, 300_000, 600_000])).toBe(bill);
  });

  it('is the first of all bills, one after the other', () => {
    fc.assert(
      fc.property(law, law, fc.constantFrom(1, 5, 100), (a, b, threshold) => {
        const [before, after] = [paid(a), paid(b)];
        let first: number | undefined;
        for (let bill = 1; bill <= END && first === undefined; bill += 1) if (notices(before(bill), after(bill), threshold)) first = bill;
        expect(firstNotice(before, after, threshold, places(a, b))).toBe(first);
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});

describe('pieces', () => {
  it('end where the rules say, to the fen', () => {
    const { kinks } = piecesOf(pays(20_000, 500, 200_000), [100, 20_000, 420_000, 1_000_000], [{ num: 1, den: 2 }]);
    expect(kinks).toEqual([
      { at: 20_000, pays: 0, kind: 'start' },
      { at: 420_000, pays: 200_000, kind: 'top' },
    ]);
  });

  it('begin where the rule begins to pay, not where a whole fen of it first shows', () => {
    const { kinks } = piecesOf(pays(20_000, 400, 200_000), [100, 20_000, 420_000, 520_000, 1_000_000], [{ num: 2, den: 5 }]);
    expect(kinks.map(({ at }) => at)).toEqual([20_000, 520_000]);
  });

  it('show a step at the fen at which it is', () => {
    const { kinks, points } = piecesOf((bill) => (bill >= 123_457 ? bill : 0), [100_000, 200_000, 400_000]);
    expect(kinks).toMatchObject([{ at: 123_457, kind: 'jump' }]);
    expect(points).toContainEqual({ at: 123_456, pays: 0 });
  });

  it('lie within rounding of what is paid everywhere', () => {
    fc.assert(
      fc.property(law, fc.array(fc.integer({ min: 0, max: END }), { minLength: 8, maxLength: 8 }), (one, bills) => {
        const pay = paid(one);
        const { points } = piecesOf(pay, places(one), [{ num: one.share, den: 1000 }]);
        for (const bill of bills) {
          const after = points.findIndex(({ at }) => at >= bill);
          const [a, b] = [points[Math.max(0, after - 1)], points[after]];
          if (!a || !b) continue;
          const line = b.at === a.at ? b.pays : a.pays + ((b.pays - a.pays) * (bill - a.at)) / (b.at - a.at);
          // Pieces shorter than a third of a yuan are not told apart.
          expect(Math.abs(line - (pay(bill) ?? 0))).toBeLessThan(36);
        }
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
