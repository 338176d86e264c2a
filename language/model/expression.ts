import type { Rational } from '../../runtime/money/rational.ts';
import type { Span } from '../2-syntax/nodes/span.ts';

export type Type =
  | { readonly kind: 'money' | 'fen' | 'ratio' | 'points' | 'number' | 'months' | 'days' | 'date' | 'time' | 'bool' | 'text' }
  | { readonly kind: 'integer'; readonly min?: bigint; readonly max?: bigint }
  /** `name` is the field that lists the values. */
  | { readonly kind: 'enum' | 'set'; readonly name: string; readonly values: readonly string[] };

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type OpenPointId = number;

/** A constant known when compiling; money in yuan, ratios and points as fractions of one. */
export type Value =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'date'; readonly value: CivilDay }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'enum'; readonly value: string }
  | { readonly kind: 'set'; readonly values: readonly string[] };

/** Typed, resolved expressions. `constant` is a parameter when `address` is set (an amendable number), else a plain literal. */
export type Expr = { readonly type: Type; readonly span: Span } & (
  | {
      readonly kind: 'constant';
      readonly value: Value;
      readonly address?: string;
      readonly row?: string;
      readonly citations: readonly number[] /** 暂按 */;
      readonly assumed?: OpenPointId;
    }
  | {
      readonly kind: 'open';
      readonly point: OpenPointId;
      readonly address?: string;
      readonly row?: string;
      readonly citations: readonly number[];
    }
  | { readonly kind: 'assumed'; readonly of: Expr; readonly point: OpenPointId }
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'definition'; readonly address: string }
  | { readonly kind: 'sum'; readonly terms: readonly { readonly of: Expr; readonly sign: 1 | -1 }[] }
  | { readonly kind: 'product'; readonly a: Expr; readonly b: Expr }
  /** Divisor known when compiling (a constant or parameter): exact. Otherwise only directly under a round. */
  | { readonly kind: 'quotient'; readonly a: Expr; readonly b: Expr }
  | { readonly kind: 'least' | 'greatest'; readonly of: readonly Expr[] }
  /** Unit `one`: a number to a whole one; the others are of money. */
  | { readonly kind: 'round'; readonly of: Expr; readonly mode: 'halfUp' | 'down' | 'up'; readonly unit: 'fen' | 'jiao' | 'yuan' | 'one' }
  /** 百分点数(x): number → points */
  | { readonly kind: 'asPoints'; readonly of: Expr }
  /** 余率(r) = 100% − r */
  | { readonly kind: 'complement'; readonly of: Expr }
  | { readonly kind: 'compare'; readonly test: '=' | '≠' | '<' | '≤' | '>' | '≥'; readonly a: Expr; readonly b: Expr }
  | { readonly kind: 'oneOf'; readonly of: Expr; readonly values: readonly string[] }
  | { readonly kind: 'contains'; readonly of: Expr; readonly values: readonly string[] }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Expr[] }
  | { readonly kind: 'not'; readonly of: Expr }
  | { readonly kind: 'choose'; readonly if: Expr; readonly then: Expr; readonly otherwise: Expr }
  | { readonly kind: 'table'; readonly table: TableModel }
  /** `ratios`: what each band says for one unit of what its bounds measure */
  | {
      readonly kind: 'bands';
      readonly name: string;
      readonly bounds: readonly Expr[];
      readonly ratios: readonly Expr[];
      readonly from: Expr;
      readonly to: Expr;
    }
  | { readonly kind: 'accumulated'; readonly accumulator: string; readonly keys: readonly Expr[] }
  | { readonly kind: 'previous'; readonly accumulator: string }
  /** a result of an earlier layer, by its name in `references` */
  | { readonly kind: 'reference'; readonly name: string }
  /** `layers`: payments of earlier layers, by their names in `references` */
  | { readonly kind: 'remaining'; readonly parts: readonly string[]; readonly after: readonly string[]; readonly layers: readonly string[] }
  | { readonly kind: 'personal'; readonly after: readonly string[] }
  | { readonly kind: 'addMonths'; readonly day: Expr; readonly months: Expr }
  | { readonly kind: 'addDays'; readonly day: Expr; readonly days: Expr }
  | { readonly kind: 'daysBetween' | 'wholeMonths' | 'age' | 'hoursBetween'; readonly from: Expr; readonly to: Expr }
  /** 所在日: the day of a time */
  | { readonly kind: 'dayOf'; readonly time: Expr }
  | { readonly kind: 'yearOf' | 'monthOf' | 'quarterOf' | 'dayKey' | 'monthStart'; readonly day: Expr }
  | { readonly kind: 'benefitYear'; readonly day: Expr; readonly month: number; readonly dayOfMonth: number }
  /** 逐项. Of nothing: 0, but a least, and a greatest of days, is a violation. */
  | {
      readonly kind: 'fold';
      readonly how: 'sum' | 'count' | 'greatest' | 'least';
      readonly over: OverModel;
      readonly guard?: Expr;
      readonly value?: Expr;
    }
  /** A field of the item in hand. `level` = how many folds stand around the fold it belongs to: an argument keeps it inside further folds. */
  | { readonly kind: 'item'; readonly level: number; readonly list: string; readonly field: string }
  /** 分得: what the item in hand was given of `amount`. `limit` and `guard` see that item alone, at level 0. */
  | {
      readonly kind: 'allotted';
      readonly level: number;
      readonly list: string;
      readonly amount: Expr;
      readonly limit: Expr;
      /** The most that all items with the same keys are given together. */
      readonly together?: { readonly keys: readonly Expr[]; readonly limit: Expr };
      readonly guard?: Expr;
    }
  /** 有: whether an optional field, of the event or of the item in hand, is there. */
  | { readonly kind: 'given'; readonly of: Expr }
  /** The member in hand of a fold over a set. */
  | { readonly kind: 'member'; readonly level: number }
);

/** What a fold runs over: a list of the event, or a set. */
export type OverModel = { readonly kind: 'items'; readonly list: string } | { readonly kind: 'members'; readonly of: Expr };

/**
 * A total, disjoint function of its axes, cut into classes. `grid[i]` (first axis slowest) is an index into `results`, or -1 where no
 * patient can be. A result keeps its own address "门诊比例[三级, 在职]" through its constant.
 */
export interface TableModel {
  readonly address: string;
  readonly axes: readonly AxisModel[];
  readonly grid: readonly number[];
  readonly results: readonly Expr[];
}

export type AxisModel =
  /** With `rest` one more class, the last, holds every value that is not listed: texts cannot be listed all. */
  | { readonly kind: 'values'; readonly of: Expr; readonly classes: readonly (readonly string[])[]; readonly rest?: boolean }
  /** class 0 is false, class 1 true */
  | { readonly kind: 'truth'; readonly of: Expr }
  /** Days are cut at day numbers. */
  | { readonly kind: 'cuts'; readonly of: Expr; readonly cuts: readonly { readonly at: Rational; readonly closed: boolean }[] };
