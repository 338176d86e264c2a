import type { Digits, IrType, Literal, Rounding } from './types.ts';

/** `by` aligns the term to the result's scale; it may be negative in `sum`. */
export interface Term {
  readonly of: Expr;
  readonly by: Digits;
}

/** What a fold runs over: the items of a list of the event, in their order, or the members of a set, in the order its values are declared in. */
export type Over = { readonly kind: 'items'; readonly list: number } | { readonly kind: 'members'; readonly of: Expr };

export type Expr =
  | { readonly op: 'const'; readonly type: IrType; readonly value: Literal }
  | { readonly op: 'param'; readonly index: number }
  | { readonly op: 'input'; readonly index: number }
  | { readonly op: 'step'; readonly index: number }
  | { readonly op: 'sum'; readonly terms: readonly Term[]; readonly wide: boolean }
  /** numerators multiplied; scale = product of the scales */
  | { readonly op: 'product'; readonly a: Expr; readonly b: Expr; readonly wide: boolean }
  /** a × b ÷ divisor rounded in one go: the only division by a value not known when compiling. unit in numerators of the result. */
  | {
      readonly op: 'mulDivRound';
      readonly numerators: readonly Term[];
      readonly divisor: Term;
      readonly unit: Digits;
      readonly mode: Rounding['mode'];
    }
  | { readonly op: 'least' | 'greatest'; readonly of: readonly Term[] }
  /** money at `scale` → whole fen (scale 1), a multiple of `unit` fen; a number at `scale` → a whole number */
  | { readonly op: 'round'; readonly of: Expr; readonly scale: Digits; readonly unit: Digits; readonly mode: Rounding['mode'] }
  | { readonly op: 'compare'; readonly test: '=' | '≠' | '<' | '≤' | '>' | '≥'; readonly a: Term; readonly b: Term }
  /** equality of texts, dates, truths and enumeration values */
  | { readonly op: 'same'; readonly a: Expr; readonly b: Expr }
  | { readonly op: 'oneOf'; readonly of: Expr; readonly values: readonly string[] }
  | { readonly op: 'contains'; readonly of: Expr; readonly values: readonly string[] }
  | { readonly op: 'all' | 'any'; readonly of: readonly Expr[] }
  | { readonly op: 'not'; readonly of: Expr }
  | { readonly op: 'choose'; readonly if: Expr; readonly then: Expr; readonly otherwise: Expr }
  | { readonly op: 'open'; readonly point: number }
  | { readonly op: 'assume'; readonly of: Expr; readonly point: number }
  | {
      readonly op: 'table';
      readonly axes: readonly Axis[] /** class indexes, first axis slowest → index into results, -1 = cannot be */;
      readonly grid: readonly number[];
      readonly results: readonly Expr[];
    }
  /** Σ over bands between from and to of width × ratio. Bounds ascend; ratios has one more. All bounds at from's scale, all ratios at one scale. */
  | {
      readonly op: 'bands';
      readonly name: string;
      readonly bounds: readonly Expr[];
      readonly ratios: readonly Expr[];
      readonly from: Expr;
      readonly to: Expr;
    }
  /** fold of the cell before this event; no keys = the key expressions of the accumulator's first entry rule, else all of them */
  | { readonly op: 'accumulated'; readonly accumulator: number; readonly keys: readonly Expr[] }
  /** in an opening only: the value of another cell (or this one) one period earlier */
  | { readonly op: 'previous'; readonly accumulator: number }
  /**
   * What postings `after` (indexes of steps) left of the parts.
   * INVARIANT: here and in `personal` they stand in `postings` before every posting that depends on this.
   */
  | {
      readonly op: 'remaining';
      readonly parts: readonly number[];
      readonly after: readonly number[];
      /** Postings of earlier layers, as indexes into `references`. */
      readonly layers: readonly number[];
    }
  /** a result of an earlier layer, by its index into `references`; all that is of a layer which nobody is entitled under is 0 or false */
  | { readonly op: 'reference'; readonly index: number }
  /** 总额 minus postings by fund, fiscal, commercial, hospital (all of `after`, and all of earlier layers) */
  | { readonly op: 'personal'; readonly after: readonly number[] }
  | { readonly op: 'addMonths'; readonly day: Expr; readonly months: Expr }
  | { readonly op: 'addDays'; readonly day: Expr; readonly days: Expr }
  | { readonly op: 'daysBetween' | 'wholeMonths' | 'age'; readonly from: Expr; readonly to: Expr }
  /** of times: whole hours, rounded down, and seconds */
  | { readonly op: 'hoursBetween' | 'secondsBetween'; readonly from: Expr; readonly to: Expr }
  | { readonly op: 'dayOf'; readonly time: Expr }
  | { readonly op: 'yearOf' | 'monthOf' | 'quarterOf' | 'dayKey' | 'monthStart'; readonly day: Expr }
  | { readonly op: 'benefitYear'; readonly day: Expr; readonly month: number; readonly dayOfMonth: number }
  /**
   * 逐项: the fold of `value` over the items for which `guard` holds. `count` has no value. `none` is what a greatest or least is when
   * there is no such item; without it that is a violation.
   */
  | {
      readonly op: 'fold';
      readonly how: 'sum' | 'count' | 'greatest' | 'least';
      readonly over: Over;
      readonly guard?: Expr;
      readonly value?: Expr;
      readonly none?: Expr;
    }
  /** A field of the item in hand; `out` = how many folds further out, 0 the innermost. */
  | { readonly op: 'item'; readonly out: number; readonly field: number }
  /**
   * 分得: what the item in hand was given when `amount` was given to the items of `list` in their order, to each at most `limit`; an item for
   * which `guard` does not hold gets 0. `limit`, `together` and `guard` have that item alone in hand, `amount` none.
   */
  | {
      readonly op: 'allotted';
      readonly list: number;
      readonly amount: Term;
      readonly limit: Term;
      /** The most that all items with the same keys are given together. */
      readonly together?: { readonly keys: readonly Expr[]; readonly limit: Term };
      readonly guard?: Expr;
      readonly out: number;
    }
  /** 有: whether a field, of the event or of the item in hand, was given. */
  | { readonly op: 'given'; readonly of: Expr }
  /** The member in hand of a fold over a set. */
  | { readonly op: 'member'; readonly out: number };

export type Axis =
  /** class i = the values listed there; with `rest` one more class, the last, holds every value that is not listed */
  | { readonly kind: 'values'; readonly of: Expr; readonly classes: readonly (readonly string[])[]; readonly rest?: boolean }
  /** class 0 is false, class 1 true */
  | { readonly kind: 'truth'; readonly of: Expr }
  /** class i = values below cut i (cuts ascend); a cut belongs to the class below it when `closed` */
  | { readonly kind: 'cuts'; readonly of: Expr; readonly cuts: readonly { readonly at: Expr; readonly closed: boolean }[] };
