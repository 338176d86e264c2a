/**
 * The one-number demonstration: the ratio for employees at tier-3 hospitals in the Mianyang amendment of 2023, changed in a copy of the text
 * that is settled beside the workspace. Nothing of the policy is touched.
 */
import type { Answer, Yuan } from '../../../runtime/answer.ts';
import type { FieldValue } from '../../store/simulation.ts';
import type { WorkspaceFile } from '../../store/workspace.ts';
import type { PolicySummary, Stream, TextRange } from '../../worker/protocol.ts';

/** The policy that is shown. */
export const DEMO_POLICY = '绵阳市职工基本医疗保险';
/** The sentence of the interview, with the number in the middle. */
export const DEMO_SENTENCE = [
  '报销比例:政策范围内的门诊医疗费用超过起付标准后按比例报销。三级定点医疗机构:在职职工报销',
  '、退休职工60%……',
] as const;
/** What the document says. */
export const DEMO_PERCENT = 50;
/** What the guided first run changes it to. */
export const GUIDE_PERCENT = 55;
/** The rules around the number, as people see them; the number itself is a stepper. */
export const DEMO_RULES = {
  deductible: [
    ['keyword', '起付线'],
    ['plain', '   { 在职 '],
    ['number', '200元'],
    ['plain', '; 退休 '],
    ['number', '150元'],
    ['plain', ' }'],
  ],
  ratio: [['keyword', '报销比例']],
  head: [
    ['operator', '  | '],
    ['plain', '机构等级'],
    ['operator', ' | '],
    ['plain', '在职      '],
    ['operator', ' | '],
    ['plain', '退休'],
    ['operator', ' |'],
  ],
  before: [
    ['operator', '  | '],
    ['plain', '三级    '],
    ['operator', ' | '],
  ],
  after: [
    ['operator', ' | '],
    ['number', '60%'],
    ['operator', '  |'],
  ],
} as const;

/** On one line: a row that is split is none. */
const ROW = /(\|[^\S\n]*三级[^\S\n]*\|[^\S\n]*)(\d+)(%[^\S\n]*\|[^\S\n]*60%)/;
/** The day the demonstration is about. */
export const DEMO_DAY = '2023-05-08';

/** The file that holds the row, if the workspace has it. */
export const demoFile = (files: Readonly<Record<string, WorkspaceFile>>): WorkspaceFile | undefined =>
  Object.values(files).find((file) => (file.path.includes('修订') || file.path.includes('amendments') ? ROW.test(file.text) : false));

const FIELDS: Readonly<Record<string, FieldValue>> = {
  就诊日: DEMO_DAY,
  参保日: '2018-01-01',
  医疗类别: '普通门诊',
  机构等级: '三级',
  人员类别: '在职',
  认定病种数: 0,
  异地备案: '已备案',
  政策范围内: '1000.00',
  先行自付: '0.00',
  超限价: '0.00',
  全自费: '0.00',
};

/** The number in the text as it is now; undefined when the row is not there. */
export const demoPercent = (files: Readonly<Record<string, WorkspaceFile>>): number | undefined => {
  const number = ROW.exec(demoFile(files)?.text ?? '')?.[2];
  return number === undefined ? undefined : Number(number);
};

/** Where the number stands, with its sign. */
export function demoPlace(files: Readonly<Record<string, WorkspaceFile>>): TextRange | undefined {
  const file = demoFile(files);
  const found = ROW.exec(file?.text ?? '');
  if (!file || !found) return undefined;
  const start = found.index + (found[1]?.length ?? 0);
  return { file: file.path, start, end: start + (found[2]?.length ?? 0) + 1 };
}

/** The visit of the demonstration, with the fields that the policy has. */
export function demoFields(summary: PolicySummary): Readonly<Record<string, FieldValue>> {
  const known = new Set(summary.inputs.map((field) => field.name));
  return Object.fromEntries(Object.entries(FIELDS).filter(([name]) => known.has(name)));
}

/** One visit of one employee, settled with `percent` in the row. */
export function demoStream(summary: PolicySummary, file: WorkspaceFile, percent: number): Stream {
  return {
    policy: summary.name,
    encounters: [{ id: 'demo', policy: summary.name, fields: { [summary.person]: '甲', ...demoFields(summary) } }],
    openings: [],
    suppose: {},
    ...(percent === DEMO_PERCENT ? {} : { instead: [{ path: file.path, text: file.text.replace(ROW, `$1${percent}$3`) }] }),
  };
}

/** The figures of the demonstration as the answer states them. */
export interface DemoFigures {
  readonly deductible: Yuan;
  readonly fund: Yuan;
  readonly share: Yuan;
  readonly personal: Yuan;
  readonly total: Yuan;
  /** "(1000.00 − 200.00) × 50%" when the answer explains it so. */
  readonly formula: string;
}

/** Undefined when the answer is no amount. */
export function demoFigures(answer: Answer | undefined): DemoFigures | undefined {
  if (answer?.status !== 'settled' || !answer.totals) return undefined;
  const bars = answer.explanation?.waterfall ?? [];
  const amount = (kind: 'deductible' | 'copay'): Yuan => bars.find((bar) => bar.kind === kind)?.amount ?? '0.00';
  const payable = answer.explanation?.lines.find((line) => line.form === 'payable');
  return {
    deductible: amount('deductible'),
    fund: answer.totals.funds,
    share: amount('copay'),
    personal: answer.totals.personal,
    total: answer.totals.total,
    formula: payable?.formula ?? '',
  };
}
