/** A 示例 for a witness, in the policy's own words: what the person gets on each of the days. */
import type { Witness } from '../../../language/index.ts';
import type { Answer } from '../../../runtime/answer.ts';
import { plainMoney } from '../../strings/money.ts';
import type { PolicySummary } from '../../worker/protocol.ts';

const PLAIN_NAME = /^(?:[\p{Script=Han}·]+|[A-Za-z][A-Za-z0-9_]*)$/u;
const named = (name: string): string => (PLAIN_NAME.test(name) ? name : `“${name}”`);

/** Fields of the witness as its policy knows them, on a day. */
export function fieldsOn(summary: PolicySummary, witness: Witness, day: string): Readonly<Record<string, unknown>> {
  const days = new Set([summary.versionDay, summary.periodDay]);
  const known = summary.inputs.flatMap(({ name }) => {
    const value = days.has(name) ? day : witness.patient[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(known), ...Object.fromEntries(summary.lists.map(({ name }) => [name, []])) };
}

function givens(summary: PolicySummary, witness: Witness): readonly string[] {
  const left = new Set([summary.person, summary.versionDay, summary.periodDay, summary.bill?.total]);
  return summary.inputs.flatMap((field) => {
    const value = witness.patient[field.name];
    if (left.has(field.name) || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [`${named(field.name)} ${written(field.type.kind, value)}`];
  });
}

function written(kind: PolicySummary['inputs'][number]['type']['kind'], value: Witness['patient'][string]): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return value.map(named).join('、');
  if (kind === 'enum') return named(String(value));
  if (kind === 'money') return plainMoney(String(value));
  return kind === 'text' ? `“${value}”` : String(value);
}

const STATUS: Readonly<Record<Answer['status'], string>> = {
  settled: '已结算',
  open: '待定',
  missing: '缺项',
  ineligible: '不享受',
  refused: '拒收',
  violation: '违规',
};

function expectation({ status, totals, postings }: Answer): string {
  const personal = totals ? [`个人 ${plainMoney(totals.personal)}`] : [];
  if (status !== 'settled') return [`状态 ${STATUS[status]}`, ...(status === 'ineligible' ? personal : [])].join('; ');
  const paid = totals ? [] : postings.map(({ address, amount }) => `${address} ${plainMoney(amount)}`);
  return [...personal, ...paid, ...(totals || paid.length > 0 ? [] : [`状态 ${STATUS[status]}`])].join('; ');
}

/** The block, ending in a line break; one event a day, with what each answer gave. */
export function witnessScenario(
  summary: PolicySummary,
  title: string,
  witness: Witness,
  events: readonly { readonly day: string; readonly answer: Answer }[],
): string {
  const head = summary.entry === 'settlement' ? '就诊' : '事件';
  const said = givens(summary, witness).join('; ');
  const none = summary.lists.map(({ name }) => `${named(name)} 无`);
  const lines = events.flatMap(({ day, answer }) => {
    const own = summary.periodDay === summary.versionDay ? [] : [`${summary.periodDay} ${day}`];
    return [`  ${head} ${day} { ${[said, ...own, ...none].filter(Boolean).join('; ')} }`, `  期望 { ${expectation(answer)} }`];
  });
  return `示例 “${title.replace(/[“”]/gu, '')}” 于 “${summary.name}” {\n  参保人 甲 { }\n${lines.join('\n')}\n}\n`;
}
