import { describe, expect, it } from 'vitest';
import { rerunScenarios } from '../../../language/scenarios/rerun.ts';
import type { ScenarioResult, Tick } from '../../../language/scenarios/run.ts';
import { runScenarios } from '../../../language/scenarios/run.ts';
import { emptyLedger, settle, withOpenings } from '../../../runtime/index.ts';
import { outpatient, policyText, readyFrom } from '../../kit/policy.ts';

const run = async (body: string, lines = outpatient()): Promise<ScenarioResult> => {
  const { built, loaded } = await readyFrom(`${policyText(lines)}\n示例 “题” 于 “甲” {\n${body}\n}\n`);
  const [result] = runScenarios(built, loaded);
  if (!result) throw new Error('one scenario goes in, one result comes out');
  return result;
};

const ticks = async (body: string, lines?: string): Promise<readonly Tick[]> =>
  (await run(body, lines)).events.flatMap((event) => event.ticks);

const visit = (day: string, amount: string, more = ''): string =>
  `就诊 ${day} { 医疗类别 普通门诊; 人员类别 在职; ${more}政策范围内 ${amount}; 全自费 0元 }`;

describe('a tick per compared value', () => {
  it('with what was expected beside what came', async () => {
    const result = await run(`${visit('2023-05-08', '1000元')}\n期望 { 门诊.起付 200元; 门诊.支付 481元; 个人 520元 }`);
    expect(result).toMatchObject({ pass: false, passed: 2, failed: 1 });
    expect(result.events[0]?.ticks.map(({ label, expected, actual, pass }) => [label, expected, actual, pass])).toEqual([
      ['门诊.起付', '200.00元', '200.00元', true],
      ['门诊.支付', '481.00元', '480.00元', false],
      ['个人', '520.00元', '520.00元', true],
    ]);
  });

  it.each([
    ['totals', '总额 1000元; 基金 480元; 医院 0元; 个人 520元; 账户 0元; 现金 520元'],
    ['lines of a form as they are written', '门诊.起付线 200元; 门诊.限额 2000元'],
    ['the status', '状态 已结算'],
  ])('%s', async (_, expected) => {
    expect((await ticks(`${visit('2023-05-08', '1000元')}\n期望 { ${expected} }`)).filter(({ pass }) => !pass)).toEqual([]);
  });

  it('where there is no amount the status and its reasons stand in its place', async () => {
    const [tick] = await ticks(`${visit('2023-05-08', '1000元')}\n期望 { 门诊.支付 480元 }`, outpatient('待定 “通知未写比例”'));
    expect(tick).toMatchObject({ expected: '480.00元', actual: '待定: 通知未写比例', pass: false });
  });

  it('a reason is found by a part of it', async () => {
    const found = await ticks(
      `${visit('2023-05-08', '1000元')}\n期望 { 状态 待定; 原因 “未写比例”; 原因 “未写限额” }`,
      outpatient('待定 “通知未写比例”'),
    );
    expect(found.map(({ pass }) => pass)).toEqual([true, true, false]);
  });

  it('who is not entitled is paid 0 by every posting', async () => {
    const found = await ticks(
      '就诊 2023-05-08 { 医疗类别 普通住院; 人员类别 在职; 政策范围内 1000元; 全自费 0元 }\n期望 { 状态 不享受; 门诊.支付 0元; 个人 1000元 }',
    );
    expect(found.filter(({ pass }) => !pass)).toEqual([]);
  });

  it('the source’s own figure is reported and not compared', async () => {
    const [tick] = await ticks(`${visit('2023-05-08', '1000元')}\n期望 { 门诊.支付 480元 原文 488元 有误 “通知把起付线算成了 187 元” }`);
    expect(tick).toMatchObject({ pass: true, source: { value: '488.00元', why: '通知把起付线算成了 187 元' } });
  });
});

const named = `
  定义 第几次 : 整数 = 已累计(次数) + 1
  累计 次数 = 次数 每 参保人、自然年(归属日)
  定义 困难 : 布尔 = 身份 含 低保
  定义 比例 : 比例 = 如果 困难 则 64.5% 否则 64%
  定义 加点 : 百分点 = 7个百分点
  定义 起享日 : 日期 = 就诊日 + 2个月
  定义 满月 : 月数 = 整月数(2022-01-31, 就诊日)
  定义 隔天 : 天数 = 就诊日 - 2023-05-01
  定义 档 : 枚举 { 高档、低档 } = 如果 困难 则 高档 否则 低档
  定义 倍数 : 数 = 1.25
  定义 三成 : 金额 = 政策范围内 × 0.123% + 0.0005元
  待遇 门诊 {
    适用 医疗类别 是 普通门诊
    起付线 0元 每次
    报销比例 比例
    支付 由 统筹基金 从 政策范围内
  }
`;

describe('[S15] any named value may be expected', () => {
  const one = (more = ''): string => visit('2023-05-08', '1000元', more);
  it.each([
    ['a whole number', '第几次 1', '第几次 2', '1'],
    ['a condition', '困难 假', '困难 真', '假'],
    ['a rate', '比例 64%', '比例 64.5%', '64%'],
    ['a rate in thousandths', '比例 640‰', '比例 64.0001%', '64%'],
    ['points', '加点 7个百分点', '加点 7.5个百分点', '7个百分点'],
    ['a day', '起享日 2023-07-08', '起享日 2023-07-09', '2023-07-08'],
    ['months', '满月 15个月', '满月 1年', '15个月'],
    ['days', '隔天 7天', '隔天 8天', '7天'],
    ['a value of an enumeration', '档 低档', '档 高档', '低档'],
    ['a number', '倍数 1.25', '倍数 1.2', '1.25'],
    ['money finer than a fen', '三成 1.2305元', '三成 1.23元', '1.2305元'],
    ['a rate of a benefit', '门诊.报销比例 64%', '门诊.报销比例 65%', '64%'],
    ['whether a benefit applies', '门诊.适用 真', '门诊.适用 假', '真'],
  ])('%s', async (_, right, wrong, actual) => {
    const states = `${one('身份 无; ')}\n期望 { ${right} }\n撤销 第1次\n${one('身份 无; ')}\n期望 { ${wrong} }`;
    const found = await ticks(states, named);
    expect(found.map(({ pass }) => pass)).toEqual([true, false]);
    expect(found.map((tick) => tick.actual)).toEqual([actual, actual]);
    expect(found[0]?.expected).toBe(actual);
  });

  it('a set is the same in whatever order, and none is 无', async () => {
    const sets = `定义 困难身份 : 集合 身份 = 身份\n${named}`;
    expect((await ticks(`${one('身份 低保、特困; ')}\n期望 { 困难身份 低保、特困 }`, sets))[0]).toMatchObject({ pass: true });
    expect((await ticks(`${one('身份 低保、特困; ')}\n期望 { 困难身份 特困 }`, sets))[0]).toMatchObject({
      pass: false,
      expected: '特困',
      actual: '特困、低保',
    });
    expect((await ticks(`${one('身份 无; ')}\n期望 { 困难身份 无 }`, sets))[0]).toMatchObject({ pass: true, actual: '无' });
  });

  it('what one law gives in whole fen and another does not is compared exactly', async () => {
    const money = `定义 半 : 金额 = 政策范围内 × 50%\n${named}`;
    const odd = visit('2023-05-08', '0.01元', '身份 无; ');
    expect((await ticks(`${odd}\n期望 { 半 0.005元 }`, money))[0]).toMatchObject({ pass: true, actual: '0.005元' });
    expect((await ticks(`${odd}\n期望 { 半 0.01元 }`, money))[0]).toMatchObject({ pass: false, actual: '0.005元' });
    expect((await ticks(`${one('身份 无; ')}\n期望 { 半 500元 }`, money))[0]).toMatchObject({ pass: true });
    expect((await ticks(`${one('身份 无; ')}\n期望 { 半 500.001元 }`, money))[0]).toMatchObject({ pass: false, actual: '500.00元' });
  });

  it('what is open has its reason in its place, and the figure of the source is reported', async () => {
    const open = named.replace('7个百分点', '待定 “未写几个点”');
    expect((await ticks(`${one('身份 无; ')}\n期望 { 加点 7个百分点 }`, open))[0]).toMatchObject({ pass: false, actual: '已结算' });
    const [printed] = await ticks(`${one('身份 无; ')}\n期望 { 比例 64% 原文 46% 有误 “印反了” }`, named);
    expect(printed).toMatchObject({ pass: true, source: { value: '46%', why: '印反了' } });
  });

  it('also of who is not entitled', async () => {
    const none = one('身份 无; ').replace('普通门诊', '普通住院');
    expect((await ticks(`${none}\n期望 { 状态 不享受; 困难 假; 比例 64% }`, named)).map(({ pass }) => pass)).toEqual([true, true, true]);
  });

  it('a point open between candidates gives what all of them give', async () => {
    const candidates = named
      .replace('7个百分点', '待定 “未写” 候选 5个百分点、7个百分点')
      .replace('待遇 门诊', '定义 少加 : 布尔 = 加点 ≤ 9个百分点\n定义 实比例 : 比例 = 比例 + 加点\n待遇 门诊');
    const paying = candidates.replace('报销比例 比例', '报销比例 如果 实比例 > 100% 则 0% 否则 50%');
    const found = await ticks(`${one('身份 无; ')}\n期望 { 少加 真; 实比例 71%; 门诊.支付 500元 }`, paying);
    expect(found.map(({ pass }) => pass)).toEqual([true, false, true]);
  });

  it('of an earlier layer, by its own name and by the name of the reference', async () => {
    const { built, loaded } = await readyFrom(
      policyText(named),
      `${policyText('引用 “甲” : 门诊.支付、比例、困难 为 甲困难\n待遇 二次 {\n适用 医疗类别 是 普通门诊\n起付线 0元 每次\n报销比例 10%\n支付 由 大病基金 从 政策范围内\n}', '乙')}
示例 “题” 于 “乙” { ${one('身份 低保; ')}\n期望 { 比例 64.5%; 甲困难 真; “甲”.起享日 2023-07-08; 第几次 1 } }`.replace(
        '政策范围内\n}',
        '政策范围内\n}',
      ),
    );
    const [result] = runScenarios(built, loaded);
    expect(result?.events[0]?.ticks.filter(({ pass }) => !pass)).toEqual([]);
  });
});

describe('several events', () => {
  it('later visits see what earlier ones used up, and a new year begins anew', async () => {
    const result = await run(`
      参保人 { 人员类别 在职; 医疗类别 普通门诊; 全自费 0元 }
      就诊 2023-05-08 { 政策范围内 1000元 } 
      期望 { 门诊.支付 480元 }
      就诊 2023-06-08 { 政策范围内 4000元 }
      期望 { 门诊.起付 0元; 门诊.支付 1520元 }
      就诊 2024-01-01 { 政策范围内 1000元 }
      期望 { 门诊.支付 480元 }`);
    expect(result.pass).toBe(true);
  });

  it('已有 is what a cell held before', async () => {
    expect(
      await run(
        `已有 年起付(2023) = 150元\n已有 年支付(2023) = 1900元\n${visit('2023-05-08', '1000元')}\n期望 { 门诊.起付 50元; 门诊.支付 100元 }`,
      ),
    ).toMatchObject({ pass: true });
  });

  it('撤销 gives back what a visit used up', async () => {
    const result = await run(
      `${visit('2023-05-08', '5000元')}\n期望 { 门诊.支付 2000元 }\n撤销 第1次\n${visit('2023-06-08', '1000元')}\n期望 { 门诊.起付 200元; 门诊.支付 480元 }`,
    );
    expect(result.pass).toBe(true);
  });

  it('two persons do not share a cell', async () => {
    const other = `${visit('2023-06-08', '1000元', '参保人 乙; ')}\n期望 { 门诊.起付 200元 }`;
    expect(await run(`${visit('2023-05-08', '1000元')}\n${other}`)).toMatchObject({ pass: true });
  });
});

describe('what the policy leaves open', () => {
  const open = outpatient('待定 “未写比例”', '暂按 200元 待定 “未写起付线”');
  it.each([
    ['a ratio', '设 门诊.报销比例 = 62.5%', '门诊.支付 500元'],
    ['a ratio that never ends in decimals of a percent', '设 门诊.报销比例 = 12.345%', '门诊.支付 98.76元'],
    ['an assumed amount', '设 门诊.报销比例 = 50%\n设 门诊.起付线 = 300元', '门诊.支付 350元; 门诊.起付 300元'],
  ])('设 %s', async (_, suppose, expected) => {
    const result = await run(`${suppose}\n${visit('2023-05-08', '1000元')}\n期望 { ${expected} }`, open);
    expect(result.events[0]?.ticks.filter(({ pass }) => !pass)).toEqual([]);
    expect(result.events[0]?.answer.supposed.map(({ address }) => address)).toContain('门诊.报销比例');
  });

  it('设 a row of a table', async () => {
    const rows = `定义 比例 : 比例 =
      | 人员类别 | →               |
      | 在职     | 60%             |
      | 退休     | 待定 “未写退休” |
    ${outpatient('比例')}`;
    const retired = visit('2023-05-08', '1200元').replace('在职', '退休');
    expect(await run(`设 比例[退休] = 70%\n${retired}\n期望 { 门诊.支付 700元 }`, rows)).toMatchObject({ pass: true });
    expect(await run(`${visit('2023-05-08', '1200元')}\n期望 { 门诊.支付 600元 }`, rows)).toMatchObject({ pass: true });
    expect(await run(`${retired}\n期望 { 状态 待定; 原因 “未写退休” }`, rows)).toMatchObject({ pass: true });
  });

  it('知晓日 asks for the law as it was known', async () => {
    const { built, loaded } = await readyFrom(`${policyText(outpatient())}
修订 “甲” 发布 2023-03-01 自 2023-01-01 起 { 门诊.报销比例 由 60% 改为 70% }
示例 “前” 于 “甲” { 知晓日 2023-02-28\n${visit('2023-01-08', '1200元')}\n期望 { 门诊.支付 600元 } }
示例 “后” 于 “甲” { 知晓日 2023-03-01\n${visit('2023-01-08', '1200元')}\n期望 { 门诊.支付 700元 } }
`);
    expect(runScenarios(built, loaded).map(({ pass }) => pass)).toEqual([true, true]);
  });
});

describe('scenarios in a bundle', () => {
  it('are run again with the runtime alone', async () => {
    const { loaded } = await readyFrom(`${policyText(outpatient('待定 “未写比例”'))}
示例 “题” 于 “甲” {
  设 门诊.报销比例 = 60%
  已有 年起付(2023) = 150元
  ${visit('2023-05-08', '1000元')}
  期望 { 门诊.支付 570元; 状态 已结算 }
}`);
    const [scenario] = loaded.file.scenarios;
    expect(scenario?.events[0]?.expects).toEqual([
      { kind: 'amount', address: '门诊.支付', value: '570.00' },
      { kind: 'status', status: 'settled' },
    ]);
    const event = scenario?.events[0];
    const { answer } = settle(loaded, event?.encounter ?? { id: '', fields: {} }, withOpenings(emptyLedger(), scenario?.openings ?? []), {
      suppose: scenario?.suppose ?? {},
    });
    expect(answer.postings[0]?.amount).toBe('570.00');
  });

  it('give there what they gave where the bundle was made', async () => {
    const { built, loaded } = await readyFrom(`${policyText(outpatient())}
示例 “合” 于 “甲” { ${visit('2023-05-08', '1000元')}\n期望 { 门诊.支付 480元 }\n${visit('2023-05-09', '1000元')}\n期望 { 门诊.支付 600元 } }
示例 “不合” 于 “甲” { ${visit('2023-05-08', '1000元')}\n期望 { 门诊.支付 481元; 状态 不享受 } }
`);
    const actuals = (results: readonly { readonly events: readonly { readonly ticks: readonly { readonly actual: string }[] }[] }[]) =>
      results.flatMap(({ events }) => events.flatMap(({ ticks: all }) => all.map(({ actual }) => actual)));
    const again = rerunScenarios(loaded);
    expect(again.map(({ pass, passed, failed }) => [pass, passed, failed])).toEqual([
      [true, 2, 0],
      [false, 0, 2],
    ]);
    expect(actuals(again)).toEqual(actuals(runScenarios(built, loaded)));
  });

  it('do not hold when the bundle has no such policy', async () => {
    const { loaded } = await readyFrom(`${policyText(outpatient())}
示例 “题” 于 “甲” { ${visit('2023-05-08', '1000元')}\n期望 { 门诊.支付 480元 } }
`);
    const scenarios = loaded.file.scenarios.map((scenario) => ({
      ...scenario,
      policy: '乙',
      events: scenario.events.map((event) => ({ ...event, encounter: { ...event.encounter, policy: '乙' } })),
    }));
    const [result] = rerunScenarios({ ...loaded, file: { ...loaded.file, scenarios } });
    expect(result).toMatchObject({ pass: false, passed: 0, failed: 1 });
  });
});
