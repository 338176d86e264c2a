import type { InputField, ItemList, PolicyIr } from './types.ts';

/** The policies that are settled before one of a bundle for the same event, each after those it refers to. */
export function layersOf(policy: PolicyIr, all: readonly PolicyIr[]): readonly PolicyIr[] {
  const found = new Set<PolicyIr>();
  const visit = ({ references }: PolicyIr): void => {
    for (const { policy: id } of references) {
      const layer = all.find((one) => one.id === id);
      if (!layer || found.has(layer)) continue;
      visit(layer);
      found.add(layer);
    }
  };
  visit(policy);
  return [...found];
}

/** What an event of a policy may state: the policy's own fields and lists, then those that only its layers read. */
export function statedFields(
  policy: PolicyIr,
  all: readonly PolicyIr[],
): { readonly inputs: readonly InputField[]; readonly lists: readonly ItemList[] } {
  const layers = layersOf(policy, all);
  return {
    inputs: firstByName([policy, ...layers].flatMap(({ inputs }) => inputs)),
    lists: firstByName([policy, ...layers].flatMap(({ lists }) => lists)),
  };
}

const firstByName = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
  all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
