import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../../language/compile.ts';
import { nudgesOf } from '../../../language/mutation/nudges.ts';
import { type NudgeReport, runNudges } from '../../../language/mutation/run.ts';
import { runScenarios } from '../../../language/scenarios/run.ts';
import { policyText, workspaceOf } from '../../kit/policy.ts';

const placesOf = (...texts: readonly string[]) => {
  const compiler = createCompiler();
  return nudgesOf(
    workspaceOf(...texts).files.map((file) => ({ path: file.path, ...compiler.parse(file) })),
    '甲',
  );
};

const nudged = async (texts: readonly string[], cancelled?: () => boolean): Promise<NudgeReport> => {
  const compiler = createCompiler();
  const workspace = workspaceOf(...texts);
  const places = nudgesOf(
    workspace.files.map((file) => ({ path: file.path, ...compiler.parse(file) })),
    '甲',
  );
  return runNudges(
    workspace,
    places,
    {
      compile: (changed, folder) => compiler.compile(changed, { folder, despiteErrors: true }),
      differing: (built, loaded) => runScenarios(built, loaded).find(({ pass }) => !pass)?.title,
    },
    { policy: '甲', folder: '', ...(cancelled ? { cancelled } : {}) },
  );
};

const outcomes = (report: NudgeReport, written: string): readonly string[] =>
  report.results.filter(({ place }) => place.written === written).flatMap(({ nudges }) => nudges.map(({ outcome }) => outcome));

const paying = (ratio: string, above: string): string =>
  policyText(`
  支付 报销 由 统筹基金 从 政策范围内 = 取大(0元, 政策范围内 - ${above}) × ${ratio} 当 医疗类别 是 普通门诊
`);
const scenario = (bill: string, pays: string): string => `
示例 “一次” 于 “甲” {
  参保人 甲 { 人员类别 在职; 身份 无 }
  就诊 2023-01-02 { 医疗类别 普通门诊; 次 1; 政策范围内 ${bill}; 全自费 0元 }
  期望 { 报销 ${pays} }
}
`;

describe('the places that are nudged', () => {
  it('are the numbers, days and comparisons of the rules, each a step up and a step down', () => {
    const places = placesOf(policyText('定义 大 : 布尔 = 政策范围内 ≥ 200元 且 次 < 3\n定义 份额 : 比例 = 70%'));
    expect(places.map(({ written, instead, owner }) => [owner, written, instead])).toEqual([
      ['', '2022-01-01', [['2022-01-02', '2021-12-31']]],
      ['', '2021-12-01', [['2021-12-02', '2021-11-30']]],
      ['大', '≥', [['>']]],
      [
        '大',
        '200元',
        [
          ['201元', '199元'],
          ['200.01元', '199.99元'],
        ],
      ],
      ['大', '<', [['≤']]],
      ['大', '3', [['4', '2']]],
      ['份额', '70%', [['71%', '69%']]],
    ]);
  });

  it('are of the amendments too: their days and their new numbers, not the old ones', () => {
    const law = policyText('定义 份额 : 比例 = 70%');
    const amendment = '修订 “甲” 发布 2022-12-01 自 2023-01-01 起 {\n  份额 由 70% 改为 75%\n}\n';
    expect(
      placesOf(law, amendment)
        .filter(({ span }) => span.file === '2.yice')
        .map(({ written, owner }) => [owner, written]),
    ).toEqual([
      ['', '2023-01-01'],
      ['份额', '75%'],
    ]);
  });

  it('are none of scenarios, other policies and what an event may hold', () => {
    expect(placesOf(scenario('1000元', '1元'), policyText('定义 份额 : 比例 = 70%', '乙'))).toEqual([]);
  });
});

describe('nudging', () => {
  it('a number that a scenario pins is noticed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 98 }), fc.integer({ min: 2, max: 400 }), async (ratio, above) => {
        // 10,000 yuan above the line: one percentage point is 100 yuan, one fen of the line 1 % to 98 % of a fen, which rounding may swallow.
        const report = await nudged([paying(`${ratio}%`, `${above}元`), scenario(`${10_000 + above}元`, `${ratio * 100}元`)]);
        expect(outcomes(report, `${ratio}%`)).toEqual(['noticed', 'noticed']);
        expect(outcomes(report, `${above}元`).slice(0, 2)).toEqual(['noticed', 'noticed']);
        expect(report.results.find(({ place }) => place.written === `${ratio}%`)?.nudges[0]?.by).toBe('一次');
      }),
      { numRuns: 8, seed: 5 },
    );
  });

  it('a number that no scenario reaches goes unnoticed, and finer steps are not tried', async () => {
    const texts = [paying('50%', '200元'), scenario('100元', '0元')];
    const report = await nudged(texts);
    expect(outcomes(report, '50%')).toEqual(['unnoticed', 'unnoticed']);
    expect(outcomes(report, '200元')).toEqual(['unnoticed', 'unnoticed']);
    expect(await nudged(texts)).toEqual(report);
  });

  it('a change that the text does not allow is refused', async () => {
    const amendment = '修订 “甲” 发布 2022-12-01 自 2023-01-01 起 {\n  报销.比例 由 50% 改为 60%\n}\n';
    const share = policyText('定义 份额 : 比例 = 50%\n支付 报销 由 统筹基金 从 政策范围内 = 政策范围内 × 份额');
    const report = await nudged([share, amendment.replace('报销.比例', '份额'), scenario('1000元', '600元')]);
    expect(outcomes(report, '50%')).toEqual(['refused', 'refused']);
    expect(outcomes(report, '60%')).toEqual(['noticed', 'noticed']);
  });

  it('stops when asked, with what it has', async () => {
    let asked = 0;
    const report = await nudged([paying('50%', '200元'), scenario('1000元', '400元')], () => {
      asked += 1;
      return asked > 2;
    });
    expect([report.results.length, report.stopped, report.places > 2]).toEqual([2, true, true]);
  });
});
