import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoadedBundle } from '../../../runtime/index.ts';
import { emptyLedger, settle } from '../../../runtime/index.ts';
import { curveOf } from '../../../studio/worker/curve.ts';
import { outpatient, policyText, readyFrom } from '../../kit/policy.ts';

const visit = {
  id: '1',
  policy: '甲',
  fields: { 参保人: '甲', 就诊日: '2023-05-08', 医疗类别: '普通门诊', 人员类别: '在职', 政策范围内: '1000.00', 全自费: '0.00' },
};
const stream = { policy: '甲', encounters: [visit], openings: [], suppose: {} };
const ask = (loaded: LoadedBundle) => curveOf(loaded, { ...stream, part: '政策范围内', upTo: '6000.00', points: 60 });
const personal = (loaded: LoadedBundle, at: string): string | undefined =>
  settle(loaded, { ...visit, fields: { ...visit.fields, 政策范围内: at } }, emptyLedger()).answer.totals?.personal;

describe('the curve of personal cost', () => {
  it('bends where the deductible is met and where the cap is reached, and says what the next yuan costs', async () => {
    const { loaded } = await readyFrom(policyText(outpatient()));
    const { kinks, cliffs } = ask(loaded);
    expect(kinks.map(({ at, cause, then }) => [at, cause, then])).toEqual([
      ['200.00', '门诊.起付', '0.40'],
      ['3533.33', '门诊.支付', '1.00'],
    ]);
    expect(cliffs).toEqual([]);
  });

  it('reaches the cap at the first bill by which the rule itself pays no more, not where rounding already shows it', async () => {
    const { loaded } = await readyFrom(policyText(outpatient('50%')));
    const { kinks } = ask(loaded);
    // 4,199.99 already rounds to 2,000.00; (4,200.00 − 200) × 50% is 2,000.00.
    expect(kinks.map(({ at }) => at)).toEqual(['200.00', '4200.00']);
    expect(kinks[1]).toMatchObject({ cause: '门诊.支付', then: '1.00' });
  });

  it('turns where the rule turns before any rounding, to the nearest fen', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(40, 50, 55, 60, 65, 70, 75, 80, 90),
        fc.integer({ min: 5, max: 15 }),
        async (deductible, percent, cap) => {
          const { loaded } = await readyFrom(policyText(outpatient(`${percent}%`, `${deductible * 50}元`, `${cap * 100}元`)));
          const met = deductible * 5_000;
          const reached = met + Math.floor((2 * cap * 10_000 * 100 + percent) / (2 * percent));
          const yuan = (fen: number): string => (fen / 100).toFixed(2);
          expect(ask(loaded).kinks.map(({ at }) => at)).toEqual([met, reached].map(yuan));
        },
      ),
      { numRuns: 12, seed: 11 },
    );
  });

  it('has a cliff exactly between the two fen where the cost jumps', async () => {
    const { loaded } = await readyFrom(policyText(outpatient('如果 政策范围内 超过 1234.56元 则 50% 否则 60%')));
    const { cliffs } = ask(loaded);
    expect(cliffs.map(({ at, before, personal: after }) => [at, before, after])).toEqual([
      ['1234.57', personal(loaded, '1234.56'), personal(loaded, '1234.57')],
    ]);
    expect(cliffs[0]?.cause).toMatch(/^门诊/);
  });
});
