/** 待定 and 暂按: what the law leaves open becomes a point with an address, by which a scenario or a caller can settle it. */
import type { Expression, Open } from '../2-syntax/nodes/expression.ts';
import { boundsOnValue, notConstant, untypedOpen } from '../diagnostics/types.ts';
import type { Expr, OpenPointId, Type, Value } from '../model/types.ts';
import { constantOf } from './constant.ts';
import { expect, infer } from './expression.ts';
import type { Site } from './site.ts';
import { inside } from './site.ts';
import { fen, integer, isMoney } from './types.ts';

/** What another value in the same place may be: an amount is stated in whole fen, a whole number keeps no range of the one written. */
const widened = (type: Type): Type => (isMoney(type) ? fen : type.kind === 'integer' ? integer() : type);

function pointAt(
  e: { readonly reason: Open['reason']; readonly span: Expression['span'] },
  site: Site,
  type: Type,
  candidates: readonly Value[],
): OpenPointId {
  const address = site.law.pointAddress(site.amendable?.address ?? site.at, e.span);
  return site.law.points.at({ address, reason: e.reason.text, span: e.span, type, candidates });
}

const citationsAt = (e: Expression, site: Site): readonly number[] => {
  const cited = site.law.citedBy(e);
  return cited && cited.length > 0 ? site.law.citations.ids(cited) : site.citations;
};

/** `待定 “原因” [候选 a、b]` */
export function inferOpen(e: Open, site: Site, hint: Type | undefined): Expr | undefined {
  const { report } = site.law;
  for (const bound of [e.notBefore, e.notAfter]) if (bound) report(boundsOnValue({ span: bound.span }));
  const candidates: Value[] = [];
  let type = hint && isMoney(hint) ? fen : hint;
  for (const candidate of e.candidates) {
    const value = type ? expect(candidate, inside(site), type) : infer(candidate, inside(site));
    if (!value) continue;
    const known = constantOf(value);
    if (known) candidates.push(known);
    else report(notConstant({ place: ['候选', 'A candidate'], span: candidate.span }));
    type ??= widened(value.type);
  }
  if (!type) {
    report(untypedOpen({ span: e.span }));
    return undefined;
  }
  const address = site.amendable?.address;
  const row = site.amendable?.row;
  return {
    kind: 'open',
    type,
    span: e.span,
    point: pointAt(e, site, type, candidates),
    citations: citationsAt(e, site),
    ...(address === undefined ? {} : { address }),
    ...(row === undefined ? {} : { row }),
  };
}

/** `暂按 x 待定 “原因”` */
export function inferAssumed(e: Extract<Expression, { kind: 'assumed' }>, site: Site, hint: Type | undefined): Expr | undefined {
  const value = infer(e.value, site, hint);
  if (!value) return undefined;
  const type = hint?.kind === 'integer' && value.type.kind === 'integer' ? hint : widened(value.type);
  const point = pointAt(e, site, type, []);
  if (value.kind === 'constant') {
    // Another value may be stated in its place, so the whole number written says nothing about the range.
    return {
      ...value,
      type: value.type.kind === 'integer' ? type : value.type,
      assumed: point,
      citations: site.amendable ? citationsAt(e, site) : value.citations,
    };
  }
  return { kind: 'assumed', type: value.type.kind === 'integer' ? type : value.type, of: value, point, span: e.span };
}
