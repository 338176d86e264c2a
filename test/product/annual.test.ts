import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';
import { openScreen } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

describe('this year’s change', () => {
  it('is made from the notice with a few keys and no line of the language', async () => {
    const { page, problems, close } = await openScreen(studio, 'annual');
    let hand = 0;
    const click = async (target: ReturnType<typeof page.getByRole>): Promise<void> => {
      hand += 1;
      await target.click();
    };
    const press = async (key: string): Promise<void> => {
      hand += key.split('+').length;
      await page.keyboard.press(key);
    };
    // The delivered amendment is left aside: the version of 2022 is what changes.
    await click(page.getByText('不计“2023-01-01-职工门诊共济”'));
    await click(page.getByRole('button', { name: '下一步' }));
    await click(page.getByText('2023-05-31-游仙区访谈.txt'));
    await page.getByText('与这份政策有关').waitFor();
    await soon(() => page.getByLabel('生效日').first().inputValue()).toBe('2023-01-01');
    await click(page.getByRole('button', { name: '下一步' }));

    // Three values of the chronic diseases, each with the notice's own arithmetic done again; then what is new; then the question.
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    await row('报销比例').getByText('原文说：与2022年相比,提高了5个百分点').waitFor();
    await soon(() => row('报销比例').getAttribute('aria-current')).toBe('true');
    await press('Enter');
    await soon(() => row('限额，认定病种数 1').getAttribute('aria-current')).toBe('true');
    await press('Enter');
    await soon(() => row('限额，认定病种数 2 以上').getAttribute('aria-current')).toBe('true');
    await press('Enter');
    await page.getByText('4 格，10 种情形齐全').waitFor();
    await soon(() => page.getByRole('region', { name: '门诊统筹' }).getAttribute('aria-current')).toBe('true');
    await press('Enter');
    await page.getByText('以 70% 为例：减百分点得 60%，按相对比例得 63%').waitFor();
    await soon(() => page.getByText('已核 11，待定 0，还没看 1').count()).toBeGreaterThan(0);
    await press('Enter');
    await soon(() => page.getByText('已核 11，待定 1，还没看 0').count()).toBeGreaterThan(0);
    await page.getByRole('region', { name: '将写入的文本' }).getByText('慢病限额[').first().waitFor();

    // For whom: on 200 yuan and more of a chronic patient, and of an outpatient who had nothing before.
    await press('Control+Enter');
    const noticed = page.getByRole('row').filter({ hasText: '新增 门诊统筹' });
    await noticed.waitFor();
    expect((await noticed.textContent())?.replace(/\s/g, '')).toContain('151.660.001.00');
    await click(page.getByRole('button', { name: '去生成' }));
    await page.getByText('没有错误：旧值都对得上，每条都有出处').waitFor();
    await click(page.getByRole('button', { name: '写入修订' }));

    expect(hand).toBeLessThanOrEqual(30);
    // What was written is the law that was delivered: its scenarios tick.
    await page.getByText('没有错误，可以试算和导出').waitFor();
    await page.getByRole('link', { name: /检查/ }).click();
    await page.getByText(/例都符合，比对了/).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it('is typed over, set aside and taken back, and waits for one to come back', async () => {
    const { page, problems, close } = await openScreen(studio, 'annual');
    await page.getByText('不计“2023-01-01-职工门诊共济”').click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('2023-05-31-游仙区访谈.txt').click();
    await page.getByText('与这份政策有关').waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '报销比例', exact: true }) });
    await soon(() => row.getAttribute('aria-current')).toBe('true');
    // Typing writes over the proposal; the notice's arithmetic then differs and says what it should be.
    await page.keyboard.type('78');
    await page.keyboard.press('Enter');
    await row.getByText('原文说“与2022年相比,提高了5个百分点”，应是 75%').waitFor();
    await page.getByRole('button', { name: '撤销上一步' }).click();
    await row.getByText('原文说：与2022年相比,提高了5个百分点').waitFor();
    await page.getByRole('button', { name: '全部认可' }).click();
    await soon(() => page.getByText('已核 11，待定 1，还没看 0').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '撤销上一步' }).click();
    await soon(() => page.getByText('还没看 12').count()).toBeGreaterThan(0);
    // A cell that does not read keeps what was typed, with the reason beside it.
    const cell = page.getByLabel('起付线 在职');
    await cell.fill('二百');
    await page.getByText('“二百”读不成金额').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '全部认可' }).click();
    await page.reload();
    await soon(() => page.getByText('已核 11，待定 1，还没看 0').count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await close();
  });
});
