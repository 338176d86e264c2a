import { expect, it } from 'vitest';
import { compile, runScenarios } from '../../../../language/index.ts';
import { loadUnverified } from '../../../../runtime/index.ts';
import { vocabulary } from '../../constructs/blocks.ts';

/** Each form settled to the fen: what its core text says is what is paid. */
const policy = (forms: string, scenarios: string): string => `政策 “甲” {
  统筹区 “990100” 甲市
  险种 职工
  入口 结算
  自 2022-01-01 起
  发布 2021-12-01
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  继承 “国家医保词汇” : 参保人、就诊日、医疗类别、机构等级、身份、总额、统筹基金、救助基金、大病基金
  字段 参保日 : 日期
${forms}
}
${scenarios}`;
const visit = (day: string, type: string, amount: string): string =>
  `就诊 ${day} { 医疗类别 ${type}; 机构等级 一级; 政策范围内 ${amount}; 先行自付 0元; 超限价 0元; 全自费 0元 }`;
const person = (identity: string, since = '2021-01-01'): string => `参保人 { 身份 ${identity}; 参保日 ${since} }`;
const inpatient = (...lines: readonly string[]): string =>
  ['待遇 住院 {', '适用 医疗类别 是 普通住院', ...lines, '支付 由 统筹基金 从 政策范围内', '}'].join('\n');

const yearly = `
累计 年起付 = 合计 住院.起付 每 参保人、自然年(归属日)
累计 年费用 = 合计 四舍五入到分(住院.入段) 每 参保人、自然年(归属日)
累计 年支付 = 合计 住院.支付 每 参保人、自然年(归属日)
${inpatient('起付线 910元 累计于 年起付', '限额 费用 1.3万元 累计于 年费用', '报销比例 64%', '限额 支付 8000元 累计于 年支付')}
支付 补充 由 大病基金 从 政策范围内 = (住院.超限 + 住院.共付) × 10%`;
const bands = '分段 大病段 {\n至 1.9万元 : 0%\n至 8.5万元 : 62%\n以上 : 74%\n}\n';

it.each<readonly [string, string, string, readonly string[]]>([
  [
    'a payment outside any benefit that comes to 0 counts the visit all the same',
    `${inpatient('起付线 0元 每次', '报销比例 50%')}
累计 年门诊 = 合计 政策范围内 当 医疗类别 是 普通门诊 每 参保人、自然年(归属日)
分段 门段 {\n至 2000元 : 0%\n以上 : 50%\n}
支付 门诊 由 大病基金 从 政策范围内 = 门段(已累计(年门诊) 至 已累计(年门诊) + 政策范围内) 当 医疗类别 是 普通门诊
先后 住院.支付、门诊`,
    person('无'),
    [
      visit('2022-03-01', '普通门诊', '1500.01元'),
      '期望 { 状态 已结算; 门诊 0元; 个人 1500.01元 }',
      visit('2022-04-01', '普通门诊', '1000元'),
      '期望 { 门诊 250.01元 }',
      visit('2022-05-01', '定点药店购药', '1000元'),
      '期望 { 状态 不享受; 个人 1000元 }',
    ],
  ],
  [
    'deductible and caps over the year',
    yearly,
    person('无'),
    [
      visit('2022-03-01', '普通住院', '10910元'),
      '期望 { 住院.起付 910元; 住院.入段 10000元; 住院.超限 0元; 住院.应付 6400元; 住院.支付 6400元; 住院.共付 3600元; 补充 360元; 个人 4150元 }',
      visit('2022-04-01', '普通住院', '5000元'),
      '期望 { 住院.起付 0元; 住院.入段 3000元; 住院.超限 2000元; 住院.应付 1920元; 住院.支付 1600元; 住院.共付 1400元; 补充 340元; 个人 3060元 }',
      visit('2023-01-01', '普通住院', '1000.01元'),
      '期望 { 住院.起付 910元; 住院.支付 57.61元; 补充 3.24元; 个人 939.16元 }',
    ],
  ],
  [
    'bands from the first yuan',
    bands + inpatient('起付线 100元 每次', '分段 大病段'),
    person('无'),
    [visit('2022-05-01', '普通住院', '90000元'), '期望 { 住院.起付 100元; 住院.支付 44620元 }'],
  ],
  [
    'bands from the deductible',
    bands + inpatient('起付线 100元 每次', '分段 大病段 扣除起付重新起算'),
    person('无'),
    [visit('2022-05-01', '普通住院', '90000元'), '期望 { 住院.支付 44546元 }'],
  ],
  [
    'the ratio first',
    inpatient('起付线 100元 每次', '报销比例 50%', '次序 先乘后扣'),
    person('无'),
    [
      visit('2022-06-01', '普通住院', '1000元'),
      '期望 { 住院.应付 500元; 住院.起付 100元; 住院.支付 400元; 个人 600元 }',
      visit('2022-06-02', '普通住院', '100元'),
      '期望 { 住院.应付 50元; 住院.起付 50元; 住院.支付 0元; 个人 100元 }',
    ],
  ],
  [
    'two caps of a kind',
    `累计 年支付 = 合计 住院.支付 每 参保人、自然年(归属日)\n${inpatient('起付线 0元 每次', '报销比例 50%', '限额 支付 300元 每次', '限额 支付 500元 累计于 年支付')}`,
    person('无'),
    [
      visit('2022-06-01', '普通住院', '1000元'),
      '期望 { 住院.支付 300元 }',
      visit('2022-07-01', '普通住院', '1000元'),
      '期望 { 住院.支付 200元 }',
    ],
  ],
  [
    'tilt and guarantee',
    `${inpatient('起付线 910元 每次', '报销比例 64%', '倾斜 困难 当 身份 含 特困 { 起付线 乘以 50%; 报销比例 加 5个百分点 }')}
     保底 贫困 由 救助基金 从 政策范围内 = 90% 于 政策范围内 经 住院.支付 当 医疗类别 是 普通住院 且 身份 含 特困`,
    person('特困'),
    [visit('2022-03-01', '普通住院', '1455元'), '期望 { 住院.起付 455元; 住院.支付 690元; 贫困 619.50元; 个人 145.50元 }'],
  ],
  [
    'a waiting period of one benefit, from the same day',
    inpatient('起付线 0元 每次', '报销比例 50%', '等待期 6个月 自 参保日 当日起'),
    person('无', '2022-03-10'),
    [
      visit('2022-09-09', '普通住院', '100元'),
      '期望 { 状态 不享受; 原因 “等待期”; 个人 100元 }',
      visit('2022-09-10', '普通住院', '100元'),
      '期望 { 状态 已结算; 住院.支付 50元 }',
    ],
  ],
  [
    'and from the next day',
    inpatient('起付线 0元 每次', '报销比例 50%', '等待期 6个月 自 参保日 次日起'),
    person('无', '2022-03-10'),
    [visit('2022-09-10', '普通住院', '100元'), '期望 { 状态 不享受 }', visit('2022-09-11', '普通住院', '100元'), '期望 { 住院.支付 50元 }'],
  ],
  [
    'a visit it is not for is 0, even where a line is open',
    inpatient('起付线 0元 每次', '报销比例 待定 “未写”'),
    person('无'),
    [
      visit('2022-09-10', '普通门诊', '100元'),
      '期望 { 状态 不享受; 个人 100元 }',
      visit('2022-09-10', '普通住院', '100元'),
      '期望 { 状态 待定; 原因 “未写” }',
    ],
  ],
])('%s', async (title, forms, who, events) => {
  const text = policy(forms, `示例 “${title}” 于 “甲” {\n${[who, ...events].join('\n')}\n}\n`);
  const { diagnostics, model, file, digest } = await compile({ files: [vocabulary, { path: '990100-甲市/甲.yice', text }], documents: [] });
  expect(diagnostics.filter((one) => one.severity === 'error').map((one) => one.what.zh)).toEqual([]);
  if (!file || digest === undefined) throw new Error('nothing was built');
  const [result] = runScenarios(model, loadUnverified(file, digest));
  const failed = result?.events.flatMap((event) =>
    event.ticks.filter((one) => !one.pass).map((one) => `${one.label}: ${one.actual}, not ${one.expected}`),
  );
  expect(failed).toEqual([]);
  expect(result?.pass).toBe(true);
});
