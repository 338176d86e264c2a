import { keepAnnual, restoreAnnual } from '../storage/annual.ts';
import { analysis } from '../store/analysis.ts';
import { annual, draftOf, forgotten, withDraft } from '../store/annual.ts';
import { annualFound } from '../store/annual-found.ts';
import { workspace } from '../store/workspace.ts';
import type { AmendReply, Progress, TextFile } from '../worker/protocol.ts';
import { amendmentPath, effectiveOf, setAside } from './annual-draft.ts';
import { createAmendmentWriting } from './annual-writing.ts';
import { planSentence, writePlan } from './clauses.ts';
import { whenComposed } from './composition.ts';
import { addFiles, ask, reveal } from './loop.ts';

/** Joins the yearly change with the worker: the notice is read when what it is about changes, the amendment written after every decision. */
let begun = false;
/** What the reading on the page is of. */
let readFor = '';
let writing: ReturnType<typeof setTimeout> | undefined;
let stopTrial: AbortController | undefined;
const amendment = createAmendmentWriting((body) => ask('annualText', body), annualPath);

/** Restores the drafts and follows the stores; once. */
export function beginAnnual(): void {
  if (begun) return;
  begun = true;
  restoreAnnual();
  keepAnnual();
  annual.subscribe(look);
  workspace.subscribe(look);
  look();
}

const policyNow = (): string | undefined => workspace.getState().policy;

function look(): void {
  const policy = policyNow();
  if (policy === undefined) return;
  const draft = draftOf(annual.getState(), policy);
  const { version } = workspace.getState();
  const about = JSON.stringify([policy, draft.document, draft.effective, draft.aside, version]);
  if (draft.document === undefined) {
    readFor = '';
    if (annualFound.getState().annual) annualFound.setState({ annual: undefined, written: undefined, tried: undefined });
  } else if (about !== readFor) {
    readFor = about;
    void read(about);
  } else {
    clearTimeout(writing);
    writing = setTimeout(() => void amendment.write(), 30);
  }
}

async function read(about: string): Promise<void> {
  const policy = policyNow();
  if (policy === undefined) return;
  const { document, effective, aside } = draftOf(annual.getState(), policy);
  if (document === undefined) return;
  annualFound.setState({ reading: true });
  const outcome = await ask('annual', {
    kind: 'annual',
    policy,
    document,
    ...(effective === undefined ? {} : { effective }),
    ...(aside === undefined ? {} : { aside }),
  });
  whenComposed(() => {
    if (about !== readFor) return;
    annualFound.setState({ reading: false, annual: outcome.ok ? outcome.reply.annual : undefined, tried: undefined });
    void amendment.write();
  });
}

/** The file that the amendment goes into. */
export function annualPath(): string {
  const { annual: reading } = annualFound.getState();
  if (!reading) return '';
  const folder = analysis.getState().analysis?.declared.find(({ name }) => name === reading.policy)?.folder ?? '';
  return amendmentPath(reading, draftOf(annual.getState(), reading.policy), folder, Object.keys(workspace.getState().files));
}

/** The texts with the amendment, and without it. */
function bothTexts({ text, needed }: AmendReply): { readonly before: readonly TextFile[]; readonly after: readonly TextFile[] } {
  const { files } = workspace.getState();
  const paths = new Set(needed);
  // Scenarios settle nothing.
  const before = Object.values(files).flatMap(({ path, text: own }) =>
    (paths.has(path) && !path.endsWith('.scenarios.yice')) || path.endsWith('.txt') ? [{ path, text: own }] : [],
  );
  return { before, after: [...before, { path: annualPath(), text }] };
}

/** Looks for whom the change is something: for each change alone the smallest patient, before and after. */
export async function tryAnnual(): Promise<void> {
  const { annual: reading, trying } = annualFound.getState();
  if (!reading || trying) return;
  const stopping = new AbortController();
  stopTrial = stopping;
  annualFound.setState({ trying: { done: 0, total: 1, what: { zh: '', en: '' } }, tryFailed: false });
  const written = await amendment.now();
  if (stopping.signal.aborted) return;
  if (!written) {
    annualFound.setState({ trying: undefined, tryFailed: true });
    return;
  }
  const day = effectiveOf(reading, draftOf(annual.getState(), reading.policy)) ?? reading.on;
  const { before, after } = bothTexts(written);
  const sides = {
    kind: 'compare' as const,
    before: { policy: reading.policy, day, texts: before },
    after: { policy: reading.policy, day, texts: after },
    drawn: 0,
    seed: 1,
    patients: [],
  };
  const asking = {
    signal: stopping.signal,
    onProgress: (progress: Progress) => whenComposed(() => annualFound.setState({ trying: progress })),
  };
  const outcome = await ask('compare', { ...sides, part: 'witnesses' }, asking);
  const found = outcome.ok ? outcome.reply.compared : undefined;
  whenComposed(() =>
    annualFound.setState({
      trying: undefined,
      tryFailed: !found,
      ...(found ? { tried: { text: written.text, witnesses: found } } : {}),
    }),
  );
}

/** Stops looking; what was found before stays. */
export const stopAnnualTrial = (): void => {
  stopTrial?.abort();
  annualFound.setState({ trying: undefined });
};

/** Writes the file and opens it; what was set aside by hand is kept with its reason among what is no rule. The draft is finished with. */
export async function finishAnnual(): Promise<void> {
  const { annual: reading } = annualFound.getState();
  const written = await amendment.now();
  if (!reading || !written) return;
  const path = annualPath();
  const { text } = written;
  const draft = draftOf(annual.getState(), reading.policy);
  const folder = analysis.getState().analysis?.declared.find(({ name }) => name === reading.policy)?.folder ?? '';
  annual.setState((state) => forgotten(state, reading.policy));
  await addFiles([{ path, text }]);
  for (const { sentence, why } of draft.document === undefined ? [] : setAside(reading, draft)) {
    const plan = await planSentence(draft.document ?? '', sentence, { kind: 'notARule', folder, why });
    if (plan?.ok) await writePlan(plan);
  }
  reveal({ file: path, start: 0, end: 0 });
}

/** Goes on to the patients and works them out, when there is a change to work out; says whether. */
export function tryAnnualFromHere(): boolean {
  if (!annualFound.getState().annual) return false;
  goToStep(4);
  void tryAnnual();
  return true;
}

/** Goes to a step. */
export const goToStep = (step: 1 | 2 | 3 | 4 | 5): void => {
  const policy = policyNow();
  if (policy !== undefined) annual.setState((state) => withDraft(state, policy, { step }));
};
