import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_META } from '../../.ci/csp.mjs';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

describe('the built studio', () => {
  it('opens under its strict policy, with nothing refused and nothing asked of another host', async () => {
    const { page, problems, close } = await studio.visit();
    await page.waitForLoadState('networkidle');
    await soon(() => page.locator('#root').textContent()).not.toBe('');
    expect(problems).toEqual([]);
    await close();
  });

  it('carries its policy in the page as well, for any static host', async () => {
    const { page, close } = await studio.visit();
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(CONTENT_SECURITY_META);
    expect(await page.locator('script:not([src])').count()).toBe(0);
    await close();
  });
});
