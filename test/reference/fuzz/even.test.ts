/** The product and the reference agree on every event of every drawn policy: the even half of the quick run. */
import { expect, it } from 'vitest';
import { KEYWORD_IDS, KEYWORDS } from '../../../language/keywords.ts';
import { ALL_COUNTED, UNUSED } from './least.ts';
import { CASES, keywordsDrawn, quickRun, scarce } from './quick.ts';

it('agrees, pays most of the time, and comes by everything', async () => {
  const { cases, paid, policies, refused } = await quickRun(0);
  expect(cases).toBeGreaterThanOrEqual(CASES);
  expect(paid / cases).toBeGreaterThanOrEqual(0.8);
  expect(refused / policies).toBeLessThan(0.1);
  expect(ALL_COUNTED).toBe(true);
  expect(scarce()).toEqual([]);
}, 300_000);

it('draws every keyword of a policy', () => {
  const drawn = keywordsDrawn();
  const groups = ['law', 'declaration', 'type', 'choice', 'line', 'clause', 'bound', 'function', 'reserved'];
  const absent = KEYWORD_IDS.filter((id) => groups.includes(KEYWORDS[id].group) && !drawn.has(id) && !UNUSED.has(id));
  expect(absent).toEqual([]);
});
