import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUS_WORDS } from '../../../language/5-bundle/answer-words.ts';
import { causesOf } from '../../../language/causes/causes.ts';
import { causeGroups } from '../../../language/causes/groups.ts';
import type { JudgedValue, PatientCase } from '../../../language/causes/judge.ts';
import { judged } from '../../../language/causes/judge.ts';
import { neutralised, neutralsOf } from '../../../language/causes/neutralised.ts';
import type { LoadedBundle } from '../../../runtime/index.ts';
import { streams } from '../../kit/arbitraries/stream.ts';
import { ready, realPolicies } from '../../kit/policy.ts';

const NAME = '绵阳市职工基本医疗保险';
const { loaded } = await ready(realPolicies());

const visit = (id: string, day: string, fields: object) => ({
  id,
  policy: NAME,
  fields: {
    ...{ 参保人: '甲', 就诊日: day, 参保日: '2001-03-01', 医疗类别: '普通门诊', 机构等级: '二级', 人员类别: '在职' },
    ...{ 认定病种数: 0, 异地备案: '已备案', 先行自付: '0.00', 超限价: '0.00', 全自费: '0.00' },
    ...fields,
  },
});
const patient = (id: string, encounters: PatientCase['encounters'], expected: PatientCase['expected']): PatientCase => ({
  id,
  policy: NAME,
  encounters,
  openings: [],
  expected,
});
const M1 = [
  visit('1', '2023-03-02', { 机构等级: '三级', 政策范围内: '1000.00' }),
  visit('2', '2023-04-11', { 政策范围内: '500.00' }),
  visit('3', '2023-05-08', { 政策范围内: '4000.00' }),
];
const employee = patient('17', M1, { 3: { '门诊统筹.起付': '0元', '门诊统筹.支付': '2,400元', 个人: '1600元' } });
const RETIRED = { 人员类别: '退休' };
const retired = patient(
  '29',
  [visit('1', '2023-03-02', { ...RETIRED, 政策范围内: '3000.00' }), visit('2', '2023-11-20', { ...RETIRED, 政策范围内: '1600.00' })],
  { 2: { '门诊统筹.支付': '1120元', 个人: '480元' } },
);
const lastYear = patient('33', [visit('1', '2023-01-03', { 医疗类别: '门诊慢特病', 认定病种数: 1, 政策范围内: '2000.00' })], {
  1: { '门诊慢性病.支付': '1000元', 个人: '1000元' },
});
const RESIDENTS = '绵阳市城乡居民基本医疗保险';
const COSTS = { 政策范围内: '11000.00', 先行自付: '0.00', 超限价: '0.00', 全自费: '0.00' };
const unfiled = {
  ...patient('b', [], { 1: { 个人: '4000元' } }),
  policy: RESIDENTS,
  encounters: [
    {
      id: '1',
      policy: RESIDENTS,
      fields: {
        ...{ 参保人: '乙', 就诊日: '2023-06-08', 缴费时段: '集中征缴期', 异地备案: '未备案', 医疗类别: '转外诊治住院', 机构等级: '三级' },
        ...COSTS,
      },
    },
  ],
  suppose: { 市外比例: '7000' },
};
const causes = async (...patients: readonly PatientCase[]) => causesOf(loaded, patients);
const first = async (one: PatientCase) => (await causes(one))[0]?.causes[0];

describe('why a figure differs from what was expected', () => {
  it('the yearly cap was overlooked, for both alike, with the sentence that sets it', async () => {
    const found = await causes(employee, retired);
    expect(found[0]?.causes[0]).toMatchObject({ kind: 'cap', address: '门诊统筹.支付限额' });
    expect(found[0]?.causes[0]?.ground?.citations[0]?.quote).toContain('在职职工每年不超过2000元');
    expect(found[0]?.causes[0]?.ground?.event).toBe('3');
    expect(causeGroups(found)).toMatchObject([{ cause: { kind: 'cap' }, patients: ['17', '29'] }]);
  });
  it('a missing fact is no difference, neither in its event nor in those that rest on it, and has no cause', async () => {
    const incomplete = M1.map(({ fields: { 参保日: _, ...fields }, ...event }) => ({ ...event, fields }));
    const expected = { 1: { '门诊统筹.支付': '400元', 个人: '600元' }, 3: { '门诊统筹.支付': '1300元', 个人: '2700元' } };
    const [one, two] = [
      patient('a', incomplete, expected),
      patient('b', [incomplete[0] ?? visit('1', '2023-03-02', {}), ...M1.slice(1)], expected),
    ];
    for (const lacking of [one, two]) {
      const verdicts = [...judged(loaded, lacking)].flatMap(({ values }) => values.map(({ verdict }) => verdict));
      expect(verdicts).toContain('open');
      expect(verdicts).not.toContain('differs');
    }
    expect((await causes(one, two)).flatMap(({ causes: found }) => found)).toEqual([]);
  });
  it('by the version before it is exactly what was expected', async () => {
    const [found] = await causes(lastYear);
    expect(found?.causes.map(({ kind }) => kind)).toContain('version');
    expect(found?.causes[0]).toMatchObject({ kind: 'value', address: '慢病限额[1]', instead: '1000.00 @ 2022-01-01' });
  });
  it.each([
    ['没有扣起付线', { 1: { '门诊统筹.支付': '500元' } }, { kind: 'deductible', address: '门诊统筹.起付' }],
    ['先乘比例再扣', { 1: { '门诊统筹.支付': '300元' } }, { kind: 'order', address: '门诊统筹.应付' }],
    ['退休的比例和起付', { 1: { '门诊统筹.支付': '510元' } }, { kind: 'fact', address: '人员类别', instead: '在职 → 退休' }],
    ['二级的比例', { 1: { '门诊统筹.支付': '480元' } }, { kind: 'row', address: '门诊比例', instead: '二级、一级、未定级、药店' }],
    ['起付线按 150 元', { 1: { '门诊统筹.支付': '425元' } }, { kind: 'row', address: '门诊起付标准', instead: '退休' }],
    [
      '第二次又扣了起付线',
      { 2: { '门诊统筹.起付': '200元', '门诊统筹.支付': '180元' } },
      { kind: 'used', address: '门诊统筹.已累计[年门诊起付]' },
    ],
    ['没有这项待遇', { 1: { 个人: '1000元' } }, { kind: 'benefit', address: '门诊统筹' }],
  ])('%s', async (_, expected, cause) => {
    expect(await first(patient('a', M1, expected))).toMatchObject(cause);
  });
  it.each([
    ['the row of another hospital', patient('a', M1, { 1: { '门诊统筹.支付': '480元' } }), 'row', '在职职工报销50%', '50%'],
    ['another deductible', patient('a', M1, { 1: { '门诊统筹.支付': '425元' } }), 'row', '在职职工200元/年', '200.00'],
    ['no deductible', patient('a', M1, { 1: { '门诊统筹.支付': '500元' } }), 'deductible', '一年只扣一次', '200.00'],
    ['a deductible taken twice', patient('a', M1, { 2: { '门诊统筹.起付': '200元' } }), 'used', '一年只扣一次', '200.00'],
    ['last year’s cap', lastYear, 'value', '最高可报销2000元', '2000.00'],
    ['an exception, of several sentences its own', unfiled, 'exception', '未按规定办理异地就医备案手续的', undefined],
  ])('quotes the sentence of the rule that was changed: %s', async (_, one, kind, quote, value) => {
    const found = (await causes(one))[0]?.causes.find((cause) => cause.kind === kind);
    expect(found?.ground?.citations[0]?.quote).toContain(quote);
    expect(found?.ground?.value).toBe(value);
  });
  it('quotes nothing for a rule that cites nothing, rather than another rule', async () => {
    const one = patient('a', [visit('1', '2023-03-02', { 政策范围内: '200.01' })], { 1: { '门诊统筹.支付': '0.00元' } });
    const rounding = (await causes(one))[0]?.causes.find(({ kind }) => kind === 'rounding');
    expect(rounding?.ground).toMatchObject({ address: '门诊统筹.支付', citations: [] });
  });
  it('quotes for a whole version a number that it has otherwise', async () => {
    const version = (await causes(lastYear))[0]?.causes.find(({ kind }) => kind === 'version');
    expect(version?.ground?.citations[0]?.quote).toMatch(/慢性病|75%|2000元/);
  });
  it('a fen lost to rounding', async () => {
    const one = patient('a', [visit('1', '2023-03-02', { 政策范围内: '200.01' })], { 1: { '门诊统筹.支付': '0.00元' } });
    expect((await causes(one))[0]?.causes).toContainEqual(expect.objectContaining({ kind: 'rounding', instead: 'down 1' }));
  });
  it('a waiting period overlooked', async () => {
    const one = patient('a', [visit('1', '2023-03-02', { 参保日: '2023-01-01', 机构等级: '三级', 政策范围内: '1000.00' })], {
      1: { 状态: '已结算', 个人: '600元' },
    });
    expect(await first(one)).toMatchObject({ kind: 'eligibility', address: '待遇等待期' });
  });
  it('no cause where nothing differs, where nobody can say, and where no single change gives it', async () => {
    const same = patient('same', M1, { 3: { '门诊统筹.支付': '1300元' } });
    const open = patient('open', [visit('1', '2023-03-02', { 医疗类别: '转外诊治住院', 政策范围内: '11000.00' })], {
      1: { 个人: '4000元' },
    });
    const odd = patient('odd', M1, { 3: { '门诊统筹.支付': '1234.56元' } });
    expect((await causes(same, open, odd)).map((one) => one.causes)).toEqual([[], [], []]);
  });
  it('stops when told to and keeps what was found', async () => {
    let asked = 0;
    const onProgress = (done: number): void => {
      asked = done;
    };
    const found = await causesOf(loaded, [employee], { onProgress, cancelled: () => asked >= 3 });
    expect(asked).toBe(3);
    expect(found).toHaveLength(1);
  });
});

/** What a patient's events give under a law, as 期望 would write it. */
function expectedUnder(bundle: LoadedBundle, one: PatientCase, labels: readonly string[]): PatientCase['expected'] {
  const asked = Object.fromEntries(labels.map((label) => [label, '']));
  const events = judged(bundle, { ...one, expected: Object.fromEntries(one.encounters.map(({ id }) => [id, asked])) });
  return Object.fromEntries(
    [...events].map(({ answer, values }) => [
      answer.event,
      answer.status === 'settled'
        ? Object.fromEntries(values.map(({ label, actual }) => [label, actual]))
        : { 状态: STATUS_WORDS[answer.status] },
    ]),
  );
}
const verdicts = (bundle: LoadedBundle, one: PatientCase): readonly JudgedValue['verdict'][] =>
  [...judged(bundle, one)].flatMap(({ values }) => values.map(({ verdict }) => verdict));

const policies = loaded.file.ir.policies.filter(({ entry }) => entry === 'settlement' || entry === 'cashBenefit');

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (_, policy) => {
  const neutrals = neutralsOf(policy, loaded.file.ir.policies);
  const labels = [...new Set(policy.programs.flatMap(({ steps }) => steps.flatMap(({ address, posting }) => (posting ? [address] : []))))];
  const cases = streams(policy).map((encounters) => ({ ...patient('p', encounters, {}), policy: policy.id }));

  it('a law without one step is found again from what it gives, and a step that did not act is never named', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(), async (one, at) => {
        const neutral = neutrals[at % neutrals.length];
        const other = neutral && neutralised(loaded, policy, neutral);
        if (!other) return;
        const expecting = { ...one, expected: expectedUnder(other, one, labels) };
        const acted = verdicts(loaded, expecting).includes('differs');
        const keys = (await causesOf(loaded, [expecting]))[0]?.causes.map(({ key }) => key) ?? [];
        // A stream that stays open, or where both laws agree, says nothing about the step.
        if (acted && !verdicts(loaded, expecting).includes('open')) expect(keys).toContain(neutral.key);
        if (!acted) expect(keys).toEqual([]);
      }),
      { numRuns: 12, seed: 20_230_101 },
    );
  });
});
