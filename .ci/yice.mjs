#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, isFresh } from './build.mjs';
import { ensureInstalled, orEnd, ROOT } from './install.mjs';

/** What this command runs: the page too, where it is to be opened. */
const targets = /** @type {import('./build.mjs').Target[]} */ (process.argv.includes('studio') ? ['cli', 'studio'] : ['cli']);
/** Installed from a package there is nothing to build from, and what is there was built when it was packed. */
const packed = !existsSync(join(ROOT, 'vite.config.ts'));
if (!packed && !targets.every(isFresh)) {
  orEnd(() => {
    ensureInstalled();
    targets.forEach(ensureBuilt);
  });
}
await import(pathToFileURL(join(ROOT, 'dist', 'cli', 'main.mjs')).href);
