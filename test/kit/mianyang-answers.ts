/**
 * A settled stream written by hand, as the worker would report it: three outpatient visits of one employee in Mianyang (M1), with a
 * personal account added so that every kind of bar and figure occurs. Ranges are found in the text given.
 */
import type { Answer, ExplanationLine, WaterfallBar } from '../../runtime/answer.ts';
import type { SourceRange } from '../../runtime/ir/types.ts';
import type { SamplePatient } from '../../studio/store/simulation.ts';
import type { CellState, PolicySummary, Settlement } from '../../studio/worker/protocol.ts';

export const POLICY = '绵阳市职工基本医疗保险';
export const FILE = '510700-绵阳市/amendments/2023-01-01-职工门诊共济.yice';

const place = (text: string, piece: string): SourceRange => {
  const start = text.indexOf(piece);
  return {
    file: FILE,
    start: Math.max(0, start),
    end: Math.max(0, start) + piece.length,
    line: text.slice(0, Math.max(0, start)).split('\n').length,
  };
};

interface Line {
  readonly address: string;
  readonly form: string;
  readonly value: string;
  readonly zh: readonly [string, string];
  readonly en: readonly [string, string];
  readonly formula: string;
  readonly source: string;
  readonly row?: readonly [string, string];
  readonly quote?: string;
  readonly reads?: readonly string[];
}

const lineOf = (text: string, one: Line): ExplanationLine => ({
  address: one.address,
  form: one.form,
  value: /^-?\d+\.\d\d$/.test(one.value) ? { kind: 'money', text: one.value, exact: true } : { kind: 'other', text: one.value },
  zh: { title: one.zh[0], detail: one.zh[1] },
  en: { title: one.en[0], detail: one.en[1] },
  formula: one.formula,
  version: '2022-01-01+2023-01-01',
  ...(one.row ? { row: one.row[0], rowSource: place(text, one.row[1]) } : {}),
  adjustments: [],
  citations: one.quote === undefined ? [] : [{ document: '2023-05-31-游仙区访谈.txt', quote: one.quote, found: { start: 10, end: 30 } }],
  source: place(text, one.source),
  assumed: [],
  reads: one.reads ?? [],
});

const explained = (text: string, used: string, deductible: string, base: string, payable: string, paid: string): ExplanationLine[] =>
  (
    [
      {
        address: '门诊统筹.用',
        form: 'applies',
        value: '是',
        zh: ['门诊统筹适用', '医疗类别 是 普通门诊'],
        en: ['Outpatient pooling applies', 'med_type is 11'],
        formula: '',
        source: '适用 医疗类别 是 普通门诊、定点药店购药',
      },
      {
        address: '门诊统筹.起付标准',
        form: 'standard',
        value: '200.00',
        zh: ['起付标准', ''],
        en: ['Deductible standard', ''],
        formula: '',
        source: '起付线 门诊起付标准 累计于 年门诊起付',
        row: ['门诊起付标准[在职]', '200元'],
      },
      {
        address: '门诊统筹.起付',
        form: 'deductible',
        value: deductible,
        zh: [deductible === '0.00' ? '起付线本年已扣满' : '起付线扣 200.00', '年门诊起付已累计 200.00'],
        en: ['Deductible', 'used 200.00'],
        formula: '200.00 − 200.00 = 0.00',
        source: '起付线 门诊起付标准 累计于 年门诊起付',
        quote: '实行累计计算,一年只扣一次,在职职工200元/年,退休职工150元/年',
      },
      {
        address: '门诊统筹.报销比例',
        form: 'ratio',
        value: '60%',
        zh: ['报销比例', ''],
        en: ['Ratio', ''],
        formula: '',
        source: '报销比例 门诊比例',
        row: ['门诊比例[二级、一级、未定级、药店, 在职]', '60%  | 70%'],
      },
      {
        address: '门诊统筹.应付',
        form: 'payable',
        value: payable,
        zh: ['二级、在职，按 60%', '入段 × 报销比例'],
        en: ['Tier 2, employed: 60%', 'base × ratio'],
        formula: `${base} × 60% = ${payable}`,
        source: '报销比例 门诊比例',
        row: ['门诊比例[二级、一级、未定级、药店, 在职]', '二级、一级、未定级、药店 | 60%'],
        quote: '二级及以下定点医疗机构、符合条件的定点零售药店:在职职工报销60%、退休职工70%',
      },
      {
        address: '门诊统筹.支付限额',
        form: 'limit',
        value: '2000.00',
        zh: ['年支付限额', ''],
        en: ['Cap', ''],
        formula: '',
        source: '限额 支付 门诊限额 累计于 年门诊',
        row: ['门诊限额[在职]', '2000元 |\n    | 退休    | 2500元'],
      },
      {
        address: '门诊统筹.已用[年门诊]',
        form: 'used',
        value: used,
        zh: ['本年已支付', ''],
        en: ['Paid this year', ''],
        formula: '',
        source: '新增 累计 年门诊 =',
      },
      {
        address: '门诊统筹.支付',
        form: 'payment',
        value: paid,
        zh: [payable === paid ? '全部由统筹基金支付' : `年限额只剩 ${paid}，截去 1,100.00`, `2,000.00 − 已支付 ${used}`],
        en: ['Fund pays', 'cut by the cap'],
        formula: `取小(${payable}, 2000.00 − ${used}) = ${paid}`,
        source: '限额 支付 门诊限额 累计于 年门诊',
        quote: '在职职工每年不超过2000元,退休职工每年不超过2500元',
        reads: ['门诊统筹.应付', '门诊统筹.支付限额', '门诊统筹.已用[年门诊]'],
      },
    ] as readonly Line[]
  ).map((one) => lineOf(text, one));

const settled = (
  event: string,
  totals: NonNullable<Answer['totals']>,
  paid: string,
  lines: readonly ExplanationLine[],
  waterfall: readonly WaterfallBar[],
  deductible: string,
): Answer => ({
  event,
  policy: POLICY,
  status: 'settled',
  digest: `sha256:${'7f3ac91e40d2'.repeat(6).slice(0, 64)}`,
  version: { id: '2022-01-01+2023-01-01', day: '2023-05-08' },
  totals,
  postings: [{ address: '门诊统筹.支付', payers: ['统筹基金'], amount: paid, parts: [{ part: '政策范围内', amount: paid }] }],
  amounts: { '门诊统筹.起付': deductible, '门诊统筹.支付': paid },
  open: [],
  assumed: [],
  supposed: [],
  missing: [],
  ineligible: [],
  problems: [],
  explanation: { lines, waterfall },
});

const bars = (
  total: string,
  self: string,
  pre: string,
  scope: string,
  deductible: string,
  copay: string,
  cut: string,
  paid: string,
  personal: string,
  account: string,
  cash: string,
): WaterfallBar[] => [
  { kind: 'total', label: '总额', amount: total },
  { kind: 'part', label: '政策范围内', amount: scope },
  { kind: 'part', label: '先行自付', amount: pre },
  { kind: 'part', label: '超限价', amount: '0.00' },
  { kind: 'part', label: '全自费', amount: self },
  { kind: 'deductible', label: '起付线', address: '门诊统筹.起付', amount: deductible },
  { kind: 'copay', label: '自付比例部分', address: '门诊统筹.应付', amount: copay },
  ...(cut === '0.00' ? [] : [{ kind: 'capCut' as const, label: '超年限额', address: '门诊统筹.支付', amount: cut }]),
  { kind: 'posting', label: '统筹基金', address: '门诊统筹.支付', amount: paid, payer: '统筹基金' },
  { kind: 'personal', label: '个人负担', amount: personal },
  { kind: 'account', label: '个人账户', amount: account },
  { kind: 'cash', label: '个人现金', amount: cash },
];

const cell = (accumulator: string, value: string): CellState => ({ accumulator, keys: ['甲', '2023'], value, money: true, open: false });

export const settlement = (text: string): Settlement => ({
  answers: [
    settled(
      'p1-1',
      { total: '1000.00', funds: '400.00', hospital: '0.00', personal: '600.00', account: '600.00', cash: '0.00' },
      '400.00',
      explained(text, '0.00', '200.00', '800.00', '400.00', '400.00'),
      bars('1000.00', '0.00', '0.00', '1000.00', '200.00', '400.00', '0.00', '400.00', '600.00', '600.00', '0.00'),
      '200.00',
    ),
    settled(
      'p1-2',
      { total: '500.00', funds: '300.00', hospital: '0.00', personal: '200.00', account: '200.00', cash: '0.00' },
      '300.00',
      explained(text, '400.00', '0.00', '500.00', '300.00', '300.00'),
      bars('500.00', '0.00', '0.00', '500.00', '0.00', '200.00', '0.00', '300.00', '200.00', '200.00', '0.00'),
      '0.00',
    ),
    settled(
      'p1-3',
      { total: '4320.00', funds: '1300.00', hospital: '0.00', personal: '3020.00', account: '860.00', cash: '2160.00' },
      '1300.00',
      explained(text, '700.00', '0.00', '4000.00', '2400.00', '1300.00'),
      bars('4320.00', '180.00', '140.00', '4000.00', '0.00', '1600.00', '1100.00', '1300.00', '3020.00', '860.00', '2160.00'),
      '0.00',
    ),
  ],
  cells: [
    [cell('年门诊起付', '200.00'), cell('年门诊', '400.00')],
    [cell('年门诊起付', '200.00'), cell('年门诊', '700.00')],
    [cell('年门诊起付', '200.00'), cell('年门诊', '2000.00')],
  ],
  heeds: [],
  textVersion: 1,
});

export const patient: SamplePatient = {
  id: 'p1',
  name: '甲',
  policy: POLICY,
  openings: [],
  encounters: [
    {
      id: 'p1-1',
      fields: {
        人员类别: '在职',
        身份: [],
        就诊日: '2023-03-02',
        医疗类别: '普通门诊',
        机构等级: '三级',
        总额: '1000.00',
        政策范围内: '1000.00',
        先行自付: '0.00',
        超限价: '0.00',
        全自费: '0.00',
      },
    },
    {
      id: 'p1-2',
      fields: {
        人员类别: '在职',
        身份: [],
        就诊日: '2023-04-11',
        医疗类别: '普通门诊',
        机构等级: '二级',
        总额: '500.00',
        政策范围内: '500.00',
        先行自付: '0.00',
        超限价: '0.00',
        全自费: '0.00',
      },
    },
    {
      id: 'p1-3',
      gap: '政策范围内',
      fields: {
        人员类别: '在职',
        身份: [],
        认定病种数: 0,
        就诊日: '2023-05-08',
        医疗类别: '普通门诊',
        机构等级: '二级',
        总额: '4320.00',
        政策范围内: '4000.00',
        先行自付: '140.00',
        超限价: '0.00',
        全自费: '180.00',
      },
    },
  ],
};

const OPEN: SourceRange = { file: FILE, start: 0, end: 4, line: 1 };

export const summary: PolicySummary = {
  name: POLICY,
  folder: '510700-绵阳市',
  area: { code: '510700', name: '绵阳市' },
  scheme: '职工',
  entry: 'settlement',
  files: ['510700-绵阳市/职工基本医疗保险.yice', FILE, '510700-绵阳市/职工基本医疗保险.scenarios.yice'],
  versionDay: '就诊日',
  periodDay: '就诊日',
  person: '参保人',
  lists: [],
  computed: [],
  initials: {},
  inputs: [
    { name: '参保人', type: { kind: 'text' } },
    { name: '就诊日', type: { kind: 'date' } },
    {
      name: '医疗类别',
      type: { kind: 'enum', name: '医疗类别' },
      interfaceName: 'med_type',
      values: [
        { name: '普通门诊', code: '11' },
        { name: '门诊慢特病', code: '14' },
        { name: '普通住院', code: '21' },
        { name: '转外诊治住院', code: '23' },
        { name: '定点药店购药', code: '41' },
      ],
    },
    {
      name: '机构等级',
      type: { kind: 'enum', name: '机构等级' },
      interfaceName: 'hosp_lv',
      values: ['三级', '二级', '一级', '未定级', '药店'].map((name) => ({ name })),
    },
    {
      name: '人员类别',
      type: { kind: 'enum', name: '人员类别' },
      interfaceName: 'psn_type',
      asOf: '就诊日',
      values: [
        { name: '在职', code: '11' },
        { name: '退休', code: '12' },
      ],
    },
    { name: '身份', type: { kind: 'set', name: '身份' }, asOf: '就诊日', values: ['特困', '低保', '低保边缘'].map((name) => ({ name })) },
    { name: '认定病种数', type: { kind: 'integer' }, min: '0', asOf: '就诊日' },
    { name: '总额', type: { kind: 'money', scale: '1' }, interfaceName: 'medfee_sumamt', bill: true },
    { name: '政策范围内', type: { kind: 'money', scale: '1' }, interfaceName: 'inscp_scp_amt', bill: true },
    { name: '先行自付', type: { kind: 'money', scale: '1' }, interfaceName: 'preselfpay_amt', bill: true },
    { name: '超限价', type: { kind: 'money', scale: '1' }, interfaceName: 'overlmt_selfpay', bill: true },
    { name: '全自费', type: { kind: 'money', scale: '1' }, interfaceName: 'fulamt_ownpay_amt', bill: true },
  ],
  bill: { total: '总额', parts: ['政策范围内', '先行自付', '超限价', '全自费'] },
  payers: [
    { name: '统筹基金', of: 'fund', interfaceName: 'hifp_pay' },
    { name: '个人账户', of: 'account', interfaceName: 'acct_pay' },
  ],
  benefits: ['门诊统筹'],
  accumulators: [
    { name: '年门诊起付', how: 'sum' },
    { name: '年门诊', how: 'sum' },
  ],
  timeline: [
    { from: '2022-01-01', to: '2023-01-01', versionId: '2022-01-01', amendments: [] },
    { from: '2023-01-01', versionId: '2022-01-01+2023-01-01', amendments: [] },
  ],
  open: [
    {
      address: '市外比例',
      reason: '原文只说要根据参保种类、就诊医疗机构的等级来确定',
      how: 'open',
      type: { kind: 'ratio', scale: '100' },
      source: OPEN,
    },
    {
      address: '门诊慢性病.起付线',
      reason: '原文未写门诊慢性病的起付线',
      how: 'assumed',
      type: { kind: 'money', scale: '1' },
      source: OPEN,
    },
  ],
  unexpressed: [],
};

export const openAnswer: Answer = {
  event: 'p1-3',
  policy: POLICY,
  status: 'open',
  digest: 'sha256:0',
  version: { id: '2022-01-01+2023-01-01', day: '2023-05-08' },
  postings: [],
  amounts: {},
  open: [{ address: '市外比例', reason: '原文只说要根据参保种类、就诊医疗机构的等级来确定', source: OPEN }],
  assumed: [{ address: '未备案下调', reason: '原文写下调10%, 未写是百分点还是相对比例', source: OPEN }],
  supposed: [],
  missing: [],
  ineligible: [],
  problems: [],
};

export const ineligibleAnswer: Answer = {
  ...openAnswer,
  status: 'ineligible',
  open: [],
  assumed: [],
  totals: { total: '4320.00', funds: '0.00', hospital: '0.00', personal: '4320.00', account: '0.00', cash: '4320.00' },
  ineligible: [{ name: '待遇等待期', reason: '参保未满 12 个月，2023-03-10 起享受' }],
  explanation: {
    lines: [],
    waterfall: [
      { kind: 'total', label: '总额', amount: '4320.00' },
      { kind: 'part', label: '政策范围内', amount: '4000.00' },
      { kind: 'part', label: '全自费', amount: '320.00' },
      { kind: 'personal', label: '个人负担', amount: '4320.00' },
      { kind: 'cash', label: '个人现金', amount: '4320.00' },
    ],
  },
};
