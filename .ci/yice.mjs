#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, isFresh } from './build.mjs';
import { ensureInstalled, orEnd, ROOT } from './install.mjs';

if (!isFresh('cli')) {
  orEnd(() => {
    ensureInstalled();
    ensureBuilt('cli');
  });
}
await import(pathToFileURL(join(ROOT, 'dist', 'cli', 'main.mjs')).href);
