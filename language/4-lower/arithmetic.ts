import type { Expr as IrExpr } from '../../runtime/ir/types.ts';
import { leastCommonMultiple } from '../../runtime/money/rational.ts';
import type { Expr } from '../model/types.ts';
import type { Bounds } from './bounds.ts';
import {
  addBounds,
  anything,
  between,
  greatestBounds,
  isWide,
  joinBounds,
  leastBounds,
  multiplyBounds,
  roundBounds,
  scaleBounds,
} from './bounds.ts';
import { citePoint } from './parameters.ts';
import { inIrUnit } from './scales.ts';
import type { Lowered, Scope } from './scope.ts';
import { align, term } from './scope.ts';

/** Lowers a sub-expression; handed in so that this file need not know the other kinds. */
export type Lower = (expr: Expr, scope: Scope) => Lowered;

type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

const commonScale = (values: readonly Lowered[]): bigint => values.map((value) => value.scale).reduce(leastCommonMultiple, 1n);

/** All values at their common scale. */
export function alignAll(values: readonly Lowered[]): { readonly values: readonly Lowered[]; readonly scale: bigint } {
  const scale = commonScale(values);
  return { values: values.map((value) => align(value, scale)), scale };
}

/** a + b - c: aligned by whole factors. */
export function lowerSum(expr: Of<'sum'>, scope: Scope, lower: Lower): Lowered {
  const terms = expr.terms.map(({ of, sign }) => ({ value: lower(of, scope), sign }));
  const scale = commonScale(terms.map(({ value }) => value));
  // Every partial sum must fit, not the last alone.
  let bounds: Bounds = between(0n, 0n);
  let wide = false;
  for (const { value, sign } of terms) {
    const part = scaleBounds(value.bounds, (BigInt(sign) * scale) / value.scale);
    bounds = addBounds(bounds, part);
    wide ||= isWide(part) || isWide(bounds);
  }
  return { expr: { op: 'sum', terms: terms.map(({ value, sign }) => term(value, scale, sign)), wide }, scale, bounds };
}

/** 100% - r */
export function lowerComplement(expr: Of<'complement'>, scope: Scope, lower: Lower): Lowered {
  const value = lower(expr.of, scope);
  const one: IrExpr = { op: 'const', type: { kind: 'ratio', scale: String(value.scale) }, value: String(value.scale) };
  const bounds = addBounds(between(value.scale, value.scale), scaleBounds(value.bounds, -1n));
  return {
    expr: {
      op: 'sum',
      terms: [
        { of: one, by: '1' },
        { of: value.expr, by: '-1' },
      ],
      wide: isWide(bounds),
    },
    scale: value.scale,
    bounds,
  };
}

/** a × b: the scale of a product is the product of the scales. */
export function product(a: Lowered, b: Lowered): Lowered {
  const bounds = multiplyBounds(a.bounds, b.bounds);
  return { expr: { op: 'product', a: a.expr, b: b.expr, wide: isWide(bounds) }, scale: a.scale * b.scale, bounds };
}

/** 取小, 取大 */
export function lowerExtreme(expr: Of<'least' | 'greatest'>, scope: Scope, lower: Lower): Lowered {
  const values = expr.of.map((of) => lower(of, scope));
  const { values: aligned, scale } = alignAll(values);
  const join = expr.kind === 'least' ? leastBounds : greatestBounds;
  const [first, ...rest] = aligned.map((value) => value.bounds);
  const bounds = rest.reduce(join, first ?? anything);
  return { expr: { op: expr.kind, of: values.map((value) => term(value, scale)) }, scale, bounds };
}

/**
 * Division by a value known when compiling, away from any rounding: exact, as a multiplication with the reciprocal. The divisor is a
 * literal here even if it has an address, because its value decides the scale; versions that differ in it differ in code.
 */
export function lowerExactQuotient(expr: Of<'quotient'>, scope: Scope, lower: Lower): Lowered {
  const a = lower(expr.a, scope);
  const { b } = expr;
  if (b.kind !== 'constant' || b.value.kind !== 'number') return product(a, lower(b, scope));
  const divisor = inIrUnit(b.value.value, b.type);
  const sign = divisor.num < 0n ? -1n : 1n;
  const scale = sign * divisor.num;
  const n = sign * divisor.den;
  const one: IrExpr = { op: 'const', type: { kind: 'number', scale: String(scale) }, value: String(n) };
  if (b.assumed !== undefined) citePoint(scope, b.assumed, b.citations);
  const reciprocal: IrExpr = b.assumed === undefined ? one : { op: 'assume', of: one, point: b.assumed };
  return product(a, { expr: reciprocal, scale, bounds: between(n, n) });
}

/** In the smallest whole value of the kind: fen, or ones. */
const UNIT_FEN = { fen: 1n, jiao: 10n, yuan: 100n, one: 1n } as const;

/** A rounding; when it rounds a quotient, both are one step, so that no digit is lost between them. */
export function lowerRound(expr: Of<'round'>, scope: Scope, lower: Lower): Lowered {
  if (hasQuotient(expr.of)) return roundQuotient(expr, scope, lower);
  return round(lower(expr.of, scope), expr.mode, expr.unit);
}

/** Money at any scale to whole fen, a multiple of the unit. */
export function round(of: Lowered, mode: 'halfUp' | 'down' | 'up', unit: keyof typeof UNIT_FEN): Lowered {
  const fen = UNIT_FEN[unit];
  const bounds = roundBounds(of.bounds, of.scale, fen);
  return { expr: { op: 'round', of: of.expr, scale: String(of.scale), unit: String(fen), mode }, scale: 1n, bounds };
}

const hasQuotient = (expr: Expr): boolean =>
  expr.kind === 'quotient' || (expr.kind === 'product' && (hasQuotient(expr.a) || hasQuotient(expr.b)));

/** The factors above and below the line of a formula made of × and ÷ only. */
function factors(expr: Expr): { readonly above: readonly Expr[]; readonly below: readonly Expr[] } {
  if (expr.kind === 'product') {
    const a = factors(expr.a);
    const b = factors(expr.b);
    return { above: [...a.above, ...b.above], below: [...a.below, ...b.below] };
  }
  if (expr.kind === 'quotient') {
    const a = factors(expr.a);
    const b = factors(expr.b);
    return { above: [...a.above, ...b.below], below: [...a.below, ...b.above] };
  }
  return { above: [expr], below: [] };
}

function roundQuotient(expr: Of<'round'>, scope: Scope, lower: Lower): Lowered {
  const { above, below } = factors(expr.of);
  const numerators = above.map((of) => lower(of, scope));
  const divisor = below.map((of) => lower(of, scope)).reduce(product);
  // value = Πn ÷ Πs × t ÷ d, where s are the scales above the line, t the scale and d the numerator below it
  const scales = numerators.reduce((all, { scale }) => all * scale, 1n);
  const common = leastCommonMultiple(scales, divisor.scale);
  const unit = UNIT_FEN[expr.unit];
  return {
    expr: {
      op: 'mulDivRound',
      numerators: numerators.map((value, index) => ({ of: value.expr, by: index === 0 ? String(common / scales) : '1' })),
      divisor: { of: divisor.expr, by: String(common / divisor.scale) },
      unit: String(unit),
      mode: expr.mode,
    },
    scale: 1n,
    bounds: anything,
  };
}

/** Σ over the bands between two points of width × ratio. */
export function lowerBands(expr: Of<'bands'>, scope: Scope, lower: Lower): Lowered {
  const widths = alignAll([expr.from, expr.to, ...expr.bounds].map((of) => lower(of, scope)));
  const ratios = alignAll(expr.ratios.map((of) => lower(of, scope)));
  const [from, to, ...bounds] = widths.values;
  if (!from || !to) throw new Error('alignment keeps the number of values');
  const ratio = ratios.values.map((value) => value.bounds).reduce(joinBounds);
  const width = addBounds(to.bounds, scaleBounds(from.bounds, -1n));
  return {
    expr: {
      op: 'bands',
      name: expr.name,
      bounds: bounds.map((value) => value.expr),
      ratios: ratios.values.map((value) => value.expr),
      from: from.expr,
      to: to.expr,
    },
    scale: widths.scale * ratios.scale,
    bounds: multiplyBounds(width, ratio),
  };
}
