import type { Members } from '../../ir/types.ts';
import { Gap, gapsOf } from '../gap.ts';
import type { Run, Site } from '../site.ts';
import type { State } from '../state.ts';
import type { Folded } from './fold.ts';
import { bestOf, itemsOf } from './fold.ts';

/** 拨付 made ready. */
export interface CompiledMembers {
  readonly items: (state: State) => readonly Folded[] | Gap;
  readonly pool: Run | undefined;
  readonly remainder: Members['remainder'];
}

/** What each item of a batch gets, in fen. */
export interface Allotment {
  /** `item`: its number in the list, from 0. Items outside the guard have no line. */
  readonly members: readonly { readonly item: number; readonly amount: bigint }[];
  /** What is paid in all. With a pool that somebody takes the rest of, exactly the pool. */
  readonly paid: bigint;
  /** The amounts before what rounding left of the pool went to anybody. */
  readonly shares: bigint;
  readonly pool?: bigint;
  readonly remainder?: bigint;
  readonly taker?: number;
  /** The shares are further from the pool than rounding can leave them. */
  readonly beyond: boolean;
}

/** Makes a 拨付 ready. */
export function compileMembers({ list, guard, value, pool, remainder }: Members, site: Site): CompiledMembers {
  const items = itemsOf({ op: 'fold', how: 'sum', over: { kind: 'items', list }, ...(guard ? { guard } : {}), value }, site);
  return { items, pool: pool === undefined ? undefined : (state) => state.step(pool), remainder };
}

/** Shares out. `unit` is what each amount was rounded to, in fen: rounding moves an amount by less than that. */
export function allot(state: State, { items, pool: poolOf, remainder: goesTo }: CompiledMembers, unit: bigint): Allotment | Gap {
  const found = items(state);
  const pool = poolOf?.(state);
  if (found instanceof Gap || pool instanceof Gap)
    return gapsOf(...(found instanceof Gap ? [found] : []), ...(pool instanceof Gap ? [pool] : []));
  const members = found.map(({ number, value }) => ({ item: number, amount: typeof value === 'bigint' ? value : 0n }));
  const shares = members.reduce((sum, { amount }) => sum + amount, 0n);
  if (typeof pool !== 'bigint') return { members, paid: shares, shares, beyond: false };
  const remainder = pool - shares;
  const most = unit * BigInt(members.length);
  const beyond = remainder > most || -remainder > most;
  const taker = takerOf(goesTo, found);
  if (taker === undefined) return { members, paid: shares, shares, pool, remainder, beyond };
  const whole = members.map((one) => (one.item === taker ? { ...one, amount: one.amount + remainder } : one));
  return { members: whole, paid: pool, shares, pool, remainder, taker, beyond };
}

/** The number of the item that takes the rest; undefined when the payer keeps it. */
function takerOf(goesTo: Members['remainder'], found: readonly Folded[]): number | undefined {
  switch (goesTo) {
    case 'greatest':
      return bestOf('greatest', found)?.number;
    case 'first':
      return found[0]?.number;
    case 'last':
      return found.at(-1)?.number;
    default:
      return undefined;
  }
}
