import type { Inherits, RefersTo } from './above.ts';
import type { Benefit, BenefitLine, Guarantee } from './benefit.ts';
import type { Bill, Constraint, Payer } from './bill.ts';
import type {
  Accumulator,
  Again,
  Allocation,
  Assertion,
  Bands,
  Citation,
  Computed,
  Definition,
  Due,
  Eligibility,
  EnumValue,
  Exception,
  Field,
  ItemList,
  Order,
  Parameter,
  Posting,
  Tilt,
  Unexpressed,
  WaitingPeriod,
} from './declaration.ts';
import type { Expression, Open, Quoted } from './expression.ts';
import type { Scenario } from './scenario.ts';
import type { Name, Path, Span } from './span.ts';
import type { JoinStay, SplitStay } from './stay.ts';
import type { WideRow } from './table.ts';

export type { Inherits, Referred, RefersTo } from './above.ts';
export type { Given, Scenario, ScenarioLine } from './scenario.ts';

/** A day that law may leave open: a date, `暂按 D 待定 “…”`, or `待定 “…” [不早于 A] [不晚于 B]`. */
export type Day = Expression;

/** One line of law that has no default. */
export type Setting =
  /** `统筹区 “510700” 绵阳市` */
  | { readonly kind: 'area'; readonly code: Quoted; readonly name: Name; readonly span: Span }
  /** `险种 职工`, 暂按 or 待定 */
  | { readonly kind: 'scheme'; readonly value: Expression; readonly span: Span }
  /** `入口 结算`; `只供继承`: nobody settles against it, others take its names */
  | {
      readonly kind: 'entry';
      readonly law: 'settlement' | 'cashBenefit' | 'contribution' | 'clearing' | 'inheritedOnly';
      readonly span: Span;
    }
  /** `依据 访谈 = 文件 “000….txt”` */
  | { readonly kind: 'document'; readonly alias: Name; readonly file: Quoted; readonly span: Span }
  /** `自 D 起` */
  | { readonly kind: 'effective'; readonly day: Day; readonly span: Span }
  /** `发布 D` */
  | { readonly kind: 'published'; readonly day: Day; readonly span: Span }
  /** `版本日 就诊日`, `归属日 就诊日`: the date field that chooses the law, the one that chooses the period's cells */
  | { readonly kind: 'versionDay' | 'periodDay'; readonly field: Path; readonly span: Span }
  /** `主体 单位编号`: the text field that says whose event it is; without it 参保人. */
  | { readonly kind: 'subject'; readonly field: Path; readonly span: Span }
  /** `支付舍入 四舍五入到分` */
  | { readonly kind: 'rounding'; readonly rule: RoundingNode; readonly span: Span }
  /** `撤销后 重算|不重算` */
  | { readonly kind: 'onReversal'; readonly how: 'recompute' | 'stand'; readonly span: Span }
  /** `金额上限 1000万元` */
  | { readonly kind: 'moneyLimit'; readonly value: Expression; readonly span: Span }
  /** `建账日 D`: the first day of the ledger, for 期初 over empty periods */
  | { readonly kind: 'booksOpen'; readonly day: Day; readonly span: Span }
  | Inherits
  | RefersTo;

export interface RoundingNode {
  readonly mode: 'halfUp' | 'down' | 'up';
  readonly unit: 'fen' | 'jiao' | 'yuan';
  readonly span: Span;
}

export type Item =
  | Setting
  | Field
  | ItemList
  | Computed
  | Bill
  | Payer
  | Constraint
  | Parameter
  | Definition
  | Exception
  | Again
  | Bands
  | Accumulator
  | Posting
  | Due
  | Order
  | Eligibility
  | WaitingPeriod
  | Tilt
  | Benefit
  | Guarantee
  | Allocation
  | SplitStay
  | JoinStay
  | Unexpressed
  | Assertion
  | Citation;

export interface Vocabulary {
  readonly kind: 'vocabulary';
  readonly name: Name;
  readonly items: readonly Item[];
  readonly span: Span;
}

export interface Policy {
  readonly kind: 'policy';
  readonly name: Name;
  readonly items: readonly Item[];
  readonly span: Span;
}

/** `修订 “名” 发布 D1 自 D2 起 [至 D3] [并取代] { … }` */
export interface Amendment {
  readonly kind: 'amendment';
  readonly policy: Name;
  readonly published?: Day;
  readonly effective?: Day;
  readonly until?: Day;
  readonly supersedes: boolean;
  readonly citations: readonly Citation[];
  readonly changes: readonly Change[];
  readonly span: Span;
}

export type Change =
  /** `path 由 旧 改为 新`; a 出处 line before it in the block belongs to every later change up to the next 出处 */
  | {
      readonly kind: 'replace';
      readonly path: Path;
      readonly old: Expression;
      readonly new: Expression;
      readonly citations: readonly Citation[];
      readonly span: Span;
    }
  | { readonly kind: 'insert'; readonly item: Item; readonly citations: readonly Citation[]; readonly span: Span }
  /** `新增 path { … }`: lines put into what stands there */
  | {
      readonly kind: 'extend';
      readonly path: Path;
      readonly lines: readonly Addition[];
      readonly citations: readonly Citation[];
      readonly span: Span;
    }
  /** `停止 path` */
  | { readonly kind: 'stop'; readonly path: Path; readonly citations: readonly Citation[]; readonly span: Span }
  /** `改名 path 为 名` */
  | { readonly kind: 'rename'; readonly path: Path; readonly to: Name; readonly span: Span };

export type Law =
  /** `有界 式 在 a 至 b` */
  | { readonly kind: 'bounded'; readonly subject: Expression; readonly low?: Expression; readonly high?: Expression; readonly span: Span }
  /** `单调 随 字段, 式 不减少|不增加` */
  | {
      readonly kind: 'monotone';
      readonly along: Path;
      readonly subject: Expression;
      readonly direction: 'up' | 'down';
      readonly span: Span;
    }
  /** `比较 字段 由 甲 到 乙, 式 不减少|不增加` */
  | {
      readonly kind: 'compared';
      readonly field: Path;
      readonly from: Expression;
      readonly to: Expression;
      readonly subject: Expression;
      readonly direction: 'up' | 'down';
      readonly span: Span;
    }
  /** `拆合不变 按 部分, 式` */
  | { readonly kind: 'splitting'; readonly along: Path; readonly subject: Expression; readonly span: Span };

/** `性质 “题” 于 “政策” [当 条件] : 句` */
export interface Property {
  readonly kind: 'property';
  readonly title: Quoted;
  readonly policy: Name;
  readonly guard?: Expression;
  readonly law: Law;
  readonly span: Span;
}

/** `非规则 “sentence” “why”`: a sentence of the document that rules nothing, e.g. a statistic. */
export interface NotARule {
  readonly kind: 'notARule';
  readonly sentence: Quoted;
  readonly why: Quoted;
  readonly span: Span;
}

/** `核对 “file” { … }`: what of a document is no rule, so that every number of it is accounted for. */
export interface Reconciliation {
  readonly kind: 'reconciliation';
  readonly document: Quoted;
  readonly lines: readonly NotARule[];
  readonly span: Span;
}

export type TopLevel = Vocabulary | Policy | Amendment | Scenario | Property | Reconciliation;

/** One parsed file. `complete` is false after any syntax error: such a tree feeds services, never the compiler. */
export interface Tree {
  readonly file: string;
  readonly items: readonly TopLevel[];
  readonly complete: boolean;
}

export type { Open };

/** What may be put into a rule that stands: a line of a benefit, rows of a table, a band, values of an enumeration. */
export type Addition =
  | BenefitLine
  | { readonly kind: 'band'; readonly band: Bands['bands'][number]; readonly span: Span }
  | { readonly kind: 'rows'; readonly rows: readonly WideRow[]; readonly span: Span }
  | { readonly kind: 'values'; readonly values: readonly EnumValue[]; readonly span: Span };
