import type { TextEdit, Words } from '../../language/diagnostics/diagnostic.ts';
import type { Answer, EncounterInput, OpeningCell } from '../../runtime/answer.ts';
import type { DayText, Literal } from '../../runtime/ir/types.ts';
import type { AmendReply, AmendRequest, AnnualReply, AnnualRequest } from './annual-messages.ts';
import type { CheckReply, CheckRequest, ScenarioStream } from './check-messages.ts';
import type { ClauseReply, ClauseRequest } from './clause-messages.ts';
import type { CompareReply, CompareRequest } from './compare-messages.ts';
import type { Analysis } from './findings.ts';
import type { ManualReply, ManualRequest } from './manual-messages.ts';
import type { Position, TextFile, TextRange } from './places.ts';
import type { ReviewReply, ReviewRequest } from './review-messages.ts';
import type { SheetReply, SheetRequest } from './sheet-messages.ts';
import type { SignoffReply, SignoffRequest } from './signoff-messages.ts';
import type { Changed, Curve, CurveQuestion, Example, Heeds, WhatIfQuestion } from './simulate-messages.ts';

export type * from './annual-messages.ts';
export type * from './check-messages.ts';
export type * from './clause-messages.ts';
export type * from './compare-messages.ts';
export type * from './findings.ts';
export type * from './manual-messages.ts';
export type * from './places.ts';
export type * from './review-messages.ts';
export type * from './sheet-messages.ts';
export type * from './signoff-messages.ts';
export type * from './simulate-messages.ts';

/**
 * Everything the page and the language worker say to each other. Plain data, structured-clonable.
 *
 * INVARIANT: every answer carries the id of its request and the document version its result belongs to; the client drops answers that
 * are older than the text when they would be shown as the state of the text.
 */

/** Grows by one with every change of any text of the workspace. */
export type DocumentVersion = number;
export type RequestId = number;

interface Asked {
  readonly id: RequestId;
  readonly version: DocumentVersion;
}

export type Request = Asked & RequestBody;

export type RequestBody =
  /** Replaces the texts named in `files` and `documents` and drops `removed`; whatever is asked next is about these. */
  | {
      readonly kind: 'texts';
      readonly files: readonly TextFile[];
      readonly documents: readonly TextFile[];
      readonly removed: readonly string[];
    }
  /** Checks the whole workspace, and says what is wrong before anything else is made of it. */
  | { readonly kind: 'findings' }
  /** All that is known of the texts. */
  | { readonly kind: 'analyse' }
  /** Runs the scenarios of the last text that could be settled. */
  | { readonly kind: 'scenarios' }
  /** Runs one policy's properties; long, reports progress, can be cancelled. */
  /** One property of a policy on some of its patients: what comes next can be asked between. */
  | { readonly kind: 'properties'; readonly policy: string; readonly title: string; readonly runs: number; readonly seed: number }
  | ({ readonly kind: 'settle' } & Stream)
  | ({ readonly kind: 'curve' } & Stream & CurveQuestion)
  /** The last encounter of the stream with one circumstance changed at a time. */
  | ({ readonly kind: 'whatIf' } & Stream & WhatIfQuestion)
  /** The 示例 of a policy as streams, those that pay something first. */
  | { readonly kind: 'examples'; readonly policy: string }
  | { readonly kind: 'complete'; readonly at: Position /** Of the keywords offered. */; readonly language: 'zh' | 'en' }
  | { readonly kind: 'hover'; readonly at: Position }
  | { readonly kind: 'definition'; readonly at: Position }
  | { readonly kind: 'references'; readonly at: Position }
  /** Without `to`: only whether, and what, can be renamed here. */
  | { readonly kind: 'rename'; readonly at: Position; readonly to?: string }
  | { readonly kind: 'format'; readonly file: string; readonly lang?: 'zh' | 'en' }
  /** One folder gives one bundle. */
  | { readonly kind: 'build'; readonly folder: string }
  | ReviewRequest
  | SheetRequest
  | ClauseRequest
  | ManualRequest
  | CompareRequest
  | CheckRequest
  | SignoffRequest
  | AnnualRequest
  | AmendRequest
  | { readonly kind: 'cancel'; readonly target: RequestId };

export type Reply = Asked & ReplyBody;

export type ReplyBody =
  | { readonly kind: 'taken' }
  | { readonly kind: 'found'; readonly diagnostics: Analysis['diagnostics'] }
  | ({ readonly kind: 'analysed' } & Analysis)
  | { readonly kind: 'scenarios'; readonly scenarios: readonly ScenarioOutcome[] }
  | { readonly kind: 'properties'; readonly properties: readonly PropertyOutcome[] }
  | { readonly kind: 'settled'; readonly settlement: Settlement }
  | { readonly kind: 'curve'; readonly curve: Curve }
  | { readonly kind: 'whatIf'; readonly changed: readonly Changed[] }
  | { readonly kind: 'examples'; readonly examples: readonly Example[] }
  | { readonly kind: 'completions'; readonly items: readonly CompletionItem[]; readonly replace: TextRange }
  | { readonly kind: 'hover'; readonly hover?: HoverText }
  | { readonly kind: 'places'; readonly places: readonly TextRange[] }
  | { readonly kind: 'rename'; readonly range?: TextRange; readonly edits: readonly TextEdit[]; readonly problem?: Words }
  /** A text that cannot be read whole is left as it is. */
  | { readonly kind: 'formatted'; readonly file: string; readonly text: string; readonly changed: boolean; readonly whole: boolean }
  | { readonly kind: 'built'; readonly build: BuildResult }
  | ReviewReply
  | SheetReply
  | CompareReply
  | CheckReply
  | SignoffReply
  | AnnualReply
  | AmendReply
  | { readonly kind: 'progress'; readonly progress: Progress }
  | ClauseReply
  | ManualReply
  | { readonly kind: 'cancelled' }
  /** The request could not be served; `problem` is a whole sentence with its reason. */
  | { readonly kind: 'unserved'; readonly problem: Words };

/** Replies that may arrive more than once before the last one. */
export type Progress = { readonly done: number; readonly total: number; readonly what: Words };

// ---- settling -------------------------------------------------------------------------------------------------------------------

/** Encounters of one or more persons in order of arrival, settled from an empty ledger with `openings`. */
export interface Stream {
  readonly policy: string;
  readonly encounters: readonly EncounterInput[];
  readonly openings: readonly OpeningCell[];
  readonly knownOn?: DayText;
  /** Address → value tried in place of what is 待定 or 暂按; never touches the policy. */
  readonly suppose: Readonly<Record<string, Literal>>;
  /** Texts to settle with in place of the workspace's own, for trying a change without making it. */
  readonly instead?: readonly TextFile[];
}

export interface Settlement {
  /** One per encounter, in order. */
  readonly answers: readonly Answer[];
  /** The ledger's cells after each encounter, those of the policy's accumulators that are not empty. */
  readonly cells: readonly (readonly CellState[])[];
  /** Per encounter, which of its fields its answer rests on; absent for a reversal or correction. */
  readonly heeds: readonly (Heeds | undefined)[];
  /** Of the text that settled it; older than the request's when the newest text cannot be settled. */
  readonly textVersion: DocumentVersion;
}

export interface CellState {
  readonly accumulator: string;
  readonly keys: readonly string[];
  /** Yuan for money, else as written. */
  readonly value: string;
  readonly money: boolean;
  /** Value is 待定. */
  readonly open: boolean;
}

// ---- scenarios, properties, bundle ----------------------------------------------------------------------------------------------

export interface ScenarioOutcome {
  readonly title: string;
  readonly policy: string;
  readonly range: TextRange;
  readonly pass: boolean;
  readonly ticks: readonly Tick[];
  /** Its events as they are settled, and what is given beside them. */
  readonly stream: ScenarioStream;
}

/** One compared value. */
export interface Tick {
  readonly label: string;
  readonly expected: string;
  readonly actual: string;
  readonly pass: boolean;
  readonly range: TextRange;
  /** Which event of the scenario it is about, from 0. */
  readonly event: number;
}

export interface PropertyOutcome {
  readonly title: string;
  readonly policy: string;
  readonly range: TextRange;
  readonly holds: boolean;
  /** Patients who decided something, and all that were drawn. */
  readonly runs: number;
  readonly drawn: number;
  /** The smallest patient found that breaks it, as lines of name and value. */
  readonly counterexample: readonly { readonly name: string; readonly value: string }[];
  /** The same to be settled: what comes before and what is compared, once for each side; what is compared stands last. */
  readonly patients: readonly (readonly EncounterInput[])[];
  readonly problem?: Words;
}

export type BuildResult =
  | {
      readonly ok: true;
      /** UTF-8 of canonical JSON; the digest is over exactly these. */
      readonly bytes: Uint8Array;
      /** "sha256:<64 hex>" */
      readonly digest: string;
      readonly features: readonly string[];
      readonly contents: readonly BundleSection[];
      readonly files: readonly { readonly path: string; readonly sha256: string }[];
      readonly policies: readonly string[];
      /** What it was built from. */
      readonly folder: string;
      readonly textVersion: DocumentVersion;
    }
  | { readonly ok: false; readonly errors: number };

/** What is in the bundle and how much of the file it takes. */
export interface BundleSection {
  readonly kind: 'policies' | 'versions' | 'parameters' | 'citations' | 'openPoints' | 'scenarios' | 'manifest';
  readonly count: number;
  readonly bytes: number;
}

// ---- editing --------------------------------------------------------------------------------------------------------------------

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'keyword' | 'name' | 'value' | 'field' | 'unit' | 'snippet';
  /** What it is, in one short phrase. */
  readonly detail?: Words;
  /** Text to insert; `${n:…}` marks places to fill in when `snippet`. */
  readonly insert: string;
  readonly snippet?: boolean;
  /** What typing is matched against: the label, its pinyin and its initials, separated by spaces. */
  readonly filter: string;
}

export interface HoverText {
  readonly range: TextRange;
  /** Markdown without HTML. */
  readonly markdown: Words;
}
