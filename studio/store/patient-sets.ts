// Scope: workspace. Sets of made-up patients, each a file of the workspace; what is here are pure changes to a set and to its place.
import type { DayText, Literal } from '../../runtime/ir/types.ts';
import type { SamplePatient } from './simulation.ts';
import type { WorkspaceState } from './workspace.ts';

/** What a visit is expected to show: label → text as 期望 writes it ("门诊统筹.支付" → "400元", "状态" → "待定"). */
export type Expected = Readonly<Record<string, string>>;

/** One figure that was corrected, with what stood there before. */
export interface Correction {
  readonly visit: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What the reviewer decided about a difference. */
export type Disposition =
  /** The expectation was wrong and is corrected; `reason` is the cause as it was shown. */
  | { readonly kind: 'expectation'; readonly reason: string; readonly corrections: readonly Correction[] }
  /** The rules are wrong: goes back to the author with this note. */
  | { readonly kind: 'rules'; readonly reason: string }
  /** The notice does not say: listed apart at sign-off. */
  | { readonly kind: 'notice'; readonly reason: string };

/** A sample patient in a set, with what the reviewer expects of each visit. */
export interface SetPatient extends SamplePatient {
  /** By id of the visit. */
  readonly expected?: Readonly<Record<string, Expected>> | undefined;
  /** Where the figures come from: the sum by hand, or the clause. */
  readonly note?: string | undefined;
  /** Settled as known on this day; absent: all that is published counts. */
  readonly knownOn?: DayText | undefined;
  /** Address → value tried for what is 待定 or 暂按, in the scale of the open point. */
  readonly suppose?: Readonly<Record<string, Literal>> | undefined;
  readonly disposition?: Disposition | undefined;
  /** The one line that a 待定 needs before it is signed off. */
  readonly line?: string | undefined;
}

export interface PatientSet {
  readonly title: string;
  readonly patients: readonly SetPatient[];
}

const ENDING = '.patients.json';
/** The folder of an area in which its sets stand. */
const SHELF = '样例';

/** Whether a file of the workspace holds a set. */
export const isPatientSet = (path: string): boolean => path.endsWith(ENDING);

/** Where a set of an area's folder is kept: signs that a file system refuses become a hyphen. */
export const patientSetPath = (folder: string, title: string): string => {
  const name = title.replace(/[\\/:*?"<>|\n\t]/g, '-').trim() || SHELF;
  return [folder, SHELF, `${name}${ENDING}`].filter((part) => part !== '').join('/');
};

/** The folder of the area that a set belongs to. */
export const folderOfSet = (path: string): string => path.split('/').slice(0, -2).join('/');

/** Paths of the sets of a workspace, in order. */
export const patientSetPaths = ({ files }: WorkspaceState): readonly string[] => Object.keys(files).filter(isPatientSet).sort();

/** A path that no file has yet: “(2)” and so on is added to the name. */
export function freePath(taken: Readonly<Record<string, unknown>>, wanted: string): string {
  if (!(wanted in taken)) return wanted;
  for (let number = 2; ; number += 1) {
    const path = wanted.replace(ENDING, `(${number})${ENDING}`);
    if (!(path in taken)) return path;
  }
}

/** Changes the patients named; the others stay as they are, the same objects. */
export const patientsChanged = (set: PatientSet, ids: readonly string[], change: (patient: SetPatient) => SetPatient): PatientSet => {
  const named = new Set(ids);
  return { ...set, patients: set.patients.map((patient) => (named.has(patient.id) ? change(patient) : patient)) };
};

/** Puts patients at the end; an id that the set already has, or that two of them share, is made new. */
export function patientsJoined(set: PatientSet, patients: readonly SetPatient[]): PatientSet {
  const taken = new Set(set.patients.map(({ id }) => id));
  const joined = patients.map((patient) => {
    let id = patient.id;
    for (let number = 2; taken.has(id); number += 1) id = `${patient.id}-${number}`;
    taken.add(id);
    return id === patient.id ? patient : { ...patient, id };
  });
  return { ...set, patients: [...set.patients, ...joined] };
}

/** Takes patients out of a set. */
export const patientsLeft = (set: PatientSet, ids: readonly string[]): PatientSet => {
  const gone = new Set(ids);
  return { ...set, patients: set.patients.filter(({ id }) => !gone.has(id)) };
};

/** The expectation takes over what came: the reason and what stood there before are kept with the patient. */
export const corrected = (patient: SetPatient, corrections: readonly Correction[], reason: string): SetPatient => {
  const expected: Record<string, Expected> = { ...patient.expected };
  for (const { visit, label, to } of corrections) expected[visit] = { ...expected[visit], [label]: to };
  const before = patient.disposition?.kind === 'expectation' ? patient.disposition.corrections : [];
  return { ...patient, expected, disposition: { kind: 'expectation', reason, corrections: [...before, ...corrections] } };
};

const BETWEEN = '#';

/** A patient of a set as one of the desk: the same person, under an id that says which set. */
export const onDesk = (path: string, patient: SetPatient): SamplePatient => ({
  id: `${path}${BETWEEN}${patient.id}`,
  name: patient.name,
  policy: patient.policy,
  encounters: patient.encounters,
  openings: patient.openings,
});

/** The set and the patient of it that a patient of the desk is; undefined for one that is of no set. */
export function fromDesk(id: string): { readonly path: string; readonly patient: string } | undefined {
  const at = id.indexOf(`${ENDING}${BETWEEN}`);
  if (at < 0) return undefined;
  const path = id.slice(0, at + ENDING.length);
  return { path, patient: id.slice(path.length + BETWEEN.length) };
}

/** What was changed on the desk goes back into the set; expectations of visits that are gone go too. */
export const takenBack = (set: PatientSet, id: string, desk: SamplePatient): PatientSet =>
  patientsChanged(set, [id], (patient) => {
    const visits = new Set(desk.encounters.map((visit) => visit.id));
    const expected = Object.entries(patient.expected ?? {}).filter(([visit]) => visits.has(visit));
    return {
      ...patient,
      name: desk.name,
      encounters: desk.encounters,
      openings: desk.openings,
      ...(patient.expected === undefined ? {} : { expected: Object.fromEntries(expected) }),
    };
  });
