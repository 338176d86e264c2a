import type { Citation, Eligibility, Posting, Tilt, WaitingPeriod } from './declaration.ts';
import type { Expression, Quoted } from './expression.ts';
import type { Name, Path, Span } from './span.ts';
import type { Table } from './table.ts';

/** What a deductible or cap is measured against: one event, or an accumulator. A bare one is an error. */
export type Measure = (
  | { readonly kind: 'perVisit'; readonly span: Span }
  | { readonly kind: 'against'; readonly accumulator: Path; readonly span: Span }
) & {
  /** `暂按 每次 待定 “reason”`: the law does not say how it counts. */
  readonly assumed?: Quoted;
};

/** `待遇 名 { … }`; each line may stand once unless it says otherwise. */
export interface Benefit {
  readonly kind: 'benefit';
  readonly name: Name;
  readonly lines: readonly BenefitLine[];
  readonly span: Span;
}

export type BenefitLine =
  | Citation
  | Eligibility
  | WaitingPeriod
  | Tilt
  | (Posting & { readonly name?: undefined })
  /** `适用 条件` */
  | { readonly kind: 'applies'; readonly condition: Expression; readonly span: Span }
  /** `基数 式` */
  | { readonly kind: 'base'; readonly value: Expression; readonly span: Span }
  /** `起付线 式|表 每次|累计于 名`; `无起付线` is value 0 written as `起付线 0元 每次`. */
  | { readonly kind: 'deductible'; readonly value: Expression | Table; readonly measure?: Measure; readonly span: Span }
  /** `报销比例 式|表` */
  | { readonly kind: 'ratio'; readonly value: Expression | Table; readonly span: Span }
  /** `分段 名 [扣除起付重新起算]` */
  | { readonly kind: 'byBands'; readonly bands: Path; readonly restart: boolean; readonly span: Span }
  /** `限额 支付|费用 式|表 每次|累计于 名`; may stand several times. `on` absent is an error. */
  | {
      readonly kind: 'cap';
      readonly on?: 'payment' | 'expense';
      readonly value: Expression | Table;
      readonly measure?: Measure;
      readonly span: Span;
    }
  /** `次序 先乘后扣` */
  | { readonly kind: 'ratioFirst'; readonly span: Span };

/** `保底 名 由 付方 从 部分 = 比例|金额 于 基数 经 支付、支付 [当 条件]`: tops up what earlier postings paid. */
export interface Guarantee {
  readonly kind: 'guarantee';
  readonly name: Name;
  readonly by: Posting['by'];
  readonly from: Posting['from'];
  readonly floor: Expression;
  readonly base?: Expression;
  readonly after: readonly Path[];
  readonly guard?: Expression;
  readonly citations: readonly Citation[];
  readonly span: Span;
}
