import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio } from '../kit/browser.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

describe('the built studio', () => {
  it('opens under its strict policy, with nothing refused and nothing asked of another host', async () => {
    const { page, problems, close } = await studio.visit();
    await page.waitForLoadState('networkidle');
    await expect.poll(() => page.locator('#root').innerText()).not.toBe('');
    expect(problems).toEqual([]);
    await close();
  });

  it('carries its policy in the page as well, for any static host', async () => {
    const text = await (await fetch(studio.url)).text();
    expect(text).toContain("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'");
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
  });
});
