/** The common ground of a comparison: two laws, their patients, and the bills worth looking at. */
import { askedOf } from './asked.ts';
import type { Facets } from './facets.ts';
import { facetsOf } from './facets.ts';
import type { Share } from './kinks.ts';
import type { Combinations } from './patients.ts';
import { combinationsOf, statedBy } from './patients.ts';
import type { Places } from './places.ts';
import { placesOf } from './places.ts';
import type { Side } from './side.ts';
import type { Law } from './trial.ts';

export interface Ground {
  readonly before: Side;
  readonly after: Side;
  readonly facets: Facets;
  readonly combinations: Combinations;
  readonly places: Places;
  /** The shares that both laws name. */
  readonly slopes: readonly Share[];
}

/** The ground on which two sides are compared; patients are seen on the later side's day. */
export function groundOf(before: Side, after: Side, most?: number): Ground {
  const facets = facetsOf([before, after], after.choice.day);
  const asked = askedOf([before, after]);
  const slopes = asked.ratios.map(({ num, den }) => ({ num: Number(num), den: Number(den) }));
  return { before, after, facets, combinations: combinationsOf(facets, most), places: placesOf(asked), slopes };
}

/** A side as a law. */
export const lawOf = (side: Side): Law => ({ bundle: side.bundle, policy: side.policy.id, stated: statedBy(side) });
