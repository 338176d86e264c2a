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
