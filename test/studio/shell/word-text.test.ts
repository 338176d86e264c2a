import { describe, expect, it } from 'vitest';
import { found } from '../../../studio/shell/palette-entries.ts';
import { wordEntries } from '../../../studio/shell/palette-finds.ts';
import { pieces, related } from '../../../studio/shell/word-text.ts';
import { keywordPages } from '../../../studio/worker/manual-pages.ts';

const pages = keywordPages();
const pageOf = (zh: string) => {
  const page = pages.find(({ name }) => name.zh === zh);
  if (!page) throw new Error(zh);
  return page;
};

describe('the page of a keyword', () => {
  it('has words and an example', () => {
    for (const page of pages) {
      const kinds = pieces(page.page.zh).map(({ kind }) => kind);
      expect([page.name.zh, kinds.includes('text')]).toEqual([page.name.zh, true]);
    }
    expect(pieces(pageOf('起付线').page.zh).some(({ kind }) => kind === 'code')).toBe(true);
  });
  it('names others that it speaks of, and not itself', () => {
    const others = related(pageOf('起付线'), pages);
    expect(others.map(({ name }) => name.zh)).not.toContain('起付线');
    expect(others.length).toBeGreaterThan(0);
  });
  it.each(['词条 起付线', '词条起付', 'qfx', 'ct qfx', 'deductible'])('is found by %s', (typed) => {
    expect(found(wordEntries(pages, 'zh'), typed).map(({ label }) => label)).toContain('词条 起付线');
  });
});
