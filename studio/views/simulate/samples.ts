/** Sample patients to begin with: made up, complete where the policy lists the choices, so that the first answer is a number. */
import type { InputField, ItemList } from '../../../runtime/ir/types.ts';
import type { FieldValue, Item, SampleEncounter, SamplePatient } from '../../store/simulation.ts';
import { standsAlone } from '../../store/simulation.ts';
import { newVisitId } from '../../store/visits.ts';
import { shiftDay, shiftMonth } from '../../strings/days.ts';
import type { Example, PolicySummary } from '../../worker/protocol.ts';
import { balanced } from './bill.ts';
import { isEventDay } from './form.ts';

const NAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

const firstValue = (field: InputField, summary: PolicySummary, day: string): FieldValue | undefined => {
  switch (field.type.kind) {
    case 'enum':
      return field.values?.[0]?.name;
    case 'set':
      return [];
    case 'bool':
      return false;
    case 'integer':
      return Number(field.min ?? '0');
    case 'date':
      // Days of the person's life, such as 参保日, lie well before the visit, so that no waiting period stands in the way.
      return isEventDay(field, summary) ? day : shiftMonth(day, -60);
    case 'money':
      return field.bill === true ? '0.00' : undefined;
    case 'ratio':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'time':
    case 'text':
      return undefined;
  }
};

/** An item to begin with: a choice where there is one, 100 yuan where there is an amount. */
export function firstItem(list: ItemList, summary: PolicySummary, day: string): Item {
  const item: Record<string, FieldValue> = {};
  for (const field of list.fields) {
    const value = field.type.kind === 'money' ? '100.00' : field.type.kind === 'date' ? day : firstValue(field, summary, day);
    if (value !== undefined && value !== '') item[field.name] = value;
  }
  return item;
}

/** The first visit of a new patient: 1,000 yuan in the first part of the bill. */
function firstVisit(id: string, summary: PolicySummary, day: string): SampleEncounter {
  const fields: Record<string, FieldValue> = {};
  for (const field of summary.inputs) {
    if (field.name === summary.person) continue;
    const value = firstValue(field, summary, day);
    if (value !== undefined) fields[field.name] = value;
  }
  const lists = Object.fromEntries(summary.lists.map((list) => [list.name, [firstItem(list, summary, day)]]));
  const { bill } = summary;
  if (!bill) return { id, fields, lists };
  const [main] = bill.parts;
  return balanced({ id, lists, gap: bill.total, fields: main === undefined ? fields : { ...fields, [main]: '1000.00' } }, bill);
}

/** A new patient of the policy, with a name that no other has. */
export function newPatient(patients: readonly SamplePatient[], summary: PolicySummary, day: string): SamplePatient {
  const number = freeNumber(patients);
  const used = new Set(patients.filter((patient) => patient.policy === summary.name).map((patient) => patient.name));
  const name = NAMES.find((candidate) => !used.has(candidate)) ?? `样例${number}`;
  const id = `p${number}`;
  return { id, name, policy: summary.name, openings: [], encounters: [firstVisit(`${id}-1`, summary, day)] };
}

const freeNumber = (patients: readonly SamplePatient[]): number => {
  const taken = new Set(patients.map((patient) => patient.id));
  let number = 1;
  while (taken.has(`p${number}`)) number += 1;
  return number;
};

/** A 示例 of the policy as a patient of the desk, with all its visits and what was counted before. */
export function exampleToPatient(
  { encounters, openings }: Pick<Example, 'encounters' | 'openings'>,
  patients: readonly SamplePatient[],
  summary: PolicySummary,
): SamplePatient {
  const id = `p${freeNumber(patients)}`;
  const personOf = ({ fields }: Example['encounters'][number]): string => String(fields[summary.person] ?? '甲');
  const [first] = encounters;
  const name = first ? personOf(first) : '甲';
  const ids = new Map(encounters.map((one, at) => [one.id, `${id}-${at + 1}`]));
  return {
    id,
    name,
    policy: summary.name,
    openings,
    encounters: encounters.map((one): SampleEncounter => {
      const of = one.of === undefined ? undefined : ids.get(one.of);
      const own = { id: ids.get(one.id) ?? one.id };
      if (one.kind === 'reverse') return { ...own, fields: {}, reverses: of };
      const { fields, lists } = partedFields(one.fields, summary);
      if (one.kind === 'correct') return { ...own, fields, lists, corrects: of };
      const person = personOf(one);
      const visit: SampleEncounter = { ...own, fields, lists, ...(person === name ? {} : { person }) };
      return summary.bill ? balanced({ ...visit, gap: summary.bill.total }, summary.bill) : visit;
    }),
  };
}

const isFieldValue = (value: unknown): value is FieldValue =>
  ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** The fields of an event apart from its lists, each under its Chinese name. */
function partedFields(
  given: Readonly<Record<string, unknown>>,
  summary: PolicySummary,
): { readonly fields: Record<string, FieldValue>; readonly lists: Record<string, readonly Item[]> } {
  const fields: Record<string, FieldValue> = {};
  const lists: Record<string, readonly Item[]> = {};
  for (const [key, value] of Object.entries(given)) {
    const list = summary.lists.find(({ name, interfaceName }) => name === key || interfaceName === key);
    const name = summary.inputs.find((one) => one.name === key || one.interfaceName === key)?.name ?? key;
    if (list && Array.isArray(value)) lists[list.name] = value.map((item: unknown) => itemOf(item));
    else if (name !== summary.person && isFieldValue(value)) fields[name] = value;
  }
  return { fields, lists };
}

const itemOf = (given: unknown): Item =>
  typeof given === 'object' && given !== null ? Object.fromEntries(Object.entries(given).filter(([, value]) => isFieldValue(value))) : {};

/** The visit after the last one: the same facts, a day later. */
export function nextVisit(patient: SamplePatient, summary: PolicySummary, day: string): SampleEncounter {
  const id = newVisitId(patient);
  const before = patient.encounters.filter((visit) => standsAlone(visit)).at(-1);
  if (!before) return firstVisit(id, summary, day);
  const fields: Record<string, FieldValue> = { ...before.fields };
  for (const name of [summary.versionDay, summary.periodDay]) {
    const at = before.fields[name];
    if (typeof at === 'string') fields[name] = shiftDay(at, 1);
  }
  return { ...before, id, fields };
}

/** The visit as one of somebody else of the family, with a name that nobody of these visits has. */
export function ofAnother(patient: SamplePatient, visit: SampleEncounter): SampleEncounter {
  const taken = new Set([patient.name, ...patient.encounters.flatMap(({ person }) => person ?? [])]);
  return { ...visit, person: NAMES.find((name) => !taken.has(name)) ?? `${patient.name}${taken.size}` };
}
