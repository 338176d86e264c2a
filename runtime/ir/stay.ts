import type { Expr } from './expr.ts';

/** A stay across the turn of a period is settled in parts, each with its own days, and the items of a list by their day. */
export interface Split {
  readonly period: 'year' | 'quarter' | 'month';
  /** Of a year that begins on another day than the first of January. */
  readonly begins?: { readonly month: number; readonly day: number };
  /** Indexes into `inputs`: the stay's first and last day. */
  readonly from: number;
  readonly to: number;
  /** Absent: such a stay is refused, its parts have to come in as events of their own. */
  readonly by?: { readonly list: number; readonly field: number };
  /** Absent: every stay. */
  readonly guard?: Expr;
}

/** An earlier visit of the person becomes part of a stay: it is voided, and its bill and lists are added to the stay's. */
export interface Join {
  readonly earlier: Expr;
  readonly stay: Expr;
  /**
   * Indexes into `inputs`: a day of the earlier visit, and one of the stay, 0 to `within` days later; or a time of each, 0 to `within` days or
   * hours later.
   */
  readonly from: number;
  readonly to: number;
  readonly within: Expr;
  readonly unit: 'days' | 'hours';
}
