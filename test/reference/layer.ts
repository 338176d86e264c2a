/** One event under one law in one world: questions in the order of the rules, the first without a good answer decides. */
import type { DefinitionModel, PolicyModel, VersionModel } from '../../language/model/types.ts';
import { adjusted } from './adjust.ts';
import type { Books, Entry } from './cells.ts';
import { folded, keysOf, reader } from './cells.ts';
import { itemsOf, within } from './composed.ts';
import type { Asked } from './expression.ts';
import { evaluate } from './expression.ts';
import { hit } from './hits.ts';
import type { Fraction } from './number.ts';
import { fraction, negative, order, plus } from './number.ts';
import type { Posted } from './post.ts';
import { post, shared } from './post.ts';
import { bear, conserved } from './totals.ts';
import type { Item, Worth } from './worth.ts';
import { FAULT, Gap, gapIn, isNumber, missing, number, PLACE, same, Unread, ZERO } from './worth.ts';

export type Status = 'settled' | 'open' | 'missing' | 'ineligible' | 'refused' | 'violation';

/** An event as it came in, by field and by list. */
export interface Stated {
  readonly fields: Readonly<Record<string, Worth>>;
  readonly lists: Readonly<Record<string, readonly Item[]>>;
}

/** What one layer came to. */
export interface Layer {
  readonly policy: PolicyModel;
  readonly version: VersionModel | undefined;
  readonly status: Status;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly posted: readonly Posted[];
  /** Nobody is entitled under the policy as a whole. */
  readonly excluded: boolean;
  readonly total: Worth;
  readonly dues: readonly Fraction[];
  readonly entries: readonly Entry[];
  readonly asked: Asked | undefined;
  /** Addresses that this version knows. */
  readonly known: ReadonlyMap<string, DefinitionModel>;
  /** Open points with candidates that were met without one chosen. */
  readonly touched: ReadonlySet<number>;
  /** Entries of every cell that is not known to stay as it is, open for these reasons. */
  readonly open: (reasons: readonly string[]) => readonly Entry[];
}

/** What an event is settled against. */
export interface Circumstances {
  readonly policy: PolicyModel;
  readonly version: VersionModel | undefined;
  readonly stated: Stated;
  readonly books: Books;
  readonly supposed: ReadonlyMap<number, Worth>;
  /** Earlier layers. */
  readonly below: readonly Layer[];
}

const beyond = (worth: Worth, { moneyLimit }: PolicyModel): boolean => {
  const limit = fraction(moneyLimit.num, moneyLimit.den);
  return isNumber(worth) && (order(worth, limit) > 0 || order(negative(worth), limit) > 0);
};

/** Settles an event under a layer. */
export function walkLayer({ policy, version, stated, books, supposed, below }: Circumstances): Layer {
  const parts = policy.bill?.parts ?? [];
  const totalName = policy.bill?.total;
  const definitions = new Map((version?.definitions ?? []).map((one) => [one.address, one] as const));
  const known = new Map<string, Worth>();
  const made: Posted[] = [];
  const left = new Map<string, Worth>();
  const touched = new Set<number>();
  const computed = version?.computed ?? [];

  const field = (name: string): Worth => {
    const given = stated.fields[name];
    if (given !== undefined) return given;
    if (name === totalName) return totalOf();
    for (const layer of below.toReversed()) {
      if (!layer.version?.computed.length || !layer.policy.inputs.some((one) => one.name === name)) continue;
      const worth = layer.asked?.field(name);
      if (worth !== undefined && !(worth instanceof Gap)) return worth;
    }
    if (!computed.includes(name)) return missing(name);
    const worth = asked.definition(name);
    return worth instanceof Gap && worth.missing.size > 0 ? (gapIn(missing(name), worth) ?? worth) : worth;
  };
  const totalOf = (): Worth => {
    const values = parts.map(field);
    const gap = gapIn(...values);
    if (gap) return gap;
    const sum = values.map(number).reduce(plus, ZERO);
    return beyond(sum, policy) ? FAULT : sum;
  };
  const asked: Asked = {
    field,
    definition: (address) => {
      const before = known.get(address);
      if (before !== undefined) return before;
      const at = version?.postings.indexOf(address) ?? -1;
      if (at >= made.length) {
        postUpTo(at);
        return known.get(address) ?? FAULT;
      }
      return work(address);
    },
    stated: (point) => supposed.get(point),
    reason: (point) => {
      const { address, reason, candidates } = policy.points[point] ?? { address: '', reason: '', candidates: [] };
      if (candidates.length > 0) touched.add(point);
      return new Gap([`${address} ${reason}`]);
    },
    items: (list) => {
      const items = stated.lists[list];
      if (!items) return missing(list);
      const fields = policy.lists.find(({ name }) => name === list)?.fields ?? [];
      return items.map((item, place) => ({
        ...Object.fromEntries(fields.map(({ name }) => [name, item[name] ?? missing(`${list} 第${place + 1}项.${name}`)])),
        [PLACE]: String(place),
      }));
    },
    cell: (...of) => {
      if (!version) throw new Unread('a cell without law');
      return cells.cell(...of);
    },
    previous: (accumulator) => cells.previous(accumulator),
    reference: (name) => {
      const { layer, address, type } = referred(name);
      const nothing = type.kind === 'bool' ? false : ZERO;
      if (layer.excluded || !layer.asked || !layer.known.has(address)) return nothing;
      return layer.asked.definition(address);
    },
    rest: (of, after, layers) => {
      const lower = layers.map((name) => asked.reference(name));
      const whole = of.map(field);
      const gap = gapIn(...whole, ...after.map(asked.definition), ...lower);
      if (gap) return gap;
      const taken = [
        ...made.filter((one) => after.includes(one.address)),
        ...layers.flatMap((name) => {
          const { layer, address } = referred(name);
          return layer.excluded ? [] : layer.posted.filter((one) => one.address === address);
        }),
      ].flatMap(({ from }) => of.map((part) => negative(from.get(part) ?? ZERO)));
      return [...whole.map(number), ...taken].reduce(plus, ZERO);
    },
    personal: (after) => {
      const total = totalName === undefined ? new Gap([]) : field(totalName);
      const lower = below.flatMap((layer) =>
        layer.excluded || !stands(policy, layer.policy) ? [] : layer.posted.filter(({ account }) => !account).map(({ amount }) => amount),
      );
      const paid = [...lower, ...after.map(asked.definition)];
      return gapIn(total, ...paid) ?? [number(total), ...paid.map((one) => negative(number(one)))].reduce(plus, ZERO);
    },
  };
  const cells = version
    ? reader(policy, version, books, () => asked)
    : { cell: (): Worth => FAULT, previous: (): Worth => FAULT };

  const stands = (upper: PolicyModel, lower: PolicyModel): boolean =>
    upper.references.some((one) => one.policy === lower.name || below.some((mid) => mid.policy.name === one.policy && stands(mid.policy, lower)));
  const referred = (name: string) => {
    const reference = policy.references.find((one) => one.name === name);
    const layer = below.find((one) => one.policy.name === reference?.policy);
    if (!reference || !layer) throw new Unread('a layer that was not walked');
    return { ...reference, layer };
  };
  const work = (address: string): Worth => {
    const definition = definitions.get(address);
    if (!definition) throw new Unread(address);
    const worth = adjusted(definition, asked);
    hit(`form ${definition.form.kind}`);
    const value = (definition.type.kind === 'money' || definition.type.kind === 'fen') && beyond(worth, policy) ? FAULT : worth;
    if (!known.has(address)) known.set(address, value);
    return value;
  };
  const rest = {
    of: (part: string): Worth => {
      const before = left.get(part);
      if (before !== undefined) return before;
      const lower = below.flatMap((layer) => (layer.excluded ? [] : layer.posted)).filter(({ posting }) => posting.parts.includes(part));
      const whole = field(part);
      const gap = gapIn(whole, ...lower.map(({ amount }) => amount));
      const worth = gap ?? [number(whole), ...lower.map(({ from }) => negative(from.get(part) ?? ZERO))].reduce(plus, ZERO);
      left.set(part, worth);
      return worth;
    },
    set: (part: string, worth: Worth): void => void left.set(part, worth),
  };
  const postUpTo = (at: number): void => {
    while (version && made.length <= at) {
      const address = version.postings[made.length] ?? '';
      const definition = definitions.get(address);
      if (!definition) throw new Unread(address);
      const posted = post(definition, definition.posting?.members ? ZERO : work(address), policy, asked, rest);
      made.push(posted);
      known.set(address, posted.amount);
    }
  };

  const open = (reasons: readonly string[]): readonly Entry[] =>
    (version?.entries ?? []).flatMap((rule) => {
      const about = { policy: policy.name, accumulator: rule.accumulator, value: undefined, reasons };
      return forEach(rule, asked).flatMap((own): readonly Entry[] => {
        if (own instanceof Gap) return [{ ...about, keys: undefined }];
        const guard = evaluate(rule.guard, own);
        if (guard === false) return [];
        const { how } = policy.accumulators.find(({ name }) => name === rule.accumulator) ?? {};
        if (!(guard instanceof Gap) && how === 'sum' && isNothing(evaluate(rule.value, own))) return [];
        const keys = rule.keys.map((key) => evaluate(key, own));
        return [{ ...about, keys: gapIn(...keys) ? undefined : keysOf(keys) }];
      });
    });
  const layer = (status: Status, said: Partial<Layer> = {}): Layer => ({
    policy,
    version,
    status,
    reasons: [],
    missing: [],
    posted: [],
    excluded: false,
    total: ZERO,
    dues: [],
    entries: [],
    asked,
    known: definitions,
    touched,
    open,
    ...said,
  });
  const blocked = (gap: Gap): Layer => {
    const said = { reasons: [...gap.reasons], missing: [...gap.missing], posted: made };
    return layer(gap.fault ? 'violation' : gap.missing.size > 0 ? 'missing' : 'open', said);
  };
  const total = totalName === undefined ? ZERO : field(totalName);
  const nobody = (excluded: boolean): Layer =>
    total instanceof Gap ? blocked(total) : layer('ineligible', { excluded, total, asked: version && asked });

  if (!version) return nobody(true);
  if (disagrees()) return layer('refused');
  if (version.constraints.some(({ holds }) => evaluate(holds, asked) === false)) return layer('refused');
  const rules = version.eligibility.map(({ condition }) => evaluate(condition, asked));
  if (rules.includes(false)) return nobody(true);
  const applies = version.benefits.map((benefit) => asked.definition(benefit.applies));
  postUpTo(version.postings.length - 1);
  const dues = version.dues.map(asked.definition);
  const gap = gapIn(total, ...made.map(({ amount }) => amount), ...dues.map((due) => (isNumber(due) && order(due, ZERO) < 0 ? FAULT : due)));
  const nothingPaid = made.every(({ amount }) => isNothing(amount));
  // No benefit is no benefit, whatever an undecided 资格 would have said.
  if (!gap && applies.length > 0 && applies.every((one) => one === false) && nothingPaid) return nobody(false);
  const undecided = gapIn(gap, ...rules);
  if (undecided) return blocked(undecided);
  const reasons: string[] = [];
  for (const posted of made) {
    const shares = shared(posted, asked);
    if (shares instanceof Gap && (shares.fault || shares.missing.size > 0)) return blocked(shares);
    if (shares instanceof Gap) reasons.push(...shares.reasons);
    else if (shares) posted.shares = shares;
    if (isNothing(posted.amount)) continue;
    for (const [name, of] of Object.entries(posted.posting)) if (of !== undefined) hit(`posting ${name}`);
    const { shareOpen, until } = posted.posting;
    if (shareOpen !== undefined) reasons.push(...asked.reason(shareOpen).reasons);
    const day = until && evaluate(until, asked);
    if (day instanceof Gap) reasons.push(...day.reasons);
  }
  if (policy.entry === 'settlement') {
    const all = [...below.flatMap((one) => (one.excluded ? [] : one.posted)), ...made];
    if (!conserved(bear(number(total), all, [...below.map((one) => one.policy), policy]))) return layer('violation');
  }
  if (policy.entry === 'contribution') {
    const paid = made.map(({ amount }) => number(amount)).reduce(plus, ZERO);
    if (order(dues.map(number).reduce(plus, ZERO), paid) !== 0) return layer('violation');
  }
  const written = writes();
  const trouble = gapIn(...written.map(({ gap: one }) => one).filter((one) => one && (one.fault || one.missing.size > 0)));
  if (trouble) return blocked(trouble);
  return layer('settled', {
    reasons: [...reasons, ...written.flatMap(({ entry }) => entry.reasons)],
    posted: made,
    total,
    dues: dues.map(number),
    entries: written.map(({ entry }) => entry),
  });

  /** What is stated and comes out otherwise, and a part of the bill that comes out negative. */
  function disagrees(): boolean {
    const wrong = computed.some((name) => {
      const worth = asked.definition(name);
      if (worth instanceof Gap) return false;
      if (parts.includes(name) && order(number(worth), ZERO) < 0) return true;
      const given = stated.fields[name];
      return given !== undefined && !same(given, worth);
    });
    const given = totalName === undefined ? undefined : stated.fields[totalName];
    if (wrong || given === undefined || !parts.some((part) => computed.includes(part))) return wrong;
    const sum = totalOf();
    return !(sum instanceof Gap) && !same(given, sum);
  }

  function writes(): readonly { readonly entry: Entry; readonly gap?: Gap }[] {
    const sums = new Map<string, Fraction>();
    return (version?.entries ?? []).flatMap((rule) => {
      const declared = policy.accumulators.find(({ name }) => name === rule.accumulator);
      if (!declared) throw new Unread(rule.accumulator);
      const about = { policy: policy.name, accumulator: rule.accumulator };
      return forEach(rule, asked).flatMap((own): readonly { readonly entry: Entry; readonly gap?: Gap }[] => {
        if (own instanceof Gap)
          return [{ entry: { ...about, keys: undefined, value: undefined, reasons: [...own.reasons] }, gap: own }];
        const guard = evaluate(rule.guard, own);
        if (guard === false) return [];
        const value = guard instanceof Gap ? guard : declared.how === 'count' ? fraction(1n) : evaluate(rule.value, own);
        if (declared.how === 'sum' && isNothing(value)) return [];
        const keys = rule.keys.map((key) => evaluate(key, own));
        const gapOf = gapIn(value, ...keys);
        const at = gapIn(...keys) ? undefined : keysOf(keys);
        if (gapOf) return [{ entry: { ...about, keys: at, value: undefined, reasons: [...gapOf.reasons] }, gap: gapOf }];
        const entry: Entry = { ...about, keys: at, value, reasons: [] };
        if (declared.how !== 'sum' || !['money', 'fen'].includes(declared.type.kind)) return [{ entry }];
        const sum = plus(sums.get(`${rule.accumulator} ${at}`) ?? ZERO, number(value));
        sums.set(`${rule.accumulator} ${at}`, sum);
        const before = cells.cell(rule.accumulator, keys);
        const after = before instanceof Gap ? ZERO : folded(declared, [before, sum]);
        return [{ entry, ...(beyond(after, policy) ? { gap: FAULT } : {}) }];
      });
    });
  }
}

export const isNothing = (worth: Worth): boolean => isNumber(worth) && order(worth, ZERO) === 0;

/** What is asked once for the event, or with each item of a list or member of a set in hand. */
function forEach({ each }: VersionModel['entries'][number], asked: Asked): readonly (Asked | Gap)[] {
  if (!each) return [asked];
  const items = itemsOf(each, asked);
  return items instanceof Gap ? [items] : items.map((item) => within(asked, item));
}
