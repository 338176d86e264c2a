/** What a 分段 measures and gives: of money a share of it; of a count or a time so much for each. */
import type { Bands } from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Expr, Type } from '../model/types.ts';
import { infer } from './expression.ts';
import type { Law, Site } from './site.ts';
import { inside, siteAt } from './site.ts';
import { recordSymbols } from './symbols.ts';
import { fen, integer, isCount, isMoney, isNumeric, money, number, points, ratio } from './types.ts';

/** A 分段 whose bounds are known to measure one thing. */
export interface CheckedBands {
  /** What its bounds measure: money, a number, days or months. */
  readonly along: Type;
  readonly bounds: readonly Expr[];
  readonly ratios: readonly Expr[];
}

/** The same place, where nothing is told: what stands there is read once more. */
export const unheard = (site: Site): Site => ({
  ...site,
  law: { ...site.law, report: () => undefined, symbols: recordSymbols(new Map()) },
});

/** What the first bound that is no open point measures, and what stands for each unit of it. Nothing is told of it twice. */
export function bandKinds({ name, bands }: Bands, law: Law): { readonly along: Type; readonly each: Type } {
  const quiet = unheard(siteAt(law, name.text, []));
  const known = (e: Expression | undefined): Type | undefined =>
    e && e.kind !== 'open' && e.kind !== 'assumed' ? infer(e, inside(quiet))?.type : undefined;
  const bound = bands.map(({ upTo }) => known(upTo)).find(Boolean);
  const share = bands.map((band) => known(band.ratio)).find(Boolean);
  const along = bound ?? (share && share.kind !== 'ratio' ? number : money);
  if (isMoney(along) || !isNumeric(along) || along.kind === 'ratio' || along.kind === 'points') return { along: money, each: ratio };
  return {
    along: isCount(along) ? number : along,
    each: share?.kind === 'points' ? points : share && isCount(share) ? number : money,
  };
}

/** Whole numbers of whole amounts are whole; of money at a ratio the sum is money. */
export function sumType({ along, bounds, ratios }: CheckedBands, from: Expr, to: Expr): Type {
  if (along.kind === 'money') return money;
  const whole = along.kind !== 'number' || [from, to, ...bounds].every(({ type }) => type.kind === 'integer');
  const each = ratios.map(({ type }) => type);
  if (each.every(isMoney)) return whole && each.every(({ kind }) => kind === 'fen') ? fen : money;
  if (each.some(({ kind }) => kind === 'points')) return points;
  return whole && each.every(({ kind }) => kind === 'integer') ? integer() : number;
}

/** How a 分段 is read: 大病段(0元 至 金额). */
export const sliceOf = (name: string, law: Law): string =>
  `${name}(${law.bandsOf(name)?.along.kind === 'money' ? '0元 至 金额' : '从 至 到'})`;
