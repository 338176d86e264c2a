import type { Expr as IrExpr, ParameterSpec, ParameterValue } from '../../runtime/ir/types.ts';
import type { Expr, OpenPointId } from '../model/types.ts';
import { anything, between } from './bounds.ts';
import { literal, numerator, scaleOfValue } from './literal.ts';
import type { Book } from './scales.ts';
import { irType, isNumeric, leastScale, pointKey, scaleKey, statedScale } from './scales.ts';
import type { Lowered } from './scope.ts';
import type { SourceOf } from './source.ts';

type Constant = Extract<Expr, { kind: 'constant' }>;
type OpenValue = Extract<Expr, { kind: 'open' }>;

/** The amendable numbers of one version: a slot per address, in order of first use, and this version's value for it. */
export interface Parameters {
  readonly specs: ParameterSpec[];
  readonly values: ParameterValue[];
  readonly slots: Map<string, number>;
  /** Citations of the places at which an open point was met. */
  readonly pointCitations: Map<OpenPointId, Set<number>>;
}

/** No parameters yet. */
export const noParameters = (pointCitations: Parameters['pointCitations']): Parameters => ({
  specs: [],
  values: [],
  slots: new Map(),
  pointCitations,
});

interface Surroundings {
  readonly book: Book;
  readonly source: SourceOf;
  readonly parameters: Parameters;
}

/** Remembers which sentences speak of an open point. */
export function citePoint({ parameters }: Surroundings, point: OpenPointId, citations: readonly number[]): void {
  const known = parameters.pointCitations.get(point) ?? new Set();
  for (const citation of citations) known.add(citation);
  parameters.pointCitations.set(point, known);
}

/** A point and the parameter that has it share one scale, so that a stated value can stand for both. */
function shareScale(book: Book, key: string, point: OpenPointId): void {
  book.need(pointKey(point), book.scale(key));
  book.need(key, book.scale(pointKey(point)));
}

/** A constant, or an open value with an address: a parameter when it can be amended, else a literal. */
export function lowerConstant(value: Constant | OpenValue, around: Surroundings): Lowered {
  const point = value.kind === 'open' ? value.point : value.assumed;
  if (point !== undefined) citePoint(around, point, value.citations);
  if (value.address !== undefined) return parameter(value, value.address, point, around);
  if (value.kind === 'open') return openValue(value, around);
  const of = plainConstant(value, scaleFor(value));
  return point === undefined ? of : assume(of, point, value, around);
}

const scaleFor = (value: Constant): bigint => {
  const least = leastScale(value.type);
  const own = scaleOfValue(value.value, value.type);
  return least % own === 0n ? least : own;
};

/** A constant as a literal, even if it has an address: for places where its value decides a scale. */
export function plainConstant(value: Constant, scale: bigint): Lowered {
  const n = numerator(value.value, value.type, scale);
  return {
    expr: { op: 'const', type: irType(value.type, scale), value: literal(value.value, value.type, scale) },
    scale,
    bounds: isNumeric(value.type) ? between(n, n) : anything,
  };
}

function parameter(value: Constant | OpenValue, address: string, point: OpenPointId | undefined, around: Surroundings): Lowered {
  const { book, parameters, source } = around;
  const key = scaleKey(address, value.type);
  book.need(key, leastScale(value.type));
  if (value.kind === 'constant') book.need(key, scaleOfValue(value.value, value.type));
  if (point !== undefined) {
    book.need(key, statedScale(value.type));
    shareScale(book, key, point);
  }
  const scale = isNumeric(value.type) ? book.scale(key) : 1n;
  const rangeKey = `range ${address}`;
  if (point === undefined && value.kind === 'constant' && isNumeric(value.type)) {
    const n = numerator(value.value, value.type, scale);
    book.hold(rangeKey, between(n, n));
  } else book.hold(rangeKey, anything);
  const bounds = book.range(rangeKey);

  const known = parameters.slots.get(address);
  if (known !== undefined) return { expr: { op: 'param', index: known }, scale, bounds };
  const index = parameters.specs.length;
  parameters.slots.set(address, index);
  parameters.specs.push({ address, type: irType(value.type, scale), ...(value.row === undefined ? {} : { row: value.row }) });
  const at = { source: source(value.span), citations: value.citations };
  if (value.kind === 'open') parameters.values.push({ kind: 'open', point: value.point, ...at });
  else {
    const known = literal(value.value, value.type, scale);
    parameters.values.push(point === undefined ? { kind: 'known', value: known, ...at } : { kind: 'assumed', value: known, point, ...at });
  }
  return { expr: { op: 'param', index }, scale, bounds };
}

/** A value that the law leaves open inside a formula. */
function openValue(value: OpenValue, { book }: Surroundings): Lowered {
  book.need(pointKey(value.point), statedScale(value.type));
  const scale = isNumeric(value.type) ? book.scale(pointKey(value.point)) : 1n;
  return { expr: { op: 'open', point: value.point }, scale, bounds: anything };
}

/** A computed value that stands in for what the law leaves open. A caller may state another, so nothing is known of its size. */
export function assume(of: Lowered, point: OpenPointId, value: Expr, { book }: Surroundings): Lowered {
  if (!isNumeric(value.type)) return { expr: { op: 'assume', of: of.expr, point }, scale: 1n, bounds: anything };
  book.need(pointKey(point), statedScale(value.type));
  book.need(pointKey(point), of.scale);
  const scale = book.scale(pointKey(point));
  const by = scale / of.scale;
  const aligned: IrExpr = by === 1n ? of.expr : { op: 'sum', terms: [{ of: of.expr, by: String(by) }], wide: false };
  return { expr: { op: 'assume', of: aligned, point }, scale, bounds: anything };
}
