import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';
import { caretAfter, editorReady, openScreen } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

describe('what the scenarios say of a change', () => {
  it('shows which value differs as soon as a number is changed, and holds again when it is taken back', async () => {
    const { page, problems, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await page
      .locator('label')
      .filter({ hasText: /^示例$/ })
      .click();
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
    // The grid of the benefit that differs stands first, and in it the row that differs.
    const wrong = page.getByRole('region', { name: '门诊统筹' }).locator('tbody tr').first();
    await wrong.getByText('期望 400.00').waitFor();
    await soon(() => wrong.getByRole('button', { name: '440.00 不符' }).count()).toBe(1);
    await wrong.getByRole('button', { name: '440.00 不符' }).click();
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
    await page.getByText('性质 5', { exact: true }).click();
    await page.getByRole('button', { name: '找反例' }).click();
    await soon(() => page.getByText(/没有找到反例（\d+ 名随机患者）/).count()).toBe(5);
    await page.getByText('20,000 名', { exact: true }).click();
    await page.getByRole('button', { name: '找反例' }).click();
    await soon(() => page.getByText(/第 [\d,]+ 名，共 100,000 名/).count()).toBe(1);
    await page.getByRole('button', { name: '停下' }).click();
    await soon(() => page.getByRole('button', { name: '找反例' }).count()).toBe(1);
    // What was found before stays.
    expect(await page.getByText(/没有找到反例（[\d,]+ 名随机患者）/).count()).toBe(5);
    expect(problems).toEqual([]);
    await close();
  });

  it('corrects an expectation with its reason, which stays above the line in the text', async () => {
    const { page, problems, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await page.getByRole('tab', { name: /职工基本医疗保险.*示例/ }).click();
    await caretAfter(page, '门诊统筹.支付 400元');
    await page.getByText('门诊统筹.支付 400元').first().dblclick();
    await page.locator('.view-line').getByText('400元').first().dblclick();
    await page.keyboard.insertText('410元');
    await page.getByRole('link', { name: /检查/ }).click();
    await page.getByRole('button', { name: '改期望' }).click();
    await page.getByLabel('为什么原来的期望不对').fill('抄错了一位');
    await page.getByRole('button', { name: '把期望改成实得' }).click();
    await page.getByText('13 例都符合').first().waitFor();
    await page.getByRole('link', { name: '编写' }).click();
    await page.locator('.view-line').filter({ hasText: '410.00元 → 400.00元; 抄错了一位' }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it('paints what no scenario reaches, and finds the number that can change unnoticed', async () => {
    const { page, problems, close } = await openScreen(studio, 'check');
    await page.goto(`${studio.url}#/check/绵阳市城乡居民基本医疗保险/2023-05-08`);
    await page.getByText('示例走到哪里').click();
    await page.getByText('24 处里走到 22 处').first().waitFor();
    await page.getByRole('button', { name: /居民等待期.*没有示例被它挡下/ }).click();
    await page.locator('section[data-pane=painted] li').filter({ hasText: '资格 居民等待期' }).getByText('○').waitFor();
    await page.getByText('改一点会不会被发现').click();
    await page.getByRole('button', { name: '逐个数试' }).click();
    await page
      .getByText(/\d+ 个数改了没有示例发现，共试 \d+ 个/)
      .first()
      .waitFor();
    await page.locator('section[data-pane=painted]').getByText('≈').first().waitFor();

    await page.getByRole('button', { name: '在编写里也标出' }).click();
    await page
      .locator('section[data-pane=nudges] li button')
      .filter({ hasText: /^2022-01-01/ })
      .first()
      .click();
    await page.getByRole('button', { name: '造一例', exact: true }).click();
    // The live region says it too, a moment later.
    await page.getByText('2022-01-01 就诊的任何人都会发现').first().waitFor();
    await page.getByRole('link', { name: '编写' }).click();
    await page.locator('.yice-mark-unreached').first().waitFor();
    await page.getByRole('button', { name: /2 处没走到 · ≈ \d+ 处没发现/ }).click();
    await soon(() => page.locator('.yice-mark-unreached').count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  it('opens a scenario on the desk with its visits', async () => {
    const { page, problems, close } = await openScreen(studio, 'check');
    await page.getByRole('region', { name: '门诊统筹' }).getByRole('button', { name: '在试算里打开' }).first().click();
    await page.getByText('分文相等').waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
