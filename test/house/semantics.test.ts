import { describe, expect, it } from 'vitest';
import { filesUnder, textOf } from './tree.ts';

const RULE = /^- \*\*([A-Z]\d+)\*\* /gm;
const CITATION = /\[([A-Z]\d+(?:, [A-Z]\d+)*)\]/g;

const rules = [...textOf('runtime/SEMANTICS.md').matchAll(RULE)].map((match) => match[1] ?? '');
/** Only names of tests cite: a list of letters in code does not. */
const titles = filesUnder('test/runtime')
  .filter((path) => path.endsWith('.test.ts'))
  .flatMap((path) =>
    [...textOf(path).matchAll(/(?:\bit|\bdescribe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])(.*?)\1/g)].map((match) => ({
      path,
      title: match[2] ?? '',
    })),
  );
const cited = titles.flatMap(({ path, title }) =>
  [...title.matchAll(CITATION)].flatMap((match) => (match[1] ?? '').split(', ').map((rule) => ({ path, rule }))),
);

describe('rules of meaning and their tests', () => {
  it('every rule is numbered once, in order within its letter', () => {
    expect(new Set(rules).size).toBe(rules.length);
    for (const letter of new Set(rules.map((rule) => rule[0]))) {
      const numbers = rules.filter((rule) => rule[0] === letter).map((rule) => Number(rule.slice(1)));
      expect(numbers, letter).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  it('every rule names its source', () => {
    const without = textOf('runtime/SEMANTICS.md')
      .split('\n')
      .filter((line) => line.startsWith('- **') && !/\((?:Core|Civil Code|fields?) [^)]+\)$/.test(line));
    expect(without).toEqual([]);
  });

  it('every rule is cited by a test', () => {
    const known = new Set(cited.map(({ rule }) => rule));
    expect(rules.filter((rule) => !known.has(rule))).toEqual([]);
  });

  it('every citation is of a rule that exists', () => {
    expect(cited.filter(({ rule }) => !rules.includes(rule))).toEqual([]);
  });
});
