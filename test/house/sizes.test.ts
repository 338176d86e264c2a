import { describe, expect, it } from 'vitest';
import { filesUnder, isCode, PRODUCT, textOf } from './tree.ts';

const CEILING = 300;
/** Tables of one line a case: longer is no harder to read. */
const TABLE_CEILING = 500;
const MEDIAN = 90;

/** Catalogues of messages, of tokens and of words. */
const isTable = (path: string): boolean =>
  path.startsWith('language/diagnostics/') ||
  path === 'language/1-tokens/tokens.ts' ||
  path === 'language/keywords.ts' ||
  path === 'runtime/vocabulary.ts' ||
  /\/strings(\/[^/]+)?\.ts$/.test(path);

/** Files above their ceiling, each with the reason why splitting it would read worse. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

const lines = (path: string): number => textOf(path).split('\n').length - 1;
const files = [...filesUnder(...PRODUCT, '.ci').filter(isCode)];
const ceiling = (path: string): number => (isTable(path) ? TABLE_CEILING : CEILING);

describe('sizes of files', () => {
  it('no file is above its ceiling without a reason', () => {
    const tall = files.filter((path) => lines(path) > ceiling(path) && !(path in EXCEPTIONS));
    expect(tall.map((path) => `${path}: ${lines(path)} lines, at most ${ceiling(path)}`)).toEqual([]);
  });

  it('every exception still stands, with its reason', () => {
    const stale = Object.entries(EXCEPTIONS).filter(
      ([path, why]) => why.length < 20 || !files.includes(path) || lines(path) <= ceiling(path),
    );
    expect(stale.map(([path]) => path)).toEqual([]);
  });

  it.each(PRODUCT)(`half of the files of %s have at most ${MEDIAN} lines`, (folder) => {
    const sizes = files
      .filter((path) => path.startsWith(`${folder}/`))
      .map(lines)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)] ?? 0).toBeLessThanOrEqual(MEDIAN);
  });
});
