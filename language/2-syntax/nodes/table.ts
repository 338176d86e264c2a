import type { Expression } from './expression.ts';
import type { Span } from './span.ts';

/** A cell of an axis: what values of the axis the row (or column) covers. */
export type Cell =
  | { readonly kind: 'values'; readonly values: readonly Expression[]; readonly span: Span }
  | {
      readonly kind: 'interval';
      readonly low?: Bound;
      readonly high?: Bound;
      readonly span: Span;
    }
  /** `含 低保、特困`, `含 低保 非 含 特困`, `非 含 特困`: of a set, any of the first and none of the second. */
  | { readonly kind: 'has'; readonly some: readonly Expression[]; readonly none: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'any'; readonly span: Span }
  | { readonly kind: 'other'; readonly span: Span };

/** One end of an interval. `included` is what the words say: 以上 以下 不超过 include, 超过 不满 不足 do not. */
export interface Bound {
  readonly value: Expression;
  readonly included: boolean;
  /** True when `至` left this end to the reader: an error for money, included for whole numbers. */
  readonly implied: boolean;
}

/** 表 in cross-tab form (`A ＼ B`) or list form (last header cell is →). */
export type Table =
  | {
      readonly kind: 'cross';
      readonly rowAxis: Expression;
      readonly columnAxis: Expression;
      readonly columns: readonly Cell[];
      readonly rows: readonly CrossRow[];
      /** An amendment took out some of what the text shows. */
      readonly cut?: true;
      readonly span: Span;
    }
  | {
      readonly kind: 'list';
      readonly axes: readonly Expression[];
      readonly rows: readonly ListRow[];
      /** One result of several that each row of the text has: how many. */
      readonly results?: number;
      /** An amendment took out some of what the text shows. */
      readonly cut?: true;
      readonly span: Span;
    };

export interface CrossRow {
  readonly head: Cell;
  readonly results: readonly Expression[];
  readonly span: Span;
}

export interface ListRow {
  readonly heads: readonly Cell[];
  readonly result: Expression;
  readonly span: Span;
}

/** A row as written. Where its header is not at hand, a result that is a constant stands among the heads. */
export interface WideRow {
  readonly heads: readonly Cell[];
  readonly results: readonly Expression[];
  readonly span: Span;
}
