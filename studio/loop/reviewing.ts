import { analysis, summaryOf } from '../store/analysis.ts';
import type { PatientSet, SetPatient } from '../store/patient-sets.ts';
import { causesFound, patientsReviewed, review } from '../store/review.ts';
import { outcomeOf } from '../store/review-outcome.ts';
import { workspace } from '../store/workspace.ts';
import type { PatientCase, PolicySummary, Progress } from '../worker/protocol.ts';
import { whenComposed } from './composition.ts';
import { ask } from './loop.ts';
import { setIn } from './patient-sets.ts';

/** A patient of a set as the worker settles it; what the policy no longer has stays with the set, and is not sent. */
export function caseOf(patient: SetPatient, summary: PolicySummary): PatientCase {
  const known = new Set(summary.inputs.map(({ name }) => name));
  const points = new Set(summary.open.map(({ address }) => address));
  const only = <Value>(entered: Readonly<Record<string, Value>>, names: ReadonlySet<string>): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(entered).filter(([name]) => names.has(name)));
  return {
    id: patient.id,
    policy: patient.policy,
    encounters: patient.encounters.map(({ id, fields, lists, reverses }) =>
      reverses === undefined
        ? {
            id,
            policy: patient.policy,
            fields: {
              [summary.person]: patient.name,
              ...only(fields, known),
              ...Object.fromEntries(summary.lists.map(({ name }) => [name, lists?.[name] ?? []])),
            },
          }
        : { id, kind: 'reverse' as const, of: reverses, policy: patient.policy, fields: {} },
    ),
    openings: patient.openings,
    expected: patient.expected ?? {},
    ...(patient.knownOn === undefined ? {} : { knownOn: patient.knownOn }),
    ...(patient.suppose === undefined ? {} : { suppose: only(patient.suppose, points) }),
  };
}

/** The patients of a set that can be settled now. */
const casesOf = (set: PatientSet): readonly PatientCase[] =>
  set.patients.flatMap((patient) => {
    const found = summaryOf(analysis.getState(), patient.policy);
    return found ? [caseOf(patient, found.summary)] : [];
  });

const PROGRESS_MS = 250;
let underWay: AbortController | undefined;

/** Stops what is under way; what was found so far stays. */
export const stopReview = (): void => underWay?.abort();

/**
 * Settles the set on the table and looks for why patients differ; results arrive in the review store as they come. A newer call takes the
 * place of one that is under way.
 */
export async function reviewSet(): Promise<void> {
  const { path } = review.getState();
  const file = path === undefined ? undefined : workspace.getState().files[path];
  const found = setIn(file);
  if (path === undefined || !file || !found?.ok) return;
  underWay?.abort();
  const stop = new AbortController();
  underWay = stop;
  const { version } = workspace.getState();
  const cases = casesOf(found.set);
  const current = (): boolean => underWay === stop && review.getState().path === path;
  let told = 0;
  const asking = {
    signal: stop.signal,
    onProgress: (progress: Progress): void => {
      // As often as an eye follows: each telling draws the screen again.
      const now = performance.now();
      if (now - told < PROGRESS_MS) return;
      told = now;
      whenComposed(() => {
        if (current()) review.setState({ progress });
      });
    },
  };
  const settled = await ask('review', { kind: 'review', patients: cases }, asking);
  if (!settled.ok || !current()) {
    if (underWay === stop) review.setState({ progress: undefined, complete: false });
    return;
  }
  const { reviewed, digest } = settled.reply;
  const byId = new Map(reviewed.map((one) => [one.id, one]));
  const differing = new Set(
    found.set.patients.flatMap((patient) =>
      ['differs', 'returned', 'notice'].includes(outcomeOf(patient, byId.get(patient.id))) ? [patient.id] : [],
    ),
  );
  whenComposed(() => {
    if (current()) review.setState((state) => patientsReviewed(state, `${path} ${version}`, reviewed, digest));
  });
  const asked = cases.filter(({ id }) => differing.has(id));
  const caused = asked.length > 0 ? await ask('causes', { kind: 'causes', patients: asked }, asking) : undefined;
  whenComposed(() => {
    if (!current()) return;
    if (!caused) review.setState((state) => ({ ...causesFound(state, [], []), progress: undefined, complete: !stop.signal.aborted }));
    else if (caused.ok)
      review.setState((state) => ({
        ...causesFound(state, caused.reply.causes, caused.reply.groups),
        progress: undefined,
        complete: caused.reply.complete,
      }));
    else review.setState({ progress: undefined, complete: false });
  });
}
