import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';
import { openScreen } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

const HEADER = [
  '姓名',
  '参保人',
  '就诊日',
  '参保日',
  'med_type',
  '机构等级',
  'type of person',
  '认定病种数',
  '异地备案',
  '政策范围内',
  '期望 门诊统筹.支付',
  '期望 个人',
  '医师',
];
const visit = (
  name: string,
  day: string,
  type: string,
  level: string,
  who: string,
  illnesses: number,
  amount: string,
  fund = '',
  own = '',
) => [name, name, day, '2001-03-01', type, level, who, String(illnesses), '已备案', amount, fund, own, '李'].join('\t');
/** As copied from a spreadsheet: a yearly cap overlooked twice, last year's numbers once, one cell that is no amount, one that is no value. */
const TABLE = [
  HEADER.join('\t'),
  visit('样例17', '2023-03-02', '普通门诊', '三级', '在职', 0, '1000'),
  visit('样例17', '2023-04-11', '普通门诊', '二级', '在职', 0, '500'),
  visit('样例17', '2023-05-08', '普通门诊', '二级', '在职', 0, '4,000.00', '2400', '1600'),
  visit('样例29', '2023-03-02', '普通门诊', '三级', '退休', 0, '3250'),
  visit('样例29', '2023-11-20', '普通门诊', '二级', '退休', 0, '1600', '1120', '480'),
  visit('样例33', '2023-01-03', '门诊慢特病', '二级', '在职', 1, '2000', '', '1000'),
  visit('样例34', '2023-01-03', '普通门诊', '二级', '在职', 0, '约2000', '1', '1'),
  visit('样例35', '2023-03-02', '普通门诊', '三级甲等', '在职', 0, '1000', '400', '600'),
].join('\n');

const heading = (page: Page, words: RegExp) => page.getByRole('grid').getByText(words);
const row = (page: Page, name: string) => page.getByRole('rowheader', { name: new RegExp(name) }).last();

/** Pastes the table into a set of its own. */
async function pasteTable(page: Page): Promise<void> {
  await page.getByRole('button', { name: '粘贴表格' }).first().click();
  await page.getByRole('textbox', { name: '表格的内容' }).fill('你好');
  await page.getByText('看不出列：没有制表符，也没有逗号').waitFor();
  await page.getByRole('textbox', { name: '表格的内容' }).fill(TABLE);
  await page.getByText('没有这个字段，选一个或不用').waitFor();
  await page.getByText('第 8 行 政策范围内 “约2000”：读不成金额').waitFor();
  await page.getByText('第 9 行 机构等级 “三级甲等”：不是可选的值，改成').waitFor();
  await page.getByRole('button', { name: '1 行都改' }).click();
  await page.getByRole('button', { name: '没有列的费用都填 0.00' }).click();
  await page.getByText('读懂 4 例，1 行有格子读不懂，没有放进来').waitFor();
  await page.getByRole('checkbox', { name: '放进新的样例集' }).check();
  await page.getByRole('button', { name: '放入 4 例' }).click();
}

describe('the reviewer’s afternoon', () => {
  it('pastes rows, finds one cause for two wrong figures and its sentence, and decides both at once', async () => {
    const { page, problems, close } = await openScreen(studio, 'patients');
    await page.getByRole('grid', { name: '样例集“职工门诊与住院”' }).waitFor();
    await pasteTable(page);
    await heading(page, /期望漏算限额“门诊统筹 支付限额”/).waitFor();
    await soon(() => page.getByText('先看要办的 3').count()).toBe(1);

    // From the wrong amount to the sentence: one press.
    await row(page, '样例29').click();
    const panel = page.locator('[data-pane=case]');
    await panel.getByText('退休职工每年不超过2500元').waitFor();
    await row(page, '样例17').click();
    await panel.locator('mark').filter({ hasText: '在职职工每年不超过2000元' }).waitFor();
    await soon(() => panel.locator('dl').first().textContent()).toMatch(/1,300\.00.*2,400\.00.*−1,100\.00/);
    await panel.getByText('另有 1 例同样的原因').waitFor();
    await panel.getByRole('button', { name: /规则第 \d+ 行/ }).waitFor();

    // 1, ↵: both expectations take over what came, with the reason; the group is gone.
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await soon(() => heading(page, /期望漏算限额/).count()).toBe(0);
    await row(page, '样例17').click();
    await panel.getByText(/门诊统筹 支付 原来写 2,400\.00，改为 1,300\.00/).waitFor();

    // By last year's law it is exactly what was expected; back to the author.
    await row(page, '样例33').click();
    await panel
      .getByText(/2022-01-01 版/)
      .first()
      .waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await heading(page, /已退经办/).waitFor();
    await page.getByText('还有 1 例不符').waitFor();
    // The author sees it wherever the work is, with the reason, until the rules are put right.
    await page.getByRole('button', { name: '复核退回 1 例' }).waitFor();

    await page.getByTitle(/撤销：处理 1 例/).click();
    await heading(page, /不符：/).waitFor();
    await page.getByRole('button', { name: '复核退回 1 例' }).waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
    await close();
  });

  it('shows the shipped patients with what is open, takes a line for it, opens one in Simulate, and hurts no reader', async () => {
    const { page, problems, close } = await openScreen(studio, 'patients');
    await heading(page, /通过：每个数都与期望相等/).waitFor();
    await row(page, '没有给出比例就不能算').click();
    const panel = page.locator('[data-pane=case]');
    await panel.getByText('规则停在这里，并说了原因').waitFor();
    await panel.getByRole('textbox', { name: '说明，一行' }).fill('等市局文件');
    await page.keyboard.press('Enter');
    await page.getByText('2 例待定要说明').waitFor();
    for (const [theme, part] of [
      ['light', 'main'],
      ['dark', '[data-pane=case]'],
    ] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const { violations } = await new AxeBuilder({ page }).include(part).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => `${theme} ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
    await panel.getByRole('button', { name: '在试算中打开' }).first().click();
    await page.getByText('这笔没有算').waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
