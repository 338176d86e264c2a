import type { UseStore } from 'idb-keyval';
import { createStore, delMany, entries, setMany } from 'idb-keyval';
import type { SavingProblem } from '../store/saving.ts';
import { saving } from '../store/saving.ts';
import { simulation } from '../store/simulation.ts';
import type { WorkspaceFile, WorkspaceState } from '../store/workspace.ts';
import { workspace } from '../store/workspace.ts';
import type { TextFile } from '../worker/protocol.ts';
import type { Desk } from './schema.ts';
import { deskSchema } from './schema.ts';

/**
 * Write-ahead: a change is on disk at most DELAY after it was made, whatever happens to the page. Only what differs from the delivered
 * texts is written: `text:<path>` holds a text, `gone:<path>` says a delivered file was taken away, `desk` where one was.
 */
const DELAY_MS = 120;

/** Where things are kept; a test gives a Map. */
export interface Shelf {
  all(): Promise<readonly (readonly [string, unknown])[]>;
  put(pairs: readonly (readonly [string, unknown])[]): Promise<void>;
  drop(keys: readonly string[]): Promise<void>;
}

/** The browser's own shelf for this application. */
export const browserShelf = (): Shelf => {
  let store: UseStore | undefined;
  const opened = (): UseStore => {
    store ??= createStore('yice', 'workspace');
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

/** The texts of the workspace: the delivered ones, changed and completed by what is on the shelf. */
export async function restoreWorkspace(shelf: Shelf, delivered: readonly TextFile[]): Promise<Desk | undefined> {
  const files: Record<string, WorkspaceFile> = {};
  for (const { path, text } of delivered) files[path] = { path, text, delivered: text };
  let desk: Desk | undefined;
  try {
    for (const [key, value] of await shelf.all()) {
      const path = key.slice(5);
      if (key.startsWith('text:') && typeof value === 'string') files[path] = { ...files[path], path, text: value };
      else if (key.startsWith('gone:')) delete files[path];
      else if (key === 'desk') desk = deskSchema.safeParse(value).data;
    }
  } catch (thrown) {
    saving.setState({ problem: problemOf(thrown) });
  }
  workspace.setState({ files, version: 1 });
  return desk;
}

const deskNow = (): Desk => {
  const { openFile, places, policy, day } = workspace.getState();
  const { patients, patientId, encounterId, knownOn, suppose } = simulation.getState();
  return structuredClone({ openFile, places, policy, day, patients, patientId, encounterId, knownOn, suppose }) as Desk;
};

/** Keeps everything that changes from now on. Returns the way to write at once, and to stop. */
export function keepWorkspace(shelf: Shelf): { readonly flush: () => Promise<void>; readonly stop: () => void } {
  const dirty = new Set<string>();
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
      if (!file) puts.push([`gone:${path}`, true]);
      else if (file.text === file.delivered) drops.push(`text:${path}`, `gone:${path}`);
      else puts.push([`text:${path}`, file.text]);
      if (!file) drops.push(`text:${path}`);
      else if (file.text !== file.delivered) drops.push(`gone:${path}`);
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
