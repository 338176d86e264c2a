/**
 * The order in which postings take from the parts of the bill. Data flow gives most of it: a posting whose value reads another comes after it.
 * Two that share a part and can meet, and that neither data flow nor 先后 orders, are a finding with a patient; so are two by one payer, since
 * two benefits must never both pay one visit by accident.
 */
import type { Order } from '../2-syntax/nodes/declaration.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { orderMissing, paidTwice } from '../diagnostics/postings.ts';
import type { DefinitionModel, Expr } from '../model/types.ts';
import type { Condition, Point } from './analyses/condition.ts';
import { conditionOf, isNumber } from './analyses/condition.ts';
import type { Lookup } from './constant.ts';
import { expectEntity } from './names.ts';
import type { Law } from './site.ts';
import { findPatient, samplesOf } from './witness.ts';

/** A posting as it competes with others. */
export interface Contender {
  readonly address: string;
  readonly guard: Expr | undefined;
  /** 叠加: pays beside another of the same payer. */
  readonly stacks: boolean;
  readonly span: Span;
  /** The item of the policy it stands in, after which a line can be added. */
  readonly item: Span;
}

/** What comes directly before each posting by 先后. */
export type Before = ReadonlyMap<string, readonly string[]>;

/** Reads the 先后 lines. */
export function readOrders(orders: readonly Order[], law: Law): Before {
  const before = new Map<string, string[]>();
  for (const order of orders) {
    const listed = order.postings.flatMap((path) => {
      const entity = expectEntity(law.names, path, ['posting'], ['一项支付', 'a payment'], law.report);
      if (entity) law.symbols.referPath(path, entity, law.names.entities.get(path.names[0]?.text ?? ''));
      return entity?.name ?? [];
    });
    for (const [index, name] of listed.entries()) {
      const earlier = listed[index - 1];
      if (earlier !== undefined) before.set(name, [...(before.get(name) ?? []), earlier]);
    }
  }
  return before;
}

/** What each definition reads directly. */
export type Reads = ReadonlyMap<string, readonly string[]>;

/** For each address, all that must be worked out before it. */
function reachable(reads: Reads, before: Before): (from: string, to: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  const from = (address: string): ReadonlySet<string> => {
    const found = known.get(address);
    if (found) return found;
    const seen = new Set<string>();
    const rest = [address];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      for (const read of [...(reads.get(next) ?? []), ...(before.get(next) ?? [])]) {
        if (seen.has(read)) continue;
        seen.add(read);
        rest.push(read);
      }
    }
    known.set(address, seen);
    return seen;
  };
  return (a, b) => from(a).has(b);
}

/** For each variable that a condition names, the only values with which it can hold; a variable with endlessly many is not in it. */
type Words = ReadonlyMap<string, ReadonlySet<string>>;

function wordsOf(condition: Condition): Words {
  const found = new Map<string, ReadonlySet<string>>();
  const visit = (one: Condition): void => {
    if (one.kind === 'all') one.of.forEach(visit);
    const values = one.kind === 'test' ? onlyValues(one) : undefined;
    if (one.kind !== 'test' || !values) return;
    const known = found.get(one.variable.name);
    found.set(one.variable.name, new Set(values.filter((value) => known?.has(value) ?? true)));
  };
  visit(condition);
  return found;
}

/** A test that holds between its constants or beside them holds for endlessly many values. */
function onlyValues({ variable, at, holds }: Extract<Condition, { readonly kind: 'test' }>): readonly string[] | undefined {
  const { kind } = variable.type;
  if (kind === 'set') return undefined;
  const holding = samplesOf(variable.type, at).filter(holds).map(pointKey);
  if (kind === 'enum' || kind === 'bool') return holding;
  const named = new Set(at.map(pointKey));
  return holding.every((value) => named.has(value)) ? holding : undefined;
}

const pointKey = (point: Point): string => (isNumber(point) ? `${point.num}/${point.den}` : String(point));

/** Most benefits are told apart by the type of care or the disease alone; a patient is looked for only where that does not settle it. */
function apart(a: Words | undefined, b: Words | undefined): boolean {
  if (!a || !b) return false;
  for (const [name, allowed] of a) {
    const others = b.get(name);
    if (others && ![...allowed].some((value) => others.has(value))) return true;
  }
  return false;
}

/**
 * For each of the conditions those before it that it is not told apart from by one variable, the one that most of them name: so that many
 * benefits, each for its own patients, are not compared two by two.
 */
function neighbours(all: readonly Words[]): readonly (readonly number[])[] {
  const naming = new Map<string, number>();
  for (const words of all) for (const name of words.keys()) naming.set(name, (naming.get(name) ?? 0) + 1);
  const values = new Map<string, Set<string>>();
  for (const words of all)
    for (const [name, some] of words) for (const one of some) values.set(name, (values.get(name) ?? new Set()).add(one));
  const weight = (name: string): number => (naming.get(name) ?? 0) * (values.get(name)?.size ?? 0);
  const key = [...naming.keys()].reduce<string | undefined>(
    (best, name) => (best && weight(best) >= weight(name) ? best : name),
    undefined,
  );
  const anyones: number[] = [];
  const byValue = new Map<string, number[]>();
  return all.map((words, index) => {
    const own = key === undefined ? undefined : words.get(key);
    const before = own
      ? [...new Set([...anyones, ...[...own].flatMap((value) => byValue.get(value) ?? [])])].sort((a, b) => a - b)
      : Array.from({ length: index }, (_, at) => at);
    if (!own) anyones.push(index);
    for (const value of own ?? []) byValue.set(value, [...(byValue.get(value) ?? []), index]);
    return before;
  });
}

/** Reports postings that share a part, can meet, and are in no order. */
export function checkPostingOrder(
  contenders: readonly Contender[],
  definitions: ReadonlyMap<string, DefinitionModel>,
  direct: Reads,
  before: Before,
  exist: readonly Condition[],
  lookup: Lookup,
  law: Law,
): void {
  const reads = reachable(direct, before);
  const flows = reachable(direct, new Map());
  const guards = new Map(contenders.map(({ address, guard }) => [address, guard ? [conditionOf(guard, lookup)] : []] as const));
  const words = contenders.map(({ address }) => wordsOf({ kind: 'all', of: guards.get(address) ?? [] }));
  const near = neighbours(words);
  for (const [index, second] of contenders.entries())
    for (const earlier of near[index] ?? []) {
      const first = contenders[earlier];
      if (!first || apart(words[earlier], words[index])) continue;
      const [a, b] = [definitions.get(first.address)?.posting, definitions.get(second.address)?.posting];
      const part = a?.parts.find((one) => b?.parts.includes(one));
      if (!a || !b || part === undefined) continue;
      const stacked = first.stacks || second.stacks;
      const payer = stacked ? undefined : a.payers.find((one) => b.payers.includes(one));
      const flow = flows(first.address, second.address) || flows(second.address, first.address);
      const ordered = flow || reads(first.address, second.address) || reads(second.address, first.address);
      if (payer === undefined ? ordered : flow) continue;
      const both = [first, second].flatMap(({ address }) => guards.get(address) ?? []);
      const search = findPatient({ kind: 'all', of: [...both, ...exist] });
      if (search.kind === 'none') continue;
      const shared = { first: first.address, second: second.address, part, span: second.span, other: first.span };
      if (payer === undefined) law.report(orderMissing({ ...shared, after: second.item }));
      else {
        const witness = search.kind === 'found' ? search.patient : {};
        const patient = Object.entries(witness).map(([name, value]) => `${name} ${value}`);
        law.report(paidTwice({ ...shared, payer, ...(patient.length > 0 ? { patient: patient.join('、'), witness } : {}) }));
      }
    }
}
