/** What an expression reads: everything inside it, and the definitions that must be worked out before it. */
import { KEYWORDS } from '../keywords.ts';
import type { AdjustmentModel, Expr, PostingModel } from '../model/types.ts';
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

/** 个人 is what the postings leave of the total, whatever it is called. */
export const TOTAL = KEYWORDS.personal.zh;

/** Addresses that must be worked out first, fields among them, because one may be worked out; a cell of the ledger is read as it was before the event and is not among them. */
export function addressesRead(e: Expr): readonly string[] {
  return everything(e).flatMap((one) =>
    one.kind === 'definition'
      ? [one.address]
      : one.kind === 'input'
        ? [one.name]
        : one.kind === 'remaining'
          ? [...one.parts, ...one.after]
          : one.kind === 'personal'
            ? [TOTAL, ...one.after]
            : [],
  );
}

/** Everything that a definition or posting reads: its exceptions, the day on which it falls due and what it shares out included. */
export function dependencies(definition: {
  readonly value: Expr;
  readonly rounds: readonly (readonly AdjustmentModel[])[];
  readonly posting?: PostingModel;
}): readonly string[] {
  const inRounds = definition.rounds.flat().flatMap((adjustment) => [adjustment.guard, ...(adjustment.value ? [adjustment.value] : [])]);
  const { until, members } = definition.posting ?? {};
  const read = [definition.value, ...inRounds, ...(until ? [until] : [])].flatMap(addressesRead);
  return [...new Set([...read, ...(members?.pool === undefined ? [] : [members.pool])])];
}
