// Scope: moment. Which set of patients is on the table, what came of them and why some differ; recomputable, never saved.
import { createStore } from 'zustand/vanilla';
import type { CauseGroup, FoundCause, Progress, ReviewedPatient } from '../worker/protocol.ts';

export type ReviewFilter = 'all' | 'todo' | 'passed' | 'sample';

/** What can be taken back: a text of a set as it was before. */
export interface SetUndo {
  readonly path: string;
  /** Absent: there was no such file. */
  readonly text: string | undefined;
  /** What was done, in words. */
  readonly what: string;
}

export interface ReviewState {
  /** The set on the table. */
  readonly path: string | undefined;
  readonly patientId: string | undefined;
  readonly filter: ReviewFilter;
  /** Passes drawn at random to be looked at. */
  readonly sample: readonly string[];
  /** The set and the law that `results` are of. */
  readonly resultsOf: string | undefined;
  readonly results: Readonly<Record<string, ReviewedPatient>>;
  /** Digest of the bundle that settled them. */
  readonly digest: string | undefined;
  readonly causes: Readonly<Record<string, readonly FoundCause[]>>;
  readonly groups: readonly CauseGroup[];
  /** Settling, then looking for causes; undefined when neither is under way. */
  readonly progress: Progress | undefined;
  /** False when it was stopped before the end. */
  readonly complete: boolean;
  readonly undo: readonly SetUndo[];
}

/** A table on which nothing of a set has been worked out yet. */
const FRESH = {
  patientId: undefined,
  filter: 'all',
  sample: [],
  resultsOf: undefined,
  results: {},
  digest: undefined,
  causes: {},
  groups: [],
  progress: undefined,
  complete: true,
} as const satisfies Partial<ReviewState>;

/** The reviewer's table. */
export const review = createStore<ReviewState>(() => ({
  path: undefined,
  ...FRESH,
  undo: [],
}));

/** Puts a set on the table; the results of another one leave it. */
export const setShown = (state: ReviewState, path: string | undefined): ReviewState =>
  state.path === path
    ? state
    : {
        ...state,
        path,
        ...FRESH,
      };

/** Takes in what came of the patients of a set; causes of those that are no longer there wait for the next search. */
export const patientsReviewed = (
  state: ReviewState,
  of: string,
  reviewed: readonly ReviewedPatient[],
  digest: string | undefined,
): ReviewState => ({
  ...state,
  resultsOf: of,
  results: Object.fromEntries(reviewed.map((one) => [one.id, one])),
  digest,
});

/** Takes in why patients differ. */
export const causesFound = (
  state: ReviewState,
  causes: readonly { readonly id: string; readonly causes: readonly FoundCause[] }[],
  groups: readonly CauseGroup[],
): ReviewState => ({ ...state, causes: Object.fromEntries(causes.map((one) => [one.id, one.causes])), groups });
