import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../../language/index.ts';
import { draftAmendment } from '../../../studio/loop/annual-draft.ts';
import { type Decision, freshDraft } from '../../../studio/store/annual.ts';
import { readAnnual, writeAnnual } from '../../../studio/worker/annual.ts';
import { realPolicies } from '../../kit/policy.ts';

const policy = '绵阳市职工基本医疗保险';
const document = '510700-绵阳市/sources/绵医保发2024-12号.txt';
const text = `关于调整2024年度职工基本医疗保险门诊共济保障待遇的通知
绵医保发〔2024〕12号
2023年，全市职工医保参保人数86.32万人，统筹基金支出4.37亿元。
（一）在职职工在三级定点医疗机构门诊就医的，报销比例由50%提高到55%，提高5个百分点。
（二）在职职工普通门诊统筹年度支付限额由2000元提高到2500元，提高500元。
（三）退休职工普通门诊统筹年度支付限额由2500元提高到3000元，提高1000元。
（四）缩短职工医保待遇等待期，由6个月缩短至3个月，具体执行时间另行通知。
（五）未按规定办理异地就医备案手续的，报销比例在对应医疗机构基础上下调10%。
本通知自2024年1月1日起执行。
绵阳市医疗保障局 绵阳市财政局
2023年12月20日`;
const real = realPolicies();
const workspace = { files: real.files, documents: [...real.documents, { path: document, text }] };
const annual = readAnnual(createCompiler(), workspace, { kind: 'annual', policy, document });
if (!annual) throw new Error('the notice was not read');
const of = (printed: string) => annual.reading.proposals.find(({ number }) => annual.reading.numbers[number]?.text === printed);
const changes = annual.reading.proposals.flatMap(({ to, number, text: value }) =>
  to.kind === 'change' && value !== undefined ? [{ number, path: to.path, text: value }] : [],
);
const decisions = Object.fromEntries(
  changes.map(({ number, path, text: value }): readonly [number, Decision] => [number, { kind: 'accept', path, text: value }]),
);
const path = '510700-绵阳市/amendments/2024-01-01-年度调整.yice';
const written = () =>
  writeAnnual(createCompiler(), workspace, {
    kind: 'annualText',
    draft: draftAmendment(annual, { ...freshDraft(policy), document, decisions }),
    path,
    rows: changes.flatMap(({ number, path: at, text: value }) =>
      annual.values.flatMap((one) => (one.path === at ? [{ number, value: one, text: value }] : [])),
    ),
    reading: annual.reading,
  });

describe('a notice that the policy does not know yet', () => {
  it('becomes an amendment that the compiler takes, whatever its file is called', async () => {
    const { findings, text: amendment } = await written();
    expect(findings.map(({ what }) => what.zh)).toEqual([]);
    expect(amendment).toContain('依据 “通知2024” = 文件');
  });

  it('is checked in everything that it says of a number: both ends may be right and the step wrong', async () => {
    const { checks } = await written();
    expect(checks.map(({ verdict, claim, should }) => [verdict, claim, should])).toEqual([
      ['agrees', expect.anything(), undefined],
      ['agrees', expect.anything(), undefined],
      ['differs', '提高1000元', '3500元'],
    ]);
  });

  it('that sets the day of one change aside is asked about it, and never changes it unasked', () => {
    expect(of('3个月')?.to).toEqual({ kind: 'question', path: '待遇等待期', why: 'when' });
    expect(of('3个月')?.text).toBe('3个月');
    expect(annual.questions.map(({ path: where, example }) => [where, example])).toEqual([
      ['市外比例.未备案下调', { of: '75%', points: '65%', relative: '67.5%' }],
    ]);
    expect(of('10%')?.to).toMatchObject({ kind: 'question', why: 'unit' });
  });

  it('is of the day that stands under it', () => {
    expect(annual.reading.published?.day).toBe('2023-12-20');
    expect(draftAmendment(annual, freshDraft(policy)).published).toEqual({ kind: 'day', day: '2023-12-20' });
  });
});
