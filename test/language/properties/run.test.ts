import { describe, expect, it } from 'vitest';
import type { PropertyOptions, PropertyResult } from '../../../language/properties/run.ts';
import { runProperties } from '../../../language/properties/run.ts';
import { outpatient, policyText, readyFrom } from '../../kit/policy.ts';

const run = async (lines: string, law: string, options: Partial<PropertyOptions> = {}): Promise<PropertyResult> => {
  const { built, loaded } = await readyFrom(`${policyText(lines)}\n性质 “题” 于 “甲” ${law}\n`);
  const [result] = await runProperties(built, loaded, { runs: 300, seed: 1, ...options });
  if (!result) throw new Error('one law goes in, one result comes out');
  return result;
};

/** Pays less to the retired, above a threshold that only few bills reach. */
const unfair = `
  定义 比例 : 比例 =
    | 人员类别 ＼ 政策范围内 | 不满 3000元 | 3000元 以上 |
    | 在职                 | 60%        | 60%        |
    | 退休                 | 70%        | 55%        |
  待遇 门诊 {
    适用 医疗类别 是 普通门诊
    起付线 100元 每次
    报销比例 比例
    支付 由 统筹基金 从 政策范围内
  }
`;

describe('laws that hold', () => {
  it.each([
    ['有界', ': 有界 门诊.支付 在 0元 至 2000元'],
    ['单调', ': 单调 随 政策范围内, 门诊.支付 不减少'],
    ['单调, of the person', ': 单调 随 全自费, 个人 不减少'],
    ['比较', ': 比较 人员类别 由 在职 到 退休, 门诊.支付 不减少'],
    ['有界, of a rate', ': 有界 门诊.报销比例 在 0% 至 100%'],
    ['比较, of a rate', ': 比较 人员类别 由 在职 到 退休, 门诊.报销比例 不减少'],
    ['单调, of money finer than a fen', ': 单调 随 政策范围内, 门诊.应付 不减少'],
    ['拆合不变', ': 拆合不变 按 政策范围内, 门诊.支付'],
    ['拆合不变, of the person', ': 拆合不变 按 政策范围内, 个人'],
  ])('%s', async (_, law) => {
    const result = await run(outpatient(), law);
    expect(result).toMatchObject({ status: 'held', runs: 300 });
    expect(result.tried).toBeGreaterThan(60);
  });
});

describe('laws that do not hold come with the smallest patient', () => {
  it('有界: a yearly cap is no cap of a visit’s bill', async () => {
    const { status, counterexample } = await run(outpatient(), ': 有界 门诊.支付 在 0元 至 1999.99元');
    expect(status).toBe('broken');
    const [[visit] = []] = counterexample?.alternatives ?? [];
    expect(visit?.amount).toBe('2000.00元');
    expect(visit?.fields).toMatchObject({ 参保人: '甲', 医疗类别: '普通门诊', 全自费: '0.00元' });
    // deductible + cap ÷ ratio, to the fen at which the payment first rounds up to the cap
    expect(visit?.fields['政策范围内']).toBe('3533.33元');
  });

  it('有界: a rate is told as a rate', async () => {
    const { status, counterexample } = await run(unfair, ': 有界 门诊.报销比例 在 0% 至 69.5%');
    expect(status).toBe('broken');
    expect(counterexample?.alternatives[0]?.[0]?.amount).toBe('70%');
  });

  it('单调: a whole-amount step downwards', async () => {
    const { counterexample } = await run(unfair, '当 人员类别 是 退休 : 单调 随 政策范围内, 门诊.支付 不减少');
    const [[before] = [], [after] = []] = counterexample?.alternatives ?? [];
    expect(counterexample?.history).toEqual([]);
    expect(before?.fields['人员类别']).toBe('退休');
    expect(Number.parseFloat(before?.amount ?? '')).toBeGreaterThan(Number.parseFloat(after?.amount ?? ''));
  });

  it('比较: the retired are paid less above 3000', async () => {
    const { counterexample } = await run(unfair, ': 比较 人员类别 由 在职 到 退休, 门诊.支付 不减少');
    expect(counterexample?.alternatives.map(([visit]) => [visit?.fields['人员类别'], visit?.fields['政策范围内'], visit?.amount])).toEqual([
      ['在职', '3000.00元', '1740.00元'],
      ['退休', '3000.00元', '1595.00元'],
    ]);
    expect(counterexample?.rows).toContainEqual({ name: '人员类别', value: '在职 → 退休' });
    expect(counterexample?.rows.at(-1)).toEqual({ name: '门诊.支付', value: '1740.00元 → 1595.00元' });
  });

  it('拆合不变: a deductible for each visit', async () => {
    const { counterexample, tolerance } = await run(unfair, '当 人员类别 是 在职 : 拆合不变 按 政策范围内, 门诊.支付');
    expect(tolerance).toBe('0.02');
    expect(counterexample?.alternatives.map((visits) => visits.length)).toEqual([1, 2]);
  });

  it('of a stream: the third visit of the year', async () => {
    const thirdVisit = `
      累计 次数累计 = 次数 当 医疗类别 是 普通门诊 每 参保人、自然年(归属日)
      定义 第几次 : 整数 = 已累计(次数累计) + 1
      定义 比例 : 比例 = 60%
        例外 老了 当 人员类别 是 退休 且 第几次 ≥ 3 : 减 30个百分点
      待遇 门诊 {
        适用 医疗类别 是 普通门诊
        起付线 0元 每次
        报销比例 比例
        支付 由 统筹基金 从 政策范围内
      }`;
    const { counterexample } = await run(thirdVisit, ': 比较 人员类别 由 在职 到 退休, 门诊.支付 不减少', { runs: 1000 });
    expect(counterexample?.history.map(({ fields }) => fields['医疗类别'])).toEqual(['普通门诊', '普通门诊']);
  });
});

describe('what decides nothing is counted', () => {
  it('open: a ratio that the policy leaves open', async () => {
    const result = await run(outpatient('待定 “未写”'), ': 单调 随 政策范围内, 门诊.支付 不减少');
    expect(result).toMatchObject({ status: 'untried', tried: 0 });
    expect(result.skipped.open).toBeGreaterThan(0);
    expect(Object.values(result.skipped).reduce((a, b) => a + b, 0)).toBe(300);
  });

  it('outside: patients whom the law is not about', async () => {
    const result = await run(outpatient(), '当 人员类别 是 退休 且 次 ≥ 3 : 有界 门诊.支付 在 0元 至 2000元');
    expect(result.skipped.outside).toBeGreaterThan(0);
    expect(result.status).toBe('held');
  });

  it('ineligible: nothing to pay in either case', async () => {
    expect((await run(outpatient(), ': 单调 随 政策范围内, 门诊.支付 不减少')).skipped.ineligible).toBeGreaterThan(0);
  });
});

describe('running', () => {
  it('the same seed draws the same patients', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => run(outpatient(), ': 有界 门诊.支付 在 0元 至 1999.99元', { seed: 42 })));
    expect(one).toEqual(other);
  });

  it('tells how far it is, and stops when asked', async () => {
    const seen: number[] = [];
    const result = await run(outpatient(), ': 有界 门诊.支付 在 0元 至 2000元', {
      onProgress: ({ done }) => void seen.push(done),
      cancelled: () => seen.length === 2,
    });
    expect(seen).toEqual([50, 100]);
    expect(result).toMatchObject({ status: 'cancelled', runs: 100 });
  });

  it('a counterexample can be settled again as it stands', async () => {
    const { counterexample } = await run(outpatient(), ': 有界 门诊.支付 在 0元 至 1999.99元');
    expect(counterexample?.alternatives[0]?.[0]?.encounter).toMatchObject({
      policy: '甲',
      fields: { 医疗类别: '普通门诊', 政策范围内: '3533.33' },
    });
  });
});
