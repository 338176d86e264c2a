/** No words that nobody says: a key that no code names is a leftover. */
import { describe, expect, it } from 'vitest';
import type { Phrase } from '../../../studio/strings/strings.ts';
import { filesUnder, textOf } from '../../house/tree.ts';

const isTable = (path: string): boolean => /\/([a-z-]+-)?(strings|common)\.ts$/.test(path) && path !== 'studio/strings/strings.ts';
const paths = filesUnder('studio').filter((path) => /\.tsx?$/.test(path));
const code = paths
  .filter((path) => !isTable(path))
  .map(textOf)
  .join('\n');
/** Keys put together from pieces: `promise${name}Text`. */
const pieced = [...code.matchAll(/`([A-Za-z_]*)\$\{[^`{}]*\}([A-Za-z_]*)`/g)]
  .map(([, before = '', after = '']) => ({ before, after }))
  .filter(({ before, after }) => before.length + after.length > 2);
const named = new Set(
  [...code.matchAll(/['"]([A-Za-z][A-Za-z0-9]*)['"]|\b([A-Za-z][A-Za-z0-9]*):/g)].map(([, quoted, key]) => quoted ?? key),
);

const said = (key: string): boolean =>
  named.has(key) ||
  pieced.some(({ before, after }) => key.startsWith(before) && key.endsWith(after) && key.length > before.length + after.length);

interface Book {
  readonly namespace: string;
  readonly book: Readonly<Record<string, Phrase>>;
}
const isBook = (value: unknown): value is Book => typeof value === 'object' && value !== null && 'namespace' in value && 'book' in value;

describe('words', () => {
  it.each(paths.filter(isTable))('of %s are all said somewhere', async (path) => {
    const module: Record<string, unknown> = await import(/* @vite-ignore */ `../../../${path}`);
    const keys = Object.values(module)
      .filter(isBook)
      .flatMap(({ book }) => Object.keys(book));
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !said(key))).toEqual([]);
  });
});
