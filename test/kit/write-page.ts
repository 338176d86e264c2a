import type { Page } from 'playwright';
import type { OpenStudio, Visit } from './browser.ts';

/** The employees' policy of Mianyang. */
export const EMPLOYEES = '绵阳市职工基本医疗保险';

/** Opens a screen for the employees of Mianyang with the text looked at. */
export async function openScreen(studio: OpenStudio, view: string, options: Parameters<OpenStudio['visit']>[0] = {}): Promise<Visit> {
  const visit = await studio.visit(options);
  await visit.page.goto(`${studio.url}#/${view}/${EMPLOYEES}/2023-05-08`);
  await looked(visit.page);
  return visit;
}

/** The first result of the worker is on the page. */
export const looked = (page: Page): Promise<void> => page.getByRole('slider', { name: /看哪一天的政策|day whose law/ }).waitFor();

/** The editor has come and shows a text. */
export async function editorReady(page: Page): Promise<void> {
  await page.locator('.view-line').nth(3).waitFor();
  await page.locator('.yice-keyword').first().waitFor();
}

/** Puts the caret at the end of the line that holds a text, found as a person would: with Ctrl+F. */
export async function caretAfter(page: Page, text: string): Promise<void> {
  const finder = page.locator('.find-widget');
  await page.locator('.view-line').first().click();
  await page.keyboard.press('Control+f');
  // First something that is not there: the count of what was looked for before must be gone, or it is taken for that of this text.
  await finder.locator('textarea').first().fill('\u2603');
  await finder.locator('.matchesCount').filter({ hasNotText: /\d/ }).waitFor();
  await finder.locator('textarea').first().fill(text);
  await finder.locator('.matchesCount').filter({ hasText: /\d/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.find-widget:not(.visible)').waitFor({ state: 'attached' });
  await page.keyboard.press('End');
}
