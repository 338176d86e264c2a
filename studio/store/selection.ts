// Scope: moment. The one selection (clause, rule range, step) that every open pane shows.
import { createStore } from 'zustand/vanilla';
import type { TextRange } from '../worker/protocol.ts';

export interface SelectionState {
  /** The rule text looked at. */
  readonly rule: TextRange | undefined;
  /** The sentence of the cited document that belongs to it. */
  readonly clause: TextRange | undefined;
  /** Address of the step: "门诊统筹.支付". */
  readonly address: string | undefined;
  /** Stays while editing elsewhere. */
  readonly pinned: boolean;
}

/** What is looked at. */
export const selection = createStore<SelectionState>(() => ({ rule: undefined, clause: undefined, address: undefined, pinned: false }));
