/** `余(部分, 经 支付)`: what earlier payments left of parts of the bill. */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import { partsDiffer } from '../diagnostics/postings.ts';
import type { Expr } from '../model/types.ts';
import type { Entity } from './names.ts';
import { expectEntity } from './names.ts';
import type { Site } from './site.ts';
import { fen } from './types.ts';

/** The rest of the listed parts after the listed payments. */
export function inferRemaining(e: Extract<Expression, { readonly kind: 'remaining' }>, site: Site): Expr | undefined {
  const { law } = site;
  const parts = e.parts.map((path) => {
    const entity = expectEntity(law.names, path, ['input'], ['费用的一部分', 'a part of the bill'], law.report, (one) => one.of === 'part');
    if (entity) law.symbols.referPath(path, entity, undefined, fen);
    return entity?.name;
  });
  const after = e.after.map((path) => {
    const entity = expectEntity(law.names, path, ['posting', 'reference'], ['一项支付', 'a payment'], law.report, isPayment);
    if (!entity) return undefined;
    const owner = entity.kind === 'reference' ? entity.of.owner : law.names.entities.get(path.names[0]?.text ?? '');
    law.symbols.referPath(path, entity, owner, fen);
    const taken = entity.kind === 'reference' ? (entity.of.parts ?? []) : (law.partsOf.get(entity.name) ?? []);
    return { name: entity.name, span: path.span, taken, layer: entity.kind === 'reference' };
  });
  if (!parts.every((part) => part !== undefined) || !after.every((one) => one !== undefined)) return undefined;
  for (const one of after) {
    const { taken } = one;
    // A payment that fills several parts in order leaves a definite rest only of all of them together.
    const missing = taken.filter((part) => !parts.includes(part));
    if (missing.length > 0 && missing.length < taken.length)
      law.report(partsDiffer({ posting: one.name, parts: taken, list: e.parts[0]?.span ?? e.span, span: one.span }));
  }
  const named = (layer: boolean): readonly string[] => after.filter((one) => one.layer === layer).map((one) => one.name);
  return { kind: 'remaining', parts, after: named(false), layers: named(true), type: fen, span: e.span };
}

/** A payment of this policy or of an earlier layer; of a policy with errors nothing is known, and nothing said. */
const isPayment = (entity: Entity): boolean => entity.kind !== 'reference' || entity.of.parts !== undefined || entity.of.type === undefined;
