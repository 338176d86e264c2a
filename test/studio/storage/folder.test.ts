import { beforeEach, describe, expect, it } from 'vitest';
import type { Shelf } from '../../../studio/storage/autosave.ts';
import { keepWorkspace, restoreWorkspace } from '../../../studio/storage/autosave.ts';
import type { FolderPort, FolderTexts, KeptFolder } from '../../../studio/storage/folder.ts';
import { keepFolder } from '../../../studio/storage/folder.ts';
import { saving } from '../../../studio/store/saving.ts';
import { withoutFile, withText, workspace } from '../../../studio/store/workspace.ts';

type Listener = Parameters<FolderPort['listen']>[0];

/** A disk with a program before it, as `yice studio` is one; others write to it too. */
function diskWith(texts: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(texts));
  const tag = (text: string): string => `t:${text}`;
  let heard: Listener = () => undefined;
  let again = (): void => undefined;
  let answers = true;
  const now = (path: string) => {
    const text = files.get(path);
    return text === undefined ? undefined : { path, text, tag: tag(text) };
  };
  const read = async (): Promise<FolderTexts> => ({
    name: '目录',
    id: 'd1',
    files: [...files].map(([path, text]) => ({ path, text, tag: tag(text) })),
  });
  const port: FolderPort = {
    read,
    send: async (path, text, base) => {
      if (!answers) throw new TypeError('no answer');
      if (path.includes('太深')) return 'refused';
      if (now(path)?.tag !== base) return { now: now(path) };
      if (text === undefined) files.delete(path);
      else files.set(path, text);
      return { tag: text === undefined ? '' : tag(text) };
    },
    listen: (listener, missed) => {
      heard = listener;
      again = missed;
      return () => undefined;
    },
  };
  return {
    port,
    files,
    read,
    silent: (is: boolean) => {
      answers = !is;
    },
    again: () => again(),
    /** Somebody else writes; `said` when the program notices at once. */
    elsewhere: (path: string, text: string | undefined, said = true) => {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
      const written = now(path);
      if (said) heard(written ? { kind: 'text', now: written } : { kind: 'gone', path });
    },
  };
}

function shelfOf(): Shelf & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    all: async () => [...kept],
    put: async (pairs) => {
      for (const [key, value] of pairs) kept.set(key, value);
    },
    drop: async (keys) => {
      for (const key of keys) kept.delete(key);
    },
  };
}

const textOf = (path: string): string | undefined => workspace.getState().files[path]?.text;
const type = (path: string, text: string): void => workspace.setState((state) => withText(state, path, text));

async function opened(disk: ReturnType<typeof diskWith>, shelf: Shelf): Promise<KeptFolder & { readonly ahead: () => Promise<void> }> {
  workspace.setState(workspace.getInitialState(), true);
  saving.setState(saving.getInitialState(), true);
  const texts = await disk.read();
  const { bases } = await restoreWorkspace(shelf, texts.files);
  const folder = keepFolder(disk.port, shelf, texts, bases);
  const { flush, stop } = keepWorkspace(shelf, bases, folder.ground);
  return {
    ...folder,
    ahead: flush,
    stop: () => {
      stop();
      folder.stop();
    },
  };
}

beforeEach(() => {
  workspace.setState(workspace.getInitialState(), true);
  saving.setState(saving.getInitialState(), true);
});

describe('the studio on the files of a folder', () => {
  it('writes what is typed, makes new files, takes files away, and leaves nothing on the shelf', async () => {
    const [disk, shelf] = [diskWith({ 'a.yice': '甲', 'b.yice': '乙' }), shelfOf()];
    const folder = await opened(disk, shelf);
    type('a.yice', '甲改');
    type('c.yice', '新');
    workspace.setState((state) => withoutFile(state, 'b.yice'));
    await folder.ahead();
    await folder.flush();
    folder.stop();
    expect(Object.fromEntries(disk.files)).toEqual({ 'a.yice': '甲改', 'c.yice': '新' });
    expect([...shelf.kept.keys()].filter((key) => key !== 'desk')).toEqual([]);
    expect(saving.getState()).toMatchObject({ pending: false, problem: undefined });
  });

  it('shows what others changed, and says so', async () => {
    const disk = diskWith({ 'a.yice': '甲', 'b.yice': '乙' });
    const folder = await opened(disk, shelfOf());
    disk.elsewhere('a.yice', '别人的');
    disk.elsewhere('b.yice', undefined);
    disk.elsewhere('c.yice', '别人新写的');
    await folder.flush();
    folder.stop();
    expect([textOf('a.yice'), textOf('b.yice'), textOf('c.yice')]).toEqual(['别人的', undefined, '别人新写的']);
    expect(saving.getState().taken).toEqual(['a.yice', 'b.yice', 'c.yice']);
    expect(disk.files.get('a.yice')).toBe('别人的');
  });

  it.each(['mine', 'theirs'] as const)('a text changed here and there is nobody’s until one chooses: %s', async (choice) => {
    const disk = diskWith({ 'a.yice': '甲' });
    const folder = await opened(disk, shelfOf());
    disk.elsewhere('a.yice', '别人的', false);
    type('a.yice', '我的');
    await folder.flush();
    expect([disk.files.get('a.yice'), textOf('a.yice')]).toEqual(['别人的', '我的']);
    expect(saving.getState().conflicts).toEqual([{ path: 'a.yice', theirs: '别人的' }]);
    folder.settle('a.yice', choice);
    await folder.flush();
    folder.stop();
    const text = choice === 'mine' ? '我的' : '别人的';
    expect([disk.files.get('a.yice'), textOf('a.yice')]).toEqual([text, text]);
    expect(saving.getState().conflicts).toEqual([]);
  });

  it('is told of a change that others made to what was just written before it hears that it was: nobody is asked', async () => {
    const disk = diskWith({ 'a/一.yice': '甲' });
    let answer = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const send: FolderPort['send'] = async (...sent) => {
      const reply = await disk.port.send(...sent);
      await late;
      return reply;
    };
    const folder = await opened({ ...disk, port: { ...disk.port, send } }, shelfOf());
    type('a/一.yice', '乙');
    const written = folder.flush();
    await new Promise((resolve) => setTimeout(resolve, 0));
    disk.elsewhere('a/一.yice', '丙');
    answer();
    await written;
    await folder.flush();
    expect([textOf('a/一.yice'), saving.getState().conflicts, saving.getState().taken]).toEqual(['丙', [], ['a/一.yice']]);
    folder.stop();
  });

  it('keeps what could not be written while the program did not answer, also over a reload', async () => {
    const [disk, shelf] = [diskWith({ 'a.yice': '甲' }), shelfOf()];
    const folder = await opened(disk, shelf);
    disk.silent(true);
    type('a.yice', '写了一半');
    await folder.ahead();
    await folder.flush();
    folder.stop();
    expect(saving.getState()).toMatchObject({ problem: 'unreachable', pending: true });
    disk.silent(false);
    const again = await opened(disk, shelf);
    expect(textOf('a.yice')).toBe('写了一半');
    await again.flush();
    again.stop();
    expect(disk.files.get('a.yice')).toBe('写了一半');
  });

  it('asks when the disk has moved on while it was away', async () => {
    const [disk, shelf] = [diskWith({ 'a.yice': '甲' }), shelfOf()];
    const folder = await opened(disk, shelf);
    disk.silent(true);
    type('a.yice', '写了一半');
    await folder.ahead();
    await folder.flush();
    folder.stop();
    disk.silent(false);
    disk.elsewhere('a.yice', '别人的', false);
    const again = await opened(disk, shelf);
    await again.flush();
    expect([disk.files.get('a.yice'), saving.getState().conflicts]).toEqual(['别人的', [{ path: 'a.yice', theirs: '别人的' }]]);
    again.stop();
  });

  it('compares everything after the line was cut', async () => {
    const disk = diskWith({ 'a.yice': '甲' });
    const folder = await opened(disk, shelfOf());
    disk.elsewhere('a.yice', '没听到的', false);
    disk.again();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(textOf('a.yice')).toBe('没听到的');
    folder.stop();
  });

  it('says when the program does not take a text', async () => {
    const disk = diskWith({});
    const folder = await opened(disk, shelfOf());
    type('太深.yice', 'x');
    await folder.flush();
    folder.stop();
    expect(saving.getState().problem).toBe('refused');
  });
});
