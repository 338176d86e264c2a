// Scope: moment. The one selection (clause, rule range, cell, step) that every open pane shows.
import { createStore } from 'zustand/vanilla';
import type { TextRange } from '../worker/protocol.ts';

/** A cell of the open file's sheets and the text it stands for. */
export interface LookedCell extends TextRange {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
}

export interface SelectionState {
  /** The rule text looked at. */
  readonly rule: TextRange | undefined;
  /** The sentence of the cited document that belongs to it. */
  readonly clause: TextRange | undefined;
  /** The cell that stands for it. */
  readonly cell: LookedCell | undefined;
  /** Address of the step: "门诊统筹.支付". */
  readonly address: string | undefined;
  /** Stays while editing elsewhere. */
  readonly pinned: boolean;
}

/** What is looked at. */
export const selection = createStore<SelectionState>(() => ({
  rule: undefined,
  clause: undefined,
  cell: undefined,
  address: undefined,
  pinned: false,
}));
