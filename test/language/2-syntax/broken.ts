/** Broken texts and what is said of them. `text` stands in a policy, or in a benefit of one, unless it is a whole file. */
export interface Broken {
  readonly where: 'policy' | 'benefit' | 'amendment' | 'scenario' | 'file';
  readonly text: string;
  readonly codes: readonly string[];
}

const cases =
  (where: Broken['where']) =>
  (code: string, ...texts: string[]): Broken[] =>
    texts.map((text) => ({ where, text, codes: code.split(' ').filter(Boolean) }));
const policy = cases('policy');
const benefit = cases('benefit');
const amendment = cases('amendment');
const scenario = cases('scenario');
const file = cases('file');

export const BROKEN: readonly Broken[] = [
  ...benefit(
    'syntax/glued-keyword',
    '适用医疗类别 是 普通住院',
    '适用 医疗类别是 普通住院',
    '适用 医疗类别 是普通住院',
    '起付线住院标准 累计于 年起付',
    '起付线 住院标准 累计于年起付',
    '支付 由统筹基金 从 政策范围内',
  ),
  ...policy('syntax/glued-keyword', '例外 困难 当金额>5 : 乘以 57%', '例外 困难 当 身份 含低保 : 乘以 57%', '版本日就诊日'),
  ...file('syntax/glued-keyword', '政策绵阳 { }'),
  ...policy(
    'syntax/missing',
    '定义 甲 金额 = 5元',
    '定义 甲 : 金额 5元',
    '例外 困难 当 身份 含 低保 乘以 57%',
    '字段 等级 : 枚举 { 三级 “3” 二级 “2” }',
    '累计 年门诊 合计 甲 每 参保人',
    '等待期 6个月 参保日 当日起',
    '继承 “国家医保词汇” 参保人、就诊日',
    '保底 兜底 由 甲 从 乙 90% 于 乙',
    '资格 已缴费 : 缴费月数 ≥ 6个月',
    '定义 甲 : 金额 = 如果 a 则 5元',
    '待遇 住院\n报销比例 70%\n}',
  ),
  ...benefit('syntax/missing', '支付 统筹基金 从 政策范围内', '起付线 200元 年起付', '适用 医疗类别 是 普通住院 转外诊治住院'),
  ...amendment('syntax/missing', '慢病限额[1] 1元 改为 2元'),
  ...file('syntax/missing', '修订 “甲” 自 2023-01-01 {\n}', '性质 “甲” 于 “乙” : 单调 随 甲 乙 不减少'),
  ...policy(
    'syntax/unexpected',
    '定义 甲 : 金额 =',
    '定义 : 金额 = 5元',
    '例外 困难 当 身份 含 低保 : 57%',
    '字段 甲 = 文本',
    '累计 年门诊 = 合计 甲',
    '累计 年门诊 = 甲 每 参保人',
    '支付舍入 到分',
    '入口 结帐',
    '撤销后 不从算',
    '发布 待定',
    '发布 待定 原文未写',
  ),
  ...benefit('syntax/missing', '支付 由 统筹基金 政策范围内'),
  ...benefit('syntax/unexpected', '起付线 200元 每此'),
  ...amendment('syntax/unexpected', '慢病限额[1] 由 1元 为 2元'),
  ...scenario('syntax/unexpected', '参保人 { 人员类别 : 在职 }', '就诊 2023-05-08 { 备案 是 }'),
  ...file('syntax/unexpected', '性质 “甲” 于 “乙” : 比较 人员类别 由 在职 到 退休, 门诊统筹.支付'),
  ...benefit('syntax/trailing', '适用 医疗类别 普通住院', '报销比例 70% 80%'),
  ...policy('syntax/trailing', '险种 职工\n| a | b |'),
  ...benefit('syntax/unknown-sentence', '起付先 200元 每次', '乱写一行 5元'),
  ...policy('syntax/unknown-sentence', '乱写一行 5元', 'benifit y { }'),
  ...file('syntax/unknown-sentence', '政 策 “甲” { }'),
  ...policy('syntax/misplaced', '起付线 5元', '就诊 2023-01-01 { }'),
  ...scenario('syntax/misplaced', '定义 甲 : 数 = 1'),
  ...policy('syntax/missing', '分配 账户支付 = 个人'),
  ...policy('syntax/reserved-name', '定义 当 : 金额 = 5元', '字段 其他 : 文本'),
  ...file(
    'syntax/unclosed-block',
    '政策 “甲” {\n  待遇 住院 {\n    报销比例 70%\n  定义 甲 : 金额 = 5元\n}',
    '政策 “甲” {\n  险种 职工\n',
    '政策 “甲” {\n  险种 职工\n政策 “乙” {\n}',
  ),
  ...file('syntax/outside', '政策 “甲” {\n}\n}', '定义 甲 : 金额 = 5元'),
  ...policy('syntax/mixed-and-or', '断言 “a” : 甲 且 乙 或 丙'),
  ...policy('syntax/chained-comparison', '断言 “a” : 1 < x < 5'),
  ...policy('syntax/range-among-arguments', '定义 甲 : 金额 = 大病段(0元 至 a, b)'),
  ...policy('syntax/formula-in-cell', '定义 甲 : 金额 =\n  | 类别 | → |\n  | 退休 | 5元 + 6元 |'),
  ...policy('syntax/empty-cell', '定义 甲 : 金额 =\n  | 类别 | → |\n  | 在职 | |'),
  ...policy('syntax/row-length', '定义 甲 : 金额 =\n  | 类别 | → |\n  | 在职 | 5元 | 6元 |'),
  ...policy('syntax/row-not-closed', '定义 甲 : 金额 =\n  | 类别 | → |\n  | 在职 | 5元'),
  ...policy('syntax/header-unclear', '定义 甲 : 金额 =\n  | 类别 | 金额 |\n  | 在职 | 5元 |'),
  ...benefit('syntax/amount-missing', '起付线 每次', '限额 支付 累计于 甲'),
  ...benefit('syntax/amount-twice', '起付线 5元 每次\n| 类别 | → |\n| 任意 | 6元 |'),
  ...benefit('syntax/posting-named', '支付 住院支付 由 统筹基金 从 政策范围内'),
  ...scenario('syntax/event-number', '撤销 第1.5次', '撤销 第2天'),
  ...policy('tokens/unclosed-quote', '出处 访谈 “一年只扣一次'),
  ...file('tokens/unclosed-quote', '示例 “题 于 “政策” {\n  设 甲 = 5元\n}'),
  ...policy('tokens/quote-mismatch', '出处 访谈 “一年只扣一次“', '出处 访谈 ”一年只扣一次”', '断言 “a" : “b” 是 “c”'),
  ...policy(
    'syntax/side-of-day',
    '断言 “a” : 就诊日 是 2022-06-30 以前',
    '定义 甲 : 金额 =\n  | 就诊日 | → |\n  | 2022-07-01 以后 | 5元 |',
  ),
  ...benefit('syntax/value-per-kind', '起付线 在职 800元 退休 700元 每次', '报销比例 三级 80%、二级 85%', '报销比例 80%（退休85%）'),
  ...benefit('syntax/period-first', '限额 支付 每年20万元'),
  ...policy('syntax/halved', '倾斜 甲 当 真 {\n  起付线 减半\n}'),
  ...policy('syntax/values-without-braces', '字段 病种 : 高血压、糖尿病'),
  ...policy('tokens/wrong-quotes', '出处 访谈 「一年只扣一次」'),
  ...policy('tokens/stray-quote', '险种 职工”'),
  ...policy('tokens/bad-character', '定义 甲 : 金额 = 5元 @', '断言 “a” : 甲 》 乙'),
  ...policy('tokens/invisible-character', '定义 甲 : 金额 = \u200b5元'),
  ...policy('tokens/grouping-in-brackets', '定义 甲 : 金额 = 取小(1,450元, 5元)'),
  ...policy('tokens/grouping-unclear', '定义 甲 : 数 = 1,450'),
  ...policy('tokens/dash-between-numbers', '断言 “a” : 甲 是 3100-9600元'),
  ...policy('tokens/range-units', '定义 甲 : 金额 = 大病段(2.3～3.7万元)'),
  ...policy('tokens/unknown-unit', '定义 甲 : 数 = 10分钟', '定义 甲 : 数 = 10 分钟', '断言 “a” : 年龄 ≥ 60岁'),
  ...policy('tokens/number-run-on', '断言 “a” : 甲 = 910元且 乙'),
  ...policy('tokens/leading-zero', '定义 甲 : 文本 = 051070'),
  ...policy('tokens/malformed-number', '定义 甲 : 数 = 1.2.3'),
  ...policy('tokens/number-too-long', `定义 甲 : 数 = ${'9'.repeat(41)}`),
  ...policy('tokens/no-such-day', '自 2023-02-30 起', '自 2023-13-01 起'),
  ...policy('tokens/date-form', '自 2023/3/15 起', '自 2023.3.15 起'),
  ...policy('tokens/partial-date', '自 2023年5月 起'),
  ...policy('tokens/name-needs-quotes', '定义 2型糖尿病 : 数 = 1', '定义 A类 : 数 = 1'),
  ...policy('tokens/unclosed-bracket', '定义 甲 : 金额 = 取小(5元, 6元\n  定义 乙 : 金额 = 5元', '定义 甲 : 金额 = (5元 + 6元'),
  ...policy('tokens/stray-bracket', '定义 甲 : 金额 = 5元)'),
  ...policy('syntax/missing syntax/unknown-sentence', '定义 甲 金额 = 5元\n  乱写一行\n  定义 乙 : 数 = 1'),
];

/** The whole file around a broken text; what stands after it shows that reading goes on. */
export function fileOf({ where, text }: Broken): string {
  switch (where) {
    case 'file':
      return text;
    case 'policy':
      return `政策 “甲” {\n  ${text}\n  险种 职工\n}\n`;
    case 'benefit':
      return `政策 “甲” {\n  待遇 住院 {\n    ${text}\n    基数 政策范围内\n  }\n}\n`;
    case 'amendment':
      return `修订 “甲” {\n  ${text}\n  停止 乙\n}\n`;
    case 'scenario':
      return `示例 “题” 于 “甲” {\n  ${text}\n  知晓日 2023-01-01\n}\n`;
  }
}
