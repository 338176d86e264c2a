import type { Expression } from './expression.ts';
import type { Path, Span } from './span.ts';

/** `拆单 于 年末 自 入院日 至 出院日 [按 项目.发生日] [当 条件]` */
export interface SplitStay {
  readonly kind: 'splitStay';
  readonly period: 'year' | 'quarter' | 'month';
  /** 医保年度(7, 1): the month and the day on which a year begins, as numbers. */
  readonly begins?: readonly [Expression, Expression];
  readonly from: Path;
  readonly to: Path;
  /** A field of a list: the day of each item. */
  readonly by?: Path;
  readonly guard?: Expression;
  readonly span: Span;
}

/** `并单 当 条件 并入 条件 自 就诊日 至 入院日 3天以内` */
export interface JoinStay {
  readonly kind: 'joinStay';
  readonly earlier: Expression;
  readonly stay: Expression;
  readonly from: Path;
  readonly to: Path;
  readonly within: Expression;
  readonly span: Span;
}
