import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

/** Opens simulate for the employees of Mianyang on a day, with the first answer on screen. */
async function simulate(
  options: Parameters<OpenStudio['visit']>[0] = {},
): Promise<{ page: Page; problems: readonly string[]; close: () => Promise<void> }> {
  const visit = await studio.visit(options);
  await visit.page.goto(`${studio.url}#/simulate/绵阳市职工基本医疗保险/2023-05-08`);
  await visit.page.getByText('分文相等').waitFor();
  return visit;
}

const choose = async (page: Page, field: string, value: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).click();
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: new RegExp(`^${value}$`) })
    .last()
    .click();
};
const type = async (page: Page, field: string, value: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: field, exact: true });
  await box.fill(value);
  await box.blur();
};
/** The figures of the headline by name, as shown. */
const figures = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('section[data-pane=result] dl')
    .first()
    .evaluate((list) =>
      Object.fromEntries(
        [...list.querySelectorAll('div')].map((pair) => [
          pair.querySelector('dt')?.textContent?.trim() ?? '',
          pair.querySelector('dd')?.textContent?.trim() ?? '',
        ]),
      ),
    );
const shows = (page: Page, expected: Record<string, string>) => soon(() => figures(page)).toMatchObject(expected);

describe('simulate', () => {
  it('gives M1’s three visits to the fen, each number leading to its rule', async () => {
    const { page, problems, close } = await simulate();
    await shows(page, { 总额: '1,000.00', 统筹基金: '400.00', 个人负担: '600.00' });

    await page.getByRole('button', { name: '加一次' }).click();
    await choose(page, '机构等级', '二级');
    await type(page, '政策范围内', '５００');
    await shows(page, { 统筹基金: '300.00', 个人负担: '200.00' });

    await page.getByRole('button', { name: '加一次' }).click();
    await type(page, '政策范围内', '0.4万');
    await shows(page, { 总额: '4,000.00', 统筹基金: '1,300.00', 个人负担: '2,700.00' });
    await soon(() => page.getByText('1,300 + 2,700 = 4,000').count()).toBe(1);
    await soon(() => page.getByText('700 → 2,000').count()).toBe(1);

    const cut = page.getByRole('row', { name: /超出限额/ });
    await soon(() => cut.textContent()).toContain('−1,100.00');
    await cut.click();
    await soon(() => page.locator('section[data-pane=why] li:has([aria-current=step])').textContent()).toMatch(/在职职工每年不超过2000元/);
    expect(problems).toEqual([]);
    await close();
  });

  it('fills the figure that was not typed and says when the parts exceed the total', async () => {
    const { page, close } = await simulate();
    await type(page, '全自费', '180');
    await soon(() => page.getByRole('textbox', { name: '总额' }).inputValue()).toBe('1,180.00');
    await type(page, '总额', '100');
    await soon(() => page.getByText('对不上').count()).toBeGreaterThan(0);
    await type(page, '总额', '约2000');
    await soon(() => page.getByText('“约2000”读不成金额').count()).toBe(1);
    await close();
  });

  it('shows what is open with its rule, and tries a value without touching the policy', async () => {
    const { page, close } = await simulate();
    await choose(page, '医疗类别', '转外诊治住院');
    await page.getByText('这笔没有算').first().waitFor();
    await page.getByText('一分钱都没有付').waitFor();
    await type(page, '政策范围内', '11000');
    const tried = page.getByRole('textbox', { name: '先填一个数试试' });
    await tried.pressSequentially('70%', { delay: 50 });
    await tried.press('Enter');
    await shows(page, { 统筹基金: '7,000.00', 个人负担: '4,000.00' });
    await page.getByText('试填了 1 个数，政策没有改').waitFor();
    await page.getByRole('button', { name: '收回' }).click();
    await page.getByText('这笔没有算').first().waitFor();
    await close();
  });

  it('tells not eligible, missing and refused apart', async () => {
    const { page, close } = await simulate();
    await type(page, '参保日', '2023-03-01');
    await page.getByText('不享受待遇').waitFor();
    await shows(page, { 统筹基金: '0.00' });
    await type(page, '参保日', '');
    await page.getByText('还差 1 项才能算').waitFor();
    await page.getByRole('button', { name: '去填 参保日' }).click();
    await page.keyboard.type('20180101');
    await shows(page, { 统筹基金: '400.00' });
    await choose(page, '机构等级', '药店');
    await page.getByText('拒收').first().waitFor();
    await close();
  });

  it('orders, reverses and removes visits', async () => {
    const { page, close } = await simulate();
    await page.getByRole('button', { name: '加一次' }).click();
    await shows(page, { 统筹基金: '500.00' });
    await page.getByRole('button', { name: '往前移一次' }).click();
    await shows(page, { 统筹基金: '400.00' });
    await page.getByRole('button', { name: '撤销这一次' }).click();
    await page.getByText('这是一次撤销').waitFor();
    await page.getByRole('table', { name: '牵动的各次' }).getByText('已重算入账').waitFor();
    await page.locator('section[aria-label="就诊，按先后"] [aria-current=step]').press('ArrowUp');
    await shows(page, { 统筹基金: '500.00' });
    await page.getByText('第 3 次之后已重算入账：基金 500.00 → 400.00').waitFor();
    await page.locator('section[aria-label="就诊，按先后"] li').filter({ hasText: '基金 500.00 → 400.00' }).waitFor();
    await page.getByRole('button', { name: '去掉这一次' }).click();
    await soon(() => page.locator('section[aria-label="就诊，按先后"] ol > li').count()).toBe(2);
    await close();
  });

  it('asks what can matter, tries one other circumstance and gives it back, corrects a visit', async () => {
    const { page, problems, close } = await simulate();
    await page.getByRole('button', { name: /不影响这次结果的 2 项/ }).waitFor();
    await soon(() => page.getByRole('textbox', { name: '认定病种数' }).count()).toBe(0);
    await choose(page, '医疗类别', '门诊慢特病');
    await page.getByRole('textbox', { name: '认定病种数' }).waitFor();
    await choose(page, '医疗类别', '普通门诊');
    await shows(page, { 统筹基金: '400.00' });

    await page.getByRole('button', { name: '人员类别一直是退休' }).click();
    await shows(page, { 统筹基金: '510.00' });
    await page.getByRole('button', { name: '换回' }).click();
    await shows(page, { 统筹基金: '400.00' });

    await page.getByRole('button', { name: '更多做法' }).click();
    await page.getByRole('menuitem', { name: '更正这一次' }).click();
    await type(page, '政策范围内', '600');
    await page.getByText('当时报的是 1,000.00').waitFor();
    await shows(page, { 总额: '600.00', 统筹基金: '200.00' });
    expect(problems).toEqual([]);
    await close();
  });

  it('saves the desk as a scenario that holds', async () => {
    const { page, close } = await simulate();
    await page.getByRole('button', { name: '存为示例' }).click();
    await page.getByRole('textbox', { name: '示例的题目' }).fill('从试算来的一例');
    await page.getByRole('button', { name: '写入' }).click();
    await page
      .getByText(/已写进 职工基本医疗保险.scenarios.yice 第 \d+ 行/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByRole('link', { name: /检查/ })
      .or(page.getByRole('button', { name: /检查/ }))
      .first()
      .click();
    await page.getByText('从试算来的一例').first().waitFor();
    await soon(() => page.getByText('14 例都符合').count()).toBeGreaterThan(0);
    await close();
  });

  it('is read aloud once it has rested, and walks by keyboard', async () => {
    const { page, close } = await simulate();
    await soon(() =>
      page
        .getByRole('status')
        .allTextContents()
        .then((texts) => texts.join()),
    ).toContain('统筹基金 400.00');
    const curve = page.getByRole('slider', { name: /政策范围内/ });
    await curve.focus();
    await curve.press('Shift+ArrowRight');
    await soon(() => page.getByRole('textbox', { name: '政策范围内' }).inputValue()).toBe('1,100.00');
    await shows(page, { 统筹基金: '450.00' });
    await curve.press('Home');
    await soon(() => page.getByRole('textbox', { name: '政策范围内' }).inputValue()).toBe('200.00');
    const row = page.getByRole('table', { name: '这笔账怎么分下来的' }).getByRole('button').first();
    await row.focus();
    await row.press('ArrowDown');
    await soon(() => page.locator('table [aria-pressed=true]').count()).toBeGreaterThan(0);
    await close();
  });

  it.each([
    ['light', 'zh'],
    ['dark', 'zh'],
    ['light', 'en'],
    ['dark', 'en'],
  ] as const)('has nothing serious against it in %s %s', async (colorScheme, language) => {
    const { page, close } = await simulate({ colorScheme });
    if (language === 'en') await page.getByRole('button', { name: '换成英文' }).click();
    await page.getByText(language === 'zh' ? '换一个条件会怎样' : 'With one thing changed').waitFor();
    const serious = async (): Promise<unknown[]> => {
      const { violations } = await new AxeBuilder({ page }).include('main').analyze();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => [id, nodes.map(({ target, html }) => [target.join(' '), html])]);
    };
    expect(await serious()).toEqual([]);
    await choose(page, '医疗类别', '转外诊治住院');
    await page.getByText(language === 'zh' ? '这笔没有算' : 'Not settled').waitFor();
    expect(await serious()).toEqual([]);
    // 200 % zoom of 1280 × 900: the panes are tabs, and nothing scrolls both ways.
    await page.setViewportSize({ width: 640, height: 450 });
    await page.getByRole('tab').first().waitFor();
    expect(await serious()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await close();
  });
});

describe('the first page', () => {
  it('answers a changed number at once and says that it differs from the document', async () => {
    const { page, problems, close } = await studio.visit();
    await page.getByText('统筹支付 400.00').first().waitFor();
    await page.getByText('相符', { exact: true }).waitFor();
    await page.getByRole('button', { name: '加 5 个百分点' }).click();
    await page.getByText('统筹支付 440.00').first().waitFor();
    await page.getByText('规则写 55%，原文写 50%').waitFor();
    await page.getByRole('button', { name: '改回 50%' }).click();
    await page.getByText('统筹支付 400.00').first().waitFor();
    await page.getByRole('button', { name: '开始试算' }).click();
    await page.getByText('分文相等').waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
