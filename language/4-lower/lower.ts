/**
 * Checked model → IR. Each version of a policy becomes steps in dependence order over whole numerators with scales known here; its
 * amendable numbers go into parameter slots, so that versions which differ only in numbers share one program. Names, days and versions
 * are resolved to indexes.
 */

import type { Bundle } from '../../runtime/ir/types.ts';
import { IR_VERSION } from '../../runtime/ir/types.ts';
import type { Model } from '../model/types.ts';
import { lowerPolicy } from './policy.ts';
import { sourceRanges } from './source.ts';

/** `texts` by file path, for line numbers. */
export function lower(model: Model, texts: ReadonlyMap<string, string>): Bundle {
  const source = sourceRanges(texts);
  return {
    irVersion: IR_VERSION,
    policies: model.policies.map((policy) =>
      lowerPolicy(
        policy,
        model.scenarios.filter((scenario) => scenario.policy === policy.name),
        source,
      ),
    ),
  };
}
