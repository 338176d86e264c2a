import type { DayText } from '../../runtime/ir/types.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Words } from '../diagnostics/diagnostic.ts';

/** What a value is. `formula`: it is worked out, and has a number in it; `open`: nothing is stated. */
export type ValueKind = 'money' | 'ratio' | 'points' | 'months' | 'days' | 'number' | 'date' | 'truth' | 'text' | 'formula' | 'open';

/** The line of a benefit that a value stands in, or what it is outside of one. */
export type ValueRole =
  | 'applies'
  | 'base'
  | 'deductible'
  | 'ratio'
  | 'cap'
  | 'waitingPeriod'
  | 'eligibility'
  | 'adjustment'
  | 'condition'
  | 'band'
  | 'bandEnd'
  | 'other';

/** One value of a policy as it stands on a day. Plain data: it can be sent to another thread. */
export interface StandingValue {
  /** As an amendment addresses it: `门诊慢性病.报销比例`, `慢病限额[2 以上]`. */
  readonly path: string;
  /** As the field says it: “门诊慢性病 限额，认定病种数 1”. The policy's own names stay as they are in either language. */
  readonly words: Words;
  /** `words` without the group: “限额，认定病种数 1”. */
  readonly short: Words;
  readonly group: { readonly kind: 'benefit' | 'definition'; readonly name: string };
  readonly role: ValueRole;
  readonly kind: ValueKind;
  /** Where it stands in a table: each axis with the cell, as written. */
  readonly keys: readonly { readonly axis: string; readonly cell: string }[];
  /** assumed: 暂按 … 待定 · open: 待定 */
  readonly status: 'stated' | 'assumed' | 'open';
  /** The whole value as it is written, also what an amendment states as the old one: `70%`, `暂按 0元 待定 “…”`. */
  readonly text: string;
  /** The literal alone: `0元` of the above; absent where nothing is stated. */
  readonly literal?: string;
  /** Yuan, fractions of one (70% is 7/10), months or days; absent for what is no number. */
  readonly amount?: Rational;
  /** Where the value stands in the text. */
  readonly source: Span;
  /** The sentences that are said to hold it. */
  readonly citations: readonly { readonly document: string; readonly file: string; readonly quote: string; readonly span: Span }[];
  /** The text that changed it last, when an amendment did. */
  readonly changedBy?: Span;
  /** Whether an amendment of this policy may change it: what is inherited is for another policy to change. */
  readonly amendable: boolean;
}

/** On which day, as known on which; without `on` as it stands after the last change. */
export interface ValuesOptions {
  readonly on?: DayText;
  readonly knownOn?: DayText;
}
