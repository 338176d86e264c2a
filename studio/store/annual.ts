// Scope: device. How far the yearly change of each policy has come on this machine; the rules themselves change only when it is finished.
import { createStore } from 'zustand/vanilla';
import type { NewBenefit } from '../../language/notice/new-benefit.ts';
import type { DayText } from '../../runtime/ir/types.ts';

export type AnnualStep = 1 | 2 | 3 | 4 | 5;

/** What was decided about a number of the notice. */
export type Decision =
  /** The value at the path becomes the text. */
  | { readonly kind: 'accept'; readonly path: string; readonly text: string }
  /** Left open: settling stops there. */
  | { readonly kind: 'open'; readonly path: string; readonly why: string }
  /** Taken for the time being. */
  | { readonly kind: 'assume'; readonly path: string; readonly text: string; readonly why: string }
  /** Whole lines of the rules instead of one value. */
  | { readonly kind: 'lines'; readonly text: string }
  /** What stands stays. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'notARule'; readonly why: string };

/** A benefit that the version before lacks, as it is to be added. */
export interface BenefitDraft extends NewBenefit {
  readonly taken: 'yes' | 'no' | 'undecided';
}

export interface AnnualDraft {
  readonly policy: string;
  readonly step: AnnualStep;
  /** The amendment that is left out of account and written anew. */
  readonly aside?: string;
  readonly document?: string;
  /** Absent: as the notice says. */
  readonly effective?: DayText;
  /** Absent: the notice does not say. */
  readonly published?: DayText;
  /** By when it was published, where the day itself is not known. Absent: by the day of the document. */
  readonly publishedBy?: DayText;
  /** By number of the notice. */
  readonly decisions: Readonly<Record<string, Decision>>;
  /** Values typed over what was proposed, not decided yet. */
  readonly typed: Readonly<Record<string, string>>;
  /** Sentences chosen by hand, by number. */
  readonly quotes: Readonly<Record<string, { readonly start: number; readonly end: number }>>;
  /** Absent: as they were found. */
  readonly benefits?: readonly BenefitDraft[];
  /** By where the sentence begins: the rule that it ends, or none with an empty text. */
  readonly ended?: Readonly<Record<string, string>>;
  readonly clicks: number;
  readonly keys: number;
}

type Decided = Pick<AnnualDraft, 'decisions' | 'typed' | 'quotes' | 'benefits' | 'ended'>;

export interface AnnualState {
  readonly drafts: Readonly<Record<string, AnnualDraft>>;
  /** What was decided before, latest last: each is one step back. */
  readonly past: readonly (Decided & { readonly policy: string })[];
}

export const annual = createStore<AnnualState>(() => ({ drafts: {}, past: [] }));

/** A change that has not begun. */
export const freshDraft = (policy: string): AnnualDraft => ({ policy, step: 1, decisions: {}, typed: {}, quotes: {}, clicks: 0, keys: 0 });

/** The draft of a policy. */
export const draftOf = (state: AnnualState, policy: string): AnnualDraft => state.drafts[policy] ?? freshDraft(policy);

/** Changes a draft; what it is about begins the decisions anew. */
export const withDraft = (state: AnnualState, policy: string, change: Partial<AnnualDraft>): AnnualState => {
  const before = draftOf(state, policy);
  const about = (['aside', 'document', 'effective'] as const).some((key) => key in change && change[key] !== before[key]);
  const { benefits: _, ended: __, ...rest } = before;
  const base = about ? { ...rest, decisions: {}, typed: {}, quotes: {} } : before;
  return { ...state, drafts: { ...state.drafts, [policy]: { ...base, ...change } } };
};

const MOST_STEPS_BACK = 100;

/** Decides, as one step that can be taken back: a value typed over and accepted goes back to what was proposed. */
export const decided = (state: AnnualState, policy: string, change: Partial<Decided>): AnnualState => {
  const { decisions, typed: written, quotes, benefits, ended } = draftOf(state, policy);
  const [fresh, ...more] = Object.keys(change.decisions ?? {}).filter((number) => !(number in decisions));
  const typed = Object.fromEntries(Object.entries(written).filter(([number]) => more.length > 0 || number !== fresh));
  const before = { policy, decisions, typed, quotes, ...(benefits ? { benefits } : {}), ...(ended ? { ended } : {}) };
  return { ...withDraft(state, policy, change), past: [...state.past, before].slice(-MOST_STEPS_BACK) };
};

/** Takes the last decision of a policy back. */
export const undecided = (state: AnnualState, policy: string): AnnualState => {
  const at = state.past.findLastIndex((one) => one.policy === policy);
  const before = state.past[at];
  if (!before) return state;
  const { benefits: _, ended: __, ...rest } = draftOf(state, policy);
  return { drafts: { ...state.drafts, [policy]: { ...rest, ...before } }, past: state.past.filter((_one, index) => index !== at) };
};

/** Begins anew. */
export const forgotten = (state: AnnualState, policy: string): AnnualState => {
  const { [policy]: _, ...drafts } = state.drafts;
  return { drafts, past: state.past.filter((one) => one.policy !== policy) };
};

/** Counts what the hand does. */
export const counted = (state: AnnualState, policy: string, what: 'clicks' | 'keys'): AnnualState =>
  withDraft(state, policy, { [what]: draftOf(state, policy)[what] + 1 });
