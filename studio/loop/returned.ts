import { analysis, summaryOf } from '../store/analysis.ts';
import { checking } from '../store/checking.ts';
import { layout } from '../store/layout.ts';
import { patientSetPaths } from '../store/patient-sets.ts';
import type { Returned } from '../store/returned.ts';
import { givenBack, returned } from '../store/returned.ts';
import { review, setShown } from '../store/review.ts';
import { outcomeOf } from '../store/review-outcome.ts';
import { isSignoff, type ReturnedDraft, returnedDrafts } from '../store/signing.ts';
import { chosen, workspace } from '../store/workspace.ts';
import { whenComposed } from './composition.ts';
import { ask } from './loop.ts';
import { setIn } from './patient-sets.ts';
import { caseOf } from './reviewing.ts';

/** Opens the sign-off of a draft that was given back. */
export function openReturnedDraft({ folder }: ReturnedDraft): void {
  const own = analysis.getState().analysis?.declared.find((one) => one.folder === folder);
  if (own) workspace.setState((state) => chosen(state, { policy: own.name }));
  checking.setState({ section: 'signoff' });
  layout.setState({ view: 'check' });
}

/** Looks which drafts were given back: known from their records alone, at once. */
export function lookReturnedDrafts(): void {
  const { files } = workspace.getState();
  const drafts = returnedDrafts(Object.values(files).flatMap(({ path, text }) => (isSignoff(path) ? [text] : [])));
  if (drafts.length + returned.getState().drafts.length > 0) whenComposed(() => returned.setState({ drafts }));
}

/** Looks which patients that were given back still differ; the rules may have been put right since. The answer arrives in the store. */
export async function lookReturned(): Promise<void> {
  const now = workspace.getState();
  const found = patientSetPaths(now).flatMap((path) => {
    const file = now.files[path];
    // Most sets hold no such decision, and reading one takes its time.
    const read = file?.text.includes('"rules"') ? setIn(file) : undefined;
    return read?.ok ? givenBack(path, read.set).map((one) => ({ one, patient: read.set.patients.find(({ id }) => id === one.id) })) : [];
  });
  const cases = found.flatMap(({ patient }, index) => {
    const summary = patient && summaryOf(analysis.getState(), patient.policy)?.summary;
    // Two sets may have the same ids.
    return patient && summary ? [{ ...caseOf(patient, summary), id: String(index) }] : [];
  });
  const outcome = cases.length > 0 ? await ask('review', { kind: 'review', patients: cases }) : undefined;
  if (workspace.getState().version !== now.version) return;
  const reviewed = outcome?.ok ? outcome.reply.reviewed : [];
  const waits = found.flatMap(({ one, patient }, index): readonly Returned[] => {
    const came =
      patient &&
      outcomeOf(
        patient,
        reviewed.find(({ id }) => id === String(index)),
      );
    return came === 'returned' || came === 'waiting' ? [one] : [];
  });
  whenComposed(() => returned.setState({ patients: waits }));
}

/** Opens the patient where the reviewer left it. */
export function openReturned({ path, id, policy }: Returned): void {
  workspace.setState((state) => chosen(state, { policy }));
  review.setState((state) => ({ ...setShown(state, path), patientId: id, filter: 'all' }));
  layout.setState({ view: 'patients' });
}
