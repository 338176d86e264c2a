// Scope: moment. Whether what was typed is safe on this machine.
import { createStore } from 'zustand/vanilla';

/**
 * `full` the browser has no room left · `unavailable` it keeps nothing (private mode) · `unreachable` the folder's program does not answer ·
 * `refused` it does not take a text of that name or size
 */
export type SavingProblem = 'full' | 'unavailable' | 'unreachable' | 'refused';

/** A text that changed in two places: here and on the disk. */
export interface Conflict {
  readonly path: string;
  /** As it is on the disk now; absent when it is gone there. */
  readonly theirs: string | undefined;
}

export interface SavingState {
  /** Clock of the last write that was confirmed, milliseconds. */
  readonly savedAt: number | undefined;
  readonly pending: boolean;
  readonly problem: SavingProblem | undefined;
  /** Another tab edits this workspace; this one only shows it. */
  readonly elsewhere: boolean;
  /** Name of the folder that holds the texts; absent: this browser does. */
  readonly folder: string | undefined;
  readonly conflicts: readonly Conflict[];
  /** Texts that others changed on the disk and that were taken over here, until that is put away. */
  readonly taken: readonly string[];
  /** Delivered anew since the work on them began: both the work and the newer text are there. */
  readonly outdated: readonly string[];
  /** Grows when Ctrl+S is pressed: the time in the status bar lights up. */
  readonly flashes: number;
}

/** The state of autosave. */
export const saving = createStore<SavingState>(() => ({
  savedAt: undefined,
  pending: false,
  problem: undefined,
  elsewhere: false,
  folder: undefined,
  conflicts: [],
  taken: [],
  outdated: [],
  flashes: 0,
}));
