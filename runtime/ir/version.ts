import type { DayText, SourceRange } from './types.ts';

/** A parameter's value in one version. */
export type ParameterValue =
  | { readonly kind: 'known'; readonly value: Literal; readonly source: SourceRange; readonly citations: readonly number[] }
  /** 暂按 value 待定 point */
  | {
      readonly kind: 'assumed';
      readonly value: Literal;
      readonly point: number;
      readonly source: SourceRange;
      readonly citations: readonly number[];
    }
  | { readonly kind: 'open'; readonly point: number; readonly source: SourceRange; readonly citations: readonly number[] };

/** numerator as Digits | enum/text value or day as text | set as list | truth */
export type Literal = string | boolean | readonly string[];

export interface Version {
  /** "2022-01-01", then "+2023-01-01" for each amendment in force. */
  readonly id: string;
  readonly program: number;
  readonly parameters: readonly ParameterValue[];
  readonly amendments: readonly AmendmentRef[];
  /** Points that every answer of this version relies on (e.g. an assumed effective day). */
  readonly assumes: readonly number[];
}

export interface AmendmentRef {
  readonly effective?: DayText;
  readonly published?: DayText;
  readonly until?: DayText;
  readonly source: SourceRange;
  readonly citations: readonly number[];
}

/** A rectangle of the two time axes. Both ranges are inclusive of `from`, exclusive of `to`; absent = unbounded. Disjoint. */
export interface TimelineCell {
  readonly from?: DayText;
  readonly to?: DayText;
  readonly knownFrom?: DayText;
  readonly knownTo?: DayText;
  /** Absent: no law of this policy on that day (before 自). */
  readonly version?: number;
  /** When a day of an amendment is open here: the versions the law may be, and why. */
  readonly candidates?: readonly { readonly version: number }[];
  readonly point?: number;
  /** Published days that are 暂按: relied on by every answer that asks what was known on a day. */
  readonly knownAssumes?: readonly number[];
}

export interface OpenDay {
  readonly point: number;
}
