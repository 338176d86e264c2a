import type { DayText, IrType, Literal, SourceRange } from './ir/types.ts';

/** Yuan as text with two decimals, e.g. "-1100.00". The only form in which money enters or leaves as JSON. */
export type Yuan = string;

/**
 * A value that is no amount in whole fen, exactly: money in yuan ("4999.9992"), shares and points as parts of one ("0.64"), "1/3" where
 * decimals do not end, counts in digits, days as 2023-01-01, conditions as true or false, sets as lists.
 */
export interface NamedValue {
  readonly kind: IrType['kind'];
  readonly value: Literal;
}

/** settled 已结算 · open 待定 · missing 缺项 · ineligible 不享受 · refused 拒收 · violation 违规 */
export type Status = 'settled' | 'open' | 'missing' | 'ineligible' | 'refused' | 'violation';

/** One event as a caller gives it: field name (Chinese or national interface name) → value. Money is text ("1000.00") or a whole number of yuan. */
export interface EncounterInput {
  /** Unique in the ledger. */
  readonly id: string;
  readonly kind?: 'settle' | 'reverse' | 'correct' | 'backPay';
  /** For `reverse` and `correct`: the id of the event to void or to correct. */
  readonly of?: string;
  /** Chooses the policy in a bundle with several. */
  readonly scheme?: string;
  readonly policy?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Problem {
  readonly code:
    | 'unknownField'
    | 'unknownValue'
    | 'wrongType'
    | 'outOfRange'
    | 'sumDiffers'
    | 'constraint'
    | 'duplicateEvent'
    | 'noPolicy'
    | 'noVersion'
    | 'unknownEvent'
    | 'malformed'
    | 'overLimit'
    | 'negative'
    | 'overpaid'
    | 'sharesDiffer'
    | 'poolDiffers'
    | 'impossible';
  readonly field?: string;
  readonly zh: string;
  readonly en: string;
}

export interface ReasonRef {
  /** The policy that leaves it open, in a bundle in which policies refer to one another. */
  readonly policy?: string;
  /** Address of the rule the law leaves open. */
  readonly address: string;
  readonly reason: string;
  readonly source: SourceRange;
}

export interface PostingAnswer {
  /** The earlier layer that pays it; absent: the policy that was asked. */
  readonly policy?: string;
  readonly address: string;
  /** Payers' names; several when one sum is shared. */
  readonly payers: readonly string[];
  readonly amount: Yuan;
  readonly parts: readonly { readonly part: string; readonly amount: Yuan }[];
  /** 分摊: what each payer pays of one sum; they add up to it. */
  readonly shares?: readonly { readonly payer: string; readonly amount: Yuan }[];
  /** Present when who pays how much is open while the sum is known. */
  readonly shareOpen?: ReasonRef;
  /** A fen cut because two halves of an odd fen met. */
  readonly cut?: Yuan;
  /** 入: the account that the money goes into. */
  readonly into?: string;
  /** 缓缴: true when it is a share that falls due later, on `until` unless that day is open. */
  readonly deferred?: true;
  readonly until?: DayText;
  readonly allotted?: Allotted;
}

export interface Totals {
  /** medfee_sumamt */ readonly total: Yuan;
  /** fund_pay_sumamt: fund + fiscal + commercial */ readonly funds: Yuan;
  /** hosp_part_amt */ readonly hospital: Yuan;
  /** psn_part_amt */ readonly personal: Yuan;
  /** acct_pay */ readonly account: Yuan;
  /** psn_cash_pay */ readonly cash: Yuan;
}

/** What an answer of an entry without a bill adds up to. Each satisfies the law of its entry. */
export type Sums =
  /** paid = account + cash */
  | { readonly entry: 'cashBenefit'; readonly paid: Yuan; readonly account: Yuan; readonly cash: Yuan }
  /** due = now + deferred = Σ dues = Σ payers */
  | {
      readonly entry: 'contribution';
      readonly due: Yuan;
      readonly now: Yuan;
      readonly deferred: Yuan;
      readonly dues: readonly { readonly address: string; readonly amount: Yuan }[];
      readonly payers: readonly { readonly payer: string; readonly now: Yuan; readonly deferred: Yuan }[];
    }
  /** paid = Σ of all amounts of the batch; negative ones are taken back */
  | { readonly entry: 'clearing'; readonly paid: Yuan };

/** 拨付: what each item of a batch gets. */
export interface Allotted {
  readonly members: readonly {
    /** Position in the list, from 1. */
    readonly item: number;
    readonly amount: Yuan;
  }[];
  /** What there was to share out, what rounding left of it, and the item that took that; without an item the payer keeps it. */
  readonly pool?: Yuan;
  readonly remainder?: Yuan;
  readonly taker?: number;
}

/** What an answer books, and what a later difference is measured against. */
export interface Booked {
  readonly status: Status;
  readonly totals?: Totals;
  readonly sums?: Sums;
  readonly postings: readonly PostingAnswer[];
}

/** How a reversal, a correction or a back payment bears on another event. */
export interface Revision {
  readonly event: string;
  /**
   * booked: 重算, the ledger has `after` now · reported: 不重算, `before` stands · unsettled: it cannot be settled again, `before` stands ·
   * corrected: 更正, the event itself · backPaid: 补差, `before` stands and the difference is paid ·
   * joined: 并单, it is part of the stay now, and `after` is nothing.
   */
  readonly effect: 'booked' | 'reported' | 'unsettled' | 'corrected' | 'backPaid' | 'joined';
  readonly before: Booked;
  readonly after: Booked;
}

export interface Answer {
  readonly event: string;
  readonly policy: string;
  readonly status: Status;
  /** "sha256:…" of the bundle that settled it. */
  readonly digest: string;
  readonly version?: { readonly id: string; readonly day: DayText; readonly knownOn?: DayText };
  /** 引用: the earlier layers that the event was settled under first, in their order, each with its own law. */
  readonly layers?: readonly { readonly policy: string; readonly status: Status; readonly version?: string }[];
  /** Present when settled (and for ineligible: postings 0). */
  readonly totals?: Totals;
  /** Of the other entries: present when settled and for ineligible. */
  readonly sums?: Sums;
  readonly postings: readonly PostingAnswer[];
  /** Every named money amount that was computed, by address. Whole-fen amounts only. */
  readonly amounts: Readonly<Record<string, Yuan>>;
  /** What was asked for by its address and is no amount in whole fen. Absent when there is none. */
  readonly values?: Readonly<Record<string, NamedValue>>;
  /** Reasons that block (status open), or, when settled, leave shares open. */
  readonly open: readonly ReasonRef[];
  /** Assumptions (暂按) that an amount of this answer used. */
  readonly assumed: readonly ReasonRef[];
  /** Values given with `suppose` that were used. */
  readonly supposed: readonly { readonly address: string; readonly value: string }[];
  readonly missing: readonly string[];
  /** Ineligibility: the policy's own reasons. */
  readonly ineligible: readonly {
    readonly name: string;
    readonly reason: string;
    readonly source?: SourceRange;
    /** The layer it is about, when the event has several. */
    readonly policy?: string;
  }[];
  readonly problems: readonly Problem[];
  /** For a reversal: the later events whose answers it changes. */
  readonly revisions?: readonly Revision[];
  readonly explanation?: Explanation;
}

/** The explanation as data: one line per step that mattered, in dependence order. */
export interface Explanation {
  readonly lines: readonly ExplanationLine[];
  /** The bill from total to cash, for the waterfall. */
  readonly waterfall: readonly WaterfallBar[];
}

export interface ExplanationLine {
  /** The earlier layer it belongs to; absent: the policy that was asked. */
  readonly policy?: string;
  readonly address: string;
  /** Which form it is; chooses the sentence. */
  readonly form: string;
  readonly value: ShownValue;
  /** Whole sentences, made by explain/words.ts. */
  readonly zh: { readonly title: string; readonly detail: string };
  readonly en: { readonly title: string; readonly detail: string };
  /** The formula with the numbers put in, e.g. "4,000.00 × 60% = 2,400.00". */
  readonly formula: string;
  readonly version: string;
  /** "门诊比例[二级、一级、未定级、药店, 在职]" when a table chose it. */
  readonly row?: string;
  readonly rowSource?: SourceRange;
  readonly adjustments: readonly { readonly name: string; readonly before: string; readonly after: string; readonly source: SourceRange }[];
  readonly citations: readonly {
    readonly document: string;
    readonly quote: string;
    readonly found?: { readonly start: number; readonly end: number };
  }[];
  readonly source: SourceRange;
  readonly assumed: readonly ReasonRef[];
  /** Addresses of the steps whose values stand in the formula. */
  readonly reads: readonly string[];
}

export type ShownValue =
  | { readonly kind: 'money'; readonly text: Yuan /** false: not whole fen, text is rounded down for display */; readonly exact: boolean }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'open'; readonly reasons: readonly ReasonRef[] };

export interface WaterfallBar {
  readonly kind: 'total' | 'part' | 'deductible' | 'copay' | 'over' | 'capCut' | 'posting' | 'personal' | 'account' | 'cash';
  readonly label: string;
  readonly address?: string;
  readonly amount: Yuan;
  readonly payer?: string;
  /** For a posting of an earlier layer: its policy. */
  readonly policy?: string;
}

/** Opening cells for a scenario, or carried over from another system. Keys include the person. */
export interface OpeningCell {
  /** Absent: of whichever policy reads it. */
  readonly policy?: string;
  readonly accumulator: string;
  readonly keys: readonly Literal[];
  /** Money in yuan, counts as digits, days as 2023-01-01, sets joined by 、 */
  readonly value: string;
}
