/** The patients of a comparison: every combination of the facets, as fields that either side can read. */
import { yuanFromFen } from '../../runtime/money/fen.ts';
import type { Facets, Given, Point } from './facets.ts';
import type { Side } from './side.ts';

/** One point for each facet, by index. */
export type Combination = readonly number[];

/** More than this would make one wait; then every so-many-th is looked at, and said. */
export const MOST_COMBINATIONS = 1_500;

export interface Combinations {
  readonly all: readonly Combination[];
  /** How many there are altogether. */
  readonly of: number;
}

/** All combinations, the plainest first; evenly thinned when there are too many. */
export function combinationsOf({ facets }: Facets, most = MOST_COMBINATIONS): Combinations {
  const of = facets.reduce((count, { points }) => count * points.length, 1);
  const count = Math.min(of, most);
  const all = Array.from({ length: count }, (_, index) => {
    let rest = count === of ? index : Math.floor((index * of) / count);
    return facets.map(({ points }) => {
      const at = rest % points.length;
      rest = Math.floor(rest / points.length);
      return at;
    });
  });
  return { all, of };
}

/** The point that a combination has of a facet. */
export const pointAt = ({ facets }: Facets, combination: Combination, facet: number): Point =>
  facets[facet]?.points[combination[facet] ?? 0] ?? {};

/** Names that a side's event may state. */
export type Stated = ReadonlySet<string>;

/** What a side's event may state. */
export const statedBy = ({ policy, layers }: Side): Stated =>
  new Set([policy, ...layers].flatMap(({ inputs, lists }) => [...inputs, ...lists].map(({ name }) => name)));

/** The facts of a patient without a bill, those that the side knows. */
export function factsOf(facets: Facets, combination: Combination, stated: Stated): Readonly<Record<string, unknown>> {
  const facts: Record<string, Given | readonly never[]> = {};
  for (const [name, value] of Object.entries(facets.fixed)) if (stated.has(name)) facts[name] = value;
  facets.facets.forEach(({ field }, index) => {
    const { value } = pointAt(facets, combination, index);
    if (value !== undefined && stated.has(field)) facts[field] = value;
  });
  for (const part of facets.parts) if (stated.has(part)) facts[part] = '0.00';
  for (const list of facets.lists) if (stated.has(list)) facts[list] = [];
  return facts;
}

/** The facts with an amount of the axis, in fen. */
export const billed = (
  facts: Readonly<Record<string, unknown>>,
  { axis }: Facets,
  stated: Stated,
  fen: number,
): Readonly<Record<string, unknown>> => (axis !== undefined && stated.has(axis) ? { ...facts, [axis]: yuanFromFen(BigInt(fen)) } : facts);
