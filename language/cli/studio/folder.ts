import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeWhole } from '../files.ts';

/**
 * The texts of a folder as the studio works on them. A text is known by its path below the folder, with /, composed, and by its tag: the
 * start of the SHA-256 of its bytes. Whoever writes says which tag the text had when it was read; a text that has another one by now is
 * not overwritten.
 */
export interface FolderText {
  readonly path: string;
  readonly text: string;
  readonly tag: string;
}

/** `stale` the text is another one by now, which comes along · `refused` the path or the size is none of ours */
export type Written =
  | { readonly kind: 'written'; readonly tag: string }
  | { readonly kind: 'stale'; readonly now: FolderText | undefined }
  | { readonly kind: 'refused' };

/** What happened beside the studio: a text changed or appeared, or is gone. */
export type Outside = { readonly kind: 'text'; readonly now: FolderText } | { readonly kind: 'gone'; readonly path: string };

export interface Folder {
  /** Every text, by path. */
  readonly all: () => Promise<readonly FolderText[]>;
  /** Puts a text in its place whole. `base` is the tag it was read with; undefined: there was none. @throws Stop when the disk refuses */
  readonly write: (path: string, text: string, base: string | undefined) => Promise<Written>;
  readonly drop: (path: string, base: string) => Promise<Written>;
  /** What others did since the last look. */
  readonly look: () => Promise<readonly Outside[]>;
}

/** Bytes of one text; the longest notice known has 60,000. */
export const MOST_BYTES = 4_000_000;
/** How often a text that is being written is read again before it is taken as it is, and how long apart. */
const READ_AGAIN = 20;
const READ_AGAIN_MS = 25;
const MOST_FILES = 5_000;
const MOST_DEPTH = 6;
const OURS = /\.(?:yice|txt|json)$/u;

/** A path that stays inside the folder and names a text of ours. */
export const isOurs = (path: string): boolean => {
  const parts = path.split('/');
  return (
    OURS.test(path) &&
    parts.length <= MOST_DEPTH &&
    path.length <= 400 &&
    !/[\\\0]/u.test(path) &&
    parts.every((part) => part !== '' && !part.startsWith('.') && part !== 'node_modules')
  );
};

export const tagOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex').slice(0, 24);

/** The folder itself, or the nearest one above it that is there. */
const nearest = async (folder: string): Promise<string> =>
  (await stat(folder).then(
    () => true,
    () => false,
  ))
    ? folder
    : nearest(dirname(folder));

interface Seen {
  readonly place: string;
  /** Which file of the disk it is, its size and the times of its last change: what tells cheaply that there is something to read. */
  readonly print: string;
  readonly text: FolderText;
}

/** Opens a folder. @throws when it is none */
export async function openFolder(folder: string): Promise<Folder> {
  const root = await realpath(folder);
  let seen = new Map<string, Seen>();

  const placesUnder = async (at: string, below: readonly string[], found: Map<string, string>): Promise<void> => {
    if (below.length >= MOST_DEPTH) return;
    for (const entry of await readdir(at, { withFileTypes: true })) {
      const path = [...below, entry.name].join('/').normalize('NFC');
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        await placesUnder(join(at, entry.name), [...below, entry.name], found);
      else if (entry.isFile() && isOurs(path) && found.size < MOST_FILES) found.set(path, join(at, entry.name));
    }
  };
  const read = async (path: string, place: string, again = READ_AGAIN): Promise<Seen | undefined> => {
    try {
      const { ino, size, mtimeMs, ctimeMs } = await stat(place);
      // A tool may keep the time of what it copies over a text; that it did so has a time of its own.
      const print = `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
      const before = seen.get(path);
      if (before?.print === print && before.place === place) return before;
      if (size > MOST_BYTES) return undefined;
      const bytes = await readFile(place);
      if (bytes.length !== size && again > 0) {
        // Somebody is writing it: half of a text is none.
        await setTimeout(READ_AGAIN_MS);
        return read(path, place, again - 1);
      }
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return { place, print, text: { path, text, tag: tagOf(bytes) } };
    } catch {
      // Gone while we looked, or no UTF-8: not a text to work on.
      return undefined;
    }
  };
  const scan = async (): Promise<Map<string, Seen>> => {
    const places = new Map<string, string>();
    await placesUnder(root, [], places);
    const found = new Map<string, Seen>();
    for (const [path, place] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const one = await read(path, place);
      if (one) found.set(path, one);
    }
    return found;
  };
  /** Where a path lies: as found on disk, which may spell it otherwise; a new one below the root, whose folders are no links that lead out. */
  const placeOf = async (path: string): Promise<string | undefined> => {
    if (!isOurs(path)) return undefined;
    const known = seen.get(path);
    if (known) return known.place;
    const place = join(root, ...path.split('/'));
    const home = await realpath(await nearest(dirname(place)));
    if (home !== root && !home.startsWith(root + sep)) return undefined;
    await mkdir(dirname(place), { recursive: true });
    return place;
  };
  /** One change after the other: what is checked is still so when it is written. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const change = (path: string, base: string | undefined, make: (place: string) => Promise<string | undefined>): Promise<Written> =>
    inTurn(async () => {
      const place = await placeOf(path);
      if (place === undefined) return { kind: 'refused' };
      const now = await read(path, place);
      if (now?.text.tag !== base) return { kind: 'stale', now: now?.text };
      const text = await make(place);
      if (text === undefined) {
        seen.delete(path);
        return { kind: 'written', tag: '' };
      }
      // What we wrote, not what may already be there in its place: that is for the next look to tell.
      const tag = tagOf(text);
      seen.set(path, { place, print: '', text: { path, text, tag } });
      return { kind: 'written', tag };
    });

  return {
    all: () =>
      inTurn(async () => {
        seen = await scan();
        return [...seen.values()].map(({ text }) => text);
      }),
    write: async (path, text, base) => {
      if (new TextEncoder().encode(text).length > MOST_BYTES) return { kind: 'refused' };
      return change(path, base, async (place) => {
        await writeWhole(place, text);
        return text;
      });
    },
    drop: (path, base) =>
      change(path, base, async (place) => {
        await rm(place);
        return undefined;
      }),
    look: () =>
      inTurn(async () => {
        const before = seen;
        seen = await scan();
        const changed = [...seen.values()].filter(({ text }) => before.get(text.path)?.text.tag !== text.tag);
        const gone = [...before.keys()].filter((path) => !seen.has(path));
        return [
          ...changed.map(({ text }): Outside => ({ kind: 'text', now: text })),
          ...gone.map((path): Outside => ({ kind: 'gone', path })),
        ];
      }),
  };
}
