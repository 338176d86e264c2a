import type { Expr } from '../../ir/types.ts';
import { keyText } from '../../ir/value.ts';
import type { Result } from '../gap.ts';
import { Gap, gapsOf } from '../gap.ts';
import type { Run, Site } from '../site.ts';
import type { Item, Relying, State } from '../state.ts';
import { scaledTerm } from './amount.ts';

/** What each item of a list was given. */
export interface GivenOut {
  readonly shares: ReadonlyMap<Item, Relying>;
  /** Why nothing can be said of any item. */
  readonly gap: Gap | undefined;
}

type Allotted = Extract<Expr, { readonly op: 'allotted' }>;

/** 分得: an amount given to the items of a list in their order. It is worked out once for all of them. */
export function compileAllotted(expr: Allotted, site: Site): Run {
  const { list, out } = expr;
  const amount = scaledTerm(expr.amount, site);
  const limit = scaledTerm(expr.limit, site);
  const guard = expr.guard && site.compile(expr.guard);
  const keys = expr.together?.keys.map(site.compile);
  const most = expr.together && scaledTerm(expr.together.limit, site);
  return (state) => {
    let known = state.givenOut.get(expr);
    if (!known) {
      known = giveOut(state);
      state.givenOut.set(expr, known);
    }
    const item = state.hands[state.hands.length - 1 - out];
    const share = item && known.shares.get(item);
    if (!share) return known.gap ?? gapsOf();
    state.rely(share.reliances);
    return share.value;
  };

  function giveOut(state: State): GivenOut {
    const items = state.of.lists[list] ?? gapsOf();
    if (items instanceof Gap) return { shares: new Map(), gap: items };
    const shares = new Map<Item, Relying>();
    const together = new Map<string, bigint>();
    // What is left for an item rests on what the items before it could take.
    let left = state.apart(amount);
    for (const item of items) {
      const before = left;
      state.hands.push(item);
      const share = state.apart((inner) => {
        inner.rely(before.reliances);
        return takes(inner, before.value, together);
      });
      state.hands.pop();
      shares.set(item, share);
      const { value: own, reliances } = share;
      const rest = typeof before.value === 'bigint' ? (typeof own === 'bigint' ? before.value - own : own) : before.value;
      left = { value: rest, reliances };
    }
    return { shares, gap: undefined };
  }

  /** While nothing is left an item is not looked at: what it holds need not be known. */
  function takes(state: State, left: Result, together: Map<string, bigint>): Result {
    if (typeof left !== 'bigint') return gapsOf(left);
    if (left <= 0n) return 0n;
    const counts = guard ? guard(state) : true;
    if (counts instanceof Gap) return counts;
    if (counts !== true) return 0n;
    let given: Result = limit(state);
    if (typeof given !== 'bigint') return gapsOf(given);
    if (given > left) given = left;
    if (given <= 0n) return 0n;
    return keys && most ? within(state, keys, most, given, together) : given;
  }
}

/** What an item is given when all with the same keys take no more than `most`. */
function within(state: State, keys: readonly Run[], most: Run, wanted: bigint, together: Map<string, bigint>): Result {
  const found = keys.map((key) => key(state));
  const limit = most(state);
  if (typeof limit !== 'bigint' || found.some((key) => key instanceof Gap)) return gapsOf(limit, ...found);
  const cell = found.map((key) => (key instanceof Gap ? '' : keyText(key))).join(SEPARATOR);
  const before = together.get(cell) ?? 0n;
  const rest = limit - before;
  const given = rest <= 0n ? 0n : rest < wanted ? rest : wanted;
  together.set(cell, before + given);
  return given;
}

/** Cannot stand in a text. */
const SEPARATOR = '\u001f';
