import type { Citation } from '../../2-syntax/nodes/declaration.ts';
import type { Expression } from '../../2-syntax/nodes/expression.ts';
import type { Amendment, Change, Inherits, Item } from '../../2-syntax/nodes/policy.ts';
import type { Name, Span } from '../../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { CivilDay } from '../../model/types.ts';

/** What the base policy and its amendments give together. */
export interface Timeline {
  /** Distinct laws, in order of first appearance; each is checked as a whole. */
  readonly versions: readonly EffectivePolicy[];
  /** The items as they stand, where no 自 or 发布 says on which days: nothing is laid out then, but the text can be checked. */
  readonly undated?: EffectivePolicy;
  /** Rectangles of version day × known day: disjoint, and together they cover the plane. */
  readonly cells: readonly TimelineCell[];
  /** Days the law leaves open or assumes, with the address under which 设 and the answer name them. */
  readonly dayPoints: readonly DayPoint[];
  readonly diagnostics: readonly Diagnostic[];
  /** For each version that a definition may be read from on another day: what holds along the days by the same knowledge. */
  readonly columns: ReadonlyMap<number, readonly ColumnStretch[]>;
}

/** From a day on (absent: from the beginning of time) the law is one of these versions; none: no law. */
export interface ColumnStretch {
  readonly from?: CivilDay;
  readonly versions: readonly number[];
  readonly open: readonly Expression[];
}

/** The items in force in some cells. */
export interface EffectivePolicy {
  /** "2022-01-01", then "+2023-01-01" for each amendment in force; "未施行" while the open 自 of the policy may lie ahead. */
  readonly id: string;
  readonly items: readonly Item[];
  readonly amendments: readonly AmendmentInForce[];
  /**
   * Where a value written by an amendment comes from, by the expression that now stands in `items` (object identity). Citations of
   * inserted items stand in the items themselves (as 出处 lines before them, or in their own `citations`).
   */
  readonly provenance: ReadonlyMap<Expression, { readonly amendment: Amendment; readonly citations: readonly Citation[] }>;
  /** Days that are 暂按 … 待定: every answer under this version lists them. */
  readonly assumes: readonly Expression[];
  /** What the 继承 lines in force take, and what could be taken. */
  readonly inherited: readonly Inheritance[];
}

/** One 继承 line in one version; its items stand among the items of the version. */
export interface Inheritance {
  readonly line: Inherits;
  readonly from: Name;
  /** Names that the block above has in this version, with where they are declared. */
  readonly offers: ReadonlyMap<string, Span>;
  /** Parts of its bill, each with the total that brings it. */
  readonly parts: ReadonlyMap<string, string>;
  /** Listed names that it has at another time, but not in this version. */
  readonly absent: readonly Name[];
}

export interface AmendmentInForce {
  readonly amendment: Amendment;
  /** Of a policy above only those that reach this one. */
  readonly changes: readonly Change[];
  readonly effective?: CivilDay;
  readonly published?: CivilDay;
  readonly until?: CivilDay;
}

/** Inclusive `from`, exclusive `to`; absent = unbounded. */
export interface TimelineCell {
  readonly from?: CivilDay;
  readonly to?: CivilDay;
  readonly knownFrom?: CivilDay;
  readonly knownTo?: CivilDay;
  /** Index into `versions`; absent = no law, or (with candidates) open between several. */
  readonly version?: number;
  /** While a day is open: the versions the law may be. */
  readonly candidates: readonly number[];
  /** The open days (待定) that make this cell undecided. */
  readonly open: readonly Expression[];
  /** Published days that are 暂按 and were compared with the known day, also those of amendments not in force here. */
  readonly knownAssumes: readonly Expression[];
}

export interface DayPoint {
  /** The 待定 or 暂按 expression. */
  readonly node: Expression;
  /** "自", "发布", "修订 2023-01-01.发布" */
  readonly address: string;
}
