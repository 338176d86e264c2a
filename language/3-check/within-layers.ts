/** What a scenario names of the layers that its events are settled under, besides the policy it is about. */
import type { Path } from '../2-syntax/nodes/span.ts';
import type { PolicyModel } from '../model/types.ts';

/** A path and the policy in which it is to be read. */
export interface Located {
  readonly path: Path;
  readonly policy: PolicyModel;
}

/**
 * Where a path belongs: to the policy itself, to the layer whose name it begins with (“甲市居民医保”.住院.支付), else to the one layer that
 * has it. A path that nobody has is the policy's own, which then says so.
 */
export function locate(
  path: Path,
  policy: PolicyModel,
  layers: readonly PolicyModel[],
  has: (path: Path, policy: PolicyModel) => boolean,
): Located {
  if (has(path, policy)) return { path, policy };
  const [first, ...names] = path.names;
  const named = names.length > 0 ? layers.find(({ name }) => name === first?.text) : undefined;
  if (named) return { path: { ...path, names }, policy: named };
  const having = layers.filter((layer) => has(path, layer));
  return { path, policy: having.length === 1 ? (having[0] ?? policy) : policy };
}
