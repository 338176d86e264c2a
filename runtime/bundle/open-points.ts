import type { OpenPoint, PolicyIr } from '../ir/types.ts';

/**
 * What an open point does to an event. `open` stops one that needs it; `assumed` computes with a value and says so; `noted` touches no
 * amount, such as a day of publication that no version waits for.
 */
export type OpenEffect = 'open' | 'assumed' | 'noted';

/** Every open point of a policy with what it does, in the policy's order. One that is assumed anywhere counts as assumed. */
export function openPointsOf(policy: PolicyIr): readonly { readonly point: OpenPoint; readonly effect: OpenEffect }[] {
  const assumed = new Set<number>();
  const blocking = new Set<number>();
  const search = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) search(one);
    else if (typeof part === 'object' && part !== null) {
      const word = 'op' in part ? part.op : 'kind' in part ? part.kind : undefined;
      if ('point' in part && typeof part.point === 'number') (word === 'assume' || word === 'assumed' ? assumed : blocking).add(part.point);
      if ('shareOpen' in part && typeof part.shareOpen === 'number') blocking.add(part.shareOpen);
      for (const one of Object.values(part)) search(one);
    }
  };
  search(policy.programs);
  for (const version of policy.versions) {
    search(version.parameters);
    for (const point of version.assumes) assumed.add(point);
  }
  for (const cell of policy.timeline) if (cell.point !== undefined && (cell.candidates?.length ?? 0) > 0) blocking.add(cell.point);
  if (policy.schemeAssumed !== undefined) assumed.add(policy.schemeAssumed);
  return policy.openPoints.map((point, index) => ({
    point,
    effect: assumed.has(index) ? 'assumed' : blocking.has(index) ? 'open' : 'noted',
  }));
}
