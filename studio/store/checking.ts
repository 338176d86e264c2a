// Scope: moment. What was found out about the scenarios of a policy: what they reach, which small change none of them notices.
import { createStore } from 'zustand/vanilla';
import type { Witness } from '../../language/index.ts';
import type { DocumentVersion, NudgedNumber, Progress, ReachedRule, TextRange } from '../worker/protocol.ts';

/** The parts of the check view. */
export const CHECK_SECTIONS = ['scenarios', 'properties', 'coverage', 'nudges', 'signoff'] as const;
export type CheckSection = (typeof CHECK_SECTIONS)[number];

/** How many patients each property is tried on. */
export const PATIENTS_DRAWN = ['200', '2000', '20000'] as const;
export type PatientsDrawn = (typeof PATIENTS_DRAWN)[number];

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

/** The smallest patient who would notice a nudge: looked for on request. */
export interface SoughtPatient extends Found {
  /** The number, by its place. */
  readonly range: TextRange;
  readonly progress?: Progress;
  /** `sought` while it is looked for. */
  readonly outcome: 'sought' | 'found' | 'nobody' | 'stopped';
  readonly found?: FoundPatient;
}

export interface FoundPatient {
  /** What the number was changed to. */
  readonly written: string;
  readonly day: string;
  /** Absent: the change leaves that day without a law, which everybody notices. */
  readonly witness?: Witness;
}

export interface CheckingState {
  readonly section: CheckSection;
  readonly drawn: PatientsDrawn;
  readonly reached: Reached | undefined;
  readonly nudges: Nudges | undefined;
  readonly patient: SoughtPatient | undefined;
  /** Whether text and tables of the write view are marked where no scenario goes, and where a nudge goes unnoticed. */
  readonly showing: boolean;
}

/** What the check view knows beside scenarios and properties. */
export const checking = createStore<CheckingState>(() => ({
  section: 'scenarios',
  drawn: '200',
  reached: undefined,
  nudges: undefined,
  patient: undefined,
  showing: false,
}));

/** Whether some change of the number was noticed by nobody. */
export const isUnnoticed = ({ nudges }: Pick<NudgedNumber, 'nudges'>): boolean => nudges.some(({ outcome }) => outcome === 'unnoticed');

/** A place of the text that the scenarios leave open to mistakes. */
export interface Unseen {
  readonly range: TextRange;
  readonly kind: 'unreached' | 'unnoticed';
}

/** Such places of a policy as far as they are known of this very text, the graver kind last. */
export const unseenIn = ({ reached, nudges }: CheckingState, policy: string | undefined, version: DocumentVersion): readonly Unseen[] => {
  const current = (found: Found | undefined): boolean => found !== undefined && found.policy === policy && found.version === version;
  const unreached = current(reached) ? (reached?.parts ?? []).filter(({ scenarios }) => scenarios.length === 0) : [];
  const unnoticed = current(nudges) ? (nudges?.numbers ?? []).filter(isUnnoticed) : [];
  return [
    ...unreached.map(({ range }): Unseen => ({ range, kind: 'unreached' })),
    ...unnoticed.map(({ range }): Unseen => ({ range, kind: 'unnoticed' })),
  ];
};

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
