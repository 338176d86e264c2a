// Scope: device for how the two sides are chosen (also in links); moment for what the comparison gave (recomputable, never saved).
import { createStore } from 'zustand/vanilla';
import type { DayText } from '../../runtime/ir/types.ts';
import type { Compared, Progress } from '../worker/protocol.ts';

/** years: one policy on two days · areas: two policies on one day or two · draft: the delivered text against the text as it is now */
export const COMPARE_MODES = ['years', 'areas', 'draft'] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];

/** Which side of a comparison. */
export type SideName = 'before' | 'after';

/** What is said about a side beyond what follows from the policy chosen at the top. */
export interface SideWish {
  readonly day?: DayText;
  readonly knownOn?: DayText;
}

type Part<Kind extends Compared['part']> = Extract<Compared, { part: Kind }>;

export interface ComparisonState {
  readonly mode: CompareMode;
  readonly before: SideWish;
  readonly after: SideWish;
  /** The other policy, where two areas are compared. */
  readonly other: string | undefined;
  readonly swapped: boolean;
  /** Index of the least difference that counts for who notices: a fen, a yuan, a hundred yuan. */
  readonly threshold: 0 | 1 | 2;
  // of the moment
  /** What the results belong to. */
  readonly key: string | undefined;
  readonly changes: Part<'changes'> | undefined;
  readonly effects: Part<'effects'> | undefined;
  readonly witnesses: Part<'witnesses'> | undefined;
  readonly problem: Part<'problem'> | undefined;
  readonly progress: Progress | undefined;
  readonly running: boolean;
  /** The key of the comparison that was stopped by hand: what is there is kept. */
  readonly stopped: string | undefined;
  /** Number of the change that is looked at, from 1. */
  readonly chosen: number | undefined;
}

/** Two laws side by side. */
export const comparison = createStore<ComparisonState>(() => ({
  mode: 'years',
  before: {},
  after: {},
  other: undefined,
  swapped: false,
  threshold: 0,
  key: undefined,
  changes: undefined,
  effects: undefined,
  witnesses: undefined,
  problem: undefined,
  progress: undefined,
  running: false,
  stopped: undefined,
  chosen: undefined,
}));

/** Nothing known yet about what `key` names. */
export const begun = (state: ComparisonState, key: string): ComparisonState => ({
  ...state,
  key,
  changes: undefined,
  effects: undefined,
  witnesses: undefined,
  problem: undefined,
  progress: undefined,
  running: true,
  stopped: undefined,
  chosen: undefined,
});

/** One part of the answer. */
export const arrived = (state: ComparisonState, compared: Compared): ComparisonState => {
  switch (compared.part) {
    case 'changes':
      return { ...state, changes: compared, problem: undefined };
    case 'effects':
      return { ...state, effects: compared };
    case 'witnesses':
      return { ...state, witnesses: compared };
    case 'problem':
      return { ...state, problem: compared };
  }
};

/** Chooses a mode; wishes about days belong to the mode they were made in. */
export const modeChosen = (state: ComparisonState, mode: CompareMode): ComparisonState =>
  mode === state.mode ? state : { ...state, mode, before: {}, after: {}, swapped: false };

/** Says something about a side. */
export const sideWished = (state: ComparisonState, side: SideName, wish: SideWish): ComparisonState => ({ ...state, [side]: wish });

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a link says of the choice, without what is as it would be anyway. */
export const choiceToLink = ({ mode, before, after, other, swapped }: ComparisonState): Readonly<Record<string, string>> => ({
  ...(mode === 'years' ? {} : { mode }),
  ...(before.day === undefined ? {} : { from: before.day }),
  ...(before.knownOn === undefined ? {} : { fromKnown: before.knownOn }),
  ...(after.day === undefined ? {} : { to: after.day }),
  ...(after.knownOn === undefined ? {} : { toKnown: after.knownOn }),
  ...(other === undefined || mode !== 'areas' ? {} : { with: other }),
  ...(swapped ? { swap: '1' } : {}),
});

/** The choice that a link says; what it does not say is as at first. */
export const choiceFromLink = (state: ComparisonState, said: Readonly<Record<string, string>>): ComparisonState => {
  const day = (name: string): DayText | undefined => (DAY.test(said[name] ?? '') ? said[name] : undefined);
  const wish = (on: string, known: string): SideWish => {
    const [at, knownOn] = [day(on), day(known)];
    return { ...(at === undefined ? {} : { day: at }), ...(knownOn === undefined ? {} : { knownOn }) };
  };
  return {
    ...state,
    mode: COMPARE_MODES.find((mode) => mode === said['mode']) ?? 'years',
    before: wish('from', 'fromKnown'),
    after: wish('to', 'toKnown'),
    other: said['with'] ?? state.other,
    swapped: said['swap'] === '1',
  };
};
