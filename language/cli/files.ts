import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Words } from '../diagnostics/diagnostic.ts';
import { EXIT, Stop } from './exits.ts';

const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

/** What a system means by its codes, where a person can do something about it. */
const REASONS: Readonly<Record<string, Words>> = {
  ENOENT: { zh: '没有这个文件或目录', en: 'there is no such file or folder' },
  EISDIR: { zh: '这是一个目录', en: 'it is a folder' },
  ENOTDIR: { zh: '路径里有一段不是目录', en: 'a part of the path is no folder' },
  EACCES: { zh: '没有权限', en: 'no permission' },
  EPERM: { zh: '没有权限', en: 'no permission' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read only' },
  ENOSPC: { zh: '磁盘满了', en: 'the disk is full' },
  ERR_FS_FILE_TOO_LARGE: { zh: '文件超过 2 GB', en: 'the file is larger than 2 GB' },
};

const wordsOf = (error: unknown): Words => {
  const reason = reasonOf(error);
  return REASONS[reason] ?? { zh: reason, en: reason };
};

const unread = (path: string, error: unknown): Stop => {
  const words = wordsOf(error);
  return new Stop(EXIT.files, { zh: `读不了 “${path}”：${words.zh}`, en: `“${path}” cannot be read: ${words.en}` });
};

const unwritten = (path: string, error: unknown): Stop => {
  const words = wordsOf(error);
  return new Stop(EXIT.files, { zh: `写不了 “${path}”：${words.zh}`, en: `“${path}” cannot be written: ${words.en}` });
};

/** The bytes of a file. @throws Stop when there is none to read */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unread(path, error);
  }
}

/** The text of a file in UTF-8, without a byte-order mark. @throws Stop when it cannot be read or is in another encoding */
export async function readText(path: string): Promise<string> {
  return textIn(path, await readBytes(path));
}

/** The same of bytes that were read. @throws Stop when they are in another encoding */
export function textIn(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Stop(EXIT.files, {
      zh: `“${path}” 不是 UTF-8 文本；用编辑器另存为 UTF-8 再试`,
      en: `“${path}” is not UTF-8 text; save it as UTF-8 with your editor and try again`,
    });
  }
}

/** Whether something stands at the path, and what. */
export async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** A file in the making: nothing is at its path until it is done. */
export interface Draft {
  readonly write: (text: string) => Promise<void>;
  /** Puts it in place, whole. */
  readonly finish: () => Promise<void>;
  /** Leaves no trace of it; nothing once it is finished. */
  readonly abandon: () => Promise<void>;
}

/** A file that is written bit by bit. @throws Stop when it cannot be written */
export async function draftOf(path: string): Promise<Draft> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}`);
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      await rm(beside, { force: true });
      throw unwritten(path, error);
    }
  };
  const file = await guarded(() => open(beside, 'wx'));
  let done = false;
  return {
    write: (text) => guarded(async () => void (await file.appendFile(text))),
    finish: () =>
      guarded(async () => {
        await file.sync();
        await file.close();
        done = true;
        await rename(beside, path);
      }),
    async abandon() {
      if (done) return;
      await file.close();
      await rm(beside, { force: true });
    },
  };
}

/**
 * Puts a file in place whole or not at all: whoever reads it, and whenever the machine stops, there is the old text or the new one.
 * @throws Stop when it cannot be written
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}`);
  try {
    const mode = await stat(path).then(
      (old) => old.mode,
      () => 0o666,
    );
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(beside, { force: true });
    throw unwritten(path, error);
  }
}

/** Makes the new name last, where the system can. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/**
 * Keeps others from the file until the answer is called: two runs over one ledger would each lose what the other wrote.
 * @throws Stop when another run has it
 */
export async function holdAlone(path: string): Promise<() => Promise<void>> {
  const mark = `${path}.lock`;
  for (let turn = 0; turn < 2; turn += 1) {
    try {
      const file = await open(mark, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(mark, { force: true });
    } catch (error) {
      if (reasonOf(error) !== 'EEXIST') {
        throw unwritten(mark, error);
      }
      const holder = Number(await readFile(mark, 'utf8').catch(() => ''));
      if (isRunning(holder)) break;
      // Left by a run that was ended in the middle.
      await rm(mark, { force: true });
    }
  }
  throw new Stop(EXIT.files, {
    zh: `另一个命令正在用账本 “${path}”；等它结束再试`,
    en: `another command is using the ledger “${path}”; try again when it is done`,
  });
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return reasonOf(error) === 'EPERM';
  }
}
