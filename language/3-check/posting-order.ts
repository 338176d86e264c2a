/**
 * The order in which postings take from the parts of the bill. Data flow gives most of it: a posting whose value reads another comes after it.
 * Two that share a part and can meet, and that neither data flow nor 先后 orders, are a finding with a patient; so are two by one payer, since
 * two benefits must never both pay one visit by accident.
 */
import type { Order } from '../2-syntax/nodes/declaration.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { orderMissing, paidTwice } from '../diagnostics/postings.ts';
import type { DefinitionModel, Expr } from '../model/types.ts';
import { apart, neighbours, wordsOf } from './analyses/apart.ts';
import type { Condition } from './analyses/condition.ts';
import { conditionOf } from './analyses/condition.ts';
import type { Lookup } from './constant.ts';
import { expectEntity } from './names.ts';
import type { Law } from './site.ts';
import { findPatient } from './witness.ts';

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
