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

it('a cross-tab becomes a list from the table and is back with one step of undo; rows are split, names changed everywhere', async () => {
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

  // A level gets a row of its own, with the same figures; the benefit gets another name wherever it is called by the old one.
  await table(page)
    .getByRole('gridcell', { name: /^二级、一级、未定级、药店, 在职/ })
    .click();
  await table(page).getByRole('button', { name: '这一行' }).locator('visible=true').click();
  await page.getByRole('menuitem', { name: '把“药店”分出来，自成一行' }).click();
  await table(page).getByRole('gridcell', { name: '药店, 退休, 70%' }).waitFor();
  await table(page).getByRole('button', { name: '门诊统筹', exact: true }).focus();
  await page.keyboard.press('F2');
  await page.getByText(/写在 4 份文本的/).waitFor();
  await page.keyboard.insertText('门诊共济');
  // Pressed at once, before it was looked at what the new name changes.
  await page.keyboard.press('Enter');
  await line(page, '新增 待遇 门诊共济').waitFor();
  await page.getByText('没有错误，可以试算和导出').waitFor();
  await table(page).getByRole('button', { name: '门诊共济', exact: true }).waitFor();

  // A condition is put together from what the policy asks for, and taken out again.
  await table(page).getByRole('button', { name: '＋ 条件' }).first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('rylb');
  await page.keyboard.press('Enter');
  await table(page).getByLabel('哪几个').focus();
  await page.keyboard.type('退休');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await table(page).getByRole('button', { name: '加上这个条件' }).focus();
  await page.keyboard.press('Enter');
  await line(page, '且 人员类别 是 退休').waitFor();
  await table(page).getByRole('button', { name: '去掉这个条件' }).last().click();
  await line(page, '且 人员类别 是 退休').waitFor({ state: 'detached' });

  // A sentence of the notice is dropped on a rule: it becomes its source, and numbers that differ are told.
  await page.locator('section[data-pane=source] a').filter({ hasText: '在职职工每年不超过2000元' }).first().click();
  await page.locator('section[data-at-sentence] q').dragTo(table(page).locator('dt', { hasText: '起付线' }).first());
  await page.getByText('已写进出处，规则写 200元、150元，这句写 2000元、2500元').waitFor();
  await line(page, '出处 访谈 “支付限额:在职职工每年不超过2000元').waitFor();
  expect(problems).toEqual([]);
  await close();
});
