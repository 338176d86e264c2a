/**
 * A 示例 block from what lies on the desk: the person's facts once, each visit with its fields, and the answers as expectations. Written in the
 * policy's own words, so that the reviewer reads it back as entered.
 */
import type { Answer } from '../../../runtime/answer.ts';
import type { InputField, ItemList } from '../../../runtime/ir/types.ts';
import type { SetPatient } from '../../store/patient-sets.ts';
import type { FieldValue, SampleEncounter } from '../../store/simulation.ts';
import { standsAlone } from '../../store/simulation.ts';
import { plainMoney } from '../../strings/money.ts';
import { showQuantity } from '../../strings/quantities.ts';
import { formOf } from './form.ts';
import { payerNamed } from './select.ts';
import type { Desk } from './use-desk.ts';

const STATUS: Readonly<Record<Exclude<Answer['status'], 'settled'>, string>> = {
  open: '待定',
  missing: '缺项',
  ineligible: '不享受',
  refused: '拒收',
  violation: '违规',
};

const PLAIN_NAME = /^(?:[\p{Script=Han}·]+|[A-Za-z][A-Za-z0-9_]*)$/u;
const named = (name: string): string => (PLAIN_NAME.test(name) ? name : `“${name}”`);

const writtenValue = (field: InputField, value: FieldValue): string => {
  switch (field.type.kind) {
    case 'enum':
      return named(String(value));
    case 'set':
      return Array.isArray(value) ? value.map((one) => named(String(one))).join('、') : String(value);
    case 'bool':
      return value === true ? '真' : '假';
    case 'money':
      return plainMoney(String(value));
    case 'text':
      return `“${String(value)}”`;
    case 'date':
    case 'time':
    case 'integer':
    case 'months':
    case 'days':
    case 'number':
    case 'ratio':
    case 'points':
      return String(value);
  }
};

const givens = (fields: readonly InputField[], visit: SampleEncounter): readonly string[] =>
  fields.flatMap((field) => {
    const value = visit.fields[field.name];
    if (value === undefined) return [];
    return [`${named(field.name)} ${Array.isArray(value) && value.length === 0 ? '无' : writtenValue(field, value)}`];
  });

/** `项目 { 编码 “X001”; 金额 100元 }`, one for each item; `项目 无` for a list without any. */
const items = (lists: readonly ItemList[], visit: SampleEncounter): readonly string[] =>
  lists.flatMap((list) => {
    const all = visit.lists?.[list.name] ?? [];
    return all.length === 0
      ? [`${named(list.name)} 无`]
      : all.map((item) => `${named(list.name)} { ${givens(list.fields, { id: '', fields: item }).join('; ')} }`);
  });

const itemsChanged = (lists: readonly ItemList[], visit: SampleEncounter): readonly string[] =>
  items(
    lists.filter(({ name }) => visit.lists?.[name] !== undefined),
    visit,
  );

/** What is not as in the head of the scenario: somebody else of the family, and facts that have changed. */
const ownFacts = (
  visit: SampleEncounter,
  first: SampleEncounter | undefined,
  personal: readonly InputField[],
  person: string,
): readonly string[] => {
  if (visit.person !== undefined) return [`${named(person)} “${visit.person}”`, ...givens(personal, visit)];
  return givens(
    personal.filter(({ name }) => JSON.stringify(visit.fields[name]) !== JSON.stringify(first?.fields[name])),
    visit,
  );
};

/** What a 期望 compares, name by name; none while there is no answer. */
function expected(answer: Answer | undefined, desk: Desk): readonly (readonly [name: string, value: string])[] {
  if (!answer) return [];
  const { totals } = answer;
  if (answer.status !== 'settled') {
    const reason = answer.open[0]?.reason ?? answer.ineligible[0]?.reason ?? '';
    return [
      ['状态', STATUS[answer.status]],
      ...(reason === '' ? [] : [['原因', reason] as const]),
      ...(answer.status === 'ineligible' && totals ? [['个人', plainMoney(totals.personal)] as const] : []),
    ];
  }
  // A benefit that does not apply pays nothing, and says nothing about the rules.
  const lines = (answer.explanation?.lines ?? []).filter((line) => line.policy === undefined);
  const told = new Set(lines.map((line) => line.address));
  const isAccount = (payer: string | undefined): boolean => payerNamed(desk.summary, payer)?.of === 'account';
  const own = answer.postings.filter((one) => one.policy === undefined && told.has(one.address) && !isAccount(one.payers[0]));
  const deductibles = lines.filter((line) => line.form === 'deductible' && line.value.kind === 'money');
  const withAccount = desk.summary.payers.some(({ of }) => of === 'account');
  const all = new Map<string, string>([
    ...deductibles.map(({ address }) => [address, plainMoney(answer.amounts[address] ?? '0.00')] as const),
    ...own.map(({ address, amount }) => [address, plainMoney(amount)] as const),
    ...(totals ? [['基金', plainMoney(totals.funds)] as const, ['个人', plainMoney(totals.personal)] as const] : []),
    ...(totals && withAccount ? [['账户', plainMoney(totals.account)] as const, ['现金', plainMoney(totals.cash)] as const] : []),
  ]);
  return all.size === 0 ? [['状态', '已结算']] : [...all];
}

const expectation = (answer: Answer | undefined, desk: Desk): string => {
  const all = expected(answer, desk).map(([name, value]) => `${name} ${name === '原因' ? `“${value}”` : value}`);
  return all.length === 0 ? '' : `期望 { ${all.join('; ')} }`;
};

/** The patient on the desk for a set: its present results are what is expected of each visit. */
export function asSetPatient(desk: Desk): SetPatient {
  const { patient, state, summary } = desk;
  const suppose = state.suppose[summary.name] ?? {};
  return {
    ...patient,
    ...(state.knownOn === undefined ? {} : { knownOn: state.knownOn }),
    ...(Object.keys(suppose).length === 0 ? {} : { suppose }),
    expected: Object.fromEntries(
      patient.encounters.flatMap((visit) => {
        const all = expected(
          state.settlement?.answers.find((answer) => answer.event === visit.id),
          desk,
        ).filter(([name]) => name !== '原因');
        return visit.reverses !== undefined || all.length === 0 ? [] : [[visit.id, Object.fromEntries(all)] as const];
      }),
    ),
  };
}

/** The block, ending in a line break. */
export function scenarioText(desk: Desk, title: string): string {
  const { summary, patient, state } = desk;
  const form = formOf(summary);
  const first = patient.encounters.find(standsAlone);
  const lines: string[] = [`示例 “${title}” 于 “${summary.name}” {`];
  if (state.knownOn !== undefined) lines.push(`  知晓日 ${state.knownOn}`);
  for (const [address, value] of Object.entries(state.suppose[summary.name] ?? {})) {
    const type = summary.open.find((one) => one.address === address)?.type;
    if (type)
      lines.push(
        `  设 ${address} = ${typeof value === 'boolean' ? (value ? '真' : '假') : showQuantity(value, type).replace('\u2212', '-')}`,
      );
  }
  for (const { accumulator, keys, value } of patient.openings) {
    const others = keys.map(String).filter((key) => key !== patient.name);
    const place = others.length === 0 ? '' : `(${others.map((key) => (/^\d+$/.test(key) ? key : `“${key}”`)).join('、')})`;
    lines.push(`  已有 ${named(accumulator)}${place} = ${/^-?\d+\.\d\d$/.test(value) ? plainMoney(value) : value}`);
  }
  const facts = first === undefined ? [] : givens(form.person, first);
  lines.push(`  参保人 ${named(patient.name)} { ${facts.join('; ')} }`);
  for (const visit of patient.encounters) {
    const number = patient.encounters.findIndex((one) => one.id === (visit.reverses ?? visit.corrects)) + 1;
    const day = visit.fields[summary.versionDay];
    if (visit.reverses !== undefined) lines.push(`  撤销 第${number}次`);
    else if (visit.corrects !== undefined) {
      const changed = givens([...form.person, ...form.visit, ...form.bill], visit);
      lines.push(`  更正 第${number}次 { ${changed.concat(itemsChanged(summary.lists, visit)).join('; ')} }`);
    }
    // The day heads the line; other days are stated when they differ from it.
    else
      lines.push(
        `  ${summary.entry === 'settlement' ? '就诊' : '事件'} ${String(day ?? '')} { ${givens(
          [
            ...form.visit.filter(
              (field) => field.name !== summary.versionDay && !(field.name === summary.periodDay && visit.fields[field.name] === day),
            ),
            ...form.bill.filter((field) => field.name !== summary.bill?.total),
          ],
          visit,
        )
          .concat(items(summary.lists, visit))
          .concat(ownFacts(visit, first, form.person, summary.person))
          .join('; ')} }`,
      );
    const expected =
      visit.reverses === undefined
        ? expectation(
            state.settlement?.answers.find((answer) => answer.event === visit.id),
            desk,
          )
        : '';
    if (expected !== '') lines.push(`  ${expected}`);
  }
  return `${lines.join('\n')}\n}\n`;
}

/** Where a policy's scenarios are kept: its own file of them, or one beside its base file. */
export const scenarioFileOf = (files: readonly string[]): string =>
  files.find((path) => path.endsWith('.scenarios.yice')) ?? (files[0] ?? 'policy.yice').replace(/\.yice$/, '.scenarios.yice');
