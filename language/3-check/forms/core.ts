import type { Name, Path, Quoted, Span } from '../../2-syntax/node.ts';
import type { Benefit, Guarantee } from '../../2-syntax/nodes/benefit.ts';
import type {
  Again,
  Allocation,
  Citation,
  Computed,
  Due,
  Eligibility,
  Exception,
  Posting,
  Tilt,
  WaitingPeriod,
} from '../../2-syntax/nodes/declaration.ts';
import type { Expression } from '../../2-syntax/nodes/expression.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';
import type { Table } from '../../2-syntax/nodes/table.ts';
import type { FormModel } from '../../model/types.ts';

/**
 * What the items of a policy are once its forms are written out in the core.
 *
 * Synthesised expressions use the ordinary syntax tree. Their paths are absolute and one name is one part of the address, so that
 * joining the names with dots gives the address: `住院` + `支付限额[年支付]` → "住院.支付限额[年支付]". Every synthesised node has the span
 * of the line it stands for. INVARIANT: an expression written by the user is the same object as in the items (spans and identity kept).
 *
 * What synthesised values rely on: a money literal of whole fen may stand where 分额 is wanted (0元); `取小`, `取大`, `已累计` are the
 * built-ins by those names; `版本日` is the policy's chosen date field.
 */
export type CoreItem = PlainItem | CoreDefinition | CorePosting | CoreException | CoreEligibility | CoreBenefit | CoreAllocation;

/**
 * Items that mean the same before and after. A 出处 line is here only when it belongs to no item; one that stands before an item is
 * moved into that item's `citations` (for 累计, 约束 and other items without that field it stays, as the line before).
 */
export type PlainItem = Exclude<
  Item,
  Due | Benefit | Guarantee | Allocation | Computed | Tilt | WaitingPeriod | Eligibility | Posting | Exception | Again
>;

/** A definition that a form makes. */
export interface CoreDefinition {
  readonly kind: 'formDefinition';
  /** "住院.起付" */
  readonly address: string;
  /** Absent: inferred from the value. */
  readonly type?: 'bool' | 'ratio' | 'money' | 'months' | 'date';
  /** 支付舍入 applies to the value after its exceptions, which makes it 分额. */
  readonly rounded: boolean;
  /** The guard of the benefit is already inside: 如果 住院.用 则 … 否则 0元. */
  readonly value: Expression | Table;
  readonly form: FormModel;
  /** What a list that receives an allocation takes, item by item in its order: at most `limit` each, together no more than `left`. */
  readonly allots?: Allots;
  /** Name of the 待遇 or 保底 it belongs to; absent for a 等待期 or 资格 of the whole policy. */
  readonly benefit?: string;
  readonly citations: readonly Citation[];
  readonly span: Span;
}

/** The name of a 分配; its amounts are definitions named after it. */
export interface CoreAllocation {
  readonly kind: 'coreAllocation';
  readonly name: string;
  readonly span: Span;
}

/** A receiving list of an allocation. */
export interface Allots {
  readonly item: Name;
  readonly list: Path;
  readonly guard?: Expression;
  readonly limit?: Expression;
  readonly together?: { readonly keys: readonly Expression[]; readonly limit: Expression };
  readonly left: Expression;
}

/** Every posting, written out or made by a form. Its value is rounded by 支付舍入 after its exceptions. */
export interface CorePosting {
  readonly kind: 'formPosting';
  /** "住院.支付", or the name of a 支付 or 保底 line. */
  readonly address: string;
  /** For a 支付 that stands outside any 待遇: the definition that says whether it is for this event, "大病支付.用". */
  readonly applies?: string;
  readonly by: Posting['by'];
  readonly share?: NonNullable<Posting['share']>;
  readonly from: Posting['from'];
  readonly into?: NonNullable<Posting['into']>;
  readonly until?: NonNullable<Posting['until']>;
  /** 拨付: `value` is the sum over the batch of what each item gets; `pool` the address of what there is to share out. */
  readonly batch?: { readonly pool?: string; readonly remainder?: NonNullable<Posting['batch']>['remainder'] };
  /** `guard` is already inside `value`. It is repeated here for the question whether two postings can meet. */
  readonly value: Expression;
  readonly guard?: Expression;
  /** 叠加: it may meet another payment of its payer. */
  readonly stacks?: boolean;
  readonly form: FormModel;
  readonly benefit?: string;
  readonly citations: readonly Citation[];
  readonly span: Span;
}

/** An exception with its target and round spelled out; a 倾斜 gives one per line, all with the bundle's guard and name. */
export interface CoreException {
  readonly kind: 'coreException';
  readonly name: string;
  /** Absolute, as the user could have written it: keys in brackets are kept as keys. */
  readonly target: Path;
  /** 0 for the first round; each 再 adds one. */
  readonly round: number;
  readonly guard?: Expression;
  readonly adjustment: Exception['adjustment'];
  readonly over: Exception['over'];
  readonly join?: 'both' | 'highest' | 'lowest';
  /** The 倾斜 it comes from. */
  readonly bundle?: { readonly name: string; readonly span: Span };
  readonly citations: readonly Citation[];
  readonly span: Span;
}

/** 资格, or what a 等待期 stands for. Its condition is a definition of type bool at `address`; `benefit` absent = the whole policy. */
export interface CoreEligibility {
  readonly kind: 'coreEligibility';
  readonly name: string;
  /** "住院.参保满期"; a formDefinition with this address stands in the list. */
  readonly address: string;
  readonly reason: Quoted;
  readonly benefit?: string;
  readonly citations: readonly Citation[];
  readonly span: Span;
}

/** One 待遇: which definitions say whether it is for this event. */
export interface CoreBenefit {
  readonly kind: 'coreBenefit';
  readonly name: string;
  /** Address of 适用 alone: "住院.适用". */
  readonly fits: string;
  /** Address of 适用 and all 资格 of this benefit: "住院.用". */
  readonly applies: string;
  /** Names of its CoreEligibility items. */
  readonly eligibility: readonly string[];
  /** Other spellings of its addresses: "住院.起付线" → "住院.起付标准", "住院.限额" → the only cap, "住院.支付限额[年支付]" → "住院.支付限额". */
  readonly aliases: ReadonlyMap<string, string>;
  readonly span: Span;
}
