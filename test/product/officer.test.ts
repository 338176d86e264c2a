import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyLedger, loadBundle, settle } from '../../runtime/index.ts';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';
import { countWork, inputMethod } from '../kit/ime.ts';
import { caretAfter, EMPLOYEES, editorReady, keeping, lateTimers, looked, openScreen, rested } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

const visit = (day: string, level: string, inScope: string) => ({
  id: day,
  policy: EMPLOYEES,
  fields: {
    参保人: '甲',
    就诊日: day,
    参保日: '2015-03-01',
    医疗类别: '普通门诊',
    机构等级: level,
    人员类别: '在职',
    认定病种数: 0,
    异地备案: '已备案',
    政策范围内: inScope,
    先行自付: '0.00',
    超限价: '0.00',
    全自费: '0.00',
  },
});

describe('the officer', () => {
  it('types, is told in her words, repairs with a button, simulates, exports, and a back-end settles with the file', async () => {
    const { page, problems, close } = await openScreen(studio, 'write');
    await editorReady(page);

    // A keyword run into a name, as it is typed without a space.
    await caretAfter(page, '字段 认定病种数');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('字段认定次数 : 整数 0 以上 于 就诊日');
    const row = page.locator('section[data-pane=problems] li').filter({ hasText: '字段认定次数' }).first();
    await row.waitFor();
    await soon(() => page.locator('.squiggly-error').count()).toBeGreaterThan(0);
    await soon(() => page.getByText('改好错误才能试算和导出').count()).toBe(1);
    await row.getByRole('button').last().click();
    await soon(() => page.locator('.squiggly-error').count()).toBe(0);
    await page.getByText('没有错误，可以试算和导出').waitFor();

    await page.keyboard.press('Control+Enter');
    await page.getByText('分文相等').waitFor();

    await page.getByRole('link', { name: '导出' }).click();
    const button = page.getByRole('button', { name: '导出规则包' });
    await soon(() => button.getAttribute('aria-disabled')).toBe(null);
    await soon(() => page.locator('ol[aria-label=摘要] li').count()).toBe(16);
    const groups = (await page.locator('ol[aria-label=摘要] li').allTextContents()).map((group) => group.trim());
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const bytes = await readFile(await download.path());

    const loaded = await loadBundle(bytes, { expectDigest: `sha256:${groups.join('')}` });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.reasons));
    let ledger = emptyLedger();
    const funds = [
      visit('2023-03-02', '三级', '1000.00'),
      visit('2023-04-11', '二级', '500.00'),
      visit('2023-05-08', '二级', '4000.00'),
    ].map((one) => {
      const settled = settle(loaded.bundle, one, ledger);
      ledger = settled.ledger;
      return settled.answer.totals?.funds;
    });
    expect([groups.length, funds]).toEqual([16, ['400.00', '300.00', '1300.00']]);
    expect(problems).toEqual([]);
    await close();
  });

  it('loses nothing when the page is closed on her', async () => {
    const { page, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await caretAfter(page, '字段 认定病种数');
    const kept = keeping(page);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('// 只在这台机器上');
    await page.getByText('// 只在这台机器上').first().waitFor();
    await kept();
    const context = page.context();
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto(studio.url);
    await looked(again).catch(() => undefined);
    await again.goto(`${studio.url}#/write/${EMPLOYEES}`);
    await editorReady(again);
    await again.getByText('// 只在这台机器上').first().waitFor();
    // The caret is where it was, in view: typing goes on there.
    await again.locator('section[data-pane=text]').focus();
    await again.keyboard.press('F6');
    await again.keyboard.press('Shift+F6');
    await again.keyboard.insertText('，接着写');
    await again.getByText('// 只在这台机器上，接着写').first().waitFor();
    await close();
  });

  it('is left alone while her input method composes', async () => {
    const { page, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await caretAfter(page, '字段 认定病种数');
    await page.keyboard.press('Enter');
    // What the new line set going comes to rest first.
    await rested(page);
    const ime = await inputMethod(page);
    await ime.compose('d');
    const work = await countWork(page);
    await ime.compose('dangjine');
    // Nothing is to happen, so there is nothing to wait for but time.
    await page.waitForTimeout(500);
    expect(await work()).toEqual({ posts: 0, changes: [] });
    await ime.commit('字段认定次数');
    await page.locator('section[data-pane=problems] li').filter({ hasText: '字段认定次数' }).first().waitFor();
    expect((await work()).posts).toBeGreaterThan(0);
    await close();
  });

  it('finds names by pinyin initials, goes to a definition and renames it everywhere', async () => {
    const { page, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await caretAfter(page, '限额 支付 慢病限额');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('报销比例 sw');
    await page.keyboard.press('Alt+/');
    await page.locator('.suggest-widget .monaco-list-row').filter({ hasText: '市外比例' }).first().waitFor();
    await page.keyboard.press('Tab');
    await page.locator('.view-line').filter({ hasText: '报销比例 市外比例' }).last().waitFor();
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+z');
    await page.getByText('没有错误').first().waitFor();

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '找条款、规则、命令' }).fill('mbxe');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await soon(() => page.locator('main b').filter({ hasText: '慢病限额' }).count()).toBeGreaterThan(0);
    // The name is selected in the text: the editor has the focus.
    await page.locator('.monaco-editor.focused .selected-text').first().waitFor({ state: 'attached' });
    await page.keyboard.press('F2');
    await page.locator('.rename-box input').fill('慢病年限额');
    await page.keyboard.press('Enter');
    await soon(() => page.locator('.view-line').filter({ hasText: '定义 慢病年限额' }).count()).toBe(1);
    await caretAfter(page, '限额 支付 慢病年限额');
    await page.getByRole('tab', { name: '2023-01-01-职工门诊共济' }).click();
    await soon(() => page.locator('.view-line').filter({ hasText: '慢病年限额[1]' }).count()).toBe(1);
    await page.getByText('没有错误').first().waitFor();
    await close();
  });

  it('sees the sentence a rule rests on, and the rule a sentence became', async () => {
    const { page, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await page.getByRole('tab', { name: '2023-01-01-职工门诊共济' }).click();
    await caretAfter(page, '新增 定义 门诊限额');
    await soon(() =>
      page
        .locator('[data-looked]')
        .allTextContents()
        .then((texts) => texts.join('')),
    ).toMatch(/在职职工每年不超过2000元/);
    await page.locator('section[data-pane=source] a').filter({ hasText: '职工医保待遇等待期从1年缩短至6个月' }).click();
    await soon(() => page.getByRole('tab', { selected: true }).first().textContent()).toContain('职工等待期');
    await close();
  });

  it('reads what a word means, follows a name to where it is made, and lays the text out', async () => {
    const { page, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await page
      .locator('.yice-keyword')
      .filter({ hasText: /^归属日$/ })
      .first()
      .hover();
    await page.locator('.monaco-hover').filter({ hasText: '用哪个日期决定费用算进哪一年' }).first().waitFor();
    await caretAfter(page, '累计于 年慢病');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('F12');
    await soon(() =>
      page
        .locator('main b')
        .allTextContents()
        .then((texts) => texts.join()),
    ).toContain('年慢病');

    // A busy page runs its timers late; what is typed once the finder has closed goes into the text all the same.
    const onTime = await lateTimers(page);
    await caretAfter(page, '字段 认定病种数');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('字段   甲项   ：   整数');
    await onTime();
    const typed = page.locator('.view-line').filter({ hasText: /^\s*字段\s{3}甲项\s{3}：\s{3}整数$/ });
    const laid = page.locator('.view-line').filter({ hasText: /^\s*字段\s甲项\s:\s整数$/ });
    await typed.waitFor();
    // Pressed at once, before anything is found out about the text.
    await page.keyboard.press('Shift+Alt+f');
    await laid.waitFor();
    await page.getByText('没有错误，可以试算和导出').waitFor();
    await page.keyboard.press('Shift+Alt+f');
    await page.getByText('已经排好').first().waitFor();
    await page.keyboard.press('Control+z');
    await typed.waitFor();
    await close();
  });

  it('with the page at 200 %, a finding brings the text to the front', async () => {
    const { page, close } = await openScreen(studio, 'write', { viewport: { width: 720, height: 450 } });
    await page.getByRole('tab', { name: '原文' }).click();
    await page.locator('section[data-pane=problems] li button').filter({ hasText: '市外比例' }).first().click();
    await page.locator('.view-line').filter({ hasText: '原文只说' }).first().waitFor();
    await soon(() => page.getByRole('tab', { name: '规则文本' }).getAttribute('aria-selected')).toBe('true');
    await close();
  });
});
