import type { Rational } from '../../../runtime/money/rational.ts';
import type { Name, Path, Span } from './span.ts';
import type { Cell } from './table.ts';

/** The closed list of units a number may carry. `none` is a bare number. */
export type Unit =
  | 'none'
  | 'yuan'
  | 'jiao'
  | 'fen'
  | 'percent'
  | 'permille'
  | 'points'
  | 'months'
  | 'years'
  | 'days'
  | 'age'
  | 'times'
  | 'hours'
  | 'fold';

export type BinaryOperator = '+' | '-' | '×' | '÷';
export type Comparison = '=' | '≠' | '<' | '≤' | '>' | '≥';

/**
 * `text`, when present on a literal, is what was written; `value` is exact.
 * Units 千 万 亿 are already multiplied in: `1.3万元` is 13000 yuan.
 */
export type Expression =
  | { readonly kind: 'quantity'; readonly value: Rational; readonly unit: Unit; readonly text: string; readonly span: Span }
  | { readonly kind: 'date'; readonly year: number; readonly month: number; readonly day: number; readonly span: Span }
  /** `2023-05-01 13:30` */
  | { readonly kind: 'time'; readonly text: string; readonly span: Span }
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'truth'; readonly value: boolean; readonly span: Span }
  /** A name, a dotted path, or an enumeration value: which of these is the checker's to say. */
  | { readonly kind: 'reference'; readonly path: Path; readonly span: Span }
  | { readonly kind: 'call'; readonly callee: Path; readonly args: readonly Argument[]; readonly span: Span }
  /** `大病段(a 至 b)` */
  | { readonly kind: 'slice'; readonly callee: Path; readonly from: Expression; readonly to: Expression; readonly span: Span }
  /** `余(政策范围内、先行自付, 经 住院.支付、大病支付)` */
  | { readonly kind: 'remaining'; readonly parts: readonly Path[]; readonly after: readonly Path[]; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression; readonly span: Span }
  /** `x 是 A、B` and `x 是 2 以上`: the right side is a cell. */
  | { readonly kind: 'is'; readonly subject: Expression; readonly cell: Cell; readonly span: Span }
  /** `身份 含 低保、特困`: contains any of them. */
  | { readonly kind: 'contains'; readonly subject: Expression; readonly values: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'not'; readonly operand: Expression; readonly span: Span }
  | { readonly kind: 'if'; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression; readonly span: Span }
  | Open
  /** `暂按 x 待定 “reason”` */
  | { readonly kind: 'assumed'; readonly value: Expression; readonly reason: Quoted; readonly span: Span }
  /** `先付比例(码) 于 项.发生日`: a dated definition read on another day. */
  | { readonly kind: 'asOf'; readonly subject: Expression; readonly day: Expression; readonly span: Span }
  /** `合计 甲.金额 逐项 甲 于 明细 当 条件` */
  | {
      readonly kind: 'fold';
      readonly how: 'sum' | 'count' | 'greatest' | 'least';
      readonly body?: Expression;
      readonly item: Name;
      readonly list: Expression;
      readonly guard?: Expression;
      readonly span: Span;
    };

/** `待定 “reason” [候选 a、b] [不早于 A] [不晚于 B]` */
export interface Open {
  readonly kind: 'open';
  readonly reason: Quoted;
  readonly candidates: readonly Expression[];
  readonly notBefore?: Expression;
  readonly notAfter?: Expression;
  readonly span: Span;
}

/** A quoted text, kept verbatim; `span` covers the quotes. */
export interface Quoted {
  readonly text: string;
  readonly span: Span;
}

/** Positional, or `键 = 式`. */
export interface Argument {
  readonly name?: Name;
  readonly value: Expression;
}
