import { namedText } from './named.ts';
import type { Side } from './side.ts';

/** One benefit under two names. */
export interface Alike {
  readonly before: string;
  readonly after: string;
}

/**
 * Benefits of the later side that go by another name on the earlier one: those whose condition is the same there and is nobody else's.
 * `alias` gives an address of the later side as the earlier one writes it.
 */
export function alikeOf(before: Side, after: Side): { readonly alias: (address: string) => string; readonly alike: readonly Alike[] } {
  const mine = conditionsOf(before);
  const theirs = conditionsOf(after);
  const alike = [...theirs].flatMap(([name, condition]): readonly Alike[] => {
    if (mine.has(name)) return [];
    const same = [...mine].filter(([other, of]) => of === condition && !theirs.has(other));
    const rivals = [...theirs].filter(([other, of]) => of === condition && !mine.has(other));
    const [only] = same;
    return same.length === 1 && rivals.length === 1 && only ? [{ before: only[0], after: name }] : [];
  });
  const names = new Map(alike.map((one) => [one.after, one.before]));
  return {
    alike,
    alias: (address) => {
      const [, root = address, rest = ''] = /^([^.[]+)(.*)$/su.exec(address) ?? [];
      return `${names.get(root) ?? root}${rest}`;
    },
  };
}

const conditionsOf = (side: Side): ReadonlyMap<string, string> =>
  new Map(
    side.program.benefits.flatMap(({ name }) => {
      const step = side.program.steps.find(({ address }) => address === `${name}.适用`);
      return step ? [[name, namedText(step.value, side)] as const] : [];
    }),
  );
