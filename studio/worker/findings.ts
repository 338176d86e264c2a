import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { AmendmentRef, DayText, InputField, IrType, ItemList, Payer, SourceRange } from '../../runtime/ir/types.ts';
import type { TextRange } from './places.ts';

export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  /** Per file, keyed by path. */
  readonly outlines: Readonly<Record<string, readonly OutlineNode[]>>;
  readonly colours: Readonly<Record<string, readonly ColourSpan[]>>;
  readonly folds: Readonly<Record<string, readonly TextRange[]>>;
  /** Everything with a name that can be found with Ctrl+K. */
  readonly symbols: readonly SymbolEntry[];
  /** Policies that could be settled; those with errors keep out. */
  readonly policies: readonly PolicySummary[];
  /** Policies as written, also those that cannot be settled now: the choice at the top of the page. */
  readonly declared: readonly DeclaredPolicy[];
  readonly citations: readonly CitationLink[];
  /** Version of the language, "0.1". */
  readonly language: string;
  readonly tookMs: number;
}

/** A rule and the sentence it rests on. */
export interface CitationLink {
  readonly policy: string;
  /** Path of the document in the workspace; absent when there is none of that name. */
  readonly document?: string;
  readonly quote: string;
  /** Where the sentence stands in the document as kept. */
  readonly found?: { readonly start: number; readonly end: number };
  /** The 出处 line. */
  readonly cited: TextRange;
  /** The rule it belongs to. */
  readonly rule: TextRange;
}

export interface OutlineNode {
  readonly name: string;
  /** The keyword that opens it, as written: 政策, 待遇, 定义 … */
  readonly word: string;
  readonly kind: string;
  readonly range: TextRange;
  readonly nameRange: TextRange;
  readonly children: readonly OutlineNode[];
}

export type ColourKind = 'keyword' | 'number' | 'quote' | 'comment' | 'name' | 'declaration' | 'value' | 'operator' | 'open';

/** Sorted, disjoint. Text between spans is plain. */
export interface ColourSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: ColourKind;
}

export interface SymbolEntry {
  readonly name: string;
  readonly word: string;
  /** As in the syntax tree: policy, benefit, definition, scenario … */
  readonly kind: string;
  readonly policy?: string;
  readonly range: TextRange;
  /** Pinyin initials, lower case, one for each way to read the name: "dhzf dxzf". */
  readonly initials: string;
}

export interface DeclaredPolicy {
  readonly name: string;
  readonly folder: string;
  readonly area?: { readonly code: string; readonly name: string };
  readonly scheme?: string;
  /** Its base first, then its amendments, scenarios and properties. */
  readonly files: readonly string[];
  readonly range: TextRange;
  readonly errors: number;
}

export interface PolicySummary {
  readonly name: string;
  readonly folder: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly scheme?: string;
  readonly entry: 'settlement' | 'cashBenefit' | 'contribution' | 'clearing';
  readonly files: readonly string[];
  /** Names of the date inputs that choose the version and the period. */
  readonly versionDay: string;
  readonly periodDay: string;
  /** Name of the input that identifies the person. */
  readonly person: string;
  /** The form of the simulate view is made from these. */
  readonly inputs: readonly InputField[];
  /** Fields that the policy works out itself. */
  readonly computed: readonly InputField[];
  /** Pinyin initials of names of fields and of their values, lower case. */
  readonly initials: Readonly<Record<string, string>>;
  /** English labels of the inputs that the national vocabulary has, by name. */
  readonly english?: Readonly<Record<string, string>>;
  /** 明细, those of earlier layers among them. */
  readonly lists: readonly ItemList[];
  /** Names of total and parts; they are among `inputs` with `bill`. Absent also where a part is worked out from items: then the total is. */
  readonly bill?: { readonly total: string; readonly parts: readonly string[] };
  readonly payers: readonly Payer[];
  readonly benefits: readonly string[];
  readonly accumulators: readonly { readonly name: string; readonly how: 'sum' | 'count' | 'greatest' | 'latest' | 'set' }[];
  readonly timeline: readonly TimelineStretch[];
  readonly open: readonly OpenSummary[];
  readonly unexpressed: readonly { readonly sentence: string; readonly why: string }[];
}

/** One stretch of the version ruler, as known when nothing is said about 知晓日 unless `knownFrom`/`knownTo` are present. */
export interface TimelineStretch {
  readonly from?: DayText;
  readonly to?: DayText;
  readonly knownFrom?: DayText;
  readonly knownTo?: DayText;
  /** Absent: no law on these days. */
  readonly versionId?: string;
  readonly amendments: readonly AmendmentRef[];
  /** Why it is open which version holds. */
  readonly openReason?: string;
}

export interface OpenSummary {
  readonly address: string;
  readonly reason: string;
  /** `open` blocks an encounter that needs it; `assumed` computes and says so; `noted` touches no amount, e.g. a day of publication. */
  readonly how: 'open' | 'assumed' | 'noted';
  /** Present when a value can be tried in its place. */
  readonly type?: IrType;
  /** For enumerations and sets: what it can be. */
  readonly values?: readonly string[];
  readonly source: SourceRange;
}
