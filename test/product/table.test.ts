import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';
import { caretAfter, editorReady, openScreen } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

const AMENDMENT = '2023-01-01-职工门诊共济';
const table = (page: Page): Locator => page.locator('section[data-pane=side]');
const line = (page: Page, text: string): Locator => page.locator('.view-line').filter({ hasText: text });
const cell = (page: Page, name: string | RegExp): Locator => table(page).getByRole('gridcell', { name });

async function openAmendment(studioOpen: OpenStudio) {
  const visit = await openScreen(studioOpen, 'write');
  await editorReady(visit.page);
  await visit.page
    .getByRole('tab', { name: AMENDMENT })
    .or(visit.page.getByRole('button', { name: AMENDMENT }))
    .first()
    .click();
  await line(visit.page, '新增 定义 门诊比例').waitFor();
  return visit;
}

/** Puts a text on the clipboard as a spreadsheet does, and pastes it where the focus is. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

describe('the table beside the text', () => {
  it('is changed by keyboard; text, scenarios and undo follow, and comments stay', async () => {
    const { page, problems, close } = await openAmendment(studio);
    // A remark behind the row that is going to be changed.
    await caretAfter(page, '| 三级                     | 50%  | 60%  |');
    await page.keyboard.insertText('  // 三级医院');

    await cell(page, '三级, 在职, 50%').click();
    await soon(() => page.locator('.yice-cell').textContent()).toBe('50%');
    await page.keyboard.type('55');
    await page.keyboard.press('Enter');
    await soon(() => line(page, '| 三级').last().textContent()).toContain('55%');
    expect((await line(page, '// 三级医院').textContent())?.replaceAll('\u00a0', ' ')).toContain('55%  | 60%  |  // 三级医院');
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('二级、一级、未定级、药店, 在职, 60%');

    // The scenarios that count with 50 % no longer hold, in words and not in colour alone.
    await table(page).locator('label').filter({ hasText: '示例' }).click();
    await table(page)
      .getByText(/例不符/)
      .first()
      .waitFor();
    await table(page).locator('label').filter({ hasText: '表格' }).click();

    await cell(page, '三级, 在职, 55%').click();
    await page.keyboard.press('Control+z');
    await page.getByText('撤销：门诊比例 三级 在职 55% → 50%').waitFor();
    await cell(page, '三级, 在职, 50%').waitFor();
    await line(page, '// 三级医院').waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it('keeps what it cannot read in the cell, and shows a block with a bad cell before pasting', async () => {
    const { page, problems, close } = await openAmendment(studio);
    await cell(page, '三级, 退休, 60%').click();
    await page.keyboard.type('六十多');
    await page.keyboard.press('Enter');
    const refused = cell(page, /^三级, 退休, 六十多, “六十多”/);
    await refused.waitFor();
    await soon(() => refused.getAttribute('aria-invalid')).toBe('true');
    await line(page, '| 三级').filter({ hasText: '60%' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    await cell(page, '三级, 退休, 60%').waitFor();

    await cell(page, '三级, 在职, 50%').click();
    await paste(page, '51%\t61%\r\n约六成\t71%\r\n');
    const preview = page.getByRole('dialog');
    await preview.getByText('4 格：能粘 3 格，粘不了 1 格').waitFor();
    expect(await line(page, '| 三级').filter({ hasText: '51%' }).count()).toBe(0);
    await preview.getByRole('button', { name: '照样粘贴能粘的' }).click();
    await line(page, '| 三级').filter({ hasText: '51%' }).filter({ hasText: '61%' }).waitFor();
    await line(page, '| 二级、一级').filter({ hasText: '60%' }).filter({ hasText: '71%' }).waitFor();
    // What was pasted is one step.
    await cell(page, /^三级, 在职/).click();
    await page.keyboard.press('Control+z');
    await cell(page, '三级, 在职, 50%').waitFor();
    await cell(page, /^二级、一级、未定级、药店, 退休, 70%/).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it('follows the caret, finds a rule by a number, and shows what can be read of a half-written file', async () => {
    const { page, problems, close } = await openAmendment(studio);
    await caretAfter(page, '| 退休     | 2500元 |');
    await soon(() => table(page).locator('[data-looked-cell]').getAttribute('aria-label')).toContain('退休, 门诊限额, 2,500 元');

    await table(page).getByRole('textbox', { name: '在各项里找' }).fill('2500');
    await soon(() => table(page).getByRole('article').count()).toBe(1);
    await table(page).getByRole('button', { name: '看全部' }).click();
    await soon(() => table(page).getByRole('article').count()).toBeGreaterThan(2);

    // A rule that has lost its brace: the table says what is text only, and shows the rest.
    await caretAfter(page, '新增 待遇 门诊统筹 {');
    await page.keyboard.press('Backspace');
    await table(page)
      .getByText(/只在文本里的|现在只是文本/)
      .first()
      .waitFor();
    await cell(page, '三级, 在职, 50%').first().waitFor();
    await page.keyboard.insertText('{');
    await soon(() =>
      table(page)
        .getByText(/只在文本里的|现在只是文本/)
        .count(),
    ).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });
});
