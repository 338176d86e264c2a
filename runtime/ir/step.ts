import type { Expr } from './expr.ts';
import type { Note } from './note.ts';
import type { Digits, IrType, SourceRange } from './types.ts';

/** One named amount or value of the policy: the unit of address, citation and explanation. */
export interface Step {
  /** "门诊统筹.支付" */
  readonly address: string;
  readonly type: IrType;
  readonly value: Expr;
  /** Adjustments applied to `value`, round by round, in stage order. */
  readonly rounds: readonly (readonly Adjustment[])[];
  readonly posting?: Posting;
  readonly note: Note;
}

/** Stage order inside a round: set → add → multiply → atLeast/atMost; waive gives 0 and ends the chain. */
export interface Adjustment {
  readonly name: string;
  readonly how: 'set' | 'add' | 'multiply' | 'atLeast' | 'atMost' | 'waive';
  readonly guard: Expr;
  /** Absent for waive. Except for multiply: of the step's own type and scale (points are already aligned). */
  readonly value?: Expr;
  /**
   * For multiply: the scale of `value`; the result is numerator × value ÷ scale.
   * INVARIANT: that division leaves no remainder, because the step's scale already holds the factors of all its multiplications.
   */
  readonly scale?: Digits;
  /** Among several that hold in one stage: `both` all apply, `highest`/`lowest` the one by value; else the first in list order wins. */
  readonly join?: 'both' | 'highest' | 'lowest';
  readonly source: SourceRange;
  readonly citations: readonly number[];
}

export interface Posting {
  /**
   * Indexes into `payers`; more than one = one sum for several. Empty = 由 待定.
   * INVARIANT: unless it is exactly one, `shares` or `shareOpen` says how it is shared, and none of them is an account (个人 would be open).
   */
  readonly payers: readonly number[];
  /** 分摊: per payer the step of money in whole fen that says its share. They depend on this posting, so they stand after it. */
  readonly shares?: readonly number[];
  /** Open point of 由 待定 or of the shares: the person's result stands, each payer's share is open. */
  readonly shareOpen?: number;
  /** Indexes into `inputs`, each one of the bill's parts, filled as listed. Empty outside a settlement. */
  readonly parts: readonly number[];
  /** 入: index into `payers` of the account that the money of a cash benefit goes into; absent = into the person's hands. */
  readonly into?: number;
  /** 缓缴: the day on which this share of what is due falls due. */
  readonly until?: Expr;
  /** 拨付: an amount for each item of a batch. The step's own value is their sum. */
  readonly members?: Members;
}

export interface Members {
  /** Index into `lists`. */
  readonly list: number;
  /** Items for which it is false get 0 and no line. */
  readonly guard?: Expr;
  /** With the item in hand: money in whole fen, rounded by the policy's own rule. */
  readonly value: Expr;
  /** Index of an earlier step of money in whole fen: what there is to share out. */
  readonly pool?: number;
  /**
   * Who takes what rounding leaves of the pool: the item with the greatest amount (of several the first), the first, the last, or the payer.
   * INVARIANT: present exactly when there is a pool.
   */
  readonly remainder?: 'greatest' | 'first' | 'last' | 'payer';
}
