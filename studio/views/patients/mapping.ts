/** A pasted table as patients: which column is which field, and what each cell says. Nothing is guessed; what cannot be read is named. */
import type { InputField } from '../../../runtime/ir/types.ts';
import type { SetPatient } from '../../store/patient-sets.ts';
import type { FieldValue, SampleEncounter } from '../../store/simulation.ts';
import { readDay } from '../../strings/days.ts';
import { readMoney } from '../../strings/money.ts';
import type { PolicySummary } from '../../worker/protocol.ts';

/** What a column is: a field of the policy, something expected, the name or a note, or left out. */
export type ColumnUse =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'expected'; readonly label: string }
  | { readonly kind: 'name' | 'note' | 'none' };

/** Why a cell was not taken. */
export interface CellProblem {
  readonly row: number;
  readonly column: number;
  readonly why: 'money' | 'tooFine' | 'negative' | 'day' | 'count' | 'truth' | 'value';
  readonly text: string;
  readonly field: string;
  /** What it could be, where that is a list. */
  readonly values?: readonly string[];
}

export interface ReadTable {
  readonly patients: readonly SetPatient[];
  readonly problems: readonly CellProblem[];
  /** Rows that have a problem and are left out. */
  readonly leftOut: number;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s:：·._“”"]/g, '')
    .toLowerCase();
const WORDS_OF_EXPECTED = /^(?:期望|应为|expected)\s*[:：.\s]?\s*(?=.)/iu;
/** The column that tells cases apart, the most telling title first. */
const NAMES = ['称呼', '姓名', '患者', 'patient', 'name', '样例', '例', '编号', 'case', 'no'].map(plain);
const NOTES = new Set(['备注', '说明', 'note', 'notes', 'remark'].map(plain));
/** Totals that an expectation may name in any policy with a bill. */
export const TOTALS: readonly string[] = ['基金', '个人', '账户', '现金', '医院', '状态', '原因'];

/** Every field's names in lower case without signs: Chinese, of the national interface, English. */
function fieldNames(summary: PolicySummary): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name } of summary.inputs) for (const one of ALSO_CALLED[name] ?? []) names.set(plain(one), name);
  for (const { name, interfaceName } of summary.inputs) {
    const english = summary.english?.[name];
    for (const one of [english, interfaceName, name]) if (one !== undefined) names.set(plain(one), name);
  }
  return names;
}

const PERSON_PAYS = ['个人负担', '个人负担金额'];
/** Titles as offices write them, for the field names of the catalogue. Shown beside their column before anything is read by them. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  就诊日: ['就诊日期', '就医日期', '结算日期', '费用日期'],
  医疗类别: ['就诊类型', '就诊类别', '就医类型', '就医类别'],
  机构等级: ['医院级别', '医院等级', '医疗机构等级', '医疗机构级别', '机构级别'],
  人员类别: ['参保人员类别', '人员类型', '在职退休'],
  参保日: ['参保日期', '参保时间'],
  政策范围内: ['政策范围内费用', '政策范围内金额', '范围内费用', '合规费用'],
  先行自付: ['先行自付费用', '先行自付金额'],
  超限价: ['超限价费用', '超限价自费费用', '超限价金额'],
  全自费: ['全自费费用', '全自费金额'],
  总额: ['总费用', '医疗总费用', '费用总额'],
};

/** What each column of a header seems to be; a name that nothing has is `none`, to be chosen by hand. */
export function usesOf(header: readonly string[], summary: PolicySummary, labels: readonly string[]): readonly ColumnUse[] {
  const fields = fieldNames(summary);
  const known = new Map([...TOTALS, ...labels].map((label) => [plain(label), label]));
  for (const title of PERSON_PAYS.map(plain)) if (!known.has(title)) known.set(title, '个人');
  const taken = new Set<string>();
  const titles = new Set(header.map(plain));
  const naming = NAMES.find((one) => titles.has(one));
  return header.map((title): ColumnUse => {
    const bare = title.replace(WORDS_OF_EXPECTED, '');
    const expected = known.get(plain(bare));
    if (bare !== title && bare !== '') return { kind: 'expected', label: expected ?? bare.trim() };
    const field = fields.get(plain(title));
    if (field !== undefined && !taken.has(field)) {
      taken.add(field);
      return { kind: 'field', name: field };
    }
    if (expected !== undefined) return { kind: 'expected', label: expected };
    return { kind: plain(title) === naming ? 'name' : NOTES.has(plain(title)) ? 'note' : 'none' };
  });
}

const TRUE = new Set(['真', '是', '有', 'true', 'yes', '1']);
const FALSE = new Set(['假', '否', '无', 'false', 'no', '0']);
type ReadCell =
  | { readonly value: FieldValue }
  /** `word`: of a cell that lists several, the one that is not known. */
  | { readonly why: CellProblem['why']; readonly word?: string; readonly values?: readonly string[] };

/** For a field, words of its cells and the values that stand for them. */
export type Replaced = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One cell as a value of a field. An enumeration is named, or given by its national code. */
export function readCell(text: string, field: InputField, replaced: Replaced = {}): ReadCell {
  const values = field.values ?? [];
  const named = (one: string): string | undefined =>
    values.find(({ name, code }) => name === one || code === one)?.name ?? replaced[field.name]?.[one];
  switch (field.type.kind) {
    case 'money': {
      const money = readMoney(text);
      return money.kind === 'amount'
        ? { value: money.yuan }
        : { why: money.kind === 'tooFine' || money.kind === 'negative' ? money.kind : 'money' };
    }
    case 'date': {
      const day = readDay(text);
      return day === undefined ? { why: 'day' } : { value: day };
    }
    case 'integer':
      return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { why: 'count' };
    case 'bool':
      return TRUE.has(text.toLowerCase()) ? { value: true } : FALSE.has(text.toLowerCase()) ? { value: false } : { why: 'truth' };
    case 'enum': {
      const value = named(text);
      return value === undefined ? { why: 'value', values: values.map(({ name }) => name) } : { value };
    }
    case 'set': {
      const all = text === '无' ? [] : text.split(/[、,，;；]/).map((one) => one.trim());
      const unknown = all.find((one) => named(one) === undefined);
      return unknown === undefined
        ? { value: all.flatMap((one) => named(one) ?? []) }
        : { why: 'value', word: unknown, values: values.map(({ name }) => name) };
    }
    default:
      return { value: text };
  }
}

/** Something expected: an amount gets its two decimals and its unit, words stay as they are. */
function readExpected(text: string, label: string): { readonly text: string } | { readonly why: CellProblem['why'] } {
  if (label === '状态' || label === '原因') return { text };
  const money = readMoney(text);
  if (money.kind === 'amount') return { text: `${money.yuan}元` };
  if (/^-?\d+(?:\.\d+)?(?:%|个百分点|天|个月)$/.test(text) || /^(?:真|假)$/.test(text)) return { text };
  return { why: money.kind === 'tooFine' || money.kind === 'negative' ? money.kind : 'money' };
}

export interface TablePlan {
  readonly uses: readonly ColumnUse[];
  /** Values for fields that no column has, by field, as typed. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Values put in place of words that the fields do not have. */
  readonly replaced?: Replaced;
}

/** Fields of the policy that neither a column nor a fixed value gives; the total is the sum of its parts. */
export const fieldsWithout = (plan: TablePlan, summary: PolicySummary): readonly InputField[] => {
  const given = new Set(plan.uses.flatMap((use) => (use.kind === 'field' ? [use.name] : [])));
  return summary.inputs.filter(({ name }) => name !== summary.person && name !== summary.bill?.total && !given.has(name));
};

/** Reads the rows under a header. Rows that follow one another and name the same person are that person's visits. */
export function readRows(rows: readonly (readonly string[])[], plan: TablePlan, summary: PolicySummary): ReadTable {
  const fields = new Map(summary.inputs.map((field) => [field.name, field]));
  const problems: CellProblem[] = [];
  const patients: SetPatient[] = [];
  let leftOut = 0;
  let person: string | undefined;
  let named: string | undefined;
  const fixed = Object.entries(plan.fixed).flatMap(([name, text]): [string, FieldValue][] => {
    const field = fields.get(name);
    const read = field && text !== '' ? readCell(text, field) : undefined;
    return read && 'value' in read ? [[name, read.value]] : [];
  });
  rows.forEach((row, at) => {
    const before = problems.length;
    const values: Record<string, FieldValue> = Object.fromEntries(fixed);
    const expected: Record<string, string> = {};
    let name = '';
    let note = '';
    plan.uses.forEach((use, column) => {
      const text = row[column] ?? '';
      if (text === '') return;
      const refuse = (field: string, why: CellProblem['why'], word = text, allowed?: readonly string[]): void => {
        problems.push({ row: at, column, why, text: word, field, ...(allowed ? { values: allowed } : {}) });
      };
      if (use.kind === 'name') name = text;
      else if (use.kind === 'note') note = text;
      else if (use.kind === 'expected') {
        const read = readExpected(text, use.label);
        if ('text' in read) expected[use.label] = read.text;
        else refuse(use.label, read.why);
      } else if (use.kind === 'field') {
        const field = fields.get(use.name);
        const read = field && readCell(text, field, plan.replaced);
        if (read && 'value' in read) values[use.name] = read.value;
        else if (read) refuse(use.name, read.why, read.word, read.values);
      }
    });
    const same = values[summary.person];
    if (problems.length > before) {
      leftOut += 1;
      person = undefined;
      return;
    }
    const last = patients.at(-1);
    const follows = last !== undefined && same !== undefined && same === person && name === named;
    const visit: SampleEncounter = { id: `第${(follows ? last.encounters.length : 0) + 1}次`, fields: values };
    const told = Object.keys(expected).length > 0 ? { [visit.id]: expected } : {};
    if (follows)
      patients[patients.length - 1] = { ...last, encounters: [...last.encounters, visit], expected: { ...last.expected, ...told } };
    else
      patients.push({
        id: `r${at + 1}`,
        name: name || (typeof same === 'string' ? same : '') || `${at + 1}`,
        policy: summary.name,
        encounters: [visit],
        openings: [],
        expected: told,
        ...(note === '' ? {} : { note }),
      });
    person = typeof same === 'string' ? same : undefined;
    named = name;
  });
  return { patients, problems, leftOut };
}
