import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

/**
 * Names in package-lock.json the packages that other platforms need. npm leaves out those it could not fetch when the lock file was
 * written, and then `npm ci` refuses the file everywhere. They are never fetched on a platform that is not theirs.
 *
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, cpu?: string[], os?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string>, [more: string]: unknown }} Entry
 */

const PLATFORM = /-(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(?<libc>\w+))?$/;

/** @param {string} name @param {string} version @param {boolean} dev @returns {Entry | undefined} */
function entryFor(name, version, dev) {
  // In npm's own order, so that npm leaves the entry as it is.
  const marks = dev ? { dev } : {};
  if (name.endsWith('-wasm32-wasi')) return { version, cpu: ['wasm32'], ...marks, optional: true };
  const { os, cpu, libc } = PLATFORM.exec(name)?.groups ?? {};
  if (!os || !cpu) return undefined;
  const library = libc === 'gnu' ? 'glibc' : libc === 'musl' ? 'musl' : undefined;
  return { version, cpu: [cpu], ...marks, ...(library ? { libc: [library] } : {}), optional: true, os: [os] };
}

/**
 * The packages that the lock file should name and does not, by their place in it.
 * @param {Record<string, Entry>} packages @returns {Record<string, Entry>}
 */
export function missingFrom(packages) {
  /** @type {Record<string, Entry>} */
  const missing = {};
  for (const entry of Object.values(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const exact = /^\d+\.\d+\.\d+/.test(version);
      const added = !packages[place] && exact ? entryFor(name, version, entry.dev === true) : undefined;
      if (added) missing[place] = added;
    }
  }
  return missing;
}

if (process.argv[1] === join(ROOT, '.ci', 'lock.mjs')) {
  const path = join(ROOT, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const packages = { ...lock.packages, ...missingFrom(lock.packages) };
  const sorted = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted.map((place) => [place, packages[place]]));
  writeFileSync(path, `${JSON.stringify(lock, undefined, 2)}\n`);
}
