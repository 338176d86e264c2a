/** What a policy takes from other policies: names, and results for the same event. */
import type { Name, Path, Span } from './span.ts';

/** `继承 “四川省…” : 划入比例、退休划入 覆盖 退休划入`: names taken from a vocabulary or a policy, and those of them written anew here */
export interface Inherits {
  readonly kind: 'inherits';
  readonly from: Name;
  readonly names: readonly Name[];
  /** `人员类别 于 缴费月`: fields that hold here as of another day. */
  readonly restated: readonly { readonly field: Name; readonly asOf: Name }[];
  readonly overrides: readonly Name[];
  readonly span: Span;
}

/** `引用 “甲市居民医保” : 住院.支付、住院.起付 为 基本起付`: results of an earlier layer for the same event */
export interface RefersTo {
  readonly kind: 'refersTo';
  readonly from: Name;
  readonly results: readonly Referred[];
  readonly span: Span;
}

/** A result of an earlier layer, and the name it has here when it is not its own. */
export interface Referred {
  readonly path: Path;
  readonly as?: Name;
}
