/**
 * Checked model → IR. Each version of a policy becomes steps in dependence order over whole numerators with scales known here; its
 * amendable numbers go into parameter slots, so that versions which differ only in numbers share one program. Names, days and versions
 * are resolved to indexes.
 */

import type { Bundle, PolicyIr } from '../../runtime/ir/types.ts';
import { IR_VERSION } from '../../runtime/ir/types.ts';
import type { Model, PolicyModel } from '../model/types.ts';
import { lowerPolicy } from './policy.ts';
import { sourceRanges } from './source.ts';

/** Policies lowered before, each with what beside its model it followed from. */
export type Lowered = WeakMap<PolicyModel, { readonly from: readonly unknown[]; readonly ir: PolicyIr }>;

/** `texts` by file path, for line numbers. A policy in `known` whose model is the same object is not lowered again. */
export function lower(model: Model, texts: ReadonlyMap<string, string>, known: Lowered = new WeakMap()): Bundle {
  const source = sourceRanges(texts);
  const lowered = new Map<string, PolicyIr>();
  const models = new Map(model.policies.map((policy) => [policy.name, policy]));
  // INVARIANT: the checker refuses rings and references to policies that are not there.
  const lowerOne = (policy: PolicyModel): PolicyIr => {
    const done = lowered.get(policy.name);
    if (done) return done;
    for (const { policy: below } of policy.references) {
      const layer = models.get(below);
      if (layer) lowerOne(layer);
    }
    // Values that scenarios state for open points give these their scales.
    const stated = model.scenarios.flatMap(({ policy: of, suppose }) => suppose.filter((one) => (one.policy ?? of) === policy.name));
    const from = [...policy.references.map((one) => lowered.get(one.policy)), ...stated];
    const before = known.get(policy);
    if (before && before.from.length === from.length && before.from.every((one, at) => one === from[at])) {
      lowered.set(policy.name, before.ir);
      return before.ir;
    }
    const about = model.scenarios.map((scenario) => ({
      ...scenario,
      suppose: scenario.suppose.filter((one) => (one.policy ?? scenario.policy) === policy.name),
    }));
    const ir = lowerPolicy(policy, about, source, lowered);
    lowered.set(policy.name, ir);
    known.set(policy, { from, ir });
    return ir;
  };
  return { irVersion: IR_VERSION, policies: model.policies.map(lowerOne) };
}
