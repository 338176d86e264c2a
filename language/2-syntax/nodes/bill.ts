import type { Expression, Quoted } from './expression.ts';
import type { Name, Span } from './span.ts';

/** `费用 总额 接口 “medfee_sumamt” = 政策范围内 接口 “inscp_scp_amt” + 先行自付 …` */
export interface Bill {
  readonly kind: 'bill';
  readonly total: BillPart;
  readonly parts: readonly BillPart[];
  readonly span: Span;
}

export interface BillPart {
  readonly name: Name;
  readonly interfaceName?: Quoted;
}

/** `付方 统筹基金 : 基金 接口 “hifp_pay”` */
export interface Payer {
  readonly kind: 'payer';
  readonly name: Name;
  readonly of: 'fund' | 'account' | 'fiscal' | 'hospital' | 'commercial' | 'person' | 'employer';
  readonly interfaceName?: Quoted;
  readonly span: Span;
}

/** `约束 [名] [当 guard :] condition`: combinations for which it is false do not exist and are refused. */
export interface Constraint {
  readonly kind: 'constraint';
  readonly name?: Name;
  readonly guard?: Expression;
  readonly condition: Expression;
  readonly span: Span;
}
