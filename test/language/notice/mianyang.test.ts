import { describe, expect, it } from 'vitest';
import type { DayDecision } from '../../../language/index.ts';
import { amendmentText, compile, runScenarios } from '../../../language/index.ts';
import { loadUnverified } from '../../../runtime/index.ts';
import { readReal } from '../../kit/notice.ts';

const employees = '绵阳市职工基本医疗保险';
const { text, reading, workspace } = readReal('510700', '访谈', employees, '2022-12-31', '2023-01-01');
const { numbers, proposals, claims, benefits } = reading;
const at = (printed: string, nth = 0) => {
  const number = numbers.filter((one) => one.text === printed)[nth];
  return number === undefined ? undefined : proposals[number.index];
};
const quoteOf = (place: { readonly start: number; readonly end: number }) => text.slice(place.start, place.end);

const edits = proposals.flatMap(({ to, text: value, quote, judged }) =>
  to.kind === 'change' && value !== undefined
    ? [
        {
          path: to.path,
          from: { '门诊慢性病.报销比例': '70%', '慢病限额[1]': '1000元', '慢病限额[2 以上]': '1500元' }[to.path] ?? '',
          to: value,
          quote: quoteOf(quote),
          judged,
        },
      ]
    : [],
);
const draft = {
  policy: employees,
  effective: { kind: 'day', day: reading.effective?.day ?? '' },
  published: { kind: 'open', why: '原文未写发布日', by: reading.dated?.day ?? '' },
  document: { alias: '访谈', file: '2023-05-31-游仙区访谈.txt', declare: false },
  edits,
  benefits: benefits.map((benefit) => ({ benefit, quotes: benefit.parts.map(({ quote }) => quoteOf(quote)) })),
  lines: [],
} as const;
const path = 'policies/510700-绵阳市/amendments/2023-01-01-职工门诊共济.yice'.replace('policies/', '');

describe('the 2023 notice of 绵阳 against the rules of 2022', () => {
  it('changes three values of the chronic diseases, and its own arithmetic agrees', () => {
    expect(edits.map(({ path: where, to, judged }) => [where, to, judged?.verdict])).toEqual([
      ['门诊慢性病.报销比例', '75%', 'agrees'],
      ['慢病限额[1]', '2000元', 'agrees'],
      ['慢病限额[2 以上]', '3000元', 'agrees'],
    ]);
    expect(at('5个百分点')?.to).toEqual({ kind: 'claim', of: at('75%')?.number });
    expect(claims.map((claim) => claim.text)).toContain('与2022年相比,提高了1500元');
  });

  it('says the same amounts again elsewhere, and those of the residents, which are not changed here', () => {
    expect(at('2000元', 1)?.to).toMatchObject({ kind: 'notARule', reason: 'repeated' });
    expect(at('1000元')?.to).toEqual({ kind: 'elsewhere', policy: '绵阳市城乡居民基本医疗保险', path: '慢病限额[1]' });
    expect(at('2.8%')?.to).toMatchObject({ kind: 'elsewhere', policy: '绵阳市职工医保个人账户' });
    expect(at('90%')?.to).toMatchObject({ kind: 'elsewhere', path: '基层住院.报销比例' });
  });

  it('leaves open what it does not say, and knows what stands already', () => {
    expect(at('10%')?.to).toEqual({ kind: 'question', path: '市外比例.未备案下调', why: 'unit' });
    expect(at('6个月')?.to).toEqual({ kind: 'same', path: '待遇等待期' });
    expect(at('1000元', 3)?.to).toEqual({ kind: 'same', path: '市外住院.起付线' });
  });

  it('has a reason for every number that is no rule', () => {
    expect(proposals.filter(({ to }) => to.kind === 'unclear')).toEqual([]);
    expect(at('20万元')?.to).toEqual({ kind: 'notARule', reason: 'reward' });
    expect(at('0816-5363771')?.to).toEqual({ kind: 'notARule', reason: 'phone' });
    expect(at('5724.94万元')?.to).toEqual({ kind: 'notARule', reason: 'statistic' });
    expect(proposals).toHaveLength(numbers.length);
  });

  it('begins on the day that it says', () => {
    expect(reading.effective).toMatchObject({ day: '2023-01-01', sure: true });
    expect(reading.effective && quoteOf(reading.effective)).toContain('2023年1月1日起,我市规定门诊慢性病');
  });

  it('states a new benefit, whole: 2 + 10 + 2 cells', () => {
    expect(benefits).toHaveLength(1);
    const [benefit] = benefits;
    expect(benefit?.name).toBe('门诊统筹');
    expect(benefit?.applies.values).toEqual(['普通门诊', '定点药店购药']);
    expect(benefit?.parts.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ['200元', '150元'],
      ['50%', '60%', '60%', '70%'],
      ['2000元', '2500元'],
    ]);
  });

  it('becomes an amendment that the compiler takes, and every scenario of the delivered one passes', async () => {
    const file = { path, text: amendmentText(draft) };
    const compiled = await compile({ ...workspace, files: [...workspace.files, file] }, { folder: '510700-绵阳市' });
    expect(
      compiled.diagnostics
        .filter(({ severity, labels }) => severity === 'error' || labels[0]?.span.file === path)
        .map(({ what }) => what.zh),
    ).toEqual([]);
    if (!compiled.file || compiled.digest === undefined) throw new Error('no bundle');
    const results = runScenarios(compiled.built, loadUnverified(compiled.file, compiled.digest));
    expect(results.length).toBeGreaterThan(30);
    expect(results.filter((result) => !result.pass).map((result) => result.title)).toEqual([]);
    expect(file.text).toMatchInlineSnapshot(`
      "修订 “绵阳市职工基本医疗保险” 发布 待定 “原文未写发布日” 不晚于 2023-05-31 自 2023-01-01 起 {
        出处 访谈 “为更好地维护和保障门诊慢性病患者的权益,进一步减轻患者的医药负担,2023年1月1日起,我市规定门诊慢性病患者因治疗门诊慢性病发生的就医购药费用,符合慢性病治疗目录的门诊合规医疗费用,由统筹基金按75%支付(与2022年相比,提高了5个百分点),单病种每人每年最高可报销2000元(与2022年相比,提高了1000元),两种及以上每人每年最高可报销3000元(与2022年相比,提高了1500元)”
        门诊慢性病.报销比例 由 70% 改为 75%
        慢病限额[1]         由 1000元 改为 2000元
        慢病限额[2 以上]    由 1500元 改为 3000元

        新增 累计 年门诊起付 = 合计 门诊统筹.起付 每 参保人、自然年(归属日)
        新增 累计 年门诊 = 合计 门诊统筹.支付 每 参保人、自然年(归属日)
        新增 定义 门诊起付标准 : 金额 =
          出处 访谈 “起付标准(门槛费):实行累计计算,一年只扣一次,在职职工200元/年,退休职工150元/年”
          | 人员类别 | →     |
          | 在职     | 200元 |
          | 退休     | 150元 |
        新增 定义 门诊比例 : 比例 =
          出处 访谈 “三级定点医疗机构:在职职工报销50%、退休职工60%;二级及以下定点医疗机构、符合条件的定点零售药店:在职职工报销60%、退休职工70%”
          | 机构等级 ＼ 人员类别     | 在职 | 退休 |
          | 三级                     | 50%  | 60%  |
          | 二级、一级、未定级、药店 | 60%  | 70%  |
        新增 定义 门诊限额 : 金额 =
          出处 访谈 “支付限额:在职职工每年不超过2000元,退休职工每年不超过2500元”
          | 人员类别 | →      |
          | 在职     | 2000元 |
          | 退休     | 2500元 |
        新增 待遇 门诊统筹 {
          适用 医疗类别 是 普通门诊、定点药店购药
          起付线 门诊起付标准 累计于 年门诊起付
          报销比例 门诊比例
          限额 支付 门诊限额 累计于 年门诊
          支付 由 统筹基金 从 政策范围内
        }
      }
      "
    `);
  });

  it('without a day of publication is still known to come before next year’s', async () => {
    const next = {
      path: path.replace('2023-01-01', '2024-01-01'),
      text: `修订 “${employees}” 发布 2023-12-20 自 2024-01-01 起 {\n门诊慢性病.报销比例 由 75% 改为 80%\n}\n`,
    };
    const errors = async (published: DayDecision): Promise<readonly string[]> => {
      const made = { path, text: amendmentText({ ...draft, benefits: [], published }) };
      const { diagnostics } = await compile({ ...workspace, files: [...workspace.files, made, next] });
      return diagnostics
        .filter(({ severity, labels: [at] }) => severity === 'error' && at?.span.file === next.path)
        .map(({ code }) => code);
    };
    expect(await errors(draft.published)).toEqual([]);
    expect(await errors({ kind: 'open', why: '原文未写发布日' })).not.toEqual([]);
  });

  it('with a wrong old value is refused, and told the right one', async () => {
    const wrong = { ...draft, benefits: [], edits: edits.slice(0, 1).map((edit) => ({ ...edit, from: '65%' })) };
    const { diagnostics } = await compile({ ...workspace, files: [...workspace.files, { path, text: amendmentText(wrong) }] });
    const found = diagnostics.find(({ code }) => code === 'timeline/wrong-old-value');
    expect(found?.what.zh).toContain('70%');
    expect(found?.fixes[0]?.edits[0]?.text).toBe('70%');
  });
});
