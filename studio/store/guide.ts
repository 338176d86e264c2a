// Scope: device for whether it was walked; moment for where one is. The guided first run: change a number, see the result, undo.
import { createStore } from 'zustand/vanilla';

export interface GuideState {
  readonly walking: boolean;
  /** Where the number stands. */
  readonly file: string | undefined;
  /** The result before anything was changed, yuan; absent until it is known. */
  readonly before: string | undefined;
  /** The result with the changed number, once seen. */
  readonly after: string | undefined;
  /** The number as it was changed to, e.g. 55. */
  readonly percent: number | undefined;
}

/** Where the guided first run stands. */
export const guide = createStore<GuideState>(() => ({
  walking: false,
  file: undefined,
  before: undefined,
  after: undefined,
  percent: undefined,
}));

/** `change` the number is to be changed · `other` it was changed to something else · `wrong` the text does not read now · `see` the result is being worked out · `undo` it is to be undone · `done` */
export type GuideStep = 'change' | 'other' | 'wrong' | 'see' | 'undo' | 'done';

/** What is on the page: the number in the text, and the result of the patient of the guide by the text as it is. */
export interface Seen {
  /** Undefined while the row is not there to be read. */
  readonly percent: number | undefined;
  /** Yuan; undefined while it is being worked out. */
  readonly funds: string | undefined;
  /** Whether the text as it is now has been read, and without errors. */
  readonly sound: boolean;
}

/** The number that the document says, and the one that the guide asks for. */
export interface Asked {
  readonly original: number;
  readonly wanted: number;
}

/** Takes in what is on the page. Only the number that was asked for, in a text that holds, is a result that was seen. */
export function witnessed(state: GuideState, { percent, funds, sound }: Seen, { original, wanted }: Asked): GuideState {
  if (!state.walking || funds === undefined || !sound) return state;
  if (percent === original && state.after === undefined) return state.before === funds ? state : { ...state, before: funds };
  if (percent === wanted && state.before !== undefined && funds !== state.before)
    return state.after === funds && state.percent === percent ? state : { ...state, after: funds, percent };
  return state;
}

/** The step one stands at. `broken`: the text has been broken for long enough that it is not just being typed. */
export function stepOf(
  { before, after }: GuideState,
  { percent, funds, sound }: Seen,
  { original, wanted }: Asked,
  broken: boolean,
): GuideStep {
  if (broken) return 'wrong';
  if (after !== undefined) return sound && percent === original && funds === before ? 'done' : 'undo';
  if (percent === undefined || percent === original) return 'change';
  return percent === wanted ? 'see' : 'other';
}
