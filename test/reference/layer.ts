/** One event under one law in one world: questions in the order of the rules, the first without a good answer decides. */

import type { Expr, PolicyModel, VersionModel } from '../../language/model/types.ts';
import { adjusted } from './adjust.ts';
import type { Entry, LawAsked } from './cells.ts';
import { cellsFrom, reader } from './cells.ts';
import { within } from './composed.ts';
import { beyond, entriesOf, isNothing, openEntries } from './entries.ts';
import type { Asked } from './expression.ts';
import { evaluate } from './expression.ts';
import { hit } from './hits.ts';
import type { Circumstances, Layer, Status } from './kept.ts';
import { negative, order, plus } from './number.ts';
import type { Posted } from './post.ts';
import { post, shared } from './post.ts';
import { bear, conserved } from './totals.ts';
import type { Item, Worth } from './worth.ts';
import { FAULT, Gap, gapIn, isNumber, missing, number, PLACE, same, Unread, ZERO } from './worth.ts';

/** Settles an event under a layer. */
export function walkLayer(circumstances: Circumstances): Layer {
  const { policy, version, stated, books, supposed, below, knownOn } = circumstances;
  const parts = policy.bill?.parts ?? [];
  const totalName = policy.bill?.total;
  const definitions = new Map((version?.definitions ?? []).map((one) => [one.address, one] as const));
  const known = new Map<string, Worth>();
  const made: Posted[] = [];
  const left = new Map<string, Worth>();
  const touched = new Set<number>(circumstances.asking);
  const read = new Map<string, readonly Item[]>();
  const computed = version?.computed ?? [];

  const isAmount = (name: string): boolean => ['money', 'fen'].includes(policy.inputs.find((one) => one.name === name)?.type.kind ?? '');
  const field = (name: string): Worth => {
    const given = stated.fields[name];
    if (given !== undefined) return given;
    if (name === totalName) return totalOf();
    for (const layer of below.toReversed()) {
      if (!layer.version?.computed.length || !layer.policy.inputs.some((one) => one.name === name)) continue;
      const worth = layer.asked?.field(name);
      if (worth !== undefined && !(worth instanceof Gap)) return isAmount(name) && beyond(worth, policy) ? FAULT : worth;
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
      const before = known.get(address) ?? circumstances.booked?.(address);
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
      const ready = read.get(list);
      if (ready) return ready;
      const items = stated.lists[list];
      if (!items) return missing(list);
      const all = items.map((item, place) => itemOf(list, item, place));
      read.set(list, all);
      return all;
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
  /** An item, field by field; what it does not state is worked out when it is asked for. */
  const itemOf = (list: string, stated_: Item, place: number): Item => {
    const item: Record<string, Worth> = { [PLACE]: String(place) };
    for (const { name } of policy.lists.find((one) => one.name === list)?.fields ?? []) {
      const given = stated_[name];
      const rule = version?.computedItems.find((one) => one.list === list && one.field === name);
      const absent = missing(`${list} 第${place + 1}项.${name}`);
      const made = (): Worth => {
        if (!rule) return absent;
        const worth = evaluate(rule.value, { ...asked, hands: [item] });
        return worth instanceof Gap && worth.missing.size > 0 ? (gapIn(absent, worth) ?? worth) : worth;
      };
      let known = given;
      Object.defineProperty(item, name, { get: () => (known ??= made()) });
    }
    return item;
  };

  /** The laws from a day on, each as what may be asked under it. */
  const lawsFrom = (day: Date): readonly { readonly laws: readonly LawAsked[]; readonly reason: Gap }[] =>
    cellsFrom(policy, day, knownOn).map(({ versions, point }) => ({
      laws: versions.map((one) => ({ version: one, asked: one === version ? () => asked : () => elsewhen(one) })),
      reason: new Gap([`${policy.points[point ?? -1]?.address} ${policy.points[point ?? -1]?.reason}`]),
    }));
  const elsewhen = (one: VersionModel): Asked => walkLayer({ ...circumstances, version: one, asking: touched }).asked ?? asked;

  const cells = version
    ? reader(policy, version, books, () => asked, lawsFrom)
    : { cell: (): Worth => FAULT, previous: (): Worth => FAULT };

  const stands = (upper: PolicyModel, lower: PolicyModel): boolean =>
    upper.references.some(
      (one) => one.policy === lower.name || below.some((mid) => mid.policy.name === one.policy && stands(mid.policy, lower)),
    );
  const referred = (name: string) => {
    const reference = policy.references.find((one) => one.name === name);
    const layer = below.find((one) => one.policy.name === reference?.policy);
    if (!reference || !layer) throw new Unread('a layer that was not walked');
    return { ...reference, layer };
  };
  const work = (address: string): Worth => {
    const definition = definitions.get(address);
    if (!definition) throw new Unread(address);
    const below = definition.form.kind === 'base' || definition.form.kind === 'deductible';
    const worth = adjusted(below ? { ...definition, value: notBelowNothing(definition.value) } : definition, asked);
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

  const open = (reasons: readonly string[]): readonly Entry[] => (version ? openEntries(policy, version, asked, reasons) : []);
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
  if (circumstances.asking) return layer('settled');
  const total = totalName === undefined ? ZERO : version ? field(totalName) : withoutLaw(totalName);
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
  const gap = gapIn(
    total,
    ...made.map(({ amount }) => amount),
    ...dues.map((due) => (isNumber(due) && order(due, ZERO) < 0 ? FAULT : due)),
  );
  const nothingPaid = made.every(({ amount }) => isNothing(amount));
  // No benefit is no benefit, whatever an undecided 资格 would have said.
  const paysNoMore = version.postings.length === 0 && policy.versions.some(({ postings }) => postings.length > 0);
  const asksForBenefit = applies.length > 0 || paysNoMore;
  if (!gap && asksForBenefit && applies.every((one) => one === false) && nothingPaid) return nobody(false);
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
  if (made.some(({ beyond: off }) => off)) return layer('violation');
  if (policy.entry === 'contribution') {
    const paid = made.map(({ amount }) => number(amount)).reduce(plus, ZERO);
    if (order(dues.map(number).reduce(plus, ZERO), paid) !== 0) return layer('violation');
  }
  const written = entriesOf(policy, version, asked);
  const trouble = gapIn(...written.map(({ gap: one }) => one).filter((one) => one && (one.fault || one.missing.size > 0)));
  if (trouble) return blocked(trouble);
  return layer('settled', {
    reasons: [...reasons, ...written.flatMap(({ entry }) => entry.reasons)],
    posted: made,
    total,
    dues: dues.map(number),
    entries: written.map(({ entry }) => entry),
  });

  /** The total on a day without law: as far as it is stated, or as every law of the policy has it. */
  function withoutLaw(name: string): Worth {
    const own = field(name);
    if (!(own instanceof Gap)) return own;
    const all = policy.versions.map((one) => walkLayer({ policy, version: one, stated, books, supposed, below }).asked?.field(name));
    const [first] = all;
    const agreed = first !== undefined && all.every((one) => one !== undefined && !(one instanceof Gap) && same(one, first));
    return agreed ? first : own;
  }

  /** What is stated and comes out otherwise, and a part of the bill that comes out negative. */
  function disagrees(): boolean {
    const wrong = computed.some((name) => {
      const worth = asked.definition(name);
      if (worth instanceof Gap) return false;
      if (parts.includes(name) && order(number(worth), ZERO) < 0) return true;
      const given = stated.fields[name];
      return given !== undefined && !same(given, worth);
    });
    const items = (version?.computedItems ?? []).some(({ list, field: name, value }) => {
      const all = asked.items(list);
      if (all instanceof Gap) return false;
      return all.some((item, place) => {
        const given = stated.lists[list]?.[place]?.[name];
        if (given === undefined) return false;
        const worth = evaluate(value, within(asked, item));
        return !(worth instanceof Gap) && !same(given, worth);
      });
    });
    if (items) return true;
    const given = totalName === undefined ? undefined : stated.fields[totalName];
    if (wrong || given === undefined || !parts.some((part) => computed.includes(part))) return wrong;
    const sum = totalOf();
    return !(sum instanceof Gap) && !same(given, sum);
  }
}

/** A base below 0 is nothing to pay from, and no deductible is borne of it. */
function notBelowNothing(value: Expr): Expr {
  if (value.kind === 'round') return { ...value, of: notBelowNothing(value.of) };
  if (value.kind !== 'choose') return value;
  return { ...value, then: { kind: 'greatest', of: [value.otherwise, value.then], type: value.then.type, span: value.span } };
}
