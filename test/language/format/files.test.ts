/** Every policy text of the repository, there and back: `yice fmt --lang en`, then `--lang zh`. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { format } from '../../../language/format/format.ts';

const files = ['policies', 'test/shapes', 'test/examples']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.yice'))
  .sort();

const comments = (text: string): readonly string[] => [...text.matchAll(/\/\/.*$/gmu)].map(([comment]) => comment);

describe('a policy text', () => {
  it('is there', () => expect(files.length).toBeGreaterThan(80));

  it.each(files)('%s is laid out, and comes back from English letter for letter, comments and all', (path) => {
    const text = readFileSync(path, 'utf8');
    expect(format(text).text).toBe(text);
    const en = format(text, 'en');
    expect(en.diagnostics).toEqual([]);
    expect(comments(en.text)).toEqual(comments(text));
    expect(format(en.text, 'zh').text).toBe(text);
  });
});
