import type { Words } from '../diagnostics/diagnostic.ts';
import type { Judgement } from './claims.ts';

/** Why a number is no rule. */
export type NoRuleReason = 'date' | 'phone' | 'ordinal' | 'document' | 'statistic' | 'reward' | 'time' | 'repeated' | 'count' | 'step';

/** Where a number of the notice goes. */
export type Destination =
  /** It is the new value of what stands at this path. */
  | { readonly kind: 'change'; readonly path: string }
  /** It says what stands at this path already. */
  | { readonly kind: 'same'; readonly path: string }
  /** It fills a place of a benefit that the version before lacks. */
  | { readonly kind: 'new'; readonly form: number; readonly cell: number }
  /** It is the step or the old value of another number, and is checked with it. */
  | { readonly kind: 'claim'; readonly of: number }
  /** It speaks of a value but does not settle it. */
  | { readonly kind: 'question'; readonly path?: string; readonly why: 'unit' | 'which' | 'when' }
  /** It belongs to another policy of the area. */
  | { readonly kind: 'elsewhere'; readonly policy: string; readonly path?: string }
  | { readonly kind: 'notARule'; readonly reason: NoRuleReason; readonly like?: number }
  | { readonly kind: 'unclear'; readonly candidates: readonly string[] };

/** A number with where it is proposed to go and why. */
export interface Proposal {
  readonly number: number;
  readonly to: Destination;
  /** One short phrase. */
  readonly why: Words;
  /** For a change: the value as the rules would write it, `75%`. */
  readonly text?: string;
  /** The sentence to cite: offsets of the notice. */
  readonly quote: { readonly start: number; readonly end: number };
  readonly judged?: Judgement & { readonly claim: number };
}
