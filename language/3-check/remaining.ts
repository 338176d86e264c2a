/** `余(部分, 经 支付)`: what earlier payments left of parts of the bill. */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import { partsDiffer } from '../diagnostics/postings.ts';
import type { Expr } from '../model/types.ts';
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
    const entity = expectEntity(law.names, path, ['posting'], ['一项支付', 'a payment'], law.report);
    if (entity) law.symbols.referPath(path, entity, law.names.entities.get(path.names[0]?.text ?? ''), fen);
    return entity && { name: entity.name, span: path.span };
  });
  if (!parts.every((part) => part !== undefined) || !after.every((one) => one !== undefined)) return undefined;
  for (const one of after) {
    const taken = law.partsOf.get(one.name) ?? [];
    // A payment that fills several parts in order leaves a definite rest only of all of them together.
    const missing = taken.filter((part) => !parts.includes(part));
    if (missing.length > 0 && missing.length < taken.length)
      law.report(partsDiffer({ posting: one.name, parts: taken, list: e.parts[0]?.span ?? e.span, span: one.span }));
  }
  return { kind: 'remaining', parts, after: after.map((one) => one.name), type: fen, span: e.span };
}
