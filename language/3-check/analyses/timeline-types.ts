import type { Citation } from '../../2-syntax/nodes/declaration.ts';
import type { Expression } from '../../2-syntax/nodes/expression.ts';
import type { Amendment, Item } from '../../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { CivilDay } from '../../model/types.ts';

/** What the base policy and its amendments give together. */
export interface Timeline {
  /** Distinct laws, in order of first appearance; each is checked as a whole. */
  readonly versions: readonly EffectivePolicy[];
  /** Rectangles of version day × known day: disjoint, and together they cover the plane. */
  readonly cells: readonly TimelineCell[];
  /** Days the law leaves open or assumes, with the address under which 设 and the answer name them. */
  readonly dayPoints: readonly DayPoint[];
  readonly diagnostics: readonly Diagnostic[];
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
}

export interface AmendmentInForce {
  readonly amendment: Amendment;
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
