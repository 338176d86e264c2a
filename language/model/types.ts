import type { Rational } from '../../runtime/money/rational.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { PropertyModel, ScenarioModel } from './trial.ts';

export type * from './trial.ts';

/**
 * The checked model: all that later stages may know. Every name is resolved to an address, every expression is typed, every form is
 * expanded into core definitions that keep the form's name, role and span. One `VersionModel` per distinct law on the timeline.
 */
export interface Model {
  readonly policies: readonly PolicyModel[];
  readonly scenarios: readonly ScenarioModel[];
  readonly properties: readonly PropertyModel[];
}

export type Type =
  | { readonly kind: 'money' | 'fen' | 'ratio' | 'points' | 'number' | 'months' | 'days' | 'date' | 'bool' | 'text' }
  | { readonly kind: 'integer'; readonly min?: bigint; readonly max?: bigint }
  /** `name` is the field that lists the values. */
  | { readonly kind: 'enum' | 'set'; readonly name: string; readonly values: readonly string[] };

export interface PolicyModel {
  readonly name: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly scheme?: string;
  readonly schemePoint?: OpenPointId;
  readonly entry: 'settlement' | 'cashBenefit' | 'contribution' | 'clearing';
  readonly versionDay: string;
  readonly periodDay: string;
  /** The text field that says whose event it is. */
  readonly subject: string;
  readonly rounding: { readonly mode: 'halfUp' | 'down' | 'up'; readonly unit: 'fen' | 'jiao' | 'yuan' };
  readonly onReversal: 'recompute' | 'stand';
  readonly moneyLimit: Rational;
  readonly booksOpen?: CivilDay;
  /** Union over all versions, by name. */
  readonly inputs: readonly InputModel[];
  /** 明细, by name; a union over all versions, as the inputs are. */
  readonly lists: readonly ListModel[];
  readonly bill?: { readonly total: string; readonly parts: readonly string[] };
  readonly payers: readonly PayerModel[];
  /** 引用: results of earlier layers for the same event. Union over all versions, by name. */
  readonly references: readonly ReferenceModel[];
  readonly accumulators: readonly AccumulatorModel[];
  readonly points: readonly OpenPoint[];
  readonly citations: readonly CitationModel[];
  readonly versions: readonly VersionModel[];
  readonly timeline: readonly TimelineCellModel[];
  readonly unexpressed: readonly { readonly sentence: string; readonly why: string; readonly span: Span }[];
  readonly span: Span;
}

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type OpenPointId = number;

/** 待定 or 暂按 as written in one place. */
export interface OpenPoint {
  readonly address: string;
  readonly reason: string;
  readonly span: Span;
  readonly type?: Type;
  readonly candidates: readonly Value[];
}

/** A constant known when compiling; money in yuan, ratios and points as fractions of one. */
export type Value =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'date'; readonly value: CivilDay }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'enum'; readonly value: string }
  | { readonly kind: 'set'; readonly values: readonly string[] };

export interface CitationModel {
  readonly document: string;
  readonly quote: string;
  readonly found?: { readonly start: number; readonly end: number };
  readonly span: Span;
}

export interface InputModel {
  readonly name: string;
  readonly type: Type;
  readonly interfaceName?: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly asOf?: string;
  readonly bill: boolean;
  readonly span: Span;
}

/** A list that an event carries; each item has these fields. */
export interface ListModel {
  readonly name: string;
  readonly interfaceName?: string;
  readonly fields: readonly InputModel[];
  readonly span: Span;
}

export interface PayerModel {
  readonly name: string;
  readonly of: 'fund' | 'account' | 'fiscal' | 'hospital' | 'commercial' | 'person' | 'employer';
  readonly interfaceName?: string;
}

/** A result of another policy, read as settled for the same event. */
export interface ReferenceModel {
  /** Its name here. */
  readonly name: string;
  readonly policy: string;
  readonly address: string;
  readonly type: Type;
}

export interface AccumulatorModel {
  readonly name: string;
  readonly how: 'sum' | 'count' | 'greatest' | 'latest' | 'set';
  readonly type: Type;
  readonly keyTypes: readonly Type[];
  readonly span: Span;
}

/** Inclusive `from`, exclusive `to`; absent = unbounded. */
export interface TimelineCellModel {
  readonly from?: CivilDay;
  readonly to?: CivilDay;
  readonly knownFrom?: CivilDay;
  readonly knownTo?: CivilDay;
  /** Index into `versions`; absent = no law. */
  readonly version?: number;
  readonly candidates: readonly number[];
  readonly point?: OpenPointId;
  /** Published days that are 暂按: relied on by every answer that asks what was known on a day. */
  readonly knownAssumes?: readonly OpenPointId[];
}

export interface VersionModel {
  readonly id: string;
  readonly amendments: readonly {
    readonly effective?: CivilDay;
    readonly published?: CivilDay;
    readonly until?: CivilDay;
    readonly span: Span;
    readonly citations: readonly number[];
  }[];
  readonly assumes: readonly OpenPointId[];
  /** In dependence order; postings stand among them. */
  readonly definitions: readonly DefinitionModel[];
  /** Addresses, in the order in which they take from the parts. */
  readonly postings: readonly string[];
  /** 应缴: addresses of what is due in a contribution. */
  readonly dues: readonly string[];
  readonly entries: readonly {
    readonly accumulator: string;
    /** One entry for each of these: guard, value and keys have it in hand, at level 0. */
    readonly each?: OverModel;
    readonly guard: Expr;
    readonly value: Expr;
    readonly keys: readonly Expr[];
    readonly opening?: Expr;
    /** 期初 追溯 */
    readonly retroactive?: true;
  }[];
  /** 拆单; at most one. */
  readonly splits: readonly SplitModel[];
  /** 并单 */
  readonly joins: readonly JoinModel[];
  /** 算得: fields that the definition at the address of the same name works out. */
  readonly computed: readonly string[];
  readonly eligibility: readonly EligibilityModel[];
  readonly benefits: readonly {
    readonly name: string;
    readonly applies: string;
    readonly fits: string;
    readonly eligibility: readonly EligibilityModel[];
  }[];
  readonly constraints: readonly { readonly name?: string; readonly holds: Expr; readonly span: Span }[];
}

/** A stay across the turn of a period is settled in parts. `by`: the day of each item of a list. */
export interface SplitModel {
  readonly period: 'year' | 'quarter' | 'month';
  readonly from: string;
  readonly to: string;
  readonly by?: { readonly list: string; readonly field: string };
  readonly guard?: Expr;
  readonly span: Span;
}

/** An earlier visit becomes part of a stay that begins within some days of it. */
export interface JoinModel {
  readonly earlier: Expr;
  readonly stay: Expr;
  readonly from: string;
  readonly to: string;
  readonly within: Expr;
  readonly span: Span;
}

export interface EligibilityModel {
  readonly name: string;
  readonly condition: Expr;
  readonly reason: string;
  readonly span: Span;
  readonly citations: readonly number[];
}

export interface DefinitionModel {
  /** "住院.起付" */
  readonly address: string;
  readonly type: Type;
  readonly value: Expr;
  readonly rounds: readonly (readonly AdjustmentModel[])[];
  readonly posting?: PostingModel;
  readonly form: FormModel;
  readonly span: Span;
  readonly citations: readonly number[];
}

/** What a definition that posts posts, and to whose account. */
export interface PostingModel {
  readonly payers: readonly string[];
  /** 分摊: per payer the address of its share, which is worked out from this posting. */
  readonly shares?: readonly string[];
  readonly shareOpen?: OpenPointId;
  /** Empty outside a settlement. */
  readonly parts: readonly string[];
  /** 入: the account that the money goes into. */
  readonly into?: string;
  /** 缓缴: the day on which it falls due. */
  readonly until?: Expr;
  /** 拨付: an amount for each item of a batch; the definition's own value is their sum. */
  readonly members?: {
    readonly list: string;
    readonly guard?: Expr;
    /** Whole fen, with the item in hand. */
    readonly value: Expr;
    /** Address of what there is to share out, in whole fen. */
    readonly pool?: string;
    readonly remainder?: 'greatest' | 'first' | 'last' | 'payer';
  };
}

/** Same roles as runtime/ir `Note.form`, by address. */
export type FormModel =
  | {
      readonly kind:
        | 'definition'
        | 'parameter'
        | 'posting'
        | 'applies'
        | 'base'
        | 'ratio'
        | 'standard'
        | 'limit'
        | 'eligibility'
        | 'computed'
        | 'over'
        | 'copay'
        | 'due'
        | 'deferral'
        | 'allotment';
    }
  | { readonly kind: 'deductible'; readonly base: string; readonly standard: string; readonly used?: string }
  | {
      readonly kind: 'expenseCap';
      readonly base: string;
      readonly deductible?: string;
      readonly limits: readonly { readonly limit: string; readonly used?: string }[];
    }
  | { readonly kind: 'payable'; readonly base: string; readonly ratio?: string; readonly bands?: string }
  | {
      readonly kind: 'payment';
      readonly payable: string;
      readonly limits: readonly { readonly limit: string; readonly used?: string }[];
      readonly deductible?: string;
    }
  | { readonly kind: 'guarantee'; readonly floor: string; readonly paid: readonly string[] }
  | { readonly kind: 'used'; readonly accumulator: string }
  | { readonly kind: 'allocation'; readonly of: 'whole' | 'available' | 'sum' | 'rest' }
  | { readonly kind: 'receiver'; readonly amount: string; readonly before: readonly string[] };

export interface AdjustmentModel {
  readonly name: string;
  /** `subtract` is add of a negated value. */
  readonly how: 'set' | 'add' | 'multiply' | 'atLeast' | 'atMost' | 'waive';
  readonly guard: Expr;
  readonly value?: Expr;
  readonly join?: 'both' | 'highest' | 'lowest';
  readonly span: Span;
  readonly citations: readonly number[];
}

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
  | { readonly kind: 'daysBetween' | 'wholeMonths' | 'age'; readonly from: Expr; readonly to: Expr }
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
