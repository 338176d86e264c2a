import type { Bill, InputField, ItemList, Payer } from './bill.ts';
import type { Expr } from './expr.ts';
import type { Program } from './program.ts';
import type { OpenDay, TimelineCell, Version } from './version.ts';

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

export type * from './bill.ts';
export type { Axis, Expr, Over, Term } from './expr.ts';
export type * from './note.ts';
export type * from './program.ts';
export type * from './stay.ts';
export type * from './step.ts';
export type * from './version.ts';

/** A decimal integer, e.g. "-700". */
export type Digits = string;

/** A civil day, "2023-01-01". */
export type DayText = string;

export type IrType =
  | { readonly kind: 'money' | 'ratio' | 'points' | 'number'; readonly scale: Digits }
  /** time: "2023-05-01 13:30", with seconds only when they are not 0 */
  | { readonly kind: 'integer' | 'months' | 'days' | 'date' | 'time' | 'bool' | 'text' }
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
  /** The policy whose cells these are, when it is another one of the bundle: they are read, and never written or opened here. */
  readonly policy?: string;
  readonly how: 'sum' | 'count' | 'greatest' | 'latest' | 'set';
  readonly type: IrType;
  readonly keyTypes: readonly IrType[];
}
