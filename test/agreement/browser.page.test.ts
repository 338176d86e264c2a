import { describe, expect, inject, it } from 'vitest';
import { outcomesOf } from './outcomes.ts';

const texts = import.meta.glob<string>('/policies/**/*.{yice,txt}', { query: '?raw', import: 'default', eager: true });
const parts = Object.entries(texts)
  .map(([path, text]) => ({ path: path.replace('/policies/', ''), text }))
  .sort((a, b) => (a.path < b.path ? -1 : 1));
const workspace = {
  files: parts.filter(({ path }) => path.endsWith('.yice')),
  documents: parts.filter(({ path }) => path.endsWith('.txt')),
};

describe('a real browser', () => {
  it('gives the same bundle and the same answers as Node, to the letter', async () => {
    const here = await outcomesOf(workspace);
    const there = inject('inNode');
    expect(there.length).toBeGreaterThan(0);
    expect(there[0]?.answers.length).toBeGreaterThan(10);
    expect(here.map(({ digest }) => digest)).toEqual(there.map(({ digest }) => digest));
    expect(here).toEqual(there);
  });
});
