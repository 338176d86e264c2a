import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KEYWORD_IDS } from '../../../language/keywords.ts';
import { pageName } from '../../../language/services/hover.ts';
import { fencesOf } from './fences.ts';
import { faultsOf, wholeOf } from './frame.ts';

const FOLDER = 'language/manual/';
const ofKeywords = new Set(KEYWORD_IDS.map(pageName));
const pages = readdirSync(FOLDER).filter((name) => ofKeywords.has(name));
const textOf = (name: string): string => readFileSync(FOLDER + name, 'utf8');

describe('keyword pages', () => {
  it('are all listed on the first page', () => {
    const first = textOf('README.md');
    expect([...ofKeywords].filter((name) => !first.includes(`](${name})`))).toEqual([]);
  });

  it('stand for every keyword that can be written today', () => {
    expect([...ofKeywords].filter((name) => !pages.includes(name))).toEqual([]);
  });

  it.each(pages)('%s: both languages, and examples without errors', async (name) => {
    const [heading = '', zh = '', en = ''] = textOf(name).trim().split('\n\n');
    expect(heading).toMatch(/^# \S+ · \S+$/u);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z0-9\p{Script=Han}]/u);
    for (const { language, kind, text } of fencesOf(textOf(name))) {
      expect(language).toBe('yice');
      expect(await faultsOf(kind === 'file' ? text : wholeOf(text))).toEqual([]);
    }
  });
});
