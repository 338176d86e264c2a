import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, say } from './install.mjs';

/** What each build is made of. Only names, sizes and dates are read, so that asking is quick. */
const SOURCES = {
  runtime: ['runtime', 'package-lock.json', 'vite.config.ts', 'tsconfig.json', 'tsconfig.types.json'],
  cli: ['language', 'runtime', 'package-lock.json', 'vite.config.ts'],
  studio: ['studio', 'language', 'runtime', 'policies', 'index.html', 'package-lock.json', 'vite.config.ts', '.ci/csp.mjs'],
};

/** @typedef {keyof typeof SOURCES} Target */

const TITLES = { runtime: ['运行时', 'the runtime'], cli: ['命令行', 'the command line'], studio: ['工作室', 'the studio'] };

/** @param {string} path @param {string[]} facts */
function collect(path, facts) {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    facts.push(`${path} ${stat.size} ${stat.mtimeMs}`);
    return;
  }
  for (const name of readdirSync(join(ROOT, path)).sort()) collect(`${path}/${name}`, facts);
}

/** @param {Target} target */
function fingerprint(target) {
  /** @type {string[]} */
  const facts = [process.versions.node];
  for (const source of SOURCES[target]) collect(source, facts);
  return createHash('sha256').update(facts.join('\n')).digest('hex');
}

/** @param {Target} target */
const folderOf = (target) => join(ROOT, 'dist', target);

/** @param {Target} target @param {string} print */
function isBuilt(target, print) {
  try {
    return readFileSync(join(folderOf(target), '.sources'), 'utf8') === print;
  } catch {
    return false;
  }
}

/** Whether dist/<target> is there and of today's sources. @param {Target} target */
export const isFresh = (target) => isBuilt(target, fingerprint(target));

/** Runs a tool that writes into a folder; what it leaves half done goes with it. @param {string} folder @param {string[]} args */
function into(folder, args) {
  const code = run(process.execPath, args);
  if (code === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new Error(`${args.slice(0, 2).join(' ')}: ${code}`);
}

/**
 * Builds dist/<target> when it is missing or its sources are no longer those it was built from. The new folder takes the old one's
 * place at once, so that a command started meanwhile finds one or the other.
 * @param {Target} target @throws when the build does not finish
 */
export function ensureBuilt(target) {
  const print = fingerprint(target);
  if (isBuilt(target, print)) return;
  const [zh, en] = TITLES[target];
  say(`正在构建${zh}…`, `building ${en} …`);
  const fresh = join(ROOT, 'dist', `.${target}-${process.pid}`);
  const old = `${fresh}-old`;
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const mode = target === 'studio' ? [] : ['--mode', target];
  into(fresh, [vite, 'build', ...mode, '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn']);
  // What an editor knows of the module: a back-end in TypeScript reads declarations, never our sources.
  if (target === 'runtime')
    into(fresh, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(ROOT, 'tsconfig.types.json'), '--outDir', fresh]);
  writeFileSync(join(fresh, '.sources'), print);
  try {
    renameSync(folderOf(target), old);
  } catch {
    // nothing was there before
  }
  try {
    renameSync(fresh, folderOf(target));
  } catch (error) {
    // Another build took the place in the same moment; it is as good as this one when it is of the same sources.
    rmSync(fresh, { recursive: true, force: true });
    if (!isBuilt(target, print)) throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

if (process.argv[1] === join(ROOT, '.ci', 'build.mjs')) {
  for (const target of /** @type {Target[]} */ (['runtime', 'cli', 'studio'])) ensureBuilt(target);
}
