import type { ReasonRef } from '../answer.ts';

/** Something that a value relied on without the law having said it: an assumption of the policy, or a value a caller supposed. */
export type Reliance =
  | { readonly kind: 'assumed'; readonly reason: ReasonRef }
  | { readonly kind: 'supposed'; readonly address: string; readonly value: string };

/** Most values rely on nothing; they all share this list, so that the question costs one comparison. */
export const NOTHING: readonly never[] = Object.freeze([]);

/** Both lists, each member once by identity. Asked for every value that is computed, so a list is only made when something is new. */
export function unite<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  for (let index = 0; index < b.length; index++) {
    if (!a.includes(b[index] as T)) return [...a, ...b.slice(index).filter((item) => !a.includes(item))];
  }
  return a;
}

/** The same with members that say the same counted once, for what leaves the runtime. Lists are short. */
export function distinct<T>(items: readonly T[], same: (a: T, b: T) => boolean): readonly T[] {
  if (items.length < 2) return items;
  return items.filter((item, index) => items.findIndex((other) => same(other, item)) === index);
}

/** True when two reasons are the same gap of the law. */
export const sameReason = (a: ReasonRef, b: ReasonRef): boolean =>
  a.address === b.address && a.reason === b.reason && a.policy === b.policy;
