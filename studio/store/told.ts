// Scope: moment. What the product just did at a key press that shows nothing of it elsewhere: one line in the status bar, read aloud once.
import { createStore } from 'zustand/vanilla';
import type { Words } from '../../language/diagnostics/diagnostic.ts';

export interface ToldState {
  readonly words: Words | undefined;
  /** Grows each time, so that the same words are said again. */
  readonly turn: number;
}

/** The last thing told. */
export const told = createStore<ToldState>(() => ({ words: undefined, turn: 0 }));

/** Tells something. */
export const tell = (words: Words): void => told.setState(({ turn }) => ({ words, turn: turn + 1 }));
