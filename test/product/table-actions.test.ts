import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenStudio, openStudio } from '../kit/browser.ts';
import { editorReady, openScreen } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

const table = (page: Page): Locator => page.locator('section[data-pane=side]');
const line = (page: Page, text: string): Locator => page.locator('.view-line').filter({ hasText: text });

it('a cross-tab becomes a list from the table, by keyboard, and is back with one step of undo', async () => {
  const { page, problems, close } = await openScreen(studio, 'write');
  await editorReady(page);
  await page
    .getByRole('tab', { name: '2023-01-01-职工门诊共济' })
    .or(page.getByRole('button', { name: '2023-01-01-职工门诊共济' }))
    .first()
    .click();
  await line(page, '新增 定义 门诊比例').waitFor();
  await table(page).getByRole('gridcell', { name: '三级, 在职, 50%' }).click();
  const list = table(page).getByRole('button', { name: '改为清单' });
  await list.waitFor();
  await list.focus();
  await page.keyboard.press('Enter');
  await line(page, '| 机构等级').filter({ hasText: '→' }).waitFor();
  await table(page).getByRole('gridcell', { name: /50%/ }).first().click();
  await page.keyboard.press('Control+z');
  await line(page, '＼').waitFor();
  expect(problems).toEqual([]);
  await close();
});
