/**
 * Why does what came differ from what was expected? The patient is settled again with one step of the law taken away, one number of another
 * version, or one fact told otherwise: a change that gives every expected value, to the fen, is a cause. What changes nothing cannot be one,
 * since the expectation is not what came.
 */
import type { LoadedBundle, PolicyIr } from '../../runtime/index.ts';
import { layersOf, loadUnverified } from '../../runtime/index.ts';
import type { Cause, Neutral } from './cause.ts';
import { CAUSE_KINDS } from './cause.ts';
import { otherFacts } from './facts.ts';
import type { Ground } from './grounds.ts';
import { groundOf } from './grounds.ts';
import type { JudgedEvent, PatientCase } from './judge.ts';
import { judged } from './judge.ts';
import { neutralSteps } from './neutral-steps.ts';
import { neutralTables } from './neutral-tables.ts';
import { neutralWhole } from './neutral-whole.ts';

/** A cause found for one patient, with the rule as it speaks in that patient's answer. */
export interface FoundCause extends Cause {
  readonly ground?: Ground;
}

export interface PatientCauses {
  readonly id: string;
  /** Most definite first. Empty: no single change gives what was expected. */
  readonly causes: readonly FoundCause[];
}

export interface CauseOptions {
  /** Called after each change that was tried; the next one waits for it. */
  readonly onProgress?: (done: number, total: number) => Promise<void> | void;
  readonly cancelled?: () => boolean;
}

/** The changes of law that are tried on a policy, its layers and whatever keeps the accumulators it reads. */
export const neutralsOf = (policy: PolicyIr, all: readonly PolicyIr[]): readonly Neutral[] =>
  concerned(policy, all).flatMap((one) => [...neutralSteps(one), ...neutralTables(one), ...neutralWhole(one)]);

/** The bundle with one policy changed; undefined when the change changes nothing. Only what the policy's events need is in it. */
export function neutralised(bundle: LoadedBundle, policy: PolicyIr, neutral: Neutral): LoadedBundle | undefined {
  const { file, digest } = bundle;
  let changed = false;
  const policies = needed(policy, file.ir.policies).map((one) => {
    if (one.id !== neutral.policy) return one;
    const law = neutral.law(one);
    changed ||= law !== one;
    return law;
  });
  return changed ? loadUnverified({ ...file, ir: { ...file.ir, policies } }, digest) : undefined;
}

/** Looks for the causes of every patient given; those whose values do not differ have none. Stopped early, it gives what was found. */
export async function causesOf(
  bundle: LoadedBundle,
  patients: readonly PatientCase[],
  { onProgress, cancelled = () => false }: CauseOptions = {},
): Promise<readonly PatientCauses[]> {
  const found = new Map<string, Cause[]>(patients.map(({ id }) => [id, []]));
  const differing = patients.filter((patient) => differs(bundle, patient));
  const { policies } = bundle.file.ir;
  const asked = [...new Set(differing.map(({ policy }) => policy))].flatMap((name) => policies.find(({ id }) => id === name) ?? []);
  const work = asked.map((policy) => ({
    policy,
    own: differing.filter((patient) => patient.policy === policy.id),
    neutrals: neutralsOf(policy, policies),
  }));
  const total = work.reduce((sum, { own, neutrals }) => sum + own.length + neutrals.length, 0);
  let done = 0;
  const step = async (): Promise<boolean> => {
    done += 1;
    await onProgress?.(done, total);
    return cancelled();
  };
  search: for (const { policy, own, neutrals } of work) {
    for (const neutral of neutrals) {
      const other = neutralised(bundle, policy, neutral);
      if (other) for (const patient of own) if (gives(other, patient)) found.get(patient.id)?.push(neutral);
      if (await step()) break search;
    }
    for (const patient of own) {
      for (const { cause, patient: other } of otherFacts(patient, policy, policies))
        if (gives(bundle, other)) found.get(patient.id)?.push(cause);
      if (await step()) break search;
    }
  }
  return patients.map(({ id }) => {
    const causes = (found.get(id) ?? []).toSorted((a, b) => CAUSE_KINDS.indexOf(a.kind) - CAUSE_KINDS.indexOf(b.kind));
    const patient = differing.find((one) => one.id === id);
    return { id, causes: patient && causes.length > 0 ? grounded(bundle, patient, causes) : [] };
  });
}

const differs = (bundle: LoadedBundle, patient: PatientCase): boolean => {
  for (const { values } of judged(bundle, patient)) if (values.some(({ verdict }) => verdict === 'differs')) return true;
  return false;
};

/** Whether every expected value comes out; stops at the first that does not. */
const gives = (bundle: LoadedBundle, patient: PatientCase): boolean => {
  for (const { values } of judged(bundle, patient)) if (values.some(({ verdict }) => verdict !== 'same')) return false;
  return true;
};

/** The answer that a cause shows in is that of the event whose value differs first; the last event where it says nothing there. */
function grounded(bundle: LoadedBundle, patient: PatientCase, causes: readonly Cause[]): readonly FoundCause[] {
  const events: readonly JudgedEvent[] = [...judged(bundle, patient, true)];
  const order = [...events.filter(({ values }) => values.some(({ verdict }) => verdict === 'differs')), ...events.toReversed()];
  return causes.map(({ key, kind, policy, address, instead }) => {
    const cause: Cause = { key, kind, policy, address, ...(instead === undefined ? {} : { instead }) };
    for (const { answer } of order) {
      const ground = groundOf(cause, answer);
      if (ground) return { ...cause, ground };
    }
    return cause;
  });
}

/** The policy with its layers: what decides its amounts. */
const concerned = (policy: PolicyIr, all: readonly PolicyIr[]): readonly PolicyIr[] => [policy, ...layersOf(policy, all)];

/** And those whose accumulators it reads, with their layers, so that everything it names is there. */
function needed(policy: PolicyIr, all: readonly PolicyIr[]): readonly PolicyIr[] {
  const found = new Set<PolicyIr>();
  const take = (one: PolicyIr): void => {
    if (found.has(one)) return;
    found.add(one);
    for (const id of [...one.references.map((reference) => reference.policy), ...one.accumulators.map((own) => own.policy)]) {
      const other = all.find((candidate) => candidate.id === id);
      if (other) take(other);
    }
  };
  take(policy);
  // Other policies may refer to these in turn; the bundle keeps its order.
  return all.filter((one) => found.has(one));
}

/** Patients grouped by what explains most of them: each belongs to one group, and a group names the others that would explain it. */
export interface CauseGroup {
  /** Absent: no single change explains these. */
  readonly cause?: Cause;
  readonly patients: readonly string[];
}

/** Greatest group first; among causes of equal reach the most definite one. */
export function causeGroups(all: readonly PatientCauses[]): readonly CauseGroup[] {
  const groups: CauseGroup[] = [];
  let left = all.filter(({ causes }) => causes.length > 0);
  while (left.length > 0) {
    const reach = new Map<string, { readonly cause: Cause; readonly patients: string[] }>();
    for (const { id, causes } of left)
      for (const cause of causes) {
        const group = reach.get(cause.key) ?? { cause, patients: [] };
        group.patients.push(id);
        reach.set(cause.key, group);
      }
    const [best] = [...reach.values()].toSorted(
      (a, b) => b.patients.length - a.patients.length || CAUSE_KINDS.indexOf(a.cause.kind) - CAUSE_KINDS.indexOf(b.cause.kind),
    );
    if (!best) break;
    groups.push(best);
    const taken = new Set(best.patients);
    left = left.filter(({ id }) => !taken.has(id));
  }
  const unexplained = all.filter(({ causes }) => causes.length === 0).map(({ id }) => id);
  return unexplained.length > 0 ? [...groups, { patients: unexplained }] : groups;
}
