import type { Rational } from '../../runtime/money/rational.ts';

/**
 * What a number of a notice counts. `ordinal`: of a clause or an answer; `document`: of an official paper; `plain`: a number without a
 * unit, or with one that is none of these.
 */
export type NumberKind =
  | 'money'
  | 'ratio'
  | 'points'
  | 'months'
  | 'days'
  | 'age'
  | 'count'
  | 'date'
  | 'time'
  | 'phone'
  | 'ordinal'
  | 'document'
  | 'plain';

/** One number of a notice. Offsets are those of the text as given. */
export interface NoticeNumber {
  /** From 0, in the order of the text. */
  readonly index: number;
  readonly start: number;
  /** Exclusive; the unit is inside. */
  readonly end: number;
  /** As printed, with its unit. */
  readonly text: string;
  /** From 0, counting paragraphs that say something. */
  readonly paragraph: number;
  readonly kind: NumberKind;
  /** Yuan, fractions of one, months, days, pieces; absent for dates, telephones and the like. */
  readonly amount?: Rational;
  /** A date that is whole, as 2023-01-01. */
  readonly day?: string;
  /** What is counted: 人次, 家. */
  readonly unit: string;
  /** 余, 多, 左右, 近: said to be about so much. */
  readonly about: boolean;
  /** The number that it makes a range with: 500 of 500至1000元. */
  readonly rangeTo?: number;
}

/** A stretch of a text between line ends that says something. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}
