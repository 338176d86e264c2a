// Scope: device for whether it was walked; moment for where one is. The guided first run: change a number, see the result, undo.
import { createStore } from 'zustand/vanilla';

export interface GuideState {
  readonly walking: boolean;
  /** The result before anything was changed, yuan; absent until it is known. */
  readonly before: string | undefined;
  /** The result with the changed number, once seen. */
  readonly after: string | undefined;
  /** The number as it was changed to, e.g. 55. */
  readonly percent: number | undefined;
}

/** Where the guided first run stands. */
export const guide = createStore<GuideState>(() => ({ walking: false, before: undefined, after: undefined, percent: undefined }));

/** `change` a number is to be changed · `see` the result is being worked out · `undo` it is to be undone · `done` */
export type GuideStep = 'change' | 'see' | 'undo' | 'done';

/** What is on the page: the number in the text, and the result of the patient of the guide by the text as it is. */
export interface Seen {
  readonly percent: number | undefined;
  /** Yuan; undefined while it is being worked out. */
  readonly funds: string | undefined;
}

/** Takes in what is on the page; `original` is the number the document says. */
export function witnessed(state: GuideState, { percent, funds }: Seen, original: number): GuideState {
  if (!state.walking || funds === undefined || percent === undefined) return state;
  if (percent === original && state.after === undefined) return state.before === funds ? state : { ...state, before: funds };
  if (percent !== original && state.before !== undefined && funds !== state.before)
    return state.after === funds && state.percent === percent ? state : { ...state, after: funds, percent };
  return state;
}

/** The step one stands at. */
export function stepOf({ before, after }: GuideState, { percent, funds }: Seen, original: number): GuideStep {
  if (after === undefined) return percent === original || percent === undefined ? 'change' : 'see';
  return percent === original && funds === before ? 'done' : 'undo';
}
