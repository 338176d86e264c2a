// Scope: moment. What was found out about the scenarios of a policy: what they reach, which small change none of them notices.
import { createStore } from 'zustand/vanilla';
import type { DocumentVersion, NudgedNumber, ReachedRule } from '../worker/protocol.ts';

/** The parts of the check view. */
export const CHECK_SECTIONS = ['scenarios', 'properties', 'coverage', 'nudges', 'signoff'] as const;
export type CheckSection = (typeof CHECK_SECTIONS)[number];

interface Found {
  readonly policy: string;
  /** Of the text it was found out about. */
  readonly version: DocumentVersion;
}

export interface Reached extends Found {
  readonly parts: readonly ReachedRule[];
}

export interface Nudges extends Found {
  /** Those tried so far, in the order of the text. */
  readonly numbers: readonly NudgedNumber[];
  /** Numbers there are. */
  readonly places: number;
  /** Scenarios that could notice. */
  readonly scenarios: number;
  readonly running: boolean;
}

export interface CheckingState {
  readonly section: CheckSection;
  readonly reached: Reached | undefined;
  readonly nudges: Nudges | undefined;
}

/** What the check view knows beside scenarios and properties. */
export const checking = createStore<CheckingState>(() => ({ section: 'scenarios', reached: undefined, nudges: undefined }));

/** Takes in one number of a run; one of another run, text or policy changes nothing. */
export const nudgeTaken = (
  state: CheckingState,
  of: Found,
  found: { readonly number?: NudgedNumber; readonly places: number; readonly scenarios: number },
): CheckingState => {
  const { nudges } = state;
  if (!nudges?.running || nudges.policy !== of.policy || nudges.version !== of.version) return state;
  const numbers = found.number ? [...nudges.numbers, found.number] : nudges.numbers;
  const { places, scenarios } = found;
  return { ...state, nudges: { ...nudges, numbers, places, scenarios, running: found.number !== undefined && numbers.length < places } };
};

/** Ends a run and keeps what it has. */
export const nudgesStopped = (state: CheckingState): CheckingState =>
  state.nudges?.running ? { ...state, nudges: { ...state.nudges, running: false } } : state;
