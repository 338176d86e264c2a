/** The page of each rule shape: linked from the list of shapes and back, and every line it shows stands in the shape's example. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fencesOf } from './fences.ts';

const FOLDER = 'language/manual/cookbook/';
const EXAMPLES = 'test/shapes/';
/** Read beside a notice; a longer one is not. Lines. */
const LONGEST = 48;

const pages = readdirSync(FOLDER);
const examples = readdirSync(EXAMPLES).filter((name) => name.endsWith('.yice'));
const rows = [...readFileSync('language/manual/shapes.md', 'utf8').matchAll(/^\| V?\d+ \| \[[^\]]+\]\(cookbook\/([^)]+)\) .*$/gmu)];

describe('the page of a shape', () => {
  it('is linked from its row of the list, and there is none besides', () => {
    expect(rows.map(([, page]) => page).sort()).toEqual([...pages].sort());
  });

  it('stands beside its own example', () => {
    expect(rows.filter(([row, page = '']) => !row.includes(`/${EXAMPLES}${basename(page, '.md')}.yice)`)).map(([, page]) => page)).toEqual(
      [],
    );
  });

  it.each(pages)('%s', (page) => {
    const text = readFileSync(FOLDER + page, 'utf8');
    expect(text.split('\n').length).toBeLessThanOrEqual(LONGEST);
    for (const part of ['\n> ', '要问、要定:', '常见的错:', '](../shapes.md)', `](../../../${EXAMPLES}${basename(page, '.md')}.yice)`])
      expect(text).toContain(part);
    expect(text).toMatch(/^[A-Z][^\p{Script=Han}]{20}/mu);
    const shown = fencesOf(text);
    expect(shown.length).toBeGreaterThan(0);
    for (const { language, kind, path, text: lines } of shown) {
      expect(`${language} ${kind} ${path}`).toBe(`yice from ${EXAMPLES}${basename(page, '.md')}.yice`);
      expect(examples).toContain(basename(path));
      expect(`\n${readFileSync(path, 'utf8')}`).toContain(`\n${lines}`);
    }
  });
});
