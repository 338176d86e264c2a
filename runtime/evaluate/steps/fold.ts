import type { Expr } from '../../ir/types.ts';
import { nothingToCompare, tooManyItems } from '../faults.ts';
import type { Result } from '../gap.ts';
import { bothGaps, faultGap, Gap, gapsOf } from '../gap.ts';
import type { Run, Site } from '../site.ts';
import type { Item, State } from '../state.ts';

/** Items that one fold goes over, with the folds inside it: beyond that an answer would keep everybody waiting. */
const MOST_GONE = 10_000_000;
/** One gap for all folds: met by every item further out, it is told once. */
const TOO_MANY = faultGap(tooManyItems(MOST_GONE));

type Fold = Extract<Expr, { readonly op: 'fold' }>;

/** One item that counts: its number in the list or set, from 0, and what the fold takes from it. */
export interface Folded {
  readonly number: number;
  readonly item: Item;
  readonly value: Result;
}

/** Goes over the items for which the guard holds, in order. */
export function itemsOf({ over, guard, value }: Fold, { compile }: Site): (state: State) => readonly Folded[] | Gap {
  const items = over.kind === 'items' ? undefined : compile(over.of);
  const list = over.kind === 'items' ? over.list : -1;
  const holds = guard && compile(guard);
  const run = value && compile(value);
  return (state) => {
    const all = items ? membersOf(items(state)) : (state.of.lists[list] ?? gapsOf());
    if (all instanceof Gap) return all;
    if (state.hands.length === 0) state.gone = 0;
    state.gone += all.length;
    if (state.gone > MOST_GONE) return TOO_MANY;
    const found: Folded[] = [];
    let gap: Gap | undefined;
    for (const [number, item] of all.entries()) {
      state.hands.push(item);
      const counts = holds ? holds(state) : true;
      if (counts instanceof Gap) gap = bothGaps(gap, counts);
      else if (counts === true) {
        const own = run ? run(state) : 1n;
        if (own instanceof Gap) gap = bothGaps(gap, own);
        found.push({ number, item, value: own });
      }
      state.hands.pop();
    }
    return gap ?? found;
  };
}

const membersOf = (set: Result): readonly Item[] | Gap =>
  set instanceof Gap ? set : Array.isArray(set) ? set.map((member) => [member]) : gapsOf();

/** 合计, 次数, 最大, 最小 逐项. */
export function compileFold(fold: Fold, site: Site): Run {
  const over = itemsOf(fold, site);
  const none = fold.none && site.compile(fold.none);
  const nothing = faultGap(nothingToCompare(fold.how === 'least' ? 'least' : 'greatest'));
  return (state) => {
    const items = over(state);
    if (items instanceof Gap) return items;
    if (fold.how === 'sum' || fold.how === 'count') {
      let sum = 0n;
      for (const { value } of items) if (typeof value === 'bigint') sum += value;
      return sum;
    }
    const best = bestOf(fold.how, items);
    return best ? best.value : none ? none(state) : nothing;
  };
}

/** The item with the greatest or least value; the first in order when several have it. */
export function bestOf(how: 'greatest' | 'least', items: readonly Folded[]): Folded | undefined {
  let best: Folded | undefined;
  for (const one of items) if (!best || (how === 'least' ? one.value < best.value : one.value > best.value)) best = one;
  return best;
}

/** A field of the item in hand. */
export const compileItem =
  (out: number, field: number): Run =>
  ({ hands }) =>
    hands[hands.length - 1 - out]?.[field] ?? gapsOf();
