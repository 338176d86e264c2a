/**
 * Why does what came differ from what was expected? The patient is settled again with one step of the law taken away, one number of another
 * version, or one fact told otherwise: a change that gives every expected value, to the fen, is a cause. What changes nothing cannot be one,
 * since the expectation is not what came.
 */
import type { LoadedBundle } from '../../runtime/index.ts';
import type { Cause } from './cause.ts';
import { CAUSE_KINDS } from './cause.ts';
import { otherFacts } from './facts.ts';
import type { Ground } from './grounds.ts';
import { groundOf } from './grounds.ts';
import type { JudgedEvent, PatientCase } from './judge.ts';
import { judged } from './judge.ts';
import { neutralised, neutralsOf } from './neutralised.ts';

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
    const law = bundle.file.ir.policies.find(({ id }) => id === policy);
    for (const { answer } of order) {
      const ground = groundOf(cause, answer, law);
      if (ground) return { ...cause, ground };
    }
    return cause;
  });
}
