/**
 * Tokens in the officer's words, for messages: what was written, what may be written, and which sentence it belongs to.
 */
import type { TokenType } from 'chevrotain';
import * as t from '../1-tokens/tokens.ts';
import type { Pair } from '../diagnostics/finding.ts';
import { KEYWORD_IDS, KEYWORDS, type KeywordGroup, type KeywordId, type KeywordLanguage } from '../keywords.ts';

const MOST_SHOWN = 24;
const MOST_LISTED = 6;

/** What stands here. */
export function found(token: t.Token | undefined): Pair {
  if (!token) return ['文件的末尾', 'the end of the file'];
  if (token.kind === 'end')
    return token.text === ';' || token.text === '；'
      ? ['“;”', '“;”']
      : token.text.includes('。')
        ? ['句号', 'a full stop']
        : ['行末', 'the end of the line'];
  const shown = token.text.length > MOST_SHOWN ? `${token.text.slice(0, MOST_SHOWN)}…` : token.text;
  const quoted = token.kind === 'text' ? `引文 ${shown}` : `“${shown}”`;
  return [quoted, token.kind === 'text' ? `the quotation ${shown}` : `“${shown}”`];
}

const bare = (type: TokenType): Pair | undefined => {
  const keyword = t.keywordOfType(type);
  if (keyword) return [`“${KEYWORDS[keyword].zh}”`, `“${KEYWORDS[keyword].en}”`];
  const sign = t.SIGNS.get(type);
  if (sign) return [`“${sign}”`, `“${sign}”`];
  if (type === t.Word || type === t.Name) return ['一个名称', 'a name'];
  if (type === t.Quoted) return ['“ ” 里的原文或理由', 'a text in “ ”'];
  if (type === t.Numeral) return ['一个数', 'a number'];
  if (type === t.DateLiteral) return ['一个日期', 'a date'];
  return type === t.End ? ['换行', 'a new line'] : undefined;
};

/** Signs and words that go on with a value of any kind; listed only when nothing more telling is there. */
const OPERATORS: ReadonlySet<TokenType> = new Set([
  t.Plus,
  t.Minus,
  t.Times,
  t.Divide,
  t.Equal,
  t.NotEqual,
  t.Less,
  t.LessOrEqual,
  t.Greater,
  t.GreaterOrEqual,
  t.Dot,
  t.LeftSquare,
  t.LeftRound,
  ...(['is', 'has', 'and', 'or', 'on', 'moreThan', 'lessThan', 'shortOf', 'reaching', 'notOver', 'atLeast', 'atMost'] as const).map(
    t.typeOf,
  ),
]);

/** Behind a complete value. */
const GOES_ON: Pair = [
  '“是”、“含”、比较或运算的符号，或用 “且” “或” 接另一个条件',
  '“is”, “has”, a sign that compares or computes, or another condition after “and” or “or”',
];

export const isOperator = (type: TokenType): boolean => OPERATORS.has(type);

/** What may stand here, as one phrase; undefined when nothing is known. */
export function may(types: ReadonlySet<TokenType>): Pair | undefined {
  if (types.has(t.Word) && types.has(t.Numeral) && types.has(t.typeOf('any'))) return ['一个取值或范围', 'a value or a range'];
  if (types.has(t.Word) && types.has(t.Numeral))
    return types.has(t.typeOf('if')) ? ['一个值或式子', 'a value or a formula'] : ['一个值', 'a value'];
  if (types.has(t.typeOf('is')) && [...types].every((type) => OPERATORS.has(type) || type === t.End || type === t.Bar)) return GOES_ON;
  const telling = [...types].filter((type) => !OPERATORS.has(type) && type !== t.End);
  const shown = telling.length > 0 ? telling : [...types].filter((type) => type !== t.End);
  const words = shown
    .sort((a, b) => place(a) - place(b))
    .map(bare)
    .filter((one) => one !== undefined);
  return words.length > 0 ? alternatives(words) : undefined;
}

/** Signs and kinds of values first, then keywords in the order of their table. */
const place = (type: TokenType): number => {
  const keyword = t.keywordOfType(type);
  return keyword ? KEYWORD_IDS.indexOf(keyword) : -1;
};

/** `甲、乙 或 丙` */
export function alternatives(words: readonly Pair[]): Pair {
  const listed = words.slice(0, MOST_LISTED);
  const rest = words.length > listed.length;
  const zh = listed.map(([one]) => one);
  const en = listed.map(([, one]) => one);
  if (rest) return [`${zh.join('、')} 等`, `${en.join(', ')} and so on`];
  if (listed.length === 1) return [zh[0] ?? '', en[0] ?? ''];
  return [`${zh.slice(0, -1).join('、')} 或 ${zh.at(-1)}`, `${en.slice(0, -1).join(', ')} or ${en.at(-1)}`];
}

/** The word or sign that a type asks for exactly. */
export function exactly(type: TokenType, language: KeywordLanguage): string | undefined {
  const keyword = t.keywordOfType(type);
  return keyword ? KEYWORDS[keyword][language] : t.SIGNS.get(type);
}

export const spelled = (id: KeywordId): Pair => [`“${KEYWORDS[id].zh}”`, `“${KEYWORDS[id].en}”`];

/** Where the sentences of a group stand. */
export function homeOf(group: KeywordGroup): Pair | undefined {
  switch (group) {
    case 'law':
    case 'declaration':
      return ['政策', 'a policy'];
    case 'line':
      return ['待遇', 'a benefit'];
    case 'change':
      return ['修订', 'an amendment'];
    case 'scenario':
      return ['示例', 'a scenario'];
    case 'property':
      return ['性质', 'a property'];
    default:
      return undefined;
  }
}

/** One right sentence for those that people write most. */
export const EXAMPLES: Partial<Readonly<Record<KeywordId, Pair>>> = {
  define: ['定义 第几次 : 整数 = 已累计(住院次数) + 1', 'define nth : integer = accumulated(stays) + 1'],
  parameter: ['参数 年限额 : 金额 = 2000元', 'parameter limit : money = 2000 yuan'],
  field: ['字段 认定病种数 : 整数 0 以上 于 就诊日', 'field diseases : integer 0 or_more on visit_day'],
  payer: ['付方 统筹基金 : 基金 接口 “hifp_pay”', 'payer pool : fund interface “hifp_pay”'],
  accumulate: [
    '累计 年门诊 = 合计 门诊统筹.支付 每 参保人、自然年(归属日)',
    'accumulate yearly = sum outpatient.pay per insured, calendar_year(period_day)',
  ],
  pay: ['支付 由 统筹基金 从 政策范围内', 'pay from pool against in_scope'],
  exception: ['例外 困难 当 身份 含 低保 : 乘以 57%', 'exception hardship when identity has poor : scaled_by 57%'],
  deductible: ['起付线 200元 累计于 年起付', 'deductible 200 yuan counted_in yearly'],
  cap: ['限额 支付 2000元 累计于 年支付', 'cap pay 2000 yuan counted_in yearly'],
  bands: ['分段 大病段 { 至 1.9万元 : 0%; 以上 : 74% }', 'bands major { to 1.9 wan_yuan : 0%; or_more : 74% }'],
  eligibility: [
    '资格 已缴费 : 缴费月数 ≥ 6个月 否则 “未缴满六个月”',
    'eligibility paid : months_paid ≥ 6 months else “less than six months”',
  ],
  waitingPeriod: ['等待期 6个月 自 参保日 当日起', 'waiting_period 6 months starting enrolled from_same_day'],
  tilt: ['倾斜 困难 当 身份 含 低保 { 住院标准 乘以 50% }', 'tilt hardship when identity has poor { standard scaled_by 50% }'],
  source: ['出处 访谈 “一年只扣一次”', 'source interview “deducted once a year”'],
  open: ['待定 “原文未写比例”', 'pending “the source gives no ratio”'],
  assume: ['暂按 70% 待定 “原文未写比例”', 'assume 70% pending “the source gives no ratio”'],
  inherits: ['继承 “国家医保词汇” : 参保人、就诊日', 'inherits “national” : insured, visit_day'],
  refersTo: ['引用 “甲市居民医保” : 住院.支付、住院.起付', 'refers_to “basic” : inpatient.pay, inpatient.deducted'],
  basis: ['依据 访谈 = 文件 “访谈.txt”', 'basis interview = file “interview.txt”'],
  scenario: ['示例 “一次门诊” 于 “政策名” { … }', 'scenario “one visit” on “policy” { … }'],
  property: [
    '性质 “多花不少报” 于 “政策名” : 单调 随 政策范围内, 门诊统筹.支付 不减少',
    'property “more is never less” on “policy” : monotone along in_scope, outpatient.pay not_decreasing',
  ],
  amendment: [
    '修订 “政策名” 发布 2023-01-01 自 2023-01-01 起 { … }',
    'amendment “policy” published 2023-01-01 starting 2023-01-01 onward { … }',
  ],
  policy: ['政策 “名称” { … }', 'policy “name” { … }'],
  already: ['已有 年门诊(2023) = 1300元', 'already yearly(2023) = 1300 yuan'],
  suppose: ['设 报销比例 = 60%', 'suppose ratio = 60%'],
  paymentRounding: ['支付舍入 四舍五入到分', 'payment_rounding round_to_fen'],
  entry: ['入口 结算', 'entry settlement'],
  published: ['发布 2023-01-01', 'published 2023-01-01'],
  starting: ['自 2023-01-01 起', 'starting 2023-01-01 onward'],
  if: ['如果 年龄 ≥ 60周岁 则 85% 否则 75%', 'if years ≥ 60 years_old then 85% else 75%'],
  visit: ['就诊 2023-05-08 { 医疗类别 普通门诊 }', 'visit 2023-05-08 { med_type outpatient }'],
};
