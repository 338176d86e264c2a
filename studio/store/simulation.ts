// Scope: workspace for the sample patients (saved); moment for answers, curve and selection (never saved).
import { createStore } from 'zustand/vanilla';
import type { OpeningCell } from '../../runtime/answer.ts';
import type { DayText, Literal } from '../../runtime/ir/types.ts';
import type { Curve, Settlement } from '../worker/protocol.ts';

/** A value in the shape the runtime reads: money and dates as text, whole numbers as numbers, sets as lists. Absent = not given. */
export type FieldValue = string | number | boolean | readonly string[];

/** One item of a list of a visit, by field. */
export type Item = Readonly<Record<string, FieldValue>>;

/** One visit as entered; `fields` by Chinese name. */
export interface SampleEncounter {
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** 明细: the items of each list, field by field; a list without items is none. */
  readonly lists?: Readonly<Record<string, readonly Item[]>> | undefined;
  /** The one figure of the bill that is not typed but left by the others; total when absent. */
  readonly gap?: string | undefined;
  /** Set for a reversal: the id of the visit it voids; it has no fields of its own. */
  readonly reverses?: string | undefined;
  /** Set for a correction: the id of the visit some of whose fields were other than they came in; `fields` are these. */
  readonly corrects?: string | undefined;
  /** Whose visit it is; the patient's own when absent. */
  readonly person?: string | undefined;
}

/** Whether a visit stands for itself, and is not about another one. */
export const standsAlone = ({ reverses, corrects }: SampleEncounter): boolean => reverses === undefined && corrects === undefined;

/** A made-up patient of one policy, with the visits in order of arrival. */
export interface SamplePatient {
  readonly id: string;
  readonly name: string;
  readonly policy: string;
  readonly encounters: readonly SampleEncounter[];
  readonly openings: readonly OpeningCell[];
}

export interface SimulationState {
  readonly patients: readonly SamplePatient[];
  readonly patientId: string | undefined;
  readonly encounterId: string | undefined;
  readonly knownOn: DayText | undefined;
  /** By policy, then address: “先填一个数试试”. */
  readonly suppose: Readonly<Record<string, Readonly<Record<string, Literal>>>>;
  // of the moment
  readonly settlement: Settlement | undefined;
  /** The stream `settlement` belongs to, to tell a stale one. */
  readonly settledPatient: string | undefined;
  readonly running: boolean;
  readonly curve: Curve | undefined;
  /** Address of the selected step of the explanation. */
  readonly step: string | undefined;
}

/** The reviewer's desk. */
export const simulation = createStore<SimulationState>(() => ({
  patients: [],
  patientId: undefined,
  encounterId: undefined,
  knownOn: undefined,
  suppose: {},
  settlement: undefined,
  settledPatient: undefined,
  running: false,
  curve: undefined,
  step: undefined,
}));

/** The patient on the desk. */
export const currentPatient = (state: SimulationState): SamplePatient | undefined =>
  state.patients.find((patient) => patient.id === state.patientId);

/** The visit that is looked at; the last one when none is chosen. */
export const currentEncounter = (state: SimulationState): SampleEncounter | undefined => {
  const encounters = currentPatient(state)?.encounters ?? [];
  return encounters.find((encounter) => encounter.id === state.encounterId) ?? encounters.at(-1);
};

const withPatient = (state: SimulationState, id: string, change: (patient: SamplePatient) => SamplePatient): SimulationState => ({
  ...state,
  patients: state.patients.map((patient) => (patient.id === id ? change(patient) : patient)),
});

/** Puts a patient on the desk, new or known. */
export const patientAdded = (state: SimulationState, patient: SamplePatient): SimulationState => ({
  ...state,
  patients: [...state.patients.filter((one) => one.id !== patient.id), patient],
  patientId: patient.id,
  encounterId: patient.encounters.at(-1)?.id,
  step: undefined,
});

/** Takes a patient off the desk; the next one is shown. */
export const patientRemoved = (state: SimulationState, id: string): SimulationState => {
  const patients = state.patients.filter((patient) => patient.id !== id);
  if (state.patientId !== id) return { ...state, patients };
  const next = patients.at(0);
  return { ...state, patients, patientId: next?.id, encounterId: next?.encounters.at(-1)?.id, step: undefined };
};

/** Shows another patient. */
export const patientShown = (state: SimulationState, id: string): SimulationState => {
  const patient = state.patients.find((one) => one.id === id);
  return patient ? { ...state, patientId: id, encounterId: patient.encounters.at(-1)?.id, step: undefined } : state;
};

/** Sets or (with undefined) clears one field of one visit. */
export const fieldSet = (
  state: SimulationState,
  patientId: string,
  encounterId: string,
  field: string,
  value: FieldValue | undefined,
): SimulationState =>
  withPatient(state, patientId, (patient) => ({
    ...patient,
    encounters: patient.encounters.map((encounter) => {
      if (encounter.id !== encounterId) return encounter;
      const { [field]: _, ...rest } = encounter.fields;
      return { ...encounter, fields: value === undefined ? rest : { ...rest, [field]: value } };
    }),
  }));

/** Tries a value for something 待定; undefined takes it back. */
export const supposed = (state: SimulationState, policy: string, address: string, value: Literal | undefined): SimulationState => {
  const { [address]: _, ...rest } = state.suppose[policy] ?? {};
  return { ...state, suppose: { ...state.suppose, [policy]: value === undefined ? rest : { ...rest, [address]: value } } };
};
