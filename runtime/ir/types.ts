import type { Expr, Over } from './expr.ts';

/**
 * The contract between language and runtime: a plain, versioned, JSON-shaped program over exact numbers.
 *
 * Numbers. Every numeric value is an integer numerator `n` with a scale known when compiling: money means n/scale fen, a ratio
 * n/scale of one (70 % = 70 at scale 100), points n/scale of one (7个百分点 = 7 at scale 100), a number n/scale. Aligning scales is done
 * by the compiler: a term carries the integer `by` it is multiplied with. In JSON a numerator is a decimal string (`Digits`).
 *
 * INVARIANT: `steps` stand in dependence order: a step reads only steps with a smaller index.
 * INVARIANT: no step looks up a name at run time: fields, steps, parameters, open points and accumulators are indexes.
 */
export const IR_VERSION = 1;

export type { Axis, Expr, Over, Term } from './expr.ts';

/** A decimal integer, e.g. "-700". */
export type Digits = string;

/** A civil day, "2023-01-01". */
export type DayText = string;

export type IrType =
  | { readonly kind: 'money' | 'ratio' | 'points' | 'number'; readonly scale: Digits }
  | { readonly kind: 'integer' | 'months' | 'days' | 'date' | 'bool' | 'text' }
  /** `name` is the field or declaration that lists the values. */
  | { readonly kind: 'enum' | 'set'; readonly name: string };

export interface Bundle {
  readonly irVersion: typeof IR_VERSION;
  readonly policies: readonly PolicyIr[];
}

export interface PolicyIr {
  readonly id: string;
  readonly area: { readonly code: string; readonly name: string };
  /** The 险种 that chooses this policy in its bundle; absent while the law leaves it open. */
  readonly scheme?: string;
  readonly schemeAssumed?: number;
  readonly entry: 'settlement' | 'cashBenefit' | 'contribution' | 'clearing';
  /** Index into `inputs`: the date that chooses the version. */
  readonly versionDay: number;
  /** Index into `inputs`: the date whose period's cells are read and written. */
  readonly periodDay: number;
  readonly rounding: Rounding;
  readonly onReversal: 'recompute' | 'stand';
  /** Fen. No amount or cell may exceed it; the proof that numerators fit 64 bits rests on it. */
  readonly moneyLimit: Digits;
  readonly booksOpen?: DayText;
  readonly inputs: readonly InputField[];
  /** 明细: lists of objects that an event carries beside its fields. */
  readonly lists: readonly ItemList[];
  /** Index of the 参保人 field in `inputs`. */
  readonly person: number;
  readonly bill?: Bill;
  readonly payers: readonly Payer[];
  /** 引用: results of earlier layers for the same event, which are settled before this policy. In a bundle no policy refers to itself through others. */
  readonly references: readonly Reference[];
  readonly openPoints: readonly OpenPoint[];
  readonly citations: readonly Citation[];
  readonly accumulators: readonly Accumulator[];
  readonly programs: readonly Program[];
  readonly versions: readonly Version[];
  readonly timeline: readonly TimelineCell[];
  /** Amendments whose day is open: between its bounds the law is one of two versions. */
  readonly openDays: readonly OpenDay[];
  /** 未能表达: counted and listed, touching no amount. */
  readonly unexpressed: readonly { readonly sentence: string; readonly why: string }[];
}

/** A result of another policy of the bundle, read as settled for the same event. */
export interface Reference {
  /** Its name in this policy: the address in the other, or the name after 为. */
  readonly name: string;
  /** Id of the other policy. */
  readonly policy: string;
  readonly address: string;
  /** A number or a condition. Its scale is a multiple of the scale that the other policy's steps of this address have. */
  readonly type: IrType;
}

export interface Rounding {
  readonly mode: 'halfUp' | 'down' | 'up';
  /** Fen: 1 (分), 10 (角), 100 (元). Half goes away from zero. */
  readonly unit: Digits;
}

export interface InputField {
  readonly name: string;
  readonly type: IrType;
  /** National interface name, e.g. "med_type". */
  readonly interfaceName?: string;
  /** For enum and set: every value with its national code, if any. */
  readonly values?: readonly { readonly name: string; readonly code?: string }[];
  /** Inclusive range for integers. */
  readonly min?: Digits;
  readonly max?: Digits;
  /** The date field as of which the value holds. */
  readonly asOf?: string;
  /** True for 总额 and its parts: money in whole fen, never negative. */
  readonly bill?: boolean;
}

/** A list that an event carries: in JSON an array of objects under its name or interface name, each read field by field as an event is. */
export interface ItemList {
  readonly name: string;
  readonly interfaceName?: string;
  readonly fields: readonly InputField[];
}

export interface Bill {
  /** Indexes into `inputs`. total = Σ parts, else the event is refused. A missing total is computed, a missing part is 缺项. */
  readonly total: number;
  readonly parts: readonly number[];
}

/** 个人 and 单位 only bear shares of what is due. */
export interface Payer {
  readonly name: string;
  readonly of: 'fund' | 'account' | 'fiscal' | 'hospital' | 'commercial' | 'person' | 'employer';
  readonly interfaceName?: string;
}

/** What the law does not say. `reason` is the policy's own words. */
export interface OpenPoint {
  /** Stable: the address of the rule that has it, e.g. "门诊慢性病.起付线". */
  readonly address: string;
  readonly reason: string;
  readonly source: SourceRange;
  readonly citations: readonly number[];
  /** Expressions over nothing: the only values it can have. Empty when nothing is known. */
  readonly candidates: readonly Expr[];
  /** Set when 设 or a caller's parameter may replace it; its type. */
  readonly type?: IrType;
}

export interface Citation {
  /** Title or file name of the document as declared by 依据. */
  readonly document: string;
  readonly quote: string;
  /** Where the quote was found in the document, UTF-16 offsets of the text as kept. */
  readonly found?: { readonly start: number; readonly end: number };
}

/** A range of the policy text, for painting the explanation on the source. */
export interface SourceRange {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** 1-based line of `start`. */
  readonly line: number;
}

export interface Accumulator {
  readonly name: string;
  readonly how: 'sum' | 'count' | 'greatest' | 'latest' | 'set';
  readonly type: IrType;
  readonly keyTypes: readonly IrType[];
}

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
}

export interface Computed {
  /** Index into `inputs`. */
  readonly input: number;
  readonly step: number;
}

/** A stay across the turn of a period is settled in parts, each with its own days, and the items of a list by their day. */
export interface Split {
  readonly period: 'year' | 'quarter' | 'month';
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
  /** Indexes into `inputs`: a day of the earlier visit, and one of the stay, 0 to `within` days later. */
  readonly from: number;
  readonly to: number;
  readonly within: Expr;
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

/** What the explanation says about a step. Forms are explained under their own names, never as their expansion. */
export interface Note {
  readonly source: SourceRange;
  readonly citations: readonly number[];
  readonly form:
    | {
        readonly kind:
          | 'definition'
          | 'parameter'
          | 'posting'
          | 'applies'
          | 'base'
          | 'ratio'
          | 'standard'
          | 'limit'
          | 'eligibility'
          | 'computed';
      }
    /** steps: base the amount it is taken from, standard, used = 已累计 (absent for 每次) */
    | { readonly kind: 'deductible'; readonly base: number; readonly standard: number; readonly used?: number }
    /** 费用 cap: what of the base enters; over = the part cut off */
    | { readonly kind: 'expenseCap'; readonly base: number; readonly deductible?: number; readonly limits: readonly CapNote[] }
    | { readonly kind: 'over' | 'copay' }
    /** 应缴 · 缓缴 · 拨付 */
    | { readonly kind: 'due' | 'deferral' | 'allotment' }
    | { readonly kind: 'payable'; readonly base: number; readonly ratio?: number; readonly bands?: string }
    /** what a benefit pays: payable cut by its caps */
    | { readonly kind: 'payment'; readonly payable: number; readonly limits: readonly CapNote[]; readonly deductible?: number }
    /** `layers`: payments of earlier layers, as indexes into `references` */
    | { readonly kind: 'guarantee'; readonly floor: number; readonly paid: readonly number[]; readonly layers: readonly number[] }
    | { readonly kind: 'used'; readonly accumulator: number }
    /** of an allocation: the amount to be given out, what a receiver can take, what was given, what was not */
    | { readonly kind: 'allocation'; readonly of: 'whole' | 'available' | 'sum' | 'rest' }
    /** what one receiver was given of `amount`, after the receivers `before` it */
    | { readonly kind: 'receiver'; readonly amount: number; readonly before: readonly number[] };
}

export interface CapNote {
  readonly limit: number;
  readonly used?: number;
}
