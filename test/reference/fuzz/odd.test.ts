/** The product and the reference agree on every event of every drawn policy: the odd half of the quick run. */
import { expect, it } from 'vitest';
import { CASES, quickRun } from './quick.ts';

it('agrees, and pays most of the time', async () => {
  const { cases, paid } = await quickRun(1);
  expect(cases).toBeGreaterThanOrEqual(CASES);
  expect(paid / cases).toBeGreaterThanOrEqual(0.8);
}, 300_000);
