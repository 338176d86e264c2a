/**
 * When a definition is looked at: only what a posting, an entry of the ledger or a 资格 needs is worked out, and 如果 looks at one branch. So a
 * definition is read for some patients only: those for whom, along some way from a posting to it, every condition on the way holds.
 *
 * Going down from the roots, each definition collects the ways that lead to it. A way is a set of guards, each known by its place, so that
 * the same guards reached through different definitions are one way and nothing grows with the number of paths.
 */
import type { AdjustmentModel, Expr } from '../../model/types.ts';
import type { Lookup } from '../constant.ts';
import { children } from './children.ts';
import { always, type Condition, conditionOf } from './condition.ts';

/** What of a version is read from the outside. */
export interface Roots {
  /** In dependence order. */
  readonly definitions: readonly {
    readonly address: string;
    readonly value: Expr;
    readonly rounds: readonly (readonly AdjustmentModel[])[];
    readonly posting?: unknown;
    readonly form: { readonly kind: string };
  }[];
  /** Formulas outside definitions: constraints, 资格, entries of accumulators; those with a guard are looked at only when it holds. */
  readonly formulas: readonly { readonly value: Expr; readonly guard?: Expr }[];
}

/** A branch taken: the condition of 如果 or of an exception, or its opposite. */
interface Guard {
  readonly key: string;
  readonly condition: Condition;
}

/** Guards that all hold; in the order of their keys. */
type Way = readonly Guard[];

/** Ways to one definition that are kept apart; beyond that it counts as always read. */
const MOST_WAYS = 24;

/** For each address, the condition under which it is read; absent for what nothing reads. */
export function readingConditions({ definitions, formulas }: Roots, lookup: Lookup): ReadonlyMap<string, Condition> {
  const ways = new Map<string, Map<string, Way>>();
  const arrive = (address: string, way: Way): void => {
    const known = ways.get(address) ?? new Map<string, Way>();
    ways.set(address, known);
    if (known.has('')) return;
    const kept = known.size >= MOST_WAYS ? [] : way;
    if (kept.length === 0) known.clear();
    known.set(keyOf(kept), kept);
  };
  const spread = (reads: readonly Read[], from: Iterable<Way>): void => {
    for (const way of from) for (const { address, path } of reads) arrive(address, union(way, path));
  };
  for (const { value, guard } of formulas) spread(readsOf(value, guard ? [guardOf(guard, true, lookup)] : [], lookup), [[]]);
  for (const definition of definitions) if (definition.posting || definition.form.kind === 'computed') arrive(definition.address, []);
  // Backwards in dependence order every reader comes before what it reads.
  for (const { address, value, rounds } of [...definitions].reverse()) {
    const reached = ways.get(address);
    if (!reached) continue;
    const adjusting = rounds
      .flat()
      .flatMap((one) => [
        ...readsOf(one.guard, [], lookup),
        ...(one.value ? readsOf(one.value, [guardOf(one.guard, true, lookup)], lookup) : []),
      ]);
    spread([...readsOf(value, [], lookup), ...adjusting], [...reached.values()]);
  }
  return new Map([...ways].map(([address, all]) => [address, all.has('') ? always : { kind: 'any', of: [...all.values()].map(together) }]));
}

const keyOf = (way: Way): string => way.map((guard) => guard.key).join('&');

const together = (way: Way): Condition => ({ kind: 'all', of: way.map((guard) => guard.condition) });

const union = (a: Way, b: Way): Way => {
  const all = new Map([...a, ...b].map((guard) => [guard.key, guard] as const));
  return [...all.keys()].sort().flatMap((key) => all.get(key) ?? []);
};

interface Read {
  readonly address: string;
  readonly path: Way;
}

/** The definitions that an expression names, each with the guards on the way to it; the same pair once. */
function readsOf(e: Expr, path: Way, lookup: Lookup): readonly Read[] {
  const found = new Map<string, Read>();
  const walk = (inner: Expr, guards: Way): void => {
    if (inner.kind === 'definition') found.set(`${inner.address} ${keyOf(guards)}`, { address: inner.address, path: guards });
    if (inner.kind === 'choose') {
      walk(inner.if, guards);
      walk(inner.then, union(guards, [guardOf(inner.if, true, lookup)]));
      walk(inner.otherwise, union(guards, [guardOf(inner.if, false, lookup)]));
    } else for (const child of children(inner)) walk(child, guards);
  };
  walk(e, path);
  return [...found.values()];
}

function guardOf(e: Expr, holds: boolean, lookup: Lookup): Guard {
  const place = e.kind === 'definition' ? e.address : `${e.span.file}:${e.span.start}-${e.span.end}:${e.kind}`;
  const condition = conditionOf(e, lookup);
  return { key: `${holds ? '' : '!'}${place}`, condition: holds ? condition : { kind: 'not', of: condition } };
}
