import type { Folded } from '../evaluate/steps/fold.ts';
import { itemsOf } from '../evaluate/steps/fold.ts';
import { handOf } from '../ir/type-of-fold.ts';
import type { Expr } from '../ir/types.ts';
import type { View } from './view.ts';

type Fold = Extract<Expr, { readonly op: 'fold' }>;

/** The items that a fold counted; undefined when they could not be worked out. */
export function countedIn(fold: Fold, { state }: View): readonly Folded[] | undefined {
  let items: ReturnType<ReturnType<typeof itemsOf>> = [];
  state.apart(() => {
    items = itemsOf(fold, state.of.program.site)(state);
    return true;
  });
  return Array.isArray(items) ? items : undefined;
}

/** Asks about a fold's expression as it is for one item: what the fold has in hand is in hand meanwhile. */
export function withItem<Told>({ over }: Fold, { item }: Folded, view: View, ask: (within: View) => Told): Told {
  const { state } = view;
  const hand = handOf(over, view.around);
  state.hands.push(item);
  const told = ask(hand ? view.within(hand) : view);
  state.hands.pop();
  return told;
}
