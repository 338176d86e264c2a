import type { UseStore } from 'idb-keyval';
import { createStore, delMany, entries, setMany } from 'idb-keyval';
import type { SavingProblem } from '../store/saving.ts';
import { saving } from '../store/saving.ts';
import { simulation } from '../store/simulation.ts';
import type { WorkspaceFile, WorkspaceState } from '../store/workspace.ts';
import { workspace } from '../store/workspace.ts';
import type { TextFile } from '../worker/protocol.ts';
import { readDesk } from './desk.ts';
import type { Desk } from './schema.ts';

/**
 * Write-ahead: a change is on disk at most DELAY after it was made, whatever happens to the page. Only what differs from the ground (the
 * delivered texts, or those of a folder) is written: `text:<path>` holds a text, `gone:<path>` says that one of the ground was taken away,
 * `base:<path>` what the ground was when the work on it began, `desk` where one was.
 */
const DELAY_MS = 120;

/** Where things are kept; a test gives a Map. */
export interface Shelf {
  all(): Promise<readonly (readonly [string, unknown])[]>;
  put(pairs: readonly (readonly [string, unknown])[]): Promise<void>;
  drop(keys: readonly string[]): Promise<void>;
}

/** The browser's own shelf, by default the one of the delivered texts. */
export const browserShelf = (name = 'yice'): Shelf => {
  let store: UseStore | undefined;
  const opened = (): UseStore => {
    store ??= createStore(name, 'workspace');
    return store;
  };
  return {
    all: async () => await entries<string, unknown>(opened()),
    put: (pairs) =>
      setMany(
        pairs.map(([key, value]) => [key, value]),
        opened(),
      ),
    drop: (keys) => delMany([...keys], opened()),
  };
};

const problemOf = (thrown: unknown): SavingProblem =>
  thrown instanceof DOMException && thrown.name === 'QuotaExceededError' ? 'full' : 'unavailable';

/** What is read back. */
export interface Restored {
  readonly desk: Desk | undefined;
  /** By path, what the ground was when the work on it began. */
  readonly bases: ReadonlyMap<string, string>;
}

/** The texts of the workspace: those of the ground, changed and completed by what is on the shelf. */
export async function restoreWorkspace(shelf: Shelf, ground: readonly TextFile[]): Promise<Restored> {
  const files: Record<string, WorkspaceFile> = {};
  for (const { path, text } of ground) files[path] = { path, text, delivered: text };
  const bases = new Map<string, string>();
  let desk: Desk | undefined;
  try {
    for (const [key, value] of await shelf.all()) {
      const path = key.slice(5);
      if (key.startsWith('text:') && typeof value === 'string') files[path] = { ...files[path], path, text: value };
      else if (key.startsWith('gone:')) delete files[path];
      else if (key.startsWith('base:') && typeof value === 'string') bases.set(path, value);
      else if (key === 'desk') desk = readDesk(value);
    }
  } catch (thrown) {
    saving.setState({ problem: problemOf(thrown) });
  }
  workspace.setState({ files, version: 1 });
  return { desk, bases };
}

/** What a text is told apart by from its later versions: short, and never trusted for more. */
export const stampOf = (text: string): string => {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return `${text.length}-${sum.toString(16)}`;
};

/** Files that were worked on and have since been delivered anew: both the work and the newer text are there. */
export const outdated = (files: Readonly<Record<string, WorkspaceFile>>, bases: ReadonlyMap<string, string>): readonly string[] =>
  Object.values(files)
    .filter(({ path, text, delivered }) => {
      const base = bases.get(path);
      return base !== undefined && delivered !== undefined && text !== delivered && base !== stampOf(delivered);
    })
    .map(({ path }) => path);

const deskNow = (): Desk => {
  const { openFile, places, policy, day } = workspace.getState();
  const { patients, patientId, encounterId, knownOn, suppose } = simulation.getState();
  return structuredClone({ openFile, places, policy, day, patients, patientId, encounterId, knownOn, suppose }) as Desk;
};

/** What a path holds where the texts come from, and what tells that text apart. */
export interface Ground {
  readonly textOf: (path: string) => string | undefined;
  readonly stampOf: (path: string) => string | undefined;
}

/** The texts that come with the application. */
const deliveredGround: Ground = {
  textOf: (path) => workspace.getState().files[path]?.delivered,
  stampOf: (path) => {
    const text = workspace.getState().files[path]?.delivered;
    return text === undefined ? undefined : stampOf(text);
  },
};

/** Keeps everything that changes from now on; `bases` as restored. Returns the way to write at once, and to stop. */
export function keepWorkspace(
  shelf: Shelf,
  bases: ReadonlyMap<string, string> = new Map(),
  ground: Ground = deliveredGround,
): { readonly flush: () => Promise<void>; readonly stop: () => void } {
  const dirty = new Set<string>();
  const based = new Set(bases.keys());
  let deskDirty = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (saving.getState().elsewhere) return;
    const { files } = workspace.getState();
    const puts: [string, unknown][] = deskDirty ? [['desk', deskNow()]] : [];
    const drops: string[] = [];
    for (const path of dirty) {
      const file = files[path];
      if (!file) {
        puts.push([`gone:${path}`, true]);
        drops.push(`text:${path}`, `base:${path}`);
      } else if (file.text === ground.textOf(path)) drops.push(`text:${path}`, `gone:${path}`, `base:${path}`);
      else {
        puts.push([`text:${path}`, file.text]);
        drops.push(`gone:${path}`);
        const base = ground.stampOf(path);
        if (base !== undefined && !based.has(path)) puts.push([`base:${path}`, base]);
        based.add(path);
        continue;
      }
      based.delete(path);
    }
    const written = [...dirty];
    dirty.clear();
    deskDirty = false;
    try {
      if (puts.length > 0) await shelf.put(puts);
      if (drops.length > 0) await shelf.drop(drops);
      saving.setState({ savedAt: Date.now(), pending: dirty.size > 0, problem: undefined });
    } catch (thrown) {
      for (const path of written) dirty.add(path);
      saving.setState({ problem: problemOf(thrown), pending: true });
    }
  };
  const soon = (): void => {
    saving.setState({ pending: true });
    timer ??= setTimeout(() => void flush(), DELAY_MS);
  };
  const onWorkspace = (now: WorkspaceState, before: WorkspaceState): void => {
    if (now.files !== before.files) {
      for (const path of new Set([...Object.keys(now.files), ...Object.keys(before.files)])) {
        if (now.files[path]?.text !== before.files[path]?.text) dirty.add(path);
      }
    }
    deskDirty = true;
    soon();
  };
  const leaving = (): void => void flush();
  const stops = [
    workspace.subscribe(onWorkspace),
    simulation.subscribe((now, before) => {
      if (
        now.patients === before.patients &&
        now.patientId === before.patientId &&
        now.encounterId === before.encounterId &&
        now.knownOn === before.knownOn &&
        now.suppose === before.suppose
      )
        return;
      deskDirty = true;
      soon();
    }),
  ];
  globalThis.addEventListener?.('pagehide', leaving);
  globalThis.document?.addEventListener('visibilitychange', leaving);
  return {
    flush,
    stop: () => {
      stops.forEach((stop) => {
        stop();
      });
      clearTimeout(timer);
      globalThis.removeEventListener?.('pagehide', leaving);
      globalThis.document?.removeEventListener('visibilitychange', leaving);
    },
  };
}
