import type { Rational } from '../../runtime/money/rational.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { CivilDay, OpenPointId, Type, Value } from './expression.ts';
import type { PropertyModel, ScenarioModel } from './trial.ts';
import type { VersionModel } from './version.ts';

export type * from './definition.ts';
export type * from './expression.ts';
export type * from './trial.ts';
export type * from './version.ts';

/**
 * The checked model: all that later stages may know. Every name is resolved to an address, every expression is typed, every form is
 * expanded into core definitions that keep the form's name, role and span. One `VersionModel` per distinct law on the timeline.
 */
export interface Model {
  readonly policies: readonly PolicyModel[];
  readonly scenarios: readonly ScenarioModel[];
  readonly properties: readonly PropertyModel[];
}

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

/** 待定 or 暂按 as written in one place. */
export interface OpenPoint {
  readonly address: string;
  readonly reason: string;
  readonly span: Span;
  readonly type?: Type;
  readonly candidates: readonly Value[];
}

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
  /** 接口 … 版本: other codes of the same values, each set under its own interface name. */
  readonly tables?: readonly CodeTableModel[];
  readonly asOf?: string;
  /** 可无 */
  readonly optional?: true;
  readonly bill: boolean;
  readonly span: Span;
}

export interface CodeTableModel {
  readonly interfaceName: string;
  readonly version: string;
  readonly codes: readonly { readonly code: string; readonly value: string }[];
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
  /** Its cells are those of another policy, where it has this name. */
  readonly of?: { readonly policy: string; readonly name: string };
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
