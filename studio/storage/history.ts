import type { UseStore } from 'idb-keyval';
import { createStore, delMany, get, keys, set } from 'idb-keyval';
import { layout } from '../store/layout.ts';
import { saving } from '../store/saving.ts';
import { workspace } from '../store/workspace.ts';

/**
 * What the texts were: a copy of each changed text per minute of work and at each change of screen, to step back through. Beside the
 * autosave, which only knows the last state. Older copies are thinned out: all of the last hour, one an hour of the last day, one a day.
 */
export interface Moment {
  readonly path: string;
  /** Milliseconds of the clock. */
  readonly at: number;
}

/** Where moments are kept; a test gives a Map. */
export interface HistoryShelf {
  readonly moments: () => Promise<readonly Moment[]>;
  readonly textOf: (moment: Moment) => Promise<string | undefined>;
  readonly put: (moment: Moment, text: string) => Promise<void>;
  readonly drop: (moments: readonly Moment[]) => Promise<void>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Copies of one text, at most. */
const MOST = 120;

const keyOf = ({ path, at }: Moment): string => `${at}:${path}`;
const momentOf = (key: string): Moment => {
  const colon = key.indexOf(':');
  return { at: Number(key.slice(0, colon)), path: key.slice(colon + 1) };
};

/** The browser's own shelf. */
export function browserHistory(): HistoryShelf {
  let store: UseStore | undefined;
  const opened = (): UseStore => {
    store ??= createStore('yice-history', 'texts');
    return store;
  };
  return {
    moments: async () => (await keys<string>(opened())).map(momentOf),
    textOf: async (moment) => get<string>(keyOf(moment), opened()),
    put: (moment, text) => set(keyOf(moment), text, opened()),
    drop: (moments) => delMany(moments.map(keyOf), opened()),
  };
}

/** Moments of one text that may go: those that stand close to a later one, the closer the older. */
export function thinned(moments: readonly Moment[], now: number): readonly Moment[] {
  const newest = moments.toSorted((a, b) => b.at - a.at);
  const gone: Moment[] = [];
  const held: Moment[] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const moment of newest) {
    const age = now - moment.at;
    const apart = age < HOUR ? 0 : age < DAY ? HOUR : DAY;
    if (held.length >= MOST || last - moment.at < apart) gone.push(moment);
    else {
      held.push(moment);
      last = moment.at;
    }
  }
  return gone;
}

export interface KeptHistory {
  /** Copies what changed since the last copy. */
  readonly copy: () => Promise<void>;
  readonly stop: () => void;
}

let shelf: HistoryShelf | undefined;
/** The shelf in use. */
export const historyShelf = (): HistoryShelf => {
  shelf ??= browserHistory();
  return shelf;
};

/** Begins to keep moments. The first copy of a text is what it was before the work on it began. */
export function keepHistory(own: HistoryShelf = historyShelf(), clock: () => number = Date.now): KeptHistory {
  shelf = own;
  const copied = new Map(Object.values(workspace.getState().files).map(({ path, text }) => [path, text]));
  const begun = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const copy = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (saving.getState().elsewhere) return;
    const now = clock();
    for (const { path, text } of Object.values(workspace.getState().files)) {
      const before = copied.get(path);
      if (before === text) continue;
      copied.set(path, text);
      try {
        if (before !== undefined && !begun.has(path)) await own.put({ path, at: now - 1 }, before);
        begun.add(path);
        await own.put({ path, at: now }, text);
        const moments = (await own.moments()).filter((one) => one.path === path);
        await own.drop(thinned(moments, now));
      } catch {
        // Without room the autosave says so; a history is less than the work itself.
        return;
      }
    }
  };
  const stops = [
    workspace.subscribe((now, before) => {
      if (now.files !== before.files) timer ??= setTimeout(() => void copy(), MINUTE);
    }),
    layout.subscribe((now, before) => {
      if (now.view !== before.view) void copy();
    }),
  ];
  const leaving = (): void => void copy();
  globalThis.addEventListener?.('pagehide', leaving);
  return {
    copy,
    stop: () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      globalThis.removeEventListener?.('pagehide', leaving);
    },
  };
}
