/** What an expression reads: everything inside it, and the definitions that must be worked out before it. */
import type { AdjustmentModel, Expr } from '../model/types.ts';
import { children } from './analyses/children.ts';

/** The expression and everything inside it, outermost first. */
export function everything(e: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const rest = [e];
  for (let next = rest.pop(); next; next = rest.pop()) {
    found.push(next);
    rest.push(...children(next));
  }
  return found;
}

/** How many expressions there are inside, each as often as it is read: arguments are shared, so this can be far more than are kept. */
export function lengthOf(e: Expr, known: WeakMap<Expr, number>): number {
  const counted = known.get(e);
  if (counted !== undefined) return counted;
  const length = children(e).reduce((total, one) => total + lengthOf(one, known), 1);
  known.set(e, length);
  return length;
}

/** Addresses that must be worked out first; a cell of the ledger is read as it was before the event and is not among them. */
export function addressesRead(e: Expr): readonly string[] {
  return everything(e).flatMap((one) =>
    one.kind === 'definition' ? [one.address] : one.kind === 'remaining' || one.kind === 'personal' ? one.after : [],
  );
}

/** Everything that a definition or posting reads, its exceptions included. */
export function dependencies(definition: {
  readonly value: Expr;
  readonly rounds: readonly (readonly AdjustmentModel[])[];
}): readonly string[] {
  const inRounds = definition.rounds.flat().flatMap((adjustment) => [adjustment.guard, ...(adjustment.value ? [adjustment.value] : [])]);
  return [...new Set([definition.value, ...inRounds].flatMap(addressesRead))];
}
