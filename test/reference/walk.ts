/**
 * A naive walker over the checked model: one event after another, definitions by name, cells as lists. It settles nothing that the product
 * settles differently, and reads only what an ordinary policy has; the rest it says it does not read. Shares no helper with the product.
 */
import type { DefinitionModel, OverModel, PolicyModel, PostingModel, Value, VersionModel } from '../../language/model/types.ts';
import type { Asked, Worth } from './expression.ts';
import { dateOf, evaluate, NoValue, number, OPEN, PLACE, same, Unread, worthOf } from './expression.ts';
import type { Fraction } from './number.ts';
import { fraction, negative, order, plus, times } from './number.ts';

/** What the walker says of one event. Postings by address, in fen. */
export type Walked =
  | { readonly status: 'settled' | 'ineligible'; readonly postings: Readonly<Record<string, bigint>>; readonly personal: bigint }
  | { readonly status: 'open' | 'violation' | 'refused' };

interface Entry {
  readonly policy: string;
  readonly accumulator: string;
  readonly keys: readonly Worth[];
  readonly value: Worth;
}

type Fields = Readonly<Record<string, Value>>;
/** The items of an event, by list. */
export type Lists = Readonly<Record<string, readonly Fields[]>>;

const ZERO = fraction(0n);
const FEN = fraction(1n, 100n);

const fenOf = (amount: Fraction): bigint => {
  const { over, under } = times(amount, fraction(100n));
  if (over % under !== 0n) throw new Unread('an amount finer than a fen');
  return over / under;
};

const NO_LIST = 'a missing list';

class Violation extends Error {}

/** Walks events in order, up to and including the first that is not settled or ineligible: what follows an open one depends on rules of the ledger. */
export function walk(
  policy: PolicyModel,
  events: readonly Fields[],
  stated: ReadonlyMap<number, Worth>,
  lists: readonly Lists[] = [],
  layers: readonly { readonly policy: PolicyModel; readonly stated: ReadonlyMap<number, Worth> }[] = [],
): readonly Walked[] {
  const cells: Entry[] = [];
  const results: Walked[] = [];
  for (const [index, fields] of events.entries()) {
    const below: Below[] = [];
    const written: Entry[] = [];
    const walkedLayers = [...layers, { policy, stated }].map((one) =>
      walkEvent(one.policy, fields, one.stated, cells, lists[index] ?? {}, below, written),
    );
    const result = together(walkedLayers, below);
    results.push(result);
    if (result.status === 'settled') cells.push(...written);
    if (result.status === 'open' || result.status === 'violation') break;
  }
  return results;
}

/** A layer that was walked for this event; `asked` is absent when nobody is entitled under it. */
interface Below {
  readonly policy: PolicyModel;
  readonly asked: Asked | undefined;
  readonly known: ReadonlySet<string>;
  readonly taken: ReadonlyMap<string, Posted | typeof OPEN>;
  readonly accounts: ReadonlySet<string>;
}

/** Several layers as one: what stands against any of them stands against all. */
function together(all: readonly Walked[], below: readonly Below[]): Walked {
  const [only] = all;
  if (only && all.length === 1) return only;
  for (const status of ['refused', 'violation', 'open'] as const) if (all.some((one) => one.status === status)) return { status };
  const paid = all.flatMap((one) => ('postings' in one ? Object.entries(one.postings) : []));
  const top = all.at(-1);
  const last = below.at(-1);
  const lower = below
    .slice(0, -1)
    .flatMap(({ taken, accounts }) => [...taken].map(([address, one]) => (one === OPEN || accounts.has(address) ? 0n : fenOf(one.amount))));
  if (!top || !('personal' in top) || !last) throw new Unread('no layer');
  return {
    status: all.some(({ status }) => status === 'settled') ? 'settled' : 'ineligible',
    postings: Object.fromEntries(paid),
    personal: top.personal - lower.reduce((sum, fen) => sum + fen, 0n),
  };
}

function versionOf({ timeline, versions, versionDay }: PolicyModel, fields: Fields): VersionModel | undefined {
  const value = fields[versionDay];
  const day = value && worthOf(value);
  if (!(day instanceof Date)) throw new Unread('no day');
  const cell = timeline.find(
    ({ from, to, knownTo }) => knownTo === undefined && (!from || day >= dateOf(from)) && (!to || day < dateOf(to)),
  );
  if (cell && cell.candidates.length > 0) throw new Unread('an open day');
  return cell?.version === undefined ? undefined : versions[cell.version];
}

function walkEvent(
  policy: PolicyModel,
  fields: Fields,
  stated: ReadonlyMap<number, Worth>,
  cells: readonly Entry[],
  lists: Lists,
  below: Below[],
  writes: Entry[],
): Walked {
  const earlier = [...below];
  const version = versionOf(policy, fields);
  const parts = policy.bill?.parts ?? [];
  const workedOut = (name: string): boolean => fields[name] === undefined && version?.computed.includes(name) === true;
  const partWorth = (name: string): Worth => {
    const value = fields[name];
    if (value) return worthOf(value);
    if (!version && policy.versions.some(({ computed }) => computed.includes(name))) throw new Unread('a part that no law works out');
    return workedOut(name) ? asked.definition(name) : ZERO;
  };
  const part = (name: string): Fraction => number(partWorth(name));
  const totalOf = (): Fraction => parts.map(part).reduce(plus, ZERO);
  const ineligible = (): Walked => ({ status: 'ineligible', postings: {}, personal: fenOf(totalOf()) });

  const taken = new Map<string, { readonly amount: Fraction; readonly from: ReadonlyMap<string, Fraction> } | typeof OPEN>();
  const known = new Map<string, Worth>();
  const definitions = new Map((version?.definitions ?? []).map((one) => [one.address, one] as const));
  const asked: Asked = {
    field: (name) => {
      if (name === policy.bill?.total) return parts.some((one) => partWorth(one) === OPEN) ? OPEN : totalOf();
      const value = fields[name];
      if (workedOut(name)) return asked.definition(name);
      if (!value) throw new Unread('a missing field');
      return worthOf(value);
    },
    definition: (address) => {
      const before = known.get(address);
      if (before !== undefined) return before;
      const definition = definitions.get(address);
      if (!definition) throw new Unread(address);
      const value = adjusted(definition, asked);
      known.set(address, value);
      return value;
    },
    stated: (point) => stated.get(point),
    items: (list) => {
      const items = lists[list];
      if (!items) throw new Unread(NO_LIST);
      return items.map((item, place) => ({
        ...Object.fromEntries(Object.entries(item).map(([name, value]) => [name, worthOf(value)])),
        [PLACE]: String(place),
      }));
    },
    cell: (accumulator, keys) => {
      const rule = version?.entries.find((one) => one.accumulator === accumulator);
      const of = keys ?? rule?.keys.map((key) => evaluate(key, asked)) ?? [];
      if (of.includes(OPEN)) return OPEN;
      const values = cells
        .filter(
          (one) =>
            one.policy === policy.name && one.accumulator === accumulator && one.keys.every((key, index) => same(key, of[index] ?? OPEN)),
        )
        .map(({ value }) => value);
      const { how } = policy.accumulators.find(({ name }) => name === accumulator) ?? {};
      if (how === 'sum') return values.map(number).reduce(plus, ZERO);
      if (how === 'count') return fraction(BigInt(values.length));
      throw new Unread(`an accumulator of ${how}`);
    },
    reference: (name) => {
      const { at, address, type } = referred(name);
      return at.asked && at.known.has(address) ? at.asked.definition(address) : type.kind === 'bool' ? false : ZERO;
    },
    rest: (of, after, layers) => {
      const lower = layers.map((name) => {
        const { at, address } = referred(name);
        return at.taken.get(address) ?? { amount: ZERO, from: new Map<string, Fraction>() };
      });
      const posted = [...lower, ...after.map((address) => taken.get(address))];
      if (posted.some((one) => one === OPEN || one === undefined)) return OPEN;
      return of
        .map((name) =>
          posted.reduce((left, one) => (one && one !== OPEN ? plus(left, negative(one.from.get(name) ?? ZERO)) : left), part(name)),
        )
        .reduce(plus, ZERO);
    },
    personal: (after) => {
      const lower: readonly (Posted | typeof OPEN)[] = earlier.flatMap(({ taken: of, accounts }) =>
        [...of].flatMap(([address, one]) => (accounts.has(address) ? [] : [one])),
      );
      const posted = [...lower, ...after.map((address) => taken.get(address))];
      if (posted.some((one) => one === OPEN || one === undefined)) return OPEN;
      return posted.reduce((left, one) => (one && one !== OPEN ? plus(left, negative(one.amount)) : left), totalOf());
    },
  };

  const referred = (name: string) => {
    const reference = policy.references.find((one) => one.name === name);
    const at = earlier.find((one) => one.policy.name === reference?.policy);
    if (!reference || !at) throw new Unread('a layer that was not walked');
    return { ...reference, at };
  };
  const accounts = new Set([...definitions.values()].filter((one) => byAccount(one, policy)).map(({ address }) => address));
  const excluded = (): Walked => {
    below.pop();
    below.push({ policy, asked: undefined, known: new Set(), taken: new Map(), accounts });
    return ineligible();
  };
  below.push({ policy, asked, known: new Set(definitions.keys()), taken, accounts });
  if (!version) return excluded();
  /** A field that is stated and comes out otherwise; what asks for a list that is not there comes out as nothing. */
  const disagrees = (name: string): boolean => {
    const value = fields[name];
    if (!value) return false;
    try {
      const worth = asked.definition(name);
      return worth !== OPEN && !same(worth, worthOf(value));
    } catch (error) {
      if (error instanceof Unread && error.message === NO_LIST) return false;
      throw error;
    }
  };
  try {
    if (version.computed.some(disagrees)) return { status: 'refused' };
    const made = parts.filter(workedOut).map(partWorth);
    if (made.some((one) => one !== OPEN && order(number(one), ZERO) < 0)) return { status: 'refused' };
    const constraints = version.constraints.map(({ holds }) => evaluate(holds, asked));
    if (constraints.includes(false)) return { status: 'refused' };
    if (made.includes(OPEN)) return { status: 'open' };
    const total = totalOf();
    const rules = version.eligibility.map(({ condition }) => evaluate(condition, asked));
    if (rules.includes(false)) return excluded();
    for (const address of version.postings) {
      const definition = definitions.get(address);
      if (definition?.posting)
        taken.set(
          address,
          post(
            definition,
            definition.posting.parts,
            asked,
            part,
            [...earlier.flatMap((one) => [...one.taken.values()]), ...taken.values()],
            UNITS[policy.rounding.unit],
          ),
        );
    }
    if ([...taken.values()].includes(OPEN)) return { status: 'open' };
    const postings = [...taken].map(([address, one]) => [address, one === OPEN ? 0n : fenOf(one.amount)] as const);
    const paid = postings.reduce((sum, [, fen]) => sum + fen, 0n);
    const ofAccounts = postings.reduce((sum, [address, fen]) => (byAccount(definitions.get(address), policy) ? sum + fen : sum), 0n);
    const dues = version.dues.map((address) => asked.definition(address));
    if (dues.includes(OPEN)) return { status: 'open' };
    const applies = version.benefits.map((benefit) => asked.definition(benefit.applies));
    if (paid === 0n && applies.length > 0 && applies.every((one) => one === false)) return ineligible();
    // No benefit is no benefit, whatever an undecided 资格 would have said.
    if (rules.includes(OPEN)) return { status: 'open' };
    if (policy.entry === 'contribution') keepDues(dues.map(number), fraction(paid, 100n));
    const written = version.entries.flatMap((rule) =>
      handsOf(rule.each, asked).flatMap((own): readonly Entry[] => {
        const guard = evaluate(rule.guard, own);
        if (guard === OPEN) throw new Unread('an entry whose guard is open');
        if (guard !== true) return [];
        const entry: Entry = {
          policy: policy.name,
          accumulator: rule.accumulator,
          keys: rule.keys.map((key) => evaluate(key, own)),
          value: evaluate(rule.value, own),
        };
        if (entry.value === OPEN || entry.keys.includes(OPEN)) throw new Unread('an open entry');
        return [entry];
      }),
    );
    writes.push(...written);
    const personal = policy.entry === 'settlement' ? fenOf(total) - paid + ofAccounts : 0n;
    return { status: 'settled', postings: Object.fromEntries(postings), personal };
  } catch (error) {
    if (error instanceof Violation || error instanceof NoValue) return { status: 'violation' };
    throw error;
  }
}

const UNITS = { fen: fraction(1n, 100n), jiao: fraction(1n, 10n), yuan: fraction(1n) } as const;

/** The law of a contribution: nothing due is negative, and the shares add up to it. */
function keepDues(dues: readonly Fraction[], shares: Fraction): void {
  if (dues.some((due) => order(due, ZERO) < 0)) throw new Violation('a negative due');
  if (order(dues.reduce(plus, ZERO), shares) !== 0) throw new Violation('shares differ');
}

/** 拨付: the sum of what the items get, or the pool where somebody takes the rest of it. */
function shareOut(members: NonNullable<PostingModel['members']>, shares: Fraction, unit: Fraction, asked: Asked): Fraction | typeof OPEN {
  if (members.pool === undefined) return shares;
  const pool = asked.definition(members.pool);
  if (pool === OPEN) return OPEN;
  const counted = asked.items(members.list).filter((item) => {
    const within = { ...asked, hands: [item] };
    return members.guard === undefined || evaluate(members.guard, within) === true;
  });
  const off = plus(number(pool), negative(shares));
  const most = times(unit, fraction(BigInt(counted.length)));
  if (order(off, most) > 0 || order(negative(off), most) > 0) throw new Violation('further from the pool than rounding leaves');
  return members.remainder === 'payer' || counted.length === 0 ? shares : number(pool);
}

/** What is asked once for the event, or with each item of a list or member of a set in hand. */
function handsOf(each: OverModel | undefined, asked: Asked): readonly Asked[] {
  if (!each) return [asked];
  if (each.kind === 'items') return asked.items(each.list).map((item) => ({ ...asked, hands: [item] }));
  const set = evaluate(each.of, asked);
  if (!Array.isArray(set)) throw new Unread('an open set');
  return set.map((member: string) => ({ ...asked, hands: [{ '': member }] }));
}

const byAccount = (definition: DefinitionModel | undefined, { payers }: PolicyModel): boolean =>
  definition?.posting?.payers.some((name) => payers.some((payer) => payer.name === name && payer.of === 'account')) ?? false;

/** A value with its exceptions: round by round, in a round set, add, multiply, then bounds; a waiver gives 0 and ends it. */
function adjusted({ value, rounds }: DefinitionModel, asked: Asked): Worth {
  let worth = evaluate(value, asked);
  const stages = ['set', 'add', 'multiply', 'atLeast', 'atMost'] as const;
  for (const round of rounds) {
    const holding = round.map((adjustment) => ({ adjustment, guard: evaluate(adjustment.guard, asked) }));
    if (holding.some(({ guard }) => guard === OPEN)) throw new Unread('an exception whose guard is open');
    const held = holding.filter(({ guard }) => guard === true).map(({ adjustment }) => adjustment);
    if (held.some(({ how }) => how === 'waive')) return ZERO;
    for (const how of stages) {
      const [one, ...others] = held.filter((adjustment) => adjustment.how === how);
      if (others.length > 0) throw new Unread('two exceptions at once');
      if (!one?.value) continue;
      const by = evaluate(one.value, asked);
      if (how === 'set') worth = by;
      else if (worth === OPEN || by === OPEN) worth = OPEN;
      else {
        const [a, b] = [number(worth), number(by)];
        worth = how === 'add' ? plus(a, b) : how === 'multiply' ? times(a, b) : order(a, b) < 0 === (how === 'atLeast') ? b : a;
      }
    }
  }
  return worth;
}

type Posted = { readonly amount: Fraction; readonly from: ReadonlyMap<string, Fraction> };

/** A posting takes from its parts in order what earlier postings left; one fen too much is cut. */
function post(
  definition: DefinitionModel,
  parts: readonly string[],
  asked: Asked,
  part: (name: string) => Fraction,
  before: readonly (Posted | typeof OPEN)[],
  unit: Fraction,
): Posted | typeof OPEN {
  const worth = asked.definition(definition.address);
  if (worth === OPEN) return OPEN;
  const { members } = definition.posting ?? {};
  if (members) {
    const paid = shareOut(members, number(worth), unit, asked);
    return paid === OPEN ? OPEN : { amount: paid, from: new Map() };
  }
  const amount = number(worth);
  if (order(amount, ZERO) < 0) throw new Violation('negative');
  if (parts.length === 0) return { amount, from: new Map() };
  let left = amount;
  const from = new Map<string, Fraction>();
  for (const name of parts) {
    const used = before.map((one) => (one === OPEN ? ZERO : (one.from.get(name) ?? ZERO))).reduce(plus, ZERO);
    const rest = plus(part(name), negative(used));
    const take = order(left, rest) < 0 ? left : rest;
    from.set(name, take);
    left = plus(left, negative(take));
  }
  if (order(left, FEN) > 0) throw new Violation('overpaid');
  return { amount: plus(amount, negative(left)), from };
}
