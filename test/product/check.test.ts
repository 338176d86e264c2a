import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio } from '../kit/browser.ts';
import { editorReady, openScreen } from '../kit/write-page.ts';

/** The machine may be busy with other things; a page that never gets there still ends the test. */
const soon = <Value>(value: () => Promise<Value> | Value) => expect.poll(value, { timeout: 15_000 });

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

describe('what the scenarios say of a change', () => {
  it('shows which value differs as soon as a number is changed, and holds again when it is taken back', async () => {
    const { page, problems, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await page.getByText('13 例都符合').first().waitFor();
    await page.getByRole('tab', { name: '2023-01-01-职工门诊共济' }).click();
    await page
      .locator('.view-line')
      .filter({ hasText: /^\s*\|\s*三级/ })
      .getByText('50%')
      .dblclick();
    await page.keyboard.insertText('55%');
    await page
      .getByText(/例不符，共 13 例/)
      .first()
      .waitFor();
    // The document says 50 %: that is said too, with the way back.
    await page.locator('section[data-pane=problems] li').filter({ hasText: '55%' }).first().waitFor();

    await page.getByRole('link', { name: /检查/ }).click();
    const wrong = page.locator('tr').filter({ hasText: '门诊统筹.支付' }).filter({ hasText: '440.00' }).first();
    await wrong.waitFor();
    expect(await wrong.locator('td').allTextContents()).toEqual(['400.00', '440.00', '不符']);
    await wrong.getByRole('button').click();
    await soon(() => page.getByRole('tab', { selected: true }).first().textContent()).toContain('示例');

    await page.getByRole('tab', { name: '2023-01-01-职工门诊共济' }).click();
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+z');
    await page.getByText('13 例都符合').first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it('looks for counterexamples when asked, counting patients', async () => {
    const { page, problems, close } = await openScreen(studio, 'check');
    await page.getByRole('button', { name: '找反例' }).click();
    await soon(() => page.getByText(/没有找到反例（\d+ 名随机患者）/).count()).toBe(5);
    expect(problems).toEqual([]);
    await close();
  });
});
