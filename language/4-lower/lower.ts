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

/** `texts` by file path, for line numbers. */
export function lower(model: Model, texts: ReadonlyMap<string, string>): Bundle {
  const source = sourceRanges(texts);
  const lowered = new Map<string, PolicyIr>();
  const models = new Map(model.policies.map((policy) => [policy.name, policy]));
  // INVARIANT: the checker refuses rings and references to policies that are not there.
  const lowerOne = (policy: PolicyModel): PolicyIr => {
    const known = lowered.get(policy.name);
    if (known) return known;
    for (const { policy: below } of policy.references) {
      const layer = models.get(below);
      if (layer) lowerOne(layer);
    }
    const about = model.scenarios.map((scenario) => ({
      ...scenario,
      suppose: scenario.suppose.filter((one) => (one.policy ?? scenario.policy) === policy.name),
    }));
    const ir = lowerPolicy(policy, about, source, lowered);
    lowered.set(policy.name, ir);
    return ir;
  };
  return { irVersion: IR_VERSION, policies: model.policies.map(lowerOne) };
}
