import type { Expr as IrExpr, Term } from '../../runtime/ir/types.ts';
import type { AccumulatorModel, InputModel, ListModel, PolicyModel } from '../model/types.ts';
import type { Bounds } from './bounds.ts';
import { scaleBounds } from './bounds.ts';
import type { Parameters } from './parameters.ts';
import type { Book } from './scales.ts';
import type { SourceOf } from './source.ts';

/** An expression of the IR with what the compiler knows of its numerator. Values without a scale have scale 1. */
export interface Lowered {
  readonly expr: IrExpr;
  readonly scale: bigint;
  readonly bounds: Bounds;
}

/** What a name stands for in one version. The steps grow while the version is lowered, in dependence order. */
export interface Scope {
  readonly policy: PolicyModel;
  readonly book: Book;
  readonly source: SourceOf;
  /** Fen. */
  readonly moneyLimit: bigint;
  readonly inputs: ReadonlyMap<string, { readonly index: number; readonly field: InputModel }>;
  readonly lists: ReadonlyMap<string, { readonly index: number; readonly list: ListModel }>;
  /** How many folds stand around the expression. */
  readonly folds: number;
  readonly accumulators: ReadonlyMap<string, { readonly index: number; readonly accumulator: AccumulatorModel }>;
  readonly references: ReadonlyMap<string, { readonly index: number; readonly scale: bigint; readonly bounds: Bounds }>;
  readonly payers: ReadonlyMap<string, number>;
  readonly steps: Map<string, { readonly index: number; readonly scale: bigint; readonly bounds: Bounds }>;
  readonly parameters: Parameters;
}

/** An entry of the scope. @throws Error when the checked model names what it does not declare. */
export function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`the checked model names ${name} without declaring it before its use`);
  return value;
}

/** The value at a multiple of its own scale. */
export function align(value: Lowered, scale: bigint): Lowered {
  if (value.scale === scale) return value;
  const by = scale / value.scale;
  const bounds = scaleBounds(value.bounds, by);
  if (value.expr.op === 'const' && typeof value.expr.value === 'string' && 'scale' in value.expr.type) {
    const type = { ...value.expr.type, scale: String(scale) };
    return { expr: { op: 'const', type, value: String(BigInt(value.expr.value) * by) }, scale, bounds };
  }
  return { expr: { op: 'sum', terms: [{ of: value.expr, by: String(by) }], wide: false }, scale, bounds };
}

/** The value as a term of an operation at `scale`, which must be a multiple of its own. */
export const term = (value: Lowered, scale: bigint, sign: 1 | -1 = 1): Term => ({
  of: value.expr,
  by: String((BigInt(sign) * scale) / value.scale),
});
