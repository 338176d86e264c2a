import { describe, expect, it } from 'vitest';
import { filesUnder, isCode, textOf } from './tree.ts';

const RULE = /^- \*\*([A-Z]\d+)\*\*/gm;
const CITATION = /\[([A-Z]\d+)\]/g;

const rules = [...textOf('runtime/SEMANTICS.md').matchAll(RULE)].map((match) => match[1] ?? '');
const tests = filesUnder('test').filter((path) => isCode(path) && !path.startsWith('test/house/'));
const cited = new Map<string, string>();
for (const path of tests) for (const match of textOf(path).matchAll(CITATION)) cited.set(match[1] ?? '', path);

describe('runtime/SEMANTICS.md', () => {
  it('numbers each rule once', () => {
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
    expect(rules.length).toBeGreaterThan(50);
  });

  it('each rule is cited by a test', () => {
    expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
  });

  it('each rule that a test cites exists', () => {
    expect([...cited].filter(([rule]) => !rules.includes(rule)).map(([rule, path]) => `${rule} in ${path}`)).toEqual([]);
  });
});
