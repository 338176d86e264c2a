// Pure changes to the sequence of visits of a sample patient; the state itself is in simulation.ts.

import type { OpeningCell } from '../../runtime/answer.ts';
import type { FieldValue, Item, SampleEncounter, SamplePatient, SimulationState } from './simulation.ts';
import { standsAlone } from './simulation.ts';

const ofPatient = (state: SimulationState, patientId: string, change: (patient: SamplePatient) => SamplePatient): SimulationState => ({
  ...state,
  patients: state.patients.map((patient) => (patient.id === patientId ? change(patient) : patient)),
});

/** Changes one visit. */
export const visitChanged = (
  state: SimulationState,
  patientId: string,
  visitId: string,
  change: (visit: SampleEncounter) => SampleEncounter,
): SimulationState =>
  ofPatient(state, patientId, (patient) => ({
    ...patient,
    encounters: patient.encounters.map((visit) => (visit.id === visitId ? change(visit) : visit)),
  }));

/** Changes the items of one list of a visit. */
export const itemsChanged = (
  state: SimulationState,
  patientId: string,
  visitId: string,
  list: string,
  change: (items: readonly Item[]) => readonly Item[],
): SimulationState =>
  visitChanged(state, patientId, visitId, (visit) => ({
    ...visit,
    lists: { ...visit.lists, [list]: change(visit.lists?.[list] ?? []) },
  }));

/** A fact about the person is the same in every visit of that person. */
export const personFieldSet = (
  state: SimulationState,
  patientId: string,
  field: string,
  value: FieldValue | undefined,
  person?: string,
): SimulationState =>
  ofPatient(state, patientId, (patient) => ({
    ...patient,
    encounters: patient.encounters.map((visit) => {
      if (!standsAlone(visit) || (visit.person ?? patient.name) !== (person ?? patient.name)) return visit;
      const { [field]: _, ...rest } = visit.fields;
      return { ...visit, fields: value === undefined ? rest : { ...rest, [field]: value } };
    }),
  }));

/** Whether a visit may stand `by` places further: a reversal or correction never before what it is about. */
export function canMove(visits: readonly SampleEncounter[], visitId: string, by: 1 | -1): boolean {
  const from = visits.findIndex((visit) => visit.id === visitId);
  const visit = visits[from];
  const other = visits[from + by];
  if (!visit || !other) return false;
  const [earlier, later] = by === -1 ? [other, visit] : [visit, other];
  return later.reverses !== earlier.id && later.corrects !== earlier.id;
}

/** Moves a visit one place in the order of arrival. */
export const visitMoved = (state: SimulationState, patientId: string, visitId: string, by: 1 | -1): SimulationState =>
  ofPatient(state, patientId, (patient) => {
    if (!canMove(patient.encounters, visitId, by)) return patient;
    const visits = [...patient.encounters];
    const from = visits.findIndex((visit) => visit.id === visitId);
    visits.splice(from + by, 0, ...visits.splice(from, 1));
    return { ...patient, encounters: visits };
  });

/** Takes a visit away together with what is about it; the one before it is looked at next. */
export function visitRemoved(state: SimulationState, patientId: string, visitId: string): SimulationState {
  const visits = state.patients.find((patient) => patient.id === patientId)?.encounters ?? [];
  const at = visits.findIndex((visit) => visit.id === visitId);
  const left = visits.filter((visit) => visit.id !== visitId && visit.reverses !== visitId && visit.corrects !== visitId);
  if (left.length === 0) return state;
  const next = left[Math.max(0, Math.min(at - 1, left.length - 1))];
  return { ...ofPatient(state, patientId, (patient) => ({ ...patient, encounters: left })), encounterId: next?.id, step: undefined };
}

/** Sets what a running total held before the first visit; undefined takes the statement back. */
export const openingSet = (
  state: SimulationState,
  patientId: string,
  { policy, accumulator, keys }: Omit<OpeningCell, 'value'>,
  value: string | undefined,
): SimulationState =>
  ofPatient(state, patientId, (patient) => {
    const same = (one: OpeningCell): boolean =>
      one.accumulator === accumulator && one.keys.join('\u0000') === keys.join('\u0000') && (one.policy ?? policy) === policy;
    const others = patient.openings.filter((one) => !same(one));
    const own = { ...(policy === undefined ? {} : { policy }), accumulator, keys };
    return { ...patient, openings: value === undefined ? others : [...others, { ...own, value }] };
  });

/** Adds a visit and looks at it. */
export const visitAdded = (state: SimulationState, patientId: string, visit: SampleEncounter): SimulationState => ({
  ...ofPatient(state, patientId, (patient) => ({ ...patient, encounters: [...patient.encounters, visit] })),
  encounterId: visit.id,
  step: undefined,
});

/** A copy of a visit right after it, under an id of its own, looked at next. */
export function visitCopied(state: SimulationState, patientId: string, visitId: string): SimulationState {
  const patient = state.patients.find((one) => one.id === patientId);
  const at = patient?.encounters.findIndex((visit) => visit.id === visitId) ?? -1;
  const visit = patient?.encounters[at];
  if (!patient || !visit || !standsAlone(visit)) return state;
  const copy = { ...visit, id: newVisitId(patient) };
  const encounters = [...patient.encounters.slice(0, at + 1), copy, ...patient.encounters.slice(at + 1)];
  return { ...ofPatient(state, patientId, (one) => ({ ...one, encounters })), encounterId: copy.id, step: undefined };
}

/** Another name for a person of the family; an empty one would not tell the person apart and is not taken. */
export const personRenamed = (state: SimulationState, patientId: string, from: string, to: string): SimulationState =>
  to.trim() === ''
    ? state
    : ofPatient(state, patientId, (patient) => ({
        ...patient,
        encounters: patient.encounters.map((visit) => (visit.person === from ? { ...visit, person: to } : visit)),
      }));

/** Puts a patient in the place of the one with the same id, with everything that was entered. */
export const patientReplaced = (state: SimulationState, patient: SamplePatient): SimulationState =>
  ofPatient(state, patient.id, () => patient);

/** An id that no visit of the patient has. */
export function newVisitId(patient: SamplePatient): string {
  const taken = new Set(patient.encounters.map((visit) => visit.id));
  let number = patient.encounters.length + 1;
  while (taken.has(`${patient.id}-${number}`)) number += 1;
  return `${patient.id}-${number}`;
}

/** The patient before or after the one on the desk, among those of the same policy. */
export function neighbour(state: SimulationState, policy: string, by: 1 | -1): SamplePatient | undefined {
  const patients = state.patients.filter((patient) => patient.policy === policy);
  const at = patients.findIndex((patient) => patient.id === state.patientId);
  return patients[at + by];
}
