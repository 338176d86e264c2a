import type { Expression, Open, Quoted } from './expression.ts';
import type { Name, Path, Span } from './span.ts';
import type { Cell, Table } from './table.ts';

/** `出处 访谈 “sentence”`: `document` is the alias declared by 依据. */
export interface Citation {
  readonly kind: 'citation';
  readonly document: Name;
  readonly quote: Quoted;
  readonly span: Span;
}

export type TypeNode =
  | {
      readonly kind: 'plain';
      readonly of: 'money' | 'fen' | 'ratio' | 'points' | 'number' | 'date' | 'time' | 'months' | 'days' | 'bool' | 'text';
      readonly span: Span;
    }
  /** `整数 0 以上`: `range` is an interval cell. */
  | { readonly kind: 'integer'; readonly range?: Cell; readonly span: Span }
  | { readonly kind: 'enum' | 'set'; readonly values: readonly EnumValue[]; readonly span: Span }
  /** The name of a declared enumeration field: `集合 身份类别` or `枚举 机构等级`, or a bare name. */
  | { readonly kind: 'named'; readonly set: boolean; readonly name: Name; readonly span: Span };

export interface EnumValue {
  readonly name: Name;
  /** The national code, as text. */
  readonly code?: Quoted;
}

/** `接口 “aka130” 版本 “旧接口” { 定点药店购药 “12”、急诊 “16” }`: other codes by which the values of a field come in. */
export interface CodeTable {
  readonly interfaceName: Quoted;
  readonly version: Quoted;
  /** Each with a code; a value may have several. */
  readonly values: readonly EnumValue[];
  readonly span: Span;
}

/** `字段 医疗类别 : 枚举 { … } [可无] 于 就诊日 接口 “med_type” 接口 “aka130” 版本 “旧接口” { … }` */
export interface Field {
  readonly kind: 'field';
  readonly name: Name;
  readonly type: TypeNode;
  /** 可无: that an event does not have it is an answer too. */
  readonly optional?: true;
  readonly asOf?: Name;
  readonly interfaceName?: Quoted;
  readonly tables?: readonly CodeTable[];
  readonly span: Span;
}

/** `明细 项目 接口 “feedetail” { 字段 … }`: a list that the event carries; each item has these fields. */
export interface ItemList {
  readonly kind: 'items';
  readonly name: Name;
  readonly interfaceName?: Quoted;
  /** In the order of the text, those that are worked out among them. */
  readonly fields: readonly Field[];
  readonly computed: readonly ItemComputed[];
  readonly span: Span;
}

/** `算得 先付 : 分额 = 式`, in 明细: a field of each item that is worked out when the item does not state it. */
export interface ItemComputed {
  readonly field: Field;
  readonly citations: readonly Citation[];
  readonly value: Expression | Table;
}

/** `算得 政策范围内 = 式`: a field that is worked out when the event does not state it. */
export interface Computed {
  readonly kind: 'computed';
  readonly field: Name;
  readonly citations: readonly Citation[];
  readonly value: Expression | Table;
  readonly span: Span;
}

export interface Parameter {
  readonly kind: 'parameter';
  readonly name: Name;
  readonly type: TypeNode;
  readonly citations: readonly Citation[];
  readonly value: Expression | Table;
  readonly span: Span;
}

/** `定义 名 [(甲 : 类型, …)] : 类型 = 式` or, after its options, a table. */
export interface Definition {
  readonly kind: 'definition';
  readonly name: Name;
  readonly formals: readonly { readonly name: Name; readonly type: TypeNode }[];
  readonly type: TypeNode;
  readonly citations: readonly Citation[];
  readonly value: Expression | Table;
  /** The 表 of which it is one result: its name, and where that stands. */
  readonly among?: { readonly table: string; readonly at: Span };
  readonly span: Span;
}

/** `表 名 = | 轴 | → 甲 : 类型 | 乙 : 类型 |` and its rows: a definition for each result. */
export interface ResultTable {
  readonly kind: 'results';
  readonly definitions: readonly Definition[];
}

export type Adjustment =
  | { readonly how: 'set' | 'add' | 'subtract' | 'multiply' | 'atLeast' | 'atMost'; readonly value: Expression; readonly span: Span }
  | { readonly how: 'waive'; readonly span: Span };

/** `例外 名 [于 path] 当 条件 : 乘以 57% [优先于 甲、乙 | 叠加 | 取高 | 取低]`, citations before it as lines. */
export interface Exception {
  readonly kind: 'exception';
  readonly name: Name;
  readonly target?: Path;
  readonly guard?: Expression;
  readonly adjustment: Adjustment;
  readonly over: readonly Name[];
  readonly join?: 'both' | 'highest' | 'lowest';
  readonly span: Span;
}

/** `再`: the exceptions after it form another round. */
export interface Again {
  readonly kind: 'again';
  readonly span: Span;
}

/** `分段 名 { 至 1.9万元 : 0% … 以上 : 74% }` */
export interface Bands {
  readonly kind: 'bands';
  readonly name: Name;
  readonly citations: readonly Citation[];
  readonly bands: readonly { readonly upTo?: Expression; readonly ratio: Expression; readonly span: Span }[];
  readonly span: Span;
}

/** `累计 名 = 合计 式 [逐项 甲 于 明细] [当 条件] 每 键、键 [期初 式]` */
export interface Accumulator {
  readonly kind: 'accumulator';
  readonly name: Name;
  /** 另: a further line that feeds the accumulator of this name. */
  readonly also?: true;
  /** 减: the value is taken off the sum. */
  readonly minus?: true;
  readonly how: 'sum' | 'count' | 'greatest' | 'latest' | 'set';
  readonly value?: Expression;
  /** One entry for each item of a list or member of a set; value, guard and keys see it. */
  readonly each?: { readonly item: Name; readonly list: Expression };
  readonly guard?: Expression;
  readonly keys: readonly Expression[];
  /** `追溯`: fold the period's earlier events too; an expression: the opening value of a cell. */
  readonly opening?: Expression | { readonly kind: 'retroactive'; readonly span: Span };
  readonly span: Span;
}

/**
 * `支付 名 由 付方[、付方 分摊 d] 从 部分、部分 = 式 [当 条件]`. Inside 待遇 there is neither a name nor `= 式`. Outside a settlement there
 * is no 从; `入 账户` says that the money goes into an account. `缓缴 名 由 付方 至 日期 = 式` is a share that falls due later.
 */
export interface Posting {
  readonly kind: 'posting';
  readonly name?: Name;
  /** Payers, or `由 待定 “reason”`. */
  readonly by: readonly Name[] | Open;
  readonly share?: Path | Open;
  readonly from: readonly Name[];
  readonly into?: Name;
  /** 缓缴: the day on which it falls due. */
  readonly until?: Expression;
  /** 拨付: `value` is worked out with each item of a batch in hand. */
  readonly batch?: Batch;
  readonly value?: Expression;
  /** 叠加: pays beside another payment of the same payer for the same part. */
  readonly stacks?: boolean;
  readonly guard?: Expression;
  readonly span: Span;
}

/** `拨付 名 由 付方 [从 式] 逐项 甲 于 批 = 式 [当 条件] [尾差归 最大项|首项|末项|基金]` */
export interface Batch {
  readonly item: Name;
  readonly list: Path;
  readonly guard?: Expression;
  /** What there is to share out. */
  readonly pool?: Expression;
  /** Who takes what rounding leaves of the pool; `payer` keeps it. */
  readonly remainder?: { readonly to: 'greatest' | 'first' | 'last' | 'payer'; readonly span: Span };
}

/** `应缴 名 = 式 [当 条件]` or a table: what is due; the shares paid now and later add up to it. */
export interface Due {
  readonly kind: 'due';
  readonly name: Name;
  readonly citations: readonly Citation[];
  readonly value: Expression | Table;
  readonly guard?: Expression;
  readonly span: Span;
}

/** `分配 名 = 式 依次于 甲、乙 : 式、逐项 丙 于 明细 当 条件 : 式` */
export interface Allocation {
  readonly kind: 'allocation';
  readonly name: Name;
  readonly amount: Expression;
  readonly receivers: readonly Receiver[];
  readonly citations: readonly Citation[];
  readonly span: Span;
}

/** What takes at most `limit`. Without a name of its own it goes by the last name of `path` or of its list. */
export type Receiver =
  | { readonly kind: 'one'; readonly path: Path; readonly limit?: Expression; readonly span: Span }
  | {
      readonly kind: 'each';
      readonly name?: Path;
      readonly item: Name;
      readonly list: Path;
      readonly guard?: Expression;
      /** For one item. At least one of the two limits is there. */
      readonly limit?: Expression;
      /** `每 键、键 : 式`: for all items with the same keys together. */
      readonly together?: { readonly keys: readonly Expression[]; readonly limit: Expression };
      readonly span: Span;
    };

/** `先后 甲、乙、丙` */
export interface Order {
  readonly kind: 'order';
  readonly postings: readonly Path[];
  readonly span: Span;
}

/** `资格 名 : 条件 否则 “理由”` */
export interface Eligibility {
  readonly kind: 'eligibility';
  readonly name: Name;
  readonly condition: Expression;
  readonly reason: Quoted;
  readonly citations: readonly Citation[];
  readonly span: Span;
}

/** `等待期 [名] 月数 自 日期 当日起|次日起`: a form of 资格. `counting` absent is an error. */
export interface WaitingPeriod {
  readonly kind: 'waitingPeriod';
  readonly name?: Name;
  readonly length: Expression;
  readonly since: Expression;
  readonly counting?: { readonly from: 'sameDay' | 'nextDay'; readonly assumed?: Quoted; readonly span: Span };
  readonly citations: readonly Citation[];
  readonly span: Span;
}

/** `倾斜 名 当 条件 { path 乘以 60%; path 加 4个百分点 }`: one 例外 per line. */
export interface Tilt {
  readonly kind: 'tilt';
  readonly name: Name;
  readonly guard: Expression;
  readonly citations: readonly Citation[];
  readonly lines: readonly { readonly target: Path; readonly adjustment: Adjustment; readonly span: Span }[];
  readonly span: Span;
}

/** `未能表达 “sentence” “why”` */
export interface Unexpressed {
  readonly kind: 'unexpressed';
  readonly sentence: Quoted;
  readonly why: Quoted;
  readonly span: Span;
}

/** `断言 “名” : 条件` over constants. */
export interface Assertion {
  readonly kind: 'assertion';
  readonly name: Quoted;
  readonly condition: Expression;
  readonly span: Span;
}
