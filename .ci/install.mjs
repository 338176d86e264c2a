import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: above this file, which may have been built into a program that stands deeper. */
export const ROOT = above(new URL('.', import.meta.url));

/** @param {URL} folder @returns {string} */
function above(folder) {
  const parent = new URL('..', folder);
  if (parent.href === folder.href || existsSync(new URL('package.json', folder))) return fileURLToPath(folder);
  return above(parent);
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

/** One line for the person at the terminal, in both languages, on stderr: what a command prints stays its own. */
export function say(/** @type {string} */ zh, /** @type {string} */ en) {
  process.stderr.write(`${zh} · ${en}\n`);
}

/**
 * Runs a program to its end with its output on stderr.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {number} its exit code; 127 when it could not be started, 128 when it was stopped
 */
export function run(command, args, options) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], ...options });
  if (result.error) return 127;
  return result.status ?? 128;
}

/** npm by the node that runs this, where npm told us its own path; the one on PATH otherwise. */
export function npm(/** @type {string[]} */ args) {
  const path = process.env.npm_execpath;
  if (path?.endsWith('.js')) return run(process.execPath, [path, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

/** @param {string} path @returns {Lock | undefined} */
function lockAt(path) {
  try {
    return JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Whether what npm noted as installed is what the lock file asks for. Compared by content: dates of files say nothing after a checkout.
 * @param {Lock | undefined} wanted @param {Lock | undefined} installed
 */
export function installedAsLocked(wanted, installed) {
  if (!wanted || !installed) return false;
  return Object.entries(wanted.packages).every(([path, locked]) => {
    if (path === '' || locked.link) return true;
    const there = installed.packages[path];
    if (!there) return locked.optional === true;
    return there.version === locked.version && there.integrity === locked.integrity;
  });
}

/** Installs exactly what package-lock.json says when that is not what is there. @throws when npm does not finish */
export function ensureInstalled() {
  if (installedAsLocked(lockAt('package-lock.json'), lockAt('node_modules/.package-lock.json'))) return;
  say('正在安装依赖（npm ci）…', 'installing what the project needs (npm ci) …');
  const code = npm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(`npm ci: ${code}`);
}

/** Does what must come first; where that cannot be done, says so in one line and ends. @param {() => void} task */
export function orEnd(task) {
  try {
    task();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(3);
  }
}
