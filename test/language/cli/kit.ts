import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureBuilt } from '../../../.ci/build.mjs';
import { ROOT } from '../../../.ci/install.mjs';

export interface Said {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Builds the command line once, so that the first test is not charged for it. */
export const buildFirst = (): void => ensureBuilt('cli');

/** Runs `yice` as a process of its own, from a plain environment. */
export const yice = (args: readonly string[], options: RunOptions = {}): Promise<Said> =>
  run([join(ROOT, '.ci', 'yice.mjs'), ...args], options);

/** Runs a program of node in the same way. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Said> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', ...options.env };
    const child = spawn(process.execPath, [...args], { cwd: options.cwd ?? ROOT, env });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      err += part;
    });
    // A command that ends before it has read everything closes the pipe.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, out, err }));
    child.stdin.end(options.input ?? '');
  });
}

const folders: string[] = [];

/** A folder of its own with the given texts. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'yice-cli-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export const jsonLines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** The JSON lines of an output, as records. */
export const recordsOf = (out: string): Record<string, unknown>[] =>
  out
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line));
