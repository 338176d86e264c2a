import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, orEnd, ROOT, run } from './install.mjs';

orEnd(() => {
  ensureInstalled();
  ensureBuilt('studio');
});
process.env.CHROME_PATH = ensureChromium();
const folder = join(ROOT, 'dist', 'measure');
const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
const code = run(process.execPath, [vite, 'build', '--mode', 'measure', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn']);
if (code !== 0) process.exit(code);
await import(pathToFileURL(join(folder, 'main.mjs')).href);
