import type { LoadedBundle, PolicyIr } from '../../runtime/index.ts';
import { layersOf, loadUnverified } from '../../runtime/index.ts';
import type { Neutral } from './cause.ts';
import { neutralSteps } from './neutral-steps.ts';
import { neutralTables } from './neutral-tables.ts';
import { neutralWhole } from './neutral-whole.ts';

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
