#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, isFresh } from './build.mjs';
import { ensureInstalled, ROOT } from './install.mjs';

if (!isFresh('cli')) {
  ensureInstalled();
  ensureBuilt('cli');
}
await import(pathToFileURL(join(ROOT, 'dist', 'cli', 'main.mjs')).href);
