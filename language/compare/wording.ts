/** Whom a set of combinations is about, in as few words as it takes. */
import { dayFromText } from '../../runtime/calendar/date.ts';
import type { Facets, Given } from './facets.ts';
import type { Combination } from './patients.ts';
import { pointAt } from './patients.ts';

/** One field of a description: some of its values, a stretch of whole numbers, or one value. */
export interface Trait {
  readonly field: string;
  /** Of enumerations and sets. */
  readonly members?: readonly string[];
  readonly from?: number;
  /** Without it: and more. */
  readonly to?: number;
  /** Of days: the first and the last; without `since` and earlier. */
  readonly since?: string;
  readonly until?: string;
  /** Of anything else; absent with everything else: the field is not given. */
  readonly value?: Given;
}

/** Some combinations that a few traits describe exactly, as far as the others cannot be. */
export interface Described {
  readonly traits: readonly Trait[];
  readonly combinations: readonly Combination[];
}

/** Splits a set of combinations into products of values. `possible` are those that some law gives an amount for. */
export function describe(facets: Facets, set: readonly Combination[], possible: readonly Combination[]): readonly Described[] {
  const allowed = new Set(possible.map(String));
  const everywhere = facets.facets.map((_, facet) => new Set(possible.map((one) => one[facet] ?? 0)));
  const parts = (combinations: readonly Combination[], depth: number): readonly Described[] => {
    const values = facets.facets.map((_, facet) => new Set(combinations.map((one) => one[facet] ?? 0)));
    const own = new Set(combinations.map(String));
    if (depth === 0 || isProduct(values, own, allowed)) return [{ traits: traitsOf(facets, values, everywhere), combinations }];
    const splits = values.flatMap((of, facet) => (of.size > 1 ? [splitBy(combinations, facet)] : []));
    const [best] = splits.filter((split) => split.length > 1).sort((a, b) => a.length - b.length);
    return best ? best.flatMap((part) => parts(part, depth - 1)) : [{ traits: traitsOf(facets, values, everywhere), combinations }];
  };
  return parts(set, 3);
}

/** Whether every possible combination of these values is in the set. */
function isProduct(values: readonly ReadonlySet<number>[], own: ReadonlySet<string>, allowed: ReadonlySet<string>): boolean {
  const size = values.reduce((count, of) => count * of.size, 1);
  if (size > 20_000) return false;
  const lists = values.map((of) => [...of]);
  for (let index = 0; index < size; index += 1) {
    let rest = index;
    const key = lists
      .map((list) => {
        const value = list[rest % list.length];
        rest = Math.floor(rest / list.length);
        return value;
      })
      .join(',');
    if (allowed.has(key) && !own.has(key)) return false;
  }
  return true;
}

/** By the values of a facet; values whose other facets are the same stay together. */
function splitBy(combinations: readonly Combination[], facet: number): readonly (readonly Combination[])[] {
  const byValue = new Map<number, Combination[]>();
  for (const one of combinations) {
    const value = one[facet] ?? 0;
    byValue.set(value, [...(byValue.get(value) ?? []), one]);
  }
  const byRest = new Map<string, Combination[]>();
  for (const of of byValue.values()) {
    const key = of
      .map((one) => one.filter((_, at) => at !== facet).join(','))
      .sort()
      .join(' ');
    byRest.set(key, [...(byRest.get(key) ?? []), ...of]);
  }
  return [...byRest.values()];
}

const traitsOf = (facets: Facets, values: readonly ReadonlySet<number>[], everywhere: readonly ReadonlySet<number>[]): readonly Trait[] =>
  facets.facets.flatMap(({ field }, facet) => {
    const of = values[facet] ?? new Set();
    if (of.size === (everywhere[facet]?.size ?? 0)) return [];
    return traits(facets, facet, field, of);
  });

function traits(facets: Facets, facet: number, field: string, values: ReadonlySet<number>): readonly Trait[] {
  const points = [...values].sort((a, b) => a - b).map((value) => pointAt(facets, Array(facet).fill(0).concat(value), facet));
  if (points.every(({ members }) => members !== undefined)) {
    const members = points.flatMap((point) => point.members ?? []);
    return [{ field, members: [...new Set(members)] }];
  }
  if (points.every(({ from }) => from !== undefined)) {
    const stretches: { from: number; to: number | undefined }[] = [];
    for (const { from = 0, to } of points) {
      const last = stretches.at(-1);
      if (last?.to !== undefined && last.to + 1 === from) last.to = to;
      else stretches.push({ from, to });
    }
    return stretches.map(({ from, to }) => ({ field, from, ...(to === undefined ? {} : { to }) }));
  }
  if (points.every(({ until }) => until !== undefined)) {
    const stretches: { since?: string; until: string }[] = [];
    for (const { since, until = '' } of points) {
      const last = stretches.at(-1);
      if (last && since !== undefined && dayFromText(last.until) === (dayFromText(since) ?? 0) - 1) last.until = until;
      else stretches.push({ ...(since === undefined ? {} : { since }), until });
    }
    return stretches.map((stretch) => ({ field, ...stretch }));
  }
  return points.map(({ value }) => ({ field, ...(value === undefined ? {} : { value }) }));
}
