import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, run } from './install.mjs';

/** Builds a program that stands beside the product (a bench, the long run, the measures) and runs it. @param {string} mode */
export async function runAside(mode) {
  const folder = join(ROOT, 'dist', mode);
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const code = run(process.execPath, [vite, 'build', '--mode', mode, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
  await import(pathToFileURL(join(folder, 'main.mjs')).href);
}
