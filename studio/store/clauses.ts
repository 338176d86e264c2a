// Scope: moment. What became of each sentence of the document beside the rules; recomputable.
import { createStore } from 'zustand/vanilla';
import type { Clause, ClauseDocument } from '../worker/protocol.ts';

export interface ClausesState {
  /** Of the document asked for last; the last answer stays while a newer one is on its way. */
  readonly found: ClauseDocument | undefined;
}

export const clauses = createStore<ClausesState>(() => ({ found: undefined }));

/** Sentences with a number that nothing accounts for, in the order of the document. */
export const undoneOf = ({ found }: ClausesState): readonly Clause[] => (found?.clauses ?? []).filter(({ state }) => state === 'undone');
