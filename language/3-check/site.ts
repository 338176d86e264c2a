import type { Citation } from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { AccumulatorModel, DefinitionModel, Expr, Type } from '../model/types.ts';
import type { Contest } from './analyses/precedence.ts';
import type { Stretch } from './as-of.ts';
import type { CheckedBands } from './band-kinds.ts';
import type { CitationRegistry } from './citations.ts';
import type { Names } from './names.ts';
import type { PointRegistry } from './points.ts';
import type { SymbolRecorder } from './symbols.ts';
import type { TableDraft } from './table.ts';

/** An accumulator as formulas read it. */
export interface AccumulatorType {
  readonly type: Type;
  /** One per 每; `name` is what 键 = 式 in 已累计 may call it. Without a `value` it has to be stated. */
  readonly keys: readonly { readonly name: string; readonly type: Type; readonly value?: Expr }[];
  readonly how: AccumulatorModel['how'];
}

/** What one version of one policy knows while it is checked. */
export interface Law {
  readonly policy: string;
  readonly names: Names;
  readonly points: PointRegistry;
  readonly pointAddress: (address: string, span: Span) => string;
  readonly citations: CitationRegistry;
  readonly symbols: SymbolRecorder;
  readonly report: (diagnostic: Diagnostic) => void;
  /** The type of a definition or posting, worked out when first asked; undefined when it has a finding of its own. */
  readonly typeOf: (address: string) => Type | undefined;
  /** The definition or posting worked out; undefined when it has a finding. */
  readonly modelOf: (address: string) => DefinitionModel | undefined;
  readonly accumulatorType: (name: string) => AccumulatorType | undefined;
  /** Every table met so far, for the question whether it is total. */
  readonly tables: TableDraft[];
  /** Exceptions that compete within a round, for the question which wins. */
  readonly contests: Pick<Contest, 'target' | 'claims'>[];
  readonly bandsOf: (name: string) => CheckedBands | undefined;
  /** Fields chosen by 版本日 and 归属日. */
  readonly versionDay: string | undefined;
  readonly periodDay: string | undefined;
  /** Postings that lessen the person's share: all but those by an account. */
  readonly paidForPerson: readonly string[];
  /** Parts that each posting takes from, by address. */
  readonly partsOf: ReadonlyMap<string, readonly string[]>;
  /** The sentences an amendment cites for a value it wrote. */
  readonly citedBy: (expression: Expression) => readonly Citation[] | undefined;
  /** The version's id. */
  readonly version: string;
  /** What holds along the days by the same knowledge; empty where nothing is read on another day. */
  readonly stretches: () => readonly Stretch[];
  /** Every definition worked out so far. */
  readonly models: () => ReadonlyMap<string, DefinitionModel>;
  /** Definitions of other versions that are read here as they stood on another day. */
  readonly borrowed: Map<string, DefinitionModel>;
  /** How many expressions may still be worked out: calls are written out, so a short text can grow very long. */
  readonly budget: { left: number };
  /** Expressions by how long they are written out; parts that several share are counted each time. */
  readonly lengths: WeakMap<Expr, number>;
}

/** An item of a list in hand. */
export interface InHand {
  readonly list: string;
  /** Where its fields are declared. */
  readonly places: ReadonlyMap<string, Span>;
  /** Of a receiving list: what the item is given. */
  readonly share?: () => Expr | undefined;
}

/** Where an expression stands. */
export interface Site {
  readonly law: Law;
  /** Address of the rule it belongs to. */
  readonly at: string;
  /** Set while the whole expression is one amendable number: a literal here is a parameter with this address. */
  readonly amendable: { readonly address: string; readonly row?: string } | undefined;
  readonly citations: readonly number[];
  /** Arguments of the definition being written out. */
  readonly locals: ReadonlyMap<string, Expr>;
  /** How many folds stand around. */
  readonly folds: number;
  /** Items of lists in hand, by name: the list, and where its fields are declared. */
  readonly hands: ReadonlyMap<string, InHand>;
  /** Definitions with arguments that are being written out, outermost first. */
  readonly calls: readonly string[];
  /** Where the arguments are declared, while the definition itself is checked. */
  readonly formals: ReadonlyMap<string, Span>;
  /** In a definition written out at a call: its tables are looked at where it is declared. */
  readonly copy: boolean;
  /** Optional fields that are known to be there; `all` where a 有 asks for them. */
  readonly known: ReadonlySet<string> | 'all';
  /** In a field of an item that is worked out: `locals` are the item's other fields. */
  readonly bare: true | undefined;
  /** Inside 期初, where 上期 may stand. */
  readonly opening: boolean;
  /** The whole of × and ÷ that stands around: what a rounding has to go around. */
  readonly chain: Span | undefined;
  /** Directly inside a rounding, where any quotient may stand. */
  readonly rounded: boolean;
  readonly depth: number;
}

/** The site of a rule's own expression. */
export function siteAt(law: Law, at: string, citations: readonly number[], amendable?: Site['amendable']): Site {
  return {
    law,
    at,
    amendable,
    citations,
    locals: new Map(),
    formals: new Map(),
    folds: 0,
    hands: new Map(),
    copy: false,
    calls: [],
    known: new Set(),
    bare: undefined,
    opening: false,
    chain: undefined,
    rounded: false,
    depth: 0,
  };
}

/** One level inside: what stands there is part of a formula, not an amendable number. */
export const inside = (site: Site): Site => ({
  // Written out, as it is made for every part of every formula, and a copy of unknown shape takes ten times as long.
  law: site.law,
  at: site.at,
  amendable: undefined,
  citations: site.citations,
  locals: site.locals,
  folds: site.folds,
  hands: site.hands,
  calls: site.calls,
  formals: site.formals,
  copy: site.copy,
  known: site.known,
  bare: site.bare,
  opening: site.opening,
  chain: undefined,
  rounded: false,
  depth: site.depth + 1,
});
