/**
 * 换一个条件会怎样: the same visit with one circumstance changed at a time. Each alternative is a whole patient to be settled; nothing is
 * worked out here.
 */
import type { SampleEncounter, SamplePatient } from '../../store/simulation.ts';
import { shiftDay } from '../../strings/days.ts';
import type { PolicySummary } from '../../worker/protocol.ts';
import { formOf } from './form.ts';

/** What is different, in words of the policy. */
export type Difference =
  | { readonly kind: 'alone' }
  | { readonly kind: 'person' | 'visit'; readonly field: string; readonly value: string }
  | { readonly kind: 'day'; readonly day: string };

export interface Alternative {
  readonly key: string;
  readonly difference: Difference;
  readonly patient: SamplePatient;
}

/** So many are asked for at most, those that concern the person first. */
const MOST = 12;
/** Of one field. */
const MOST_VALUES = 2;

/** What would be asked next about a visit; none for a reversal. */
export function alternativesTo(patient: SamplePatient, visit: SampleEncounter, summary: PolicySummary): readonly Alternative[] {
  if (visit.reverses !== undefined) return [];
  const at = patient.encounters.indexOf(visit);
  const upTo = patient.encounters.slice(0, at + 1);
  const form = formOf(summary);
  const found: Alternative[] = [];
  const add = (key: string, difference: Difference, encounters: readonly SampleEncounter[]): void => {
    found.push({ key, difference, patient: { ...patient, encounters } });
  };
  const withValue = (one: SampleEncounter, field: string, value: string): SampleEncounter =>
    one.reverses === undefined ? { ...one, fields: { ...one.fields, [field]: value } } : one;

  if (at > 0) add('alone', { kind: 'alone' }, [visit]);
  for (const field of form.person) {
    if (field.type.kind !== 'enum') continue;
    for (const { name } of othersOf(field.values, visit.fields[field.name])) {
      add(
        `${field.name} ${name}`,
        { kind: 'person', field: field.name, value: name },
        upTo.map((one) => withValue(one, field.name, name)),
      );
    }
  }
  const day = visit.fields[summary.versionDay];
  const before = typeof day === 'string' ? dayBeforeVersion(summary, day) : undefined;
  if (before !== undefined) {
    const days = new Set([summary.versionDay, summary.periodDay]);
    const moved = {
      ...visit,
      fields: Object.fromEntries(Object.entries(visit.fields).map(([name, value]) => [name, days.has(name) ? before : value])),
    };
    add(`day ${before}`, { kind: 'day', day: before }, [
      ...upTo.slice(0, -1).filter((one) => String(one.fields[summary.versionDay] ?? '') <= before),
      moved,
    ]);
  }
  for (const field of form.visit) {
    // Another 医疗类别 would be another benefit altogether, not this visit under another condition.
    if (field.type.kind !== 'enum' || field.interfaceName === 'med_type') continue;
    for (const { name } of othersOf(field.values, visit.fields[field.name]).slice(0, MOST_VALUES)) {
      add(`${field.name} ${name}`, { kind: 'visit', field: field.name, value: name }, [
        ...upTo.slice(0, -1),
        withValue(visit, field.name, name),
      ]);
    }
  }
  return found.slice(0, MOST);
}

const othersOf = (values: readonly { readonly name: string }[] | undefined, now: unknown): readonly { readonly name: string }[] =>
  (values ?? []).filter((value) => value.name !== now);

/** The last day of the law before the one that holds on `day`. */
function dayBeforeVersion({ timeline }: PolicySummary, day: string): string | undefined {
  const edges = timeline.flatMap(({ from, versionId }) => (from !== undefined && versionId !== undefined && from <= day ? [from] : []));
  const edge = edges.sort().at(-1);
  const first = timeline.flatMap(({ from, versionId }) => (from !== undefined && versionId !== undefined ? [from] : [])).sort()[0];
  return edge === undefined || edge === first ? undefined : shiftDay(edge, -1);
}
