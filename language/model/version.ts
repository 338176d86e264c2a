import type { Span } from '../2-syntax/nodes/span.ts';
import type { DefinitionModel } from './definition.ts';
import type { CivilDay, Expr, OpenPointId, OverModel } from './expression.ts';

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
  /** 算得 in 明细, each with its item in hand at level 0. `agrees`: what an item states is what is worked out. */
  readonly computedItems: readonly { readonly list: string; readonly field: string; readonly value: Expr; readonly agrees: Expr }[];
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
  /** Of a year that begins on another day than the first of January. */
  readonly begins?: { readonly month: number; readonly day: number };
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
  readonly unit: 'days' | 'hours';
  readonly span: Span;
}

export interface EligibilityModel {
  readonly name: string;
  readonly condition: Expr;
  readonly reason: string;
  readonly span: Span;
  readonly citations: readonly number[];
}
