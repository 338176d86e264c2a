import type { Span } from '../2-syntax/nodes/span.ts';
import type { Expr, OpenPointId, Type } from './expression.ts';

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
