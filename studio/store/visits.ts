// Pure changes to the sequence of visits of a sample patient; the state itself is in simulation.ts.
import type { FieldValue, Item, SampleEncounter, SamplePatient, SimulationState } from './simulation.ts';

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

/** A fact about the person is the same in every visit. */
export const personFieldSet = (state: SimulationState, patientId: string, field: string, value: FieldValue | undefined): SimulationState =>
  ofPatient(state, patientId, (patient) => ({
    ...patient,
    encounters: patient.encounters.map((visit) => {
      if (visit.reverses !== undefined) return visit;
      const { [field]: _, ...rest } = visit.fields;
      return { ...visit, fields: value === undefined ? rest : { ...rest, [field]: value } };
    }),
  }));

/** Whether a visit may stand `by` places further: a reversal never before what it voids. */
export function canMove(visits: readonly SampleEncounter[], visitId: string, by: 1 | -1): boolean {
  const from = visits.findIndex((visit) => visit.id === visitId);
  const visit = visits[from];
  const other = visits[from + by];
  if (!visit || !other) return false;
  return by === -1 ? visit.reverses !== other.id : other.reverses !== visit.id;
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

/** Takes a visit away together with the reversals of it; the one before it is looked at next. */
export function visitRemoved(state: SimulationState, patientId: string, visitId: string): SimulationState {
  const visits = state.patients.find((patient) => patient.id === patientId)?.encounters ?? [];
  const at = visits.findIndex((visit) => visit.id === visitId);
  const left = visits.filter((visit) => visit.id !== visitId && visit.reverses !== visitId);
  if (left.length === 0) return state;
  const next = left[Math.max(0, Math.min(at - 1, left.length - 1))];
  return { ...ofPatient(state, patientId, (patient) => ({ ...patient, encounters: left })), encounterId: next?.id, step: undefined };
}

/** Adds a visit and looks at it. */
export const visitAdded = (state: SimulationState, patientId: string, visit: SampleEncounter): SimulationState => ({
  ...ofPatient(state, patientId, (patient) => ({ ...patient, encounters: [...patient.encounters, visit] })),
  encounterId: visit.id,
  step: undefined,
});

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
