/** What postings take from the bill, and what a batch gets. */
import type { DefinitionModel, PolicyModel, PostingModel } from '../../language/model/types.ts';
import { within } from './composed.ts';
import type { Asked } from './expression.ts';
import { evaluate } from './expression.ts';
import type { Fraction } from './number.ts';
import { fraction, negative, order, plus, times, toMultiple } from './number.ts';
import type { Worth } from './worth.ts';
import { FAULT, Gap, gapIn, number, ZERO } from './worth.ts';

const FEN = fraction(1n, 100n);
const UNITS = { fen: FEN, jiao: fraction(1n, 10n), yuan: fraction(1n) } as const;

/** A posting that was made. */
export interface Posted {
  readonly policy: string;
  readonly address: string;
  readonly amount: Fraction | Gap;
  /** By part, whatever it took. */
  readonly from: ReadonlyMap<string, Fraction>;
  /** By payer; a gap while who pays how much is open. */
  shares?: readonly Fraction[] | Gap;
  /** 拨付: by item, from 0. */
  readonly members?: ReadonlyMap<number, Fraction>;
  /** Further from its pool than rounding can leave it. */
  readonly beyond?: boolean;
  /** Paid out of an account. */
  readonly account: boolean;
  readonly posting: PostingModel;
}

/** Takes from its parts in order what `rest` says is left; one unit of 支付舍入 too much is cut, more is a fault. `rest` is told what is left then. */
export function post(
  definition: DefinitionModel,
  worth: Worth,
  policy: PolicyModel,
  asked: Asked,
  rest: { readonly of: (part: string) => Worth; readonly set: (part: string, left: Worth) => void },
): Posted {
  const posting = definition.posting as PostingModel;
  const about = {
    policy: policy.name,
    address: definition.address,
    account: posting.payers.some((name) => policy.payers.some((payer) => payer.name === name && payer.of === 'account')),
    posting,
  };
  const nothing = (gap: Gap): Posted => {
    for (const part of posting.parts) rest.set(part, gapIn(gap, rest.of(part)) ?? gap);
    return { ...about, amount: gap, from: new Map() };
  };
  if (posting.members) {
    const found = shareOut(posting.members, UNITS[policy.rounding.unit], asked);
    return found instanceof Gap ? nothing(found) : { ...about, ...found, from: new Map() };
  }
  if (worth instanceof Gap) return nothing(worth);
  const amount = toMultiple(number(worth), UNITS[policy.rounding.unit], policy.rounding.mode);
  if (order(amount, ZERO) < 0) return nothing(FAULT);
  if (posting.parts.length === 0) return { ...about, amount, from: new Map() };
  let left = amount;
  const from = new Map<string, Fraction>();
  for (const part of posting.parts) {
    const whole = rest.of(part);
    if (whole instanceof Gap) {
      // Only asked when the parts before it did not suffice.
      if (order(left, ZERO) > 0) return nothing(whole);
      continue;
    }
    const take = order(left, number(whole)) < 0 ? left : number(whole);
    from.set(part, take);
    left = plus(left, negative(take));
    rest.set(part, plus(number(whole), negative(take)));
  }
  return order(left, UNITS[policy.rounding.unit]) > 0 ? nothing(FAULT) : { ...about, amount: plus(amount, negative(left)), from };
}

type Members = NonNullable<PostingModel['members']>;

/** 拨付: what the items get; out of a pool exactly the pool, where somebody takes what rounding leaves of it. */
function shareOut(
  { list, guard, value, pool: address, remainder }: Members,
  unit: Fraction,
  asked: Asked,
): (Pick<Posted, 'members' | 'beyond'> & { readonly amount: Fraction }) | Gap {
  const items = asked.items(list);
  const pool = address === undefined ? undefined : asked.definition(address);
  if (items instanceof Gap) return gapIn(items, pool) ?? items;
  const found = items.flatMap((item, at): { at: number; worth: Worth }[] => {
    const own = within(asked, item);
    const counts = guard ? evaluate(guard, own) : true;
    if (counts instanceof Gap) return [{ at, worth: counts }];
    return counts === true ? [{ at, worth: evaluate(value, own) }] : [];
  });
  const gap = gapIn(...found.map(({ worth }) => worth), pool);
  if (gap) return gap;
  const members = new Map(found.map(({ at, worth }) => [at, number(worth)]));
  const shares = [...members.values()].reduce(plus, ZERO);
  if (pool === undefined) return { amount: shares, members };
  const off = plus(number(pool), negative(shares));
  const most = times(unit, fraction(BigInt(found.length)));
  const beyond = order(off, most) > 0 || order(negative(off), most) > 0;
  const places = [...members.keys()];
  const greatest = places.reduce<number | undefined>(
    (best, at) => (best === undefined || order(members.get(at) ?? ZERO, members.get(best) ?? ZERO) > 0 ? at : best),
    undefined,
  );
  const taker = { greatest, first: places[0], last: places.at(-1), payer: undefined }[remainder ?? 'payer'];
  if (taker === undefined) return { amount: shares, members, beyond };
  members.set(taker, plus(members.get(taker) ?? ZERO, off));
  return { amount: number(pool), members, beyond };
}

/** What each payer of a sum pays: shares that do not add up to it are a fault. */
export function shared(posted: Posted, asked: Asked): readonly Fraction[] | Gap | undefined {
  if (!posted.posting.shares || posted.amount instanceof Gap) return undefined;
  const found = posted.posting.shares.map(asked.definition);
  const gap = gapIn(...found);
  if (gap) return gap;
  const shares = found.map(number);
  return order(shares.reduce(plus, ZERO), posted.amount) === 0 ? shares : FAULT;
}
