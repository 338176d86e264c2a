import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ROOT, run } from './install.mjs';

ensureInstalled();
const folder = join(ROOT, 'dist', 'fuzz');
const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
const code = run(process.execPath, [vite, 'build', '--mode', 'fuzz', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn']);
if (code !== 0) process.exit(code);
await import(pathToFileURL(join(folder, 'main.mjs')).href);
