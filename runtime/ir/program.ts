import type { Expr, Over } from './expr.ts';
import type { Join, Split } from './stay.ts';
import type { Step } from './step.ts';
import type { IrType, SourceRange } from './types.ts';

/** One version's code. Versions that differ only in numbers share a program. */
export interface Program {
  readonly steps: readonly Step[];
  /** Steps that post, in the order in which they take from the parts. */
  readonly postings: readonly number[];
  /** 应缴: steps of money in whole fen. In a contribution the postings add up to their sum; elsewhere there are none. */
  readonly dues: readonly number[];
  readonly entries: readonly EntryRule[];
  /** Eligibility of the whole policy; a benefit's own lives in its guard step's `eligibility`. */
  readonly eligibility: readonly EligibilityRule[];
  readonly constraints: readonly { readonly name?: string; readonly holds: Expr; readonly source: SourceRange }[];
  readonly benefits: readonly {
    readonly name: string /** step of 用 */;
    readonly applies: number /** step of 适用 alone, before 资格 */;
    readonly fits: number;
    readonly eligibility: readonly EligibilityRule[];
  }[];
  /** Per accumulator index: the opening value of a cell; absent = nothing before the first event. */
  readonly openings: readonly { readonly accumulator: number; readonly value: Expr }[];
  readonly parameters: readonly ParameterSpec[];
  /** 拆单; at most one. */
  readonly splits: readonly Split[];
  /** 并单; the first that fits an earlier event takes it. */
  readonly joins: readonly Join[];
  /**
   * 算得: fields that a step works out when the event does not give them; given and worked out must agree, else the event is refused.
   * INVARIANT: the step depends on no posting; every step that reads the field, or depends on one that does, has a larger index than it.
   */
  readonly computed: readonly Computed[];
  /** 算得 of items: what an item states must be what is worked out. Reading such a field says itself what stands in its place. */
  readonly computedItems: readonly ComputedItem[];
}

export interface Computed {
  /** Index into `inputs`. */
  readonly input: number;
  readonly step: number;
}

export interface ComputedItem {
  /** Index into `lists`, and into its fields. */
  readonly list: number;
  readonly field: number;
  /** Type of `value`. */
  readonly type: IrType;
  /** With the item in hand: what is worked out, and whether what the item states is that. */
  readonly value: Expr;
  readonly agrees: Expr;
}

export interface EligibilityRule {
  readonly name: string;
  readonly condition: Expr;
  readonly reason: string;
  readonly source: SourceRange;
  readonly citations: readonly number[];
}

export interface EntryRule {
  readonly accumulator: number;
  /** One entry for each of these, in their order: `guard`, `value` and `keys` have it in hand. Absent: one entry for the event. */
  readonly each?: Over;
  /** When false nothing is written. */
  readonly guard: Expr;
  /** Of the accumulator's own type and scale. For `count` it is not looked at: each entry counts 1. For `set` an enumeration value, a text or a set. */
  readonly value: Expr;
  /** 期初 追溯: events that were settled under a law without this accumulator count too, as they were booked. */
  readonly retroactive?: boolean;
  /** As many as the accumulator has `keyTypes`. A key that is a period (yearOf, monthOf, quarterOf, dayKey, benefitYear) stands at the top of its expression. */
  readonly keys: readonly Expr[];
}

export interface ParameterSpec {
  /** "门诊比例[三级, 在职]" */
  readonly address: string;
  readonly type: IrType;
  readonly row?: string;
}
