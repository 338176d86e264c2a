import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';
import { EMPLOYEES, editorReady, openScreen } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

describe('two laws side by side', () => {
  it('what changed, for whom, who notices first; saved as scenarios, undone, and handed over as a file', async () => {
    const { page, problems, close } = await openScreen(studio, 'compare');
    const cards = page.locator('section[data-pane=witnesses] li');
    const row = page.locator('tr').filter({ hasText: '慢病限额 · 1' });
    await soon(() => row.locator('td').allTextContents()).toEqual(['1', '1,000', '2,000', '+1,000 元']);
    await soon(() => cards.filter({ hasText: /元账单/ }).count()).toBe(4);
    await soon(() =>
      cards
        .locator('b')
        .filter({ hasText: /^[\d,]+\.\d\d$/ })
        .allTextContents(),
    ).toEqual(['1,428.58', '1,000.01', '2,142.87', '1,500.01', '0.02', '0.02', '150.01', '0.01']);
    await page.getByText('没有找到基金支付变少的人。').waitFor();
    expect(await page.getByText(/720 种边界组合/).textContent()).toContain('1000 名随机患者');

    const axe = await new AxeBuilder({ page }).analyze();
    expect(axe.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);

    // The change that is looked at lights the curve it is about, and its card.
    await row.getByRole('button', { name: /看与它有关的曲线/ }).click();
    await soon(() => row.getByRole('button', { pressed: true }).count()).toBe(1);
    const chart = page.getByRole('slider', { name: /门诊慢特病 · 认定病种数 1：/ });
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await soon(() => chart.getAttribute('aria-valuetext')).toContain('1,428.57');

    await page.getByText('100 元', { exact: true }).click();
    await soon(() => cards.first().textContent()).toContain('1,571.43');

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.getByRole('button', { name: '导出对照表' }).click();
        await page.getByRole('menuitem', { name: /网页文件/ }).click();
      })(),
    ]);
    const html = await readFile(await file.path(), 'utf8');
    expect(html).toContain('1,571.43');
    expect(html).not.toContain('<script');

    await page.getByRole('button', { name: '全部存为示例' }).click();
    await page.getByText(/8 个示例写进了/).waitFor();
    await soon(() => page.getByText(/示例 21/).count()).toBeGreaterThan(0);
    await page.locator('section[data-pane=witnesses]').getByRole('button', { name: '看文本' }).click();
    await editorReady(page);
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+z');
    await soon(() => page.getByText(/示例 13/).count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await close();
  });

  it('the other side is one click away, the link holds both, and Back works', async () => {
    const { page, problems, close } = await openScreen(studio, 'compare');
    await page.getByText('谁最先察觉').waitFor();
    await page.getByText('交付与草稿').click();
    await page.getByText('没有改动，也就没有人察觉').waitFor();
    await soon(() => decodeURIComponent(page.url())).toContain(`compare/${EMPLOYEES}/2023-05-08?mode=draft`);
    await page.reload();
    await page.getByText('没有一类患者的结果不同').waitFor();
    await page.getByText('两个地区', { exact: true }).click();
    await page
      .getByText('没有别的地区的同类政策')
      .or(page.getByRole('button', { name: /换后来这一侧/ }))
      .first()
      .waitFor();
    await page.goto(`${studio.url}#/compare/${EMPLOYEES}/2023-05-08?to=2021-05-01`);
    await page.getByRole('button', { name: '改看 2022-01-01' }).click();
    await soon(() => page.getByText('没有变').count()).toBe(1);
    await soon(() => page.url()).toContain('to=2022-01-01');
    expect(problems).toEqual([]);
    await close();
  });
});
