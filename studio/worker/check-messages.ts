import type { EncounterInput, OpeningCell } from '../../runtime/answer.ts';
import type { DayText, Literal } from '../../runtime/ir/types.ts';
import type { TextRange } from './places.ts';

/** What the check view asks of the worker beside scenarios and properties. */
export type CheckRequest =
  /** Which parts of a policy its scenarios reach. */
  | { readonly kind: 'reached'; readonly policy: string }
  /** Nudges one number of a policy, counted from 0: the page asks for one after the other, so that whatever else is asked comes between. */
  | { readonly kind: 'nudge'; readonly policy: string; readonly at: number };

export type CheckReply =
  | { readonly kind: 'reached'; readonly parts: readonly ReachedRule[] }
  | { readonly kind: 'nudge'; readonly nudged: Nudged };

/** A scenario to be settled: the events in order and what is given beside them. */
export interface ScenarioStream {
  readonly events: readonly EncounterInput[];
  readonly openings: readonly OpeningCell[];
  /** By address, as the runtime takes it. */
  readonly suppose: Readonly<Record<string, Literal>>;
  readonly knownOn?: DayText;
}

/** A rule, a row of a table, an 例外 or a 资格, and the scenarios that use it. */
export interface ReachedRule {
  readonly kind: 'rule' | 'row' | 'exception' | 'eligibility';
  readonly owner: string;
  readonly name: string;
  readonly range: TextRange;
  readonly scenarios: readonly string[];
}

/** A number of the text, and what became of each small change of it. */
export interface NudgedNumber {
  readonly range: TextRange;
  readonly written: string;
  readonly owner: string;
  readonly nudges: readonly { readonly written: string; readonly outcome: 'noticed' | 'refused' | 'unnoticed'; readonly by?: string }[];
}

export interface Nudged {
  /** Absent when there is no number at that place in the order. */
  readonly number?: NudgedNumber;
  /** Numbers there are. */
  readonly places: number;
  /** How many scenarios could notice anything. */
  readonly scenarios: number;
}
