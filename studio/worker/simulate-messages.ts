import type { CauseKind } from '../../language/causes/cause.ts';
import type { EncounterInput, OpeningCell, Status, Sums, Totals, Yuan } from '../../runtime/answer.ts';
import type { WatchedCell } from '../../runtime/index.ts';
import type { DayText, Literal } from '../../runtime/ir/types.ts';

/** What the simulate view asks besides settling. Plain data. */

/** Which fields of a visit its answer rests on; a field in none of these cannot change it. Fields of items are “项目.金额”. */
export interface Heeds {
  /** Read for the result, in the order of reading. */
  readonly fields: readonly string[];
  /** Only held against the rest: 约束. */
  readonly checked: readonly string[];
  /** Read by a 约束 that does not hold. */
  readonly broken: readonly string[];
  /** Running totals that were read. */
  readonly cells: readonly WatchedCell[];
}

/** A 示例 of the policy as a stream to begin with. */
export interface Example {
  readonly title: string;
  readonly encounters: readonly EncounterInput[];
  readonly openings: readonly OpeningCell[];
  readonly knownOn?: DayText;
  readonly suppose: Readonly<Record<string, Literal>>;
}

/** One circumstance changed. `person`: in every visit of the person. */
export type Change =
  | { readonly kind: 'alone' }
  | {
      readonly kind: 'value' | 'boundary';
      readonly field: string;
      readonly value: string | number | boolean | readonly string[];
      readonly person: boolean;
    }
  | { readonly kind: 'day'; readonly day: DayText }
  /** As if one rule were not there: a cap, a deductible, an exception, what was counted before. */
  | { readonly kind: 'rule'; readonly what: CauseKind; readonly address: string };

/** What came of a change. */
export interface Changed {
  readonly change: Change;
  readonly status: Status;
  readonly totals?: Totals;
  readonly sums?: Sums;
  /** Whether status and amounts are as before. */
  readonly same: boolean;
}

export interface WhatIfQuestion {
  /** Fields that are about the person, and so the same in every visit. */
  readonly personal: readonly string[];
  /** Days that move with the visit. */
  readonly days: readonly string[];
}

/** Personal cost of the last encounter of the stream against one bill part, everything else as given. */
export interface CurveQuestion {
  readonly part: string;
  /** Yuan. */
  readonly upTo: Yuan;
  /** How many evenly spaced points at most; kinks, cliffs and the policy's own numbers are added to them. */
  readonly points: number;
}

export interface Curve {
  readonly part: string;
  readonly points: readonly CurvePoint[];
  /** Where the slope changes, exact to the fen. */
  readonly kinks: readonly Kink[];
  /** Where one more fen of the bill costs more, or less, than rounding explains. */
  readonly cliffs: readonly Cliff[];
  /** The encounter's own point. */
  readonly here?: CurvePoint;
}

export interface CurvePoint {
  readonly at: Yuan;
  readonly personal: Yuan;
  readonly funds: Yuan;
}

export interface Kink extends CurvePoint {
  /** Address of the rule that begins or ceases to grow here. */
  readonly cause?: string;
  /** What the person pays of each further yuan, in yuan: "0.40", "0.405". */
  readonly then?: string;
}

export interface Cliff extends CurvePoint {
  /** What the person pays one fen before. */
  readonly before: Yuan;
  /** Address of the rule that changes here. */
  readonly cause?: string;
}
