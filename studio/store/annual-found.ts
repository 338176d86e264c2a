// Scope: moment. What the worker says of a notice and of what is decided about it; recomputable, never saved.
import { createStore } from 'zustand/vanilla';
import type { AmendReply, AnnualReading, Compared, Progress } from '../worker/protocol.ts';

export interface AnnualFound {
  /** A notice is being read. */
  readonly reading: boolean;
  readonly annual: AnnualReading | undefined;
  readonly written: AmendReply | undefined;
  /** The number that is looked at, and whether its row should take the focus. */
  readonly current: number | undefined;
  readonly trying: Progress | undefined;
  readonly tried: { readonly text: string; readonly witnesses: Compared; readonly effects?: Compared } | undefined;
  readonly tryFailed: boolean;
}

export const annualFound = createStore<AnnualFound>(() => ({
  reading: false,
  annual: undefined,
  written: undefined,
  current: undefined,
  trying: undefined,
  tried: undefined,
  tryFailed: false,
}));
