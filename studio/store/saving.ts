// Scope: moment. Whether what was typed is safe on this machine.
import { createStore } from 'zustand/vanilla';

/** `full` the browser has no room left · `unavailable` it keeps nothing (private mode) */
export type SavingProblem = 'full' | 'unavailable';

export interface SavingState {
  /** Clock of the last write that was confirmed, milliseconds. */
  readonly savedAt: number | undefined;
  readonly pending: boolean;
  readonly problem: SavingProblem | undefined;
  /** Another tab edits this workspace; this one only shows it. */
  readonly elsewhere: boolean;
  /** Grows when Ctrl+S is pressed: the time in the status bar lights up. */
  readonly flashes: number;
}

/** The state of autosave. */
export const saving = createStore<SavingState>(() => ({
  savedAt: undefined,
  pending: false,
  problem: undefined,
  elsewhere: false,
  flashes: 0,
}));
