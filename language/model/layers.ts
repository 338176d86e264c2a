import type { PolicyModel } from './types.ts';

/** The policies that a policy refers to, and theirs in turn, each after those it refers to; the policy itself is not among them. */
export function layersOf(policy: PolicyModel, policies: readonly PolicyModel[]): readonly PolicyModel[] {
  const byName = new Map(policies.map((one) => [one.name, one]));
  const found = new Map<string, PolicyModel>();
  const visit = (one: PolicyModel): void => {
    for (const { policy: name } of one.references) {
      const layer = byName.get(name);
      if (!layer || found.has(name) || layer === policy) continue;
      visit(layer);
      found.set(name, layer);
    }
  };
  visit(policy);
  return [...found.values()];
}

/** The policy with the fields and lists that its layers read as well: what an event of it may state. */
export function withFieldsOf(policy: PolicyModel, layers: readonly PolicyModel[]): PolicyModel {
  if (layers.length === 0) return policy;
  const all = [policy, ...layers.toReversed()];
  return { ...policy, inputs: byName(all.flatMap(({ inputs }) => inputs)), lists: byName(all.flatMap(({ lists }) => lists)) };
}

const byName = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
  [...new Map(all.toReversed().map((one) => [one.name, one])).values()].reverse();
