/** Every screen for everyone: nothing serious for assistive software, in either theme and language, at any size of window. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VIEWS } from '../../studio/store/layout.ts';
import type { OpenStudio, Visit } from '../kit/browser.ts';
import { openStudio } from '../kit/browser.ts';
import { EMPLOYEES, editorReady, openScreen, rested } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

/** The second is a window of 1440 × 900 at a zoom of 200 %. */
const WINDOWS = [
  [1280, 720],
  [720, 450],
] as const;

async function serious(page: Page, view: string): Promise<readonly unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, html }) => [view, id, target.join(' '), html.slice(0, 160)]));
}

/** The screen is there, and nothing is being worked out or read any more. */
async function arrived(page: Page, view: string): Promise<void> {
  if (view === 'write') await editorReady(page);
  await page.locator('main [data-pane], main h1, main section').first().waitFor();
  await rested(page);
}

describe.each([
  ['light', 'zh'],
  ['dark', 'en'],
] as const)('for everyone, in %s %s', (colorScheme, language) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openScreen(studio, 'start', { colorScheme });
    if (language === 'en') await visit.page.getByRole('button', { name: '换成英文' }).click();
  });
  afterAll(() => visit.close());

  it.each(VIEWS)('the screen %s has nothing serious against it, and does not scroll as a whole', async (view) => {
    const { page, problems } = visit;
    await page.goto(`${studio.url}#/${view}/${EMPLOYEES}/2023-05-08`);
    await arrived(page, view);
    const found: unknown[] = [...(await serious(page, view))];
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height });
      await rested(page, 150);
      const [wide, high] = await page.evaluate(
        () => [document.documentElement.scrollWidth, document.documentElement.scrollHeight] as const,
      );
      if (wide > width || high > height) found.push([view, width, 'the page scrolls']);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(found).toEqual([]);
    expect(problems).toEqual([]);
  });
});
