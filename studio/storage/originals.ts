import type { UseStore } from 'idb-keyval';
import { createStore, del, entries, get, set } from 'idb-keyval';

/**
 * Files as they were brought in, byte for byte, by path in the workspace. They stand in a database of their own: the workspace's texts
 * are read when the page opens, these only when someone asks for one.
 */
export interface OriginalShelf {
  put(path: string, bytes: Uint8Array): Promise<void>;
  get(path: string): Promise<Uint8Array | undefined>;
  drop(path: string): Promise<void>;
  all(): Promise<readonly (readonly [string, Uint8Array])[]>;
}

/** The browser's shelf. */
export function browserOriginals(): OriginalShelf {
  let store: UseStore | undefined;
  const opened = (): UseStore => {
    store ??= createStore('yice-originals', 'files');
    return store;
  };
  const bytesOf = (value: unknown): Uint8Array | undefined => (value instanceof Uint8Array ? value : undefined);
  return {
    put: (path, bytes) => set(path, bytes, opened()),
    get: async (path) => bytesOf(await get<unknown>(path, opened())),
    drop: (path) => del(path, opened()),
    all: async () =>
      (await entries<string, unknown>(opened())).flatMap(([path, value]) => {
        const bytes = bytesOf(value);
        return bytes ? [[path, bytes] as const] : [];
      }),
  };
}
