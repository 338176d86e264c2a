/** What another project gets when it installs this one: everything it is promised, and nothing it would have to fetch. */

import { cpSync, existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt } from '../../../.ci/build.mjs';
import { ROOT } from '../../../.ci/install.mjs';
import { folderWith, removeFolders, run } from './kit.ts';

interface Manifest {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

beforeAll(() => {
  ensureBuilt('cli');
  ensureBuilt('runtime');
}, 60_000);
afterAll(removeFolders);

it('promises files that are built and packed', () => {
  const promised = [...Object.values(manifest.exports), ...Object.values(manifest.bin)]
    .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
    .map((path) => path.replace(/^\.\//, ''))
    .filter((path) => path !== 'package.json');
  expect(promised).toHaveLength(3);
  expect(promised.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  expect(promised.filter((path) => !manifest.files.some((packed) => path === packed || path.startsWith(`${packed}/`)))).toEqual([]);
});

it('declares the runtime for TypeScript, every file that the declarations name', () => {
  const text = readFileSync(join(ROOT, 'dist', 'runtime', 'index.d.ts'), 'utf8');
  const named = [...text.matchAll(/from '\.\/([^']+)\.ts'/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(join(ROOT, 'dist', 'runtime', `${path}.d.ts`)))).toEqual([]);
});

it('brings nothing else along', () => {
  expect(manifest.dependencies).toBeUndefined();
  const built = ['cli/main.mjs', 'runtime/index.mjs'].map((path) => readFileSync(join(ROOT, 'dist', path), 'utf8'));
  const from = built.flatMap((text) => [...text.matchAll(/^import .*? from "([^"]+)";$/gm)].map(([, name = '']) => name));
  expect(from.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))).toEqual([]);
});

it('runs where there is nothing to build from', async () => {
  const place = folderWith();
  const packed = manifest.files.filter((path) => path.startsWith('.ci/') || path === 'dist/cli');
  for (const path of ['package.json', ...packed]) cpSync(join(ROOT, path), join(place, path), { recursive: true });
  expect(await run([join(place, '.ci', 'yice.mjs'), '--version'], { cwd: place })).toMatchObject({
    exit: 0,
    err: '',
    out: expect.stringContaining('医策 0.1.0'),
  });
});
