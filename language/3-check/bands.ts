/** 分段: ratios over stretches of one amount, read as F(a 至 b). */
import { compare } from '../../runtime/money/rational.ts';
import type { Bands } from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import { bandNotFixed, bandOrder, lastBand } from '../diagnostics/bands.ts';
import type { Expr } from '../model/types.ts';
import { constantOf } from './constant.ts';
import { expect } from './expression.ts';
import { printExpression } from './forms/print.ts';
import { expectEntity } from './names.ts';
import type { Law, Site } from './site.ts';
import { inside, siteAt } from './site.ts';
import { money, ratio } from './types.ts';

export interface CheckedBands {
  readonly bounds: readonly Expr[];
  readonly ratios: readonly Expr[];
}

/** The bounds and ratios of a 分段; undefined when one of them has a finding. */
export function checkBands(node: Bands, law: Law): CheckedBands | undefined {
  const citations = law.citations.ids(node.citations);
  const name = node.name.text;
  const bounds: Expr[] = [];
  const ratios: Expr[] = [];
  let whole = true;
  for (const [index, band] of node.bands.entries()) {
    const before = node.bands[index - 1]?.upTo;
    const label = band.upTo ? `至 ${printExpression(band.upTo)}` : before ? `${printExpression(before)} 以上` : '其他';
    const last = index === node.bands.length - 1;
    if (last !== (band.upTo === undefined)) {
      law.report(lastBand({ name, missing: last, span: band.span }));
      whole = false;
    }
    const bound = band.upTo && expect(band.upTo, siteAt(law, name, citations, { address: `${name}[${label}].至`, row: label }), money);
    const share = expect(band.ratio, siteAt(law, name, citations, { address: `${name}[${label}]`, row: label }), ratio);
    if (bound) bounds.push(bound);
    if (share) ratios.push(share);
    whole &&= share !== undefined && (band.upTo === undefined || bound !== undefined);
  }
  if (node.bands.length === 0) law.report(lastBand({ name, missing: true, span: node.span }));
  return whole && node.bands.length > 0 && ascends(bounds, law) ? { bounds, ratios } : undefined;
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
  const from = expect(e.from, inside(site), money);
  const to = expect(e.to, inside(site), money);
  if (!entity) return undefined;
  law.symbols.referPath(e.callee, entity);
  const bands = law.bandsOf(entity.name);
  return (
    bands &&
    from &&
    to && { kind: 'bands', name: entity.name, bounds: bands.bounds, ratios: bands.ratios, from, to, type: money, span: e.span }
  );
}
