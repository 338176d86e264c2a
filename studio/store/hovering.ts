// Scope: moment. What the hand points at without choosing it; it shows thinly and scrolls nothing.
import { createStore } from 'zustand/vanilla';

export interface HoveringState {
  /** Address of a step. */
  readonly address: string | undefined;
}

/** What is pointed at. */
export const hovering = createStore<HoveringState>(() => ({ address: undefined }));
