/**
 * Every word the language owns, in its two spellings. The only place a keyword is spelled: lexer, parser, formatter, messages and manual
 * ask here. Both tables are read at once, so one file may mix them; each table is one to one.
 */

/** Where a word belongs, for completion and the manual. `reserved` words are never names; all others are where a name is expected. */
export type KeywordGroup =
  | 'reserved'
  | 'file'
  | 'law'
  | 'declaration'
  | 'type'
  | 'choice'
  | 'line'
  | 'clause'
  | 'bound'
  | 'change'
  | 'scenario'
  | 'property'
  | 'truth'
  | 'function'
  | 'member'
  | 'status';

export interface Keyword {
  readonly zh: string;
  readonly en: string;
  readonly group: KeywordGroup;
}

const group =
  <const G extends KeywordGroup>(of: G) =>
  (zh: string, en: string): Keyword => ({ zh, en, group: of });

const reserved = group('reserved');
const file = group('file');
const law = group('law');
const declaration = group('declaration');
const type = group('type');
const choice = group('choice');
const line = group('line');
const clause = group('clause');
const bound = group('bound');
const change = group('change');
const scenario = group('scenario');
const property = group('property');
const truth = group('truth');
const call = group('function');
const member = group('member');
const status = group('status');

export const KEYWORDS = {
  if: reserved('如果', 'if'),
  then: reserved('则', 'then'),
  else: reserved('否则', 'else'),
  when: reserved('当', 'when'),
  and: reserved('且', 'and'),
  or: reserved('或', 'or'),
  not: reserved('非', 'not'),
  is: reserved('是', 'is'),
  has: reserved('含', 'has'),
  per: reserved('每', 'per'),
  against: reserved('从', 'against'),
  after: reserved('经', 'after'),
  open: reserved('待定', 'pending'),
  assume: reserved('暂按', 'assume'),
  any: reserved('任意', 'any'),
  other: reserved('其他', 'other'),
  each: reserved('逐项', 'each'),
  filling: reserved('依次于', 'filling'),
  opening: reserved('期初', 'opening'),

  policy: file('政策', 'policy'),
  vocabulary: file('词汇', 'vocabulary'),
  amendment: file('修订', 'amendment'),
  scenario: file('示例', 'scenario'),
  property: file('性质', 'property'),
  reconcile: file('核对', 'reconcile'),

  area: law('统筹区', 'area'),
  scheme: law('险种', 'scheme'),
  entry: law('入口', 'entry'),
  basis: law('依据', 'basis'),
  starting: law('自', 'starting'),
  published: law('发布', 'published'),
  versionDay: law('版本日', 'version_day'),
  periodDay: law('归属日', 'period_day'),
  subject: law('主体', 'subject'),
  paymentRounding: law('支付舍入', 'payment_rounding'),
  onReversal: law('撤销后', 'after_reversal'),
  moneyLimit: law('金额上限', 'money_limit'),
  booksOpen: law('建账日', 'books_open'),
  inherits: law('继承', 'inherits'),
  refersTo: law('引用', 'refers_to'),

  field: declaration('字段', 'field'),
  expense: declaration('费用', 'expense'),
  items: declaration('明细', 'items'),
  computed: declaration('算得', 'computed'),
  payer: declaration('付方', 'payer'),
  constraint: declaration('约束', 'constraint'),
  parameter: declaration('参数', 'parameter'),
  define: declaration('定义', 'define'),
  results: declaration('表', 'table'),
  exception: declaration('例外', 'exception'),
  again: declaration('再', 'again'),
  bands: declaration('分段', 'bands'),
  accumulate: declaration('累计', 'accumulate'),
  pay: declaration('支付', 'pay'),
  order: declaration('先后', 'order'),
  due: declaration('应缴', 'due'),
  defer: declaration('缓缴', 'defer'),
  allot: declaration('拨付', 'allot'),
  eligibility: declaration('资格', 'eligibility'),
  waitingPeriod: declaration('等待期', 'waiting_period'),
  tilt: declaration('倾斜', 'tilt'),
  benefit: declaration('待遇', 'benefit'),
  guarantee: declaration('保底', 'guarantee'),
  allocate: declaration('分配', 'allocate'),
  splitStay: declaration('拆单', 'split_stay'),
  joinStay: declaration('并单', 'join_stay'),
  unexpressed: declaration('未能表达', 'unexpressed'),
  assert: declaration('断言', 'assert'),
  source: declaration('出处', 'source'),

  money: type('金额', 'money'),
  fenAmount: type('分额', 'fen_amount'),
  rate: type('比例', 'rate'),
  percentagePoints: type('百分点', 'percentage_points'),
  number: type('数', 'number'),
  integer: type('整数', 'integer'),
  date: type('日期', 'date'),
  time: type('时刻', 'time'),
  monthCount: type('月数', 'month_count'),
  dayCount: type('天数', 'day_count'),
  boolean: type('布尔', 'boolean'),
  text: type('文本', 'text'),
  oneOf: type('枚举', 'one_of'),
  setOf: type('集合', 'set_of'),

  settlement: choice('结算', 'settlement'),
  cashBenefit: choice('现金待遇', 'cash_benefit'),
  contribution: choice('筹资', 'contribution'),
  clearing: choice('清算', 'clearing'),
  inheritedOnly: choice('只供继承', 'inherited_only'),
  fund: choice('基金', 'fund'),
  account: choice('账户', 'account'),
  fiscal: choice('财政', 'fiscal'),
  hospital: choice('医院', 'hospital'),
  commercial: choice('商保', 'commercial'),
  employer: choice('单位', 'employer'),
  largestItem: choice('最大项', 'largest_item'),
  firstItem: choice('首项', 'first_item'),
  lastItem: choice('末项', 'last_item'),
  recompute: choice('重算', 'recompute'),
  letStand: choice('不重算', 'let_stand'),
  roundToFen: choice('四舍五入到分', 'round_to_fen'),
  roundToJiao: choice('四舍五入到角', 'round_to_jiao'),
  roundToYuan: choice('四舍五入到元', 'round_to_yuan'),
  roundDownToFen: choice('去尾到分', 'round_down_to_fen'),
  roundDownToJiao: choice('去尾到角', 'round_down_to_jiao'),
  roundDownToYuan: choice('去尾到元', 'round_down_to_yuan'),
  roundUpToFen: choice('进一到分', 'round_up_to_fen'),
  roundUpToJiao: choice('进一到角', 'round_up_to_jiao'),
  roundUpToYuan: choice('进一到元', 'round_up_to_yuan'),

  applies: line('适用', 'applies_when'),
  base: line('基数', 'base'),
  deductible: line('起付线', 'deductible'),
  ratio: line('报销比例', 'ratio'),
  cap: line('限额', 'cap'),
  sequence: line('次序', 'sequence'),

  optional: clause('可无', 'optional'),
  notARule: clause('非规则', 'not_a_rule'),

  onward: clause('起', 'onward'),
  document: clause('文件', 'file'),
  interface: clause('接口', 'interface'),
  codeVersion: clause('版本', 'version'),
  from: clause('由', 'from'),
  into: clause('入', 'into'),
  remainderTo: clause('尾差归', 'remainder_to'),
  on: clause('于', 'on'),
  sharedBy: clause('分摊', 'shared_by'),
  eachVisit: clause('每次', 'each_visit'),
  countedIn: clause('累计于', 'counted_in'),
  restarting: clause('扣除起付重新起算', 'restarting_after_deductible'),
  ratioFirst: clause('先乘后扣', 'ratio_before_deductible'),
  sameDay: clause('当日起', 'from_same_day'),
  nextDay: clause('次日起', 'from_next_day'),
  becomes: clause('改为', 'becomes'),
  plus: clause('加', 'plus'),
  minus: clause('减', 'minus'),
  also: clause('另', 'also'),
  scaledBy: clause('乘以', 'scaled_by'),
  waived: clause('免除', 'waived'),
  outranking: clause('优先于', 'outranking'),
  stacking: clause('叠加', 'stacking'),
  takeHigher: clause('取高', 'take_higher'),
  takeLower: clause('取低', 'take_lower'),
  candidates: clause('候选', 'candidates'),
  notBefore: clause('不早于', 'not_before'),
  notAfter: clause('不晚于', 'not_after'),
  sum: clause('合计', 'sum'),
  count: clause('次数', 'count'),
  greatest: clause('最大', 'greatest'),
  least: clause('最小', 'least'),
  latest: clause('最近', 'latest'),
  retroactive: clause('追溯', 'retroactive'),
  yearEnd: clause('年末', 'year_end'),
  quarterEnd: clause('季末', 'quarter_end'),
  monthEnd: clause('月末', 'month_end'),
  intoStay: clause('并入', 'into_stay'),
  overriding: clause('覆盖', 'overriding'),

  to: bound('至', 'to'),
  orMore: bound('以上', 'or_more'),
  orLess: bound('以下', 'or_less'),
  within: bound('以内', 'within'),
  beyond: bound('以外', 'beyond'),
  moreThan: bound('超过', 'more_than'),
  lessThan: bound('不满', 'less_than'),
  shortOf: bound('不足', 'short_of'),
  reaching: bound('满', 'reaching'),
  notOver: bound('不超过', 'not_over'),
  atLeast: bound('不低于', 'at_least'),
  atMost: bound('不高于', 'at_most'),

  add: change('新增', 'add'),
  stop: change('停止', 'stop'),
  rename: change('改名', 'rename'),
  as: change('为', 'as'),
  superseding: change('并取代', 'superseding'),

  insured: scenario('参保人', 'insured'),
  visit: scenario('就诊', 'visit'),
  occurrence: scenario('事件', 'occurrence'),
  expect: scenario('期望', 'expect'),
  already: scenario('已有', 'already'),
  suppose: scenario('设', 'suppose'),
  knownOn: scenario('知晓日', 'known_on'),
  reverse: scenario('撤销', 'reverse'),
  correct: scenario('更正', 'correct'),
  backPayment: scenario('补差', 'back_payment'),
  event: scenario('第', 'event'),
  status: scenario('状态', 'status'),
  reason: scenario('原因', 'reason'),
  sourceSays: scenario('原文', 'source_says'),
  wrongly: scenario('有误', 'wrongly'),

  bounded: property('有界', 'bounded'),
  between: property('在', 'between'),
  monotone: property('单调', 'monotone'),
  along: property('随', 'along'),
  compare: property('比较', 'compare'),
  toward: property('到', 'toward'),
  splitInvariant: property('拆合不变', 'split_invariant'),
  by: property('按', 'by'),
  notDecreasing: property('不减少', 'not_decreasing'),
  notIncreasing: property('不增加', 'not_increasing'),

  true: truth('真', 'true'),
  false: truth('假', 'false'),

  min: call('取小', 'min'),
  max: call('取大', 'max'),
  accumulated: call('已累计', 'accumulated'),
  previousPeriod: call('上期', 'previous_period'),
  remaining: call('余', 'remaining'),
  complement: call('余率', 'complement'),
  asPoints: call('百分点数', 'as_points'),
  wholeMonths: call('整月数', 'whole_months'),
  hoursBetween: call('小时数', 'whole_hours'),
  dayOf: call('所在日', 'day_of'),
  age: call('周岁', 'age'),
  calendarYear: call('自然年', 'calendar_year'),
  calendarMonth: call('自然月', 'calendar_month'),
  calendarDay: call('自然日', 'calendar_day'),
  quarter: call('季度', 'quarter'),
  roundToWhole: call('四舍五入到个', 'round_to_whole'),
  roundDownToWhole: call('去尾到个', 'round_down_to_whole'),
  roundUpToWhole: call('进一到个', 'round_up_to_whole'),
  insuranceYear: call('医保年度', 'insurance_year'),
  monthStart: call('月初', 'month_start'),
  given: call('有', 'given'),
  power: call('连乘', 'power'),

  inUse: member('用', 'in_use'),
  deductibleStandard: member('起付标准', 'deductible_standard'),
  deducted: member('起付', 'deducted'),
  inBand: member('入段', 'in_band'),
  overCap: member('超限', 'over_cap'),
  payable: member('应付', 'payable'),
  paymentCap: member('支付限额', 'payment_cap'),
  expenseCap: member('费用限额', 'expense_cap'),
  copay: member('共付', 'copay'),
  benefitStart: member('起享日', 'benefit_start'),
  guardCondition: member('条件', 'condition'),
  upperEnd: member('上界', 'upper_end'),
  total: member('总额', 'total'),
  personal: member('个人', 'personal'),
  cash: member('现金', 'cash'),
  none: member('无', 'none'),
  toAllocate: member('待分', 'to_allocate'),
  available: member('可用', 'available'),
  allotted: member('分得', 'allotted'),
  unallocated: member('未尽', 'unallocated'),

  settled: status('已结算', 'settled'),
  missing: status('缺项', 'incomplete'),
  ineligible: status('不享受', 'not_entitled'),
  refused: status('拒收', 'refused'),
  violation: status('违规', 'violation'),
} as const satisfies Readonly<Record<string, Keyword>>;

export type KeywordId = keyof typeof KEYWORDS;
export type KeywordLanguage = 'zh' | 'en';

const ids = Object.keys(KEYWORDS) as KeywordId[];

/** All keywords, in the order of the table. */
export const KEYWORD_IDS: readonly KeywordId[] = ids;

const byWord: ReadonlyMap<string, KeywordId> = new Map(
  ids.flatMap((id) => [[KEYWORDS[id].zh, id] as const, [KEYWORDS[id].en, id] as const]),
);

/** The keyword written as `word` in either language. */
export const keywordOf = (word: string): KeywordId | undefined => byWord.get(word);

export const isReserved = (id: KeywordId): boolean => KEYWORDS[id].group === 'reserved';

/** Words the grammar never asks for: names that the language itself declares. */
export const isBuiltInName = (id: KeywordId): boolean =>
  id !== 'remaining' && id !== 'personal' && ['function', 'member', 'status'].includes(KEYWORDS[id].group);

const spellings = (language: KeywordLanguage): ReadonlyMap<string, KeywordId> => new Map(ids.map((id) => [KEYWORDS[id][language], id]));
const chinese = spellings('zh');
const longest = Math.max(...ids.map((id) => KEYWORDS[id].zh.length));

/** A run of Han that begins with a keyword and goes on: the longest such keyword for which `fits` holds. */
export function gluedPrefix(run: string, fits: (id: KeywordId) => boolean = () => true): KeywordId | undefined {
  for (let length = Math.min(longest, run.length - 1); length > 0; length--) {
    const id = chinese.get(run.slice(0, length));
    if (id !== undefined && fits(id)) return id;
  }
  return undefined;
}

/** A run of Han that ends in a keyword: the longest such keyword for which `fits` holds. */
export function gluedSuffix(run: string, fits: (id: KeywordId) => boolean = () => true): KeywordId | undefined {
  for (let length = Math.min(longest, run.length - 1); length > 0; length--) {
    const id = chinese.get(run.slice(run.length - length));
    if (id !== undefined && fits(id)) return id;
  }
  return undefined;
}

/** A unit as the syntax tree names it. */
export type UnitName =
  | 'none'
  | 'yuan'
  | 'jiao'
  | 'fen'
  | 'percent'
  | 'permille'
  | 'points'
  | 'months'
  | 'years'
  | 'days'
  | 'age'
  | 'times'
  | 'hours'
  | 'fold';

export interface UnitWord {
  readonly zh: string;
  readonly en: string;
  readonly unit: UnitName;
  /** How many of `unit` one of this word is: 10000 for 万元. */
  readonly factor: bigint;
}

const MULTIPLES = [
  { zh: '', en: '', factor: 1n },
  { zh: '千', en: 'thousand', factor: 1_000n },
  { zh: '万', en: 'wan', factor: 10_000n },
  { zh: '亿', en: 'hundred_million', factor: 100_000_000n },
];
const COINS: readonly { zh: string; en: string; unit: UnitName }[] = [
  { zh: '', en: '', unit: 'none' },
  { zh: '元', en: 'yuan', unit: 'yuan' },
  { zh: '角', en: 'jiao', unit: 'jiao' },
  { zh: '分', en: 'fen', unit: 'fen' },
];

/** The closed list of what may follow a number; units are read only there, so they take no name away. */
export const UNITS: readonly UnitWord[] = [
  ...MULTIPLES.flatMap((m) =>
    COINS.map((c) => ({ zh: m.zh + c.zh, en: [m.en, c.en].filter(Boolean).join('_'), unit: c.unit, factor: m.factor })),
  ).filter((one) => one.zh !== ''),
  { zh: '%', en: '%', unit: 'percent', factor: 1n },
  { zh: '‰', en: '‰', unit: 'permille', factor: 1n },
  { zh: '个百分点', en: 'points', unit: 'points', factor: 1n },
  { zh: '个月', en: 'months', unit: 'months', factor: 1n },
  { zh: '年', en: 'years', unit: 'years', factor: 1n },
  { zh: '年度', en: 'policy_years', unit: 'years', factor: 1n },
  { zh: '天', en: 'days', unit: 'days', factor: 1n },
  { zh: '周岁', en: 'years_old', unit: 'age', factor: 1n },
  { zh: '次', en: 'times', unit: 'times', factor: 1n },
  { zh: '小时', en: 'hours', unit: 'hours', factor: 1n },
  { zh: '倍', en: 'fold', unit: 'fold', factor: 1n },
];

/** Words of notices for what a keyword says; never read as the keyword, offered where the keyword could stand. */
export const NOTICE_WORDS: ReadonlyMap<string, KeywordId> = new Map<string, KeywordId>(
  Object.entries({
    起付标准: 'deductible',
    起付: 'deductible',
    起付金: 'deductible',
    门槛费: 'deductible',
    免赔额: 'deductible',
    封顶: 'cap',
    封顶线: 'cap',
    年限额: 'cap',
    年度限额: 'cap',
    最高限额: 'cap',
    支付限额: 'cap',
    最高支付限额: 'cap',
    年度最高支付限额: 'cap',
    比例: 'ratio',
    支付比例: 'ratio',
    补偿比例: 'ratio',
    基金支付比例: 'ratio',
    适用范围: 'applies',
    适用对象: 'applies',
    享受条件: 'applies',
    提高: 'plus',
    增加: 'plus',
    上浮: 'plus',
    上调: 'plus',
    降低: 'minus',
    减少: 'minus',
    下调: 'minus',
    下浮: 'minus',
    打折: 'scaledBy',
    提高到: 'becomes',
    提高至: 'becomes',
    降低到: 'becomes',
    降低至: 'becomes',
    降到: 'becomes',
    调整为: 'becomes',
    调整至: 'becomes',
    不少于: 'atLeast',
    不得低于: 'atLeast',
    最低: 'atLeast',
    不超: 'atMost',
    不得超过: 'atMost',
    不得高于: 'atMost',
    最高: 'atMost',
    取消: 'waived',
    免收: 'waived',
    减免: 'waived',
    不予扣除: 'waived',
    生效: 'starting',
    施行: 'starting',
    执行: 'starting',
    印发: 'published',
    公布: 'published',
    发布日: 'published',
  } as const),
);

/** Words for a period, with the key of its cells and the word that its accumulator is called by. */
export const PERIOD_WORDS: ReadonlyMap<string, readonly [key: string, word: string]> = new Map(
  (
    [
      [['每年', '每年度', '年度', '按年', '一年', '全年'], '自然年(归属日)', '年'],
      [['每月', '每月度', '月度', '按月', '当月'], '自然月(归属日)', '月'],
      [['每季', '每季度', '季度', '按季'], '季度(归属日)', '季'],
      [['每日', '每天', '单日', '按日', '当日'], '归属日', '日'],
    ] as const
  ).flatMap(([words, key, word]) => words.map((one) => [one, [key, word] as const] as const)),
);

/** Words people write for a unit of the list. */
export const UNIT_ALIASES: Readonly<Record<string, string>> = {
  岁: '周岁',
  月: '个月',
  日: '天',
  块: '元',
  圆: '元',
  人民币: '元',
  元人民币: '元',
  百分点: '个百分点',
  点: '个百分点',
  个点: '个百分点',
};
