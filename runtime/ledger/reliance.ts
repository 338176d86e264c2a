import type { ReasonRef } from '../answer.ts';

/** Something that a value relied on without the law having said it: an assumption of the policy, or a value a caller supposed. */
export type Reliance =
  | { readonly kind: 'assumed'; readonly reason: ReasonRef }
  | { readonly kind: 'supposed'; readonly address: string; readonly value: string };

/** Most values rely on nothing; they all share this list, so that the question costs one comparison. */
export const NOTHING: readonly never[] = [];

/** Both lists, each member once by identity. */
export function unite<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const more = b.filter((item) => !a.includes(item));
  return more.length === 0 ? a : [...a, ...more];
}

/** The same with members that say the same counted once, for what leaves the runtime. */
export function distinct<T>(items: readonly T[], sayingOf: (item: T) => string): readonly T[] {
  if (items.length < 2) return items;
  const said = new Map<string, T>();
  for (const item of items) if (!said.has(sayingOf(item))) said.set(sayingOf(item), item);
  return [...said.values()];
}

export const reasonText = ({ address, reason }: ReasonRef): string => `${address}\u001f${reason}`;
