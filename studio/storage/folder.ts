import * as z from 'zod/mini';
import { saving } from '../store/saving.ts';
import type { WorkspaceState } from '../store/workspace.ts';
import { withoutFile, withText, workspace } from '../store/workspace.ts';
import type { TextFile } from '../worker/protocol.ts';
import type { Ground, Shelf } from './autosave.ts';

/**
 * The studio on the files of a folder (`yice studio`). The disk is the only place where the texts are; what has not reached it yet waits on
 * the browser's shelf, so that nothing is lost while the program does not answer. A text is written only over the one it was read as: when
 * somebody else changed it meanwhile, both are shown and the person chooses.
 */
const textSchema = z.object({ path: z.string(), text: z.string(), tag: z.string() });
const folderSchema = z.object({ name: z.string(), id: z.string(), files: z.array(textSchema) });
const outsideSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), now: textSchema }),
  z.object({ kind: z.literal('gone'), path: z.string() }),
]);
const staleSchema = z.object({ now: z.nullable(textSchema) });
const writtenSchema = z.object({ tag: z.string() });

export interface FolderTexts {
  readonly name: string;
  /** Tells folders of one name apart. */
  readonly id: string;
  readonly files: readonly (TextFile & { readonly tag: string })[];
}

/** Whether this page was opened on a folder. */
export const onFolder = (): boolean => document.querySelector('meta[name="yice-folder"]') !== null;

/** The folder's texts. @rejects when the program does not answer */
export const readFolder = async (): Promise<FolderTexts> => folderSchema.parse(await (await fetch('workspace')).json());

/** What the page says to the program, and hears from it. */
export interface FolderPort {
  /** `now` is undefined when the text is gone on the disk. */
  readonly send: (
    path: string,
    text: string | undefined,
    base: string | undefined,
  ) => Promise<{ readonly tag: string } | { readonly now: z.infer<typeof textSchema> | undefined } | 'refused'>;
  readonly read: () => Promise<FolderTexts>;
  /** Calls `again` whenever the line is there anew: before, something may have been missed. */
  readonly listen: (heard: (event: z.infer<typeof outsideSchema>) => void, again: () => void) => () => void;
}

/** The program that serves this page. */
export const folderPort = (): FolderPort => ({
  read: readFolder,
  send: async (path, text, base) => {
    const address = `workspace/text?${new URLSearchParams({ path, ...(base === undefined ? {} : { base }) })}`;
    const reply = await fetch(address, text === undefined ? { method: 'DELETE' } : { method: 'PUT', body: text });
    if (reply.status === 409) return { now: staleSchema.parse(await reply.json()).now ?? undefined };
    if (reply.status === 422) return 'refused';
    if (!reply.ok) throw new Error(`${reply.status}`);
    return writtenSchema.parse(await reply.json());
  },
  listen: (heard, again) => {
    const source = new EventSource('workspace/outside');
    source.addEventListener('message', ({ data }) => heard(outsideSchema.parse(JSON.parse(String(data)))));
    source.addEventListener('open', again);
    return () => source.close();
  },
});

export interface KeptFolder {
  /** Writes at once what waits. */
  readonly flush: () => Promise<void>;
  /** Settles a text that changed in two places. */
  readonly settle: (path: string, choice: 'mine' | 'theirs') => void;
  /** What a path holds on the disk, as last known. */
  readonly ground: Ground;
  readonly stop: () => void;
}

/** The folder of this page, while it is kept. */
let kept: KeptFolder | undefined;

/** Settles a text that changed here and on the disk. */
export const settleConflict = (path: string, choice: 'mine' | 'theirs'): void => kept?.settle(path, choice);

const WAIT_MS = 150;
const TRY_AGAIN_MS = 2_000;

/**
 * Keeps the folder's files and the workspace the same. `bases` are the tags with which texts that still wait on the shelf were read; a file
 * of the ground without a tag (lent with the application) is written as a new one when it is changed.
 */
export function keepFolder(port: FolderPort, shelf: Shelf, opened: FolderTexts, bases: ReadonlyMap<string, string>): KeptFolder {
  /** By path: the tag on the disk as last known, and the text it stands for. */
  const disk = new Map<string, { readonly tag: string; readonly text: string }>(
    opened.files.map(({ path, tag, text }) => [path, { tag, text }]),
  );
  const waiting = new Set<string>();
  const lent = new Map(Object.values(workspace.getState().files).map(({ path, delivered }) => [path, delivered]));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let following = false;

  const follow = (change: (state: WorkspaceState) => WorkspaceState): void => {
    following = true;
    workspace.setState(change);
    following = false;
  };
  const inConflict = (path: string): boolean => saving.getState().conflicts.some((one) => one.path === path);
  const conflict = (path: string, now: { readonly tag: string; readonly text: string } | undefined): void => {
    if (now) disk.set(path, now);
    else disk.delete(path);
    saving.setState(({ conflicts }) => ({ conflicts: [...conflicts.filter((one) => one.path !== path), { path, theirs: now?.text }] }));
  };
  const landed = async (path: string): Promise<void> => {
    if (!waiting.has(path)) await shelf.drop([`text:${path}`, `gone:${path}`, `base:${path}`]);
  };
  const write = async (path: string): Promise<void> => {
    const text = workspace.getState().files[path]?.text;
    const before = disk.get(path);
    if (text === before?.text || (!before && text === undefined) || (!before && text === lent.get(path))) return landed(path);
    const reply = await port.send(path, text, before?.tag);
    if (reply === 'refused') return saving.setState({ problem: 'refused', pending: true });
    if ('tag' in reply) {
      if (text === undefined) disk.delete(path);
      else disk.set(path, { tag: reply.tag, text });
      return landed(path);
    }
    if (reply.now?.text !== text) return conflict(path, reply.now);
    if (reply.now) disk.set(path, reply.now);
    return landed(path);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(async () => {
      if (saving.getState().elsewhere) return;
      for (const path of [...waiting]) {
        if (inConflict(path)) continue;
        // What is typed while it is written waits anew.
        waiting.delete(path);
        try {
          await write(path);
        } catch {
          waiting.add(path);
          saving.setState({ problem: 'unreachable', pending: true });
          timer ??= setTimeout(() => void flush(), TRY_AGAIN_MS);
          return;
        }
      }
      if (saving.getState().problem === 'unreachable') saving.setState({ problem: undefined });
      saving.setState({ savedAt: Date.now(), pending: waiting.size > 0 });
    });
    return writing;
  };
  const soon = (): void => {
    saving.setState({ pending: true });
    timer ??= setTimeout(() => void flush(), WAIT_MS);
  };
  /** The disk says another thing than when we last looked. */
  const outside = (path: string, now: { readonly tag: string; readonly text: string } | undefined): void => {
    const mine = workspace.getState().files[path]?.text;
    const before = disk.get(path);
    if (before?.tag === now?.tag && before !== undefined) return;
    if (mine === now?.text) {
      if (now) disk.set(path, now);
      else disk.delete(path);
      return;
    }
    if (waiting.has(path) || (before !== undefined && mine !== before.text)) {
      conflict(path, now);
      return;
    }
    if (now) disk.set(path, now);
    else disk.delete(path);
    follow((state) => (now ? withText(state, path, now.text) : withoutFile(state, path)));
    saving.setState(({ taken }) => ({ taken: [...taken.filter((one) => one !== path), path] }));
  };
  /** Whoever writes may hear what came after before that it was written itself: what is heard waits for that, and is read between writes. */
  const betweenWrites = (work: () => void | Promise<void>): void => {
    // A program that does not answer is said where something is written.
    writing = writing.then(work).catch(() => undefined);
  };
  const compare = async (): Promise<void> => {
    const { files } = await port.read();
    for (const { path, text, tag } of files) outside(path, { text, tag });
    for (const path of [...disk.keys()]) if (!files.some((file) => file.path === path)) outside(path, undefined);
    void flush();
  };

  // What was still waiting when the page went away.
  for (const [path, tag] of bases) {
    const now = disk.get(path);
    const mine = workspace.getState().files[path]?.text;
    if (mine === now?.text) continue;
    if (now && now.tag !== tag) conflict(path, now);
    else waiting.add(path);
  }
  for (const { path, text } of Object.values(workspace.getState().files))
    if (!bases.has(path) && text !== (disk.get(path)?.text ?? lent.get(path))) waiting.add(path);
  if (waiting.size > 0) soon();

  const stops = [
    workspace.subscribe((now, before) => {
      if (following || now.files === before.files) return;
      for (const path of new Set([...Object.keys(now.files), ...Object.keys(before.files)]))
        if (now.files[path]?.text !== before.files[path]?.text) waiting.add(path);
      if (waiting.size > 0) soon();
    }),
    port.listen(
      (event) => betweenWrites(() => (event.kind === 'text' ? outside(event.now.path, event.now) : outside(event.path, undefined))),
      () => betweenWrites(compare),
    ),
  ];
  kept = {
    flush,
    ground: { textOf: (path) => disk.get(path)?.text ?? lent.get(path), stampOf: (path) => disk.get(path)?.tag },
    settle: (path, choice) => {
      const found = saving.getState().conflicts.find((one) => one.path === path);
      if (!found) return;
      saving.setState(({ conflicts }) => ({ conflicts: conflicts.filter((one) => one.path !== path) }));
      if (choice === 'theirs') {
        waiting.delete(path);
        follow((state) => (found.theirs === undefined ? withoutFile(state, path) : withText(state, path, found.theirs)));
        void landed(path);
      } else {
        waiting.add(path);
        soon();
      }
    },
    stop: () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
  return kept;
}
