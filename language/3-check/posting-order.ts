/**
 * The order in which postings take from the parts of the bill. Data flow gives most of it: a posting whose value reads another comes after it.
 * Two that share a part and can meet, and that neither data flow nor 先后 orders, are a finding with a patient; so are two by one payer, since
 * two benefits must never both pay one visit by accident.
 */
import type { Order } from '../2-syntax/nodes/declaration.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { orderMissing, paidTwice } from '../diagnostics/postings.ts';
import type { DefinitionModel, Expr } from '../model/types.ts';
import { conditionOf } from './analyses/condition.ts';
import type { Condition } from './analyses/condition.ts';
import type { Lookup } from './constant.ts';
import { expectEntity } from './names.ts';
import { dependencies } from './reads.ts';
import type { Law } from './site.ts';
import { findPatient } from './witness.ts';

/** A posting as it competes with others. */
export interface Contender {
  readonly address: string;
  readonly guard: Expr | undefined;
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

/** For each address, all that must be worked out before it. */
function reachable(definitions: ReadonlyMap<string, DefinitionModel>, before: Before): (from: string, to: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  const from = (address: string): ReadonlySet<string> => {
    const found = known.get(address);
    if (found) return found;
    const seen = new Set<string>();
    const rest = [address];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const definition = definitions.get(next);
      for (const read of [...(definition ? dependencies(definition) : []), ...(before.get(next) ?? [])]) {
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
  before: Before,
  exist: readonly Condition[],
  lookup: Lookup,
  law: Law,
): void {
  const reads = reachable(definitions, before);
  const flows = reachable(definitions, new Map());
  for (const [index, second] of contenders.entries())
    for (const first of contenders.slice(0, index)) {
      const [a, b] = [definitions.get(first.address)?.posting, definitions.get(second.address)?.posting];
      const part = a?.parts.find((one) => b?.parts.includes(one));
      if (!a || !b || part === undefined) continue;
      const payer = a.payers.find((one) => b.payers.includes(one));
      const flow = flows(first.address, second.address) || flows(second.address, first.address);
      const ordered = flow || reads(first.address, second.address) || reads(second.address, first.address);
      if (payer === undefined ? ordered : flow) continue;
      const guards = [first, second].flatMap(({ guard }) => (guard ? [conditionOf(guard, lookup)] : []));
      const search = findPatient({ kind: 'all', of: [...guards, ...exist] });
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
