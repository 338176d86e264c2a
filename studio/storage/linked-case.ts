/** A made-up patient as part of a link: the events and what they give, nothing by which a person is known. */
import type { FieldValue, Item, SampleEncounter, SamplePatient } from '../store/simulation.ts';
import type { PolicySummary } from '../worker/protocol.ts';
import { patientSchema } from './schema.ts';

/** How the person is called wherever a name stood. */
const NOBODY = '样例';

/** The patient without names and numbers of persons: the field of the person and every free text are left out. */
export function withoutPerson(patient: SamplePatient, summary: PolicySummary): SamplePatient {
  const free = (name: string, among: PolicySummary['inputs']): boolean =>
    name === summary.person || among.find((field) => field.name === name)?.type.kind === 'text';
  const kept = (values: Item, among: PolicySummary['inputs']): Record<string, FieldValue> =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !free(name, among)));
  const persons = new Set([patient.name, ...patient.encounters.flatMap(({ person }) => person ?? [])]);
  const ids = new Map(patient.encounters.map(({ id }, index) => [id, `${NOBODY}-${index + 1}`]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  return {
    id: NOBODY,
    name: NOBODY,
    policy: patient.policy,
    encounters: patient.encounters.map(
      ({ id, fields, lists, gap, reverses, corrects }): SampleEncounter => ({
        id: idOf(id),
        fields: kept(fields, summary.inputs),
        ...(lists === undefined
          ? {}
          : {
              lists: Object.fromEntries(
                Object.entries(lists).map(([name, items]) => {
                  const among = summary.lists.find((list) => list.name === name)?.fields ?? [];
                  return [name, items.map((item) => kept(item, among))];
                }),
              ),
            }),
        ...(gap === undefined ? {} : { gap }),
        ...(reverses === undefined ? {} : { reverses: idOf(reverses) }),
        ...(corrects === undefined ? {} : { corrects: idOf(corrects) }),
      }),
    ),
    openings: patient.openings.map((opening) => ({
      ...opening,
      keys: opening.keys.map((key) => (typeof key === 'string' && persons.has(key) ? NOBODY : key)),
    })),
  };
}

/** The text of a link's part: letters that need no escaping. */
export function caseToLink(patient: SamplePatient): string {
  const bytes = new TextEncoder().encode(JSON.stringify(patient));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** A patient from a link; undefined when the text is none. Never trusted to be what this version wrote. */
export function caseFromLink(text: string): SamplePatient | undefined {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const json: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(letters, (letter) => letter.charCodeAt(0))),
    );
    return patientSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}
