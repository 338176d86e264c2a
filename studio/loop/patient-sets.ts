import type { ReadPatientSet } from '../storage/patient-set.ts';
import { patientSetText, readPatientSet } from '../storage/patient-set.ts';
import { layout } from '../store/layout.ts';
import type { PatientSet } from '../store/patient-sets.ts';
import { folderOfSet, freePath, fromDesk, onDesk, patientSetPath, takenBack } from '../store/patient-sets.ts';
import { review, setShown } from '../store/review.ts';
import { currentPatient, patientAdded, simulation } from '../store/simulation.ts';
import { chosen, type WorkspaceFile, withoutFile, withText, workspace } from '../store/workspace.ts';

/** Files are never changed in place, so each is read once. */
const read = new WeakMap<WorkspaceFile, ReadPatientSet>();

/** The set that a file of the workspace holds, or what keeps it from being one. */
export function setIn(file: WorkspaceFile | undefined): ReadPatientSet | undefined {
  if (!file) return undefined;
  const known = read.get(file) ?? readPatientSet(file.text);
  read.set(file, known);
  return known;
}

const fileAt = (path: string): WorkspaceFile | undefined => workspace.getState().files[path];
const MOST_UNDONE = 50;

/** Writes a text as one step that can be taken back here. */
function write(path: string, text: string | undefined, what: string): void {
  const before = fileAt(path)?.text;
  if (before === text) return;
  review.setState((state) => ({ undo: [...state.undo, { path, text: before, what }].slice(-MOST_UNDONE) }));
  workspace.setState((state) => (text === undefined ? withoutFile(state, path) : withText(state, path, text)));
}

/** Changes a set; `what` says in words what undo takes back. A file that cannot be read stays as it is. */
export function changeSet(path: string, what: string, change: (set: PatientSet) => PatientSet): void {
  const found = setIn(fileAt(path));
  if (found?.ok) write(path, patientSetText(change(found.set)), what);
}

/** Begins a set in an area's folder; gives its path. */
export function addSet(folder: string, set: PatientSet, what: string): string {
  const path = freePath(workspace.getState().files, patientSetPath(folder, set.title));
  write(path, patientSetText(set), what);
  review.setState((state) => setShown(state, path));
  return path;
}

/** Gives a set another title; its file moves along. */
export function renameSet(path: string, title: string, what: string): void {
  const found = setIn(fileAt(path));
  if (!found?.ok || title === '' || title === found.set.title) return;
  const to = freePath(workspace.getState().files, patientSetPath(folderOfSet(path), title));
  write(to, patientSetText({ ...found.set, title }), what);
  write(path, undefined, what);
  review.setState((state) => setShown(state, to));
}

/** Takes a set away. */
export const deleteSet = (path: string, what: string): void => write(path, undefined, what);

/** Takes the last change of a set back, all its files at once; says what it was. */
export function undoSet(): string | undefined {
  const { undo } = review.getState();
  const last = undo.at(-1);
  if (!last) return undefined;
  // What was done in one go has one name and stands together: a renaming is two files.
  const from = last.text !== undefined && fileAt(last.path) === undefined && undo.at(-2)?.what === last.what ? -2 : -1;
  const steps = undo.slice(from);
  review.setState({ undo: undo.slice(0, from) });
  for (const { path, text } of steps.toReversed())
    workspace.setState((state) => (text === undefined ? withoutFile(state, path) : withText(state, path, text)));
  review.setState((state) => (isThere(state.path) ? state : setShown(state, last.path)));
  return last.what;
}

const isThere = (path: string | undefined): boolean => path !== undefined && fileAt(path) !== undefined;

/** Opens a patient of a set on the simulate desk. */
export function simulatePatient(path: string, id: string): void {
  const found = setIn(fileAt(path));
  const patient = found?.ok ? found.set.patients.find((one) => one.id === id) : undefined;
  if (!patient) return;
  workspace.setState((state) => chosen(state, { policy: patient.policy }));
  simulation.setState((state) => ({
    ...patientAdded(state, onDesk(path, patient)),
    knownOn: patient.knownOn,
    suppose: { ...state.suppose, [patient.policy]: patient.suppose ?? {} },
  }));
  layout.setState({ view: 'simulate' });
}

/** The set that the patient on the desk is of, and whether it was changed there; undefined for one that is of no set. */
export function deskPatientSet():
  | { readonly path: string; readonly patient: string; readonly title: string; readonly changed: boolean }
  | undefined {
  const desk = currentPatient(simulation.getState());
  const from = desk && fromDesk(desk.id);
  const found = from && setIn(fileAt(from.path));
  const patient = from && found?.ok ? found.set.patients.find(({ id }) => id === from.patient) : undefined;
  if (!desk || !from || !patient || !found?.ok) return undefined;
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const changed = patient.name !== desk.name || !same(patient.encounters, desk.encounters) || !same(patient.openings, desk.openings);
  return { ...from, title: found.set.title, changed };
}

/** Puts what was changed on the desk back into the set. */
export function keepInSet(what: string): void {
  const desk = currentPatient(simulation.getState());
  const from = desk && fromDesk(desk.id);
  if (desk && from) changeSet(from.path, what, (set) => takenBack(set, from.patient, desk));
}

/** Back to the table, with the patient that was on the desk. */
export function backToSet(): void {
  const from = deskPatientSet();
  if (!from) return;
  review.setState((state) => ({ ...setShown(state, from.path), patientId: from.patient }));
  layout.setState({ view: 'patients' });
}
