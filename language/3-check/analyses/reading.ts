/**
 * When a definition is looked at: only what a posting, an entry of the ledger or a 资格 needs is worked out, and 如果 looks at one branch. So a
 * definition is read for some patients only: those for whom, along some way from a posting to it, every condition on the way holds.
 * Going down from the roots, each definition collects the ways that lead to it.
 */
import type { AdjustmentModel, Expr } from '../../model/types.ts';
import type { Lookup } from '../constant.ts';
import { children } from './children.ts';
import { always, type Condition, conditionOf } from './condition.ts';

/** What of a version is read from the outside. */
export interface Roots {
  readonly definitions: readonly {
    readonly address: string;
    readonly value: Expr;
    readonly rounds: readonly (readonly AdjustmentModel[])[];
    readonly posting?: unknown;
  }[];
  /** Formulas outside definitions: entries of accumulators, constraints, 资格. */
  readonly formulas: readonly Expr[];
}

/** Ways to one definition that are kept apart; beyond that it counts as always read. */
const MOST_WAYS = 24;

/** For each address, the condition under which it is read; absent for what nothing reads. */
export function readingConditions({ definitions, formulas }: Roots, lookup: Lookup): ReadonlyMap<string, Condition> {
  const ways = new Map<string, readonly Condition[]>();
  const byAddress = new Map(definitions.map((definition) => [definition.address, definition]));
  const arrive = (address: string, way: Condition): void => {
    const known = ways.get(address) ?? [];
    if (known.includes(always)) return;
    ways.set(address, way === always || known.length >= MOST_WAYS ? [always] : [...known, way]);
  };
  const walk = (e: Expr, way: readonly Condition[]): void => {
    if (e.kind === 'definition') arrive(e.address, way.length === 0 ? always : { kind: 'all', of: way });
    if (e.kind === 'choose') {
      const when = conditionOf(e.if, lookup);
      walk(e.if, way);
      walk(e.then, [...way, when]);
      walk(e.otherwise, [...way, { kind: 'not', of: when }]);
    } else for (const child of children(e)) walk(child, way);
  };
  for (const formula of formulas) walk(formula, []);
  for (const definition of definitions) if (definition.posting) arrive(definition.address, always);
  // Definitions stand in dependence order, so going backwards meets every reader before what it reads.
  for (const { address } of [...definitions].reverse()) {
    const reached = ways.get(address);
    const definition = byAddress.get(address);
    if (!reached || !definition) continue;
    const way: readonly Condition[] = reached.includes(always) ? [] : [{ kind: 'any', of: reached }];
    walk(definition.value, way);
    for (const adjustment of definition.rounds.flat()) {
      walk(adjustment.guard, way);
      if (adjustment.value) walk(adjustment.value, [...way, conditionOf(adjustment.guard, lookup)]);
    }
  }
  return new Map([...ways].map(([address, all]) => [address, all.includes(always) ? always : { kind: 'any', of: all }]));
}
