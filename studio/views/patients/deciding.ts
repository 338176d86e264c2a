/** What the reviewer decides about a group of cases, as changes of the set. */
import type { Correction, PatientSet, SetPatient } from '../../store/patient-sets.ts';
import { corrected, patientsChanged } from '../../store/patient-sets.ts';
import { differencesIn } from '../../store/review-outcome.ts';
import type { FieldValue } from '../../store/simulation.ts';
import type { Case, Group } from './select.ts';

export type Choice = 'expectation' | 'rules' | 'notice';

/** What came in place of what was expected, for every value of a case that differs. */
export const correctionsOf = ({ reviewed }: Case): readonly Correction[] =>
  differencesIn(reviewed).map(({ visit, label, expected, actual }) => ({
    visit,
    label,
    from: expected,
    // A status comes with its reasons; what is expected is its first word.
    to: label === '状态' ? (actual.split(':')[0] ?? actual) : actual,
  }));

/** Applies one decision to all the cases of a group. */
export function decided(set: PatientSet, cases: readonly Case[], choice: Choice, reason: string): PatientSet {
  const byId = new Map(cases.map((one) => [one.patient.id, one]));
  return patientsChanged(set, [...byId.keys()], (patient): SetPatient => {
    const one = byId.get(patient.id);
    if (!one) return patient;
    return choice === 'expectation'
      ? corrected(patient, correctionsOf(one), reason)
      : { ...patient, disposition: { kind: choice, reason } };
  });
}

/** Takes decisions back; corrected expectations stay corrected until undone. */
export const undecided = (set: PatientSet, ids: readonly string[]): PatientSet =>
  patientsChanged(set, ids, ({ disposition: _, ...patient }) => patient);

/** Writes the one line of cases that are open; an empty one takes it away. */
export const withLine = (set: PatientSet, ids: readonly string[], line: string): PatientSet =>
  patientsChanged(set, ids, ({ line: _, ...patient }) => (line.trim() === '' ? patient : { ...patient, line: line.trim() }));

/** Gives facts to the visits that lack them; what a visit says already stays. */
export const filledIn = (set: PatientSet, ids: readonly string[], facts: Readonly<Record<string, FieldValue>>): PatientSet =>
  patientsChanged(set, ids, (patient) => ({
    ...patient,
    encounters: patient.encounters.map((visit) =>
      visit.reverses === undefined ? { ...visit, fields: { ...facts, ...visit.fields } } : visit,
    ),
  }));

/** The cases that one decision may be for: all that share a cause, and the one alone where none was found. */
export const decidedTogether = (one: Case, group: Group): readonly Case[] => (group.cause === undefined ? [one] : group.cases);

/** Some of the cases that passed, drawn at random. */
export function drawn(cases: readonly Case[], count: number, random: () => number): readonly string[] {
  const left = cases.filter(({ outcome }) => outcome === 'passed').map(({ patient }) => patient.id);
  const taken: string[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(Math.floor(random() * left.length), 1));
  return taken;
}
