/** 支付: who pays, from which parts of the bill, and whether the payers' shares are settled. */
import type { Name } from '../2-syntax/nodes/span.ts';
import { listedTwice, noShare, sharedAccount } from '../diagnostics/postings.ts';
import type { Expr, OpenPointId } from '../model/types.ts';
import { checkShared } from './allocation.ts';
import { expect } from './expression.ts';
import type { CorePosting } from './forms/core.ts';
import type { Entity } from './names.ts';
import { expectEntity } from './names.ts';
import type { Law } from './site.ts';
import { inside, siteAt } from './site.ts';
import { date, ratio } from './types.ts';

export interface Payment {
  readonly payers: readonly string[];
  readonly parts: readonly string[];
  readonly shares?: readonly string[];
  readonly shareOpen?: OpenPointId;
  readonly into?: string;
  readonly until?: Expr;
}

const pathTo = (name: Name) => ({ names: [name], keys: [], span: name.span });

/** Payers and parts of a payment; undefined when one of them has a finding. */
export function checkPayment(node: CorePosting, law: Law): Payment | undefined {
  const open = 'kind' in node.by ? node.by : undefined;
  const named = 'kind' in node.by ? [] : node.by;
  const payers = named.map((name) => {
    const entity = expectEntity(law.names, pathTo(name), ['payer'], ['付方', 'a payer'], law.report);
    if (entity) law.symbols.refer(name, entity);
    return entity?.name;
  });
  const parts = node.from.map((name) => {
    const entity = expectEntity(
      law.names,
      pathTo(name),
      ['input'],
      ['费用的一部分', 'a part of the bill'],
      law.report,
      (one) => one.of === 'part',
    );
    if (entity) law.symbols.refer(name, entity);
    return entity?.name;
  });
  for (const names of [named, node.from])
    for (const [index, name] of names.entries())
      if (names.findIndex((one) => one.text === name.text) < index) law.report(listedTwice({ name: name.text, span: name.span }));
  const last = named.at(-1);
  if (named.length > 1 && !node.share && last) law.report(noShare({ at: last.span, span: node.span }));
  if (named.length > 1)
    for (const name of named) {
      const entity = law.names.entities.get(name.text);
      if (entity?.kind === 'payer' && entity.payer.of === 'account') law.report(sharedAccount({ name: name.text, span: name.span }));
    }
  const shares = node.share && !('kind' in node.share) ? checkShared(node, node.share, law) : undefined;
  if (node.share && !('kind' in node.share) && !shares) return undefined;
  const share = open ?? (node.share && 'kind' in node.share ? node.share : undefined);
  const point =
    share &&
    law.points.at({
      address: law.pointAddress(`${node.address}.分摊`, share.span),
      reason: share.reason.text,
      span: share.span,
      type: ratio,
      candidates: [],
    });
  const into =
    node.into &&
    expectEntity(law.names, pathTo(node.into), ['payer'], ['账户', 'an account'], law.report, (one) => one.payer.of === 'account');
  if (node.into && into) law.symbols.refer(node.into, into);
  const until = node.until && expect(node.until, inside(siteAt(law, `${node.address}.至`, [])), date);
  if ((node.into && !into) || (node.until && !until)) return undefined;
  if (!payers.every((payer) => payer !== undefined) || !parts.every((part) => part !== undefined)) return undefined;
  return {
    payers,
    parts,
    ...(shares ? { shares } : {}),
    ...(point === undefined ? {} : { shareOpen: point }),
    ...(into ? { into: into.name } : {}),
    ...(until ? { until } : {}),
  };
}

/** Parts a posting names, before anything is checked. */
export const namedParts = (node: CorePosting): readonly string[] => node.from.map((name) => name.text);

/** Whether the posting lessens what the person bears: every payer but an account does, and so does one not named yet. */
export function paysForPerson(node: CorePosting, entities: ReadonlyMap<string, Entity>): boolean {
  if ('kind' in node.by) return true;
  return node.by.some((name) => {
    const entity = entities.get(name.text);
    return entity?.kind !== 'payer' || entity.payer.of !== 'account';
  });
}
