/** 分段: so much for each stretch of one amount (a ratio), or of a count or a time (money or points for each), read as F(a 至 b). */
import { compare } from '../../runtime/money/rational.ts';
import type { Bands } from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import { bandNotFixed, bandOrder, bandsAlong, lastBand } from '../diagnostics/bands.ts';
import type { Expr } from '../model/types.ts';
import { bandKinds, type CheckedBands, sumType, unheard } from './band-kinds.ts';
import { constantOf } from './constant.ts';
import { expect, infer } from './expression.ts';
import { printExpression } from './forms/print.ts';
import { expectEntity } from './names.ts';
import type { Law, Site } from './site.ts';
import { inside, siteAt } from './site.ts';
import { isMoney, money, typeWords } from './types.ts';

/** The bounds and ratios of a 分段; undefined when one of them has a finding. */
export function checkBands(node: Bands, law: Law): CheckedBands | undefined {
  const citations = law.citations.ids(node.citations);
  const name = node.name.text;
  const bounds: Expr[] = [];
  const ratios: Expr[] = [];
  const { along, each } = bandKinds(node, law);
  let whole = true;
  for (const [index, band] of node.bands.entries()) {
    const before = node.bands[index - 1]?.upTo;
    const label = band.upTo ? `至 ${printExpression(band.upTo)}` : before ? `${printExpression(before)} 以上` : '其他';
    const last = index === node.bands.length - 1;
    if (last !== (band.upTo === undefined)) {
      law.report(lastBand({ name, missing: last, span: band.span }));
      whole = false;
    }
    const bound = band.upTo && expect(band.upTo, siteAt(law, name, citations, { address: `${name}[${label}].至`, row: label }), along);
    const share = expect(band.ratio, siteAt(law, name, citations, { address: `${name}[${label}]`, row: label }), each);
    if (bound) bounds.push(bound);
    if (share) ratios.push(share);
    whole &&= share !== undefined && (band.upTo === undefined || bound !== undefined);
  }
  if (node.bands.length === 0) law.report(lastBand({ name, missing: true, span: node.span }));
  return whole && node.bands.length > 0 && ascends(bounds, law) ? { along, bounds, ratios } : undefined;
}

function ascends(bounds: readonly Expr[], law: Law): boolean {
  let below: Expr | undefined;
  for (const bound of bounds) {
    const low = below && constantOf(below);
    const high = constantOf(bound);
    if (!high && bound.kind !== 'open' && bound.kind !== 'definition') {
      law.report(bandNotFixed({ span: bound.span }));
      return false;
    }
    if (high?.kind === 'number' && (high.value.num <= 0n || (low?.kind === 'number' && compare(low.value, high.value) >= 0))) {
      law.report(bandOrder({ span: bound.span, below: below?.span }));
      return false;
    }
    below = bound;
  }
  return true;
}

/** `大病段(a 至 b)` */
export function inferSlice(e: Extract<Expression, { readonly kind: 'slice' }>, site: Site): Expr | undefined {
  const { law } = site;
  const entity = expectEntity(law.names, e.callee, ['bands'], ['一个分段', 'a set of bands'], law.report);
  const bands = entity && law.bandsOf(entity.name);
  const along = bands?.along ?? money;
  if (bands && !isMoney(along) && [e.from, e.to].some((end) => isMoney(infer(end, inside(unheard(site)))?.type ?? along))) {
    law.report(bandsAlong({ name: entity.name, along: typeWords(along), span: e.span }));
    return undefined;
  }
  const from = expect(e.from, inside(site), along);
  const to = expect(e.to, inside(site), along);
  if (!entity) return undefined;
  law.symbols.referPath(e.callee, entity);
  return (
    bands &&
    from &&
    to && {
      kind: 'bands',
      name: entity.name,
      bounds: bands.bounds,
      ratios: bands.ratios,
      from,
      to,
      type: sumType(bands, from, to),
      span: e.span,
    }
  );
}
