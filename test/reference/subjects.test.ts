/** The product and the reference agree on the real policies and on every shape, over streams drawn on each. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areas, realPolicies } from '../kit/policy.ts';
import { runSubjects } from './fuzz/run.ts';
import type { Subjects } from './fuzz/subject.ts';
import { subjectsOf } from './fuzz/subject.ts';

const SEED = 71;
function compare(ready: Subjects, streams: number): void {
  expect(ready.errors).toEqual([]);
  const { cases, mismatch, unread } = runSubjects(ready, SEED, streams);
  expect(mismatch).toBeUndefined();
  expect(unread).toBeUndefined();
  expect(cases).toBeGreaterThan(0);
}

describe('real policies', () => {
  it.each(areas())('%s', async (area) => compare(await subjectsOf(realPolicies(), area), 4), 60_000);
});

describe('shapes', () => {
  const vocabulary = { path: '000000-国家/词汇.yice', text: readFileSync('policies/000000-国家/词汇.yice', 'utf8') };
  const names = readdirSync('test/shapes').filter((name) => name.endsWith('.yice'));
  it.each(names)('%s', async (name) => {
    const text = readFileSync(`test/shapes/${name}`, 'utf8');
    compare(await subjectsOf({ files: [{ path: '990100-甲市/1.yice', text }, vocabulary], documents: [] }), 3);
  });
});
