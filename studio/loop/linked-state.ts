import { caseFromLink, caseToLink, withoutPerson } from '../storage/linked-case.ts';
import { analysis, summaryOf } from '../store/analysis.ts';
import { selection } from '../store/selection.ts';
import { currentPatient, patientAdded, simulation } from '../store/simulation.ts';
import { workspace } from '../store/workspace.ts';
import { reveal } from './loop.ts';

/** What a link says besides screen, policy and day: the rule that is looked at and, only when asked for, a made-up patient. */
export type SharedState = Readonly<Record<string, string>>;

/** The state as it is now. The patient goes along only `withCase`, without anything by which a person is known. */
export function sharedState(withCase: boolean): SharedState {
  const { rule } = selection.getState();
  const patient = currentPatient(simulation.getState());
  const { policy } = workspace.getState();
  const found = summaryOf(analysis.getState(), patient?.policy);
  const known = withCase && patient && found && patient.policy === policy;
  return {
    ...(rule && rule.file in workspace.getState().files ? { rule: `${rule.file}:${rule.start}-${rule.end}` } : {}),
    ...(known ? { case: caseToLink(withoutPerson(patient, found.summary)) } : {}),
  };
}

/** Puts back what a link says. */
export function takeShared(said: SharedState, showsText: boolean): void {
  const patient = said.case === undefined ? undefined : caseFromLink(said.case);
  if (patient) simulation.setState((state) => patientAdded(state, patient));
  const [, file, start, end] = /^(.+):(\d{1,9})-(\d{1,9})$/.exec(said.rule ?? '') ?? [];
  if (file === undefined || !(file in workspace.getState().files)) return;
  const range = { file, start: Number(start), end: Number(end) };
  if (showsText) reveal(range);
  else selection.setState({ rule: range });
}
