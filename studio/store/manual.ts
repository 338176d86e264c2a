// Scope: moment. The pages of the keywords, fetched once, and the one that is open.
import { createStore } from 'zustand/vanilla';
import type { KeywordPage } from '../worker/protocol.ts';

export interface ManualState {
  readonly pages: readonly KeywordPage[];
  /** Id of the page shown. */
  readonly shown: string | undefined;
}

export const manual = createStore<ManualState>(() => ({ pages: [], shown: undefined }));
