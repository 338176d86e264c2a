import type { Locator } from 'playwright';
import type { OpenStudio } from '../kit/browser.ts';
import { countWork, inputMethod } from '../kit/ime.ts';
import { caretAfter, editorReady, openScreen } from '../kit/write-page.ts';
import type { Row } from './spread.ts';
import { counted } from './spread.ts';

/** Clicks and keys (Ctrl is one of its own) from last year’s rules and the notice to the written amendment. */
export async function annualChange(studio: OpenStudio): Promise<Row> {
  const { page, close } = await openScreen(studio, 'annual');
  let hand = 0;
  const click = async (target: Locator): Promise<void> => {
    hand += 1;
    await target.click();
  };
  const press = async (key: string): Promise<void> => {
    hand += key.split('+').length;
    await page.keyboard.press(key);
  };
  await click(page.getByText('不计“2023-01-01-职工门诊共济”'));
  await click(page.getByRole('button', { name: '下一步' }));
  await click(page.getByText('2023-05-31-游仙区访谈.txt'));
  await page.getByText('与这份政策有关').waitFor();
  await click(page.getByRole('button', { name: '下一步' }));
  const row = (name: string) => page.locator('tr[aria-current=true]').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  for (const name of ['报销比例', '限额，认定病种数 1', '限额，认定病种数 2 以上']) {
    await row(name).waitFor();
    await press('Enter');
  }
  await page.getByRole('region', { name: '门诊统筹' }).and(page.locator('[aria-current=true]')).waitFor();
  await press('Enter');
  for (const done of ['已核 11，待定 0，还没看 1', '已核 11，待定 1，还没看 0']) {
    await page.getByText(done).first().waitFor();
    if (!done.endsWith('0')) await press('Enter');
  }
  await page.getByRole('region', { name: '将写入的文本' }).getByText('慢病限额[').first().waitFor();
  await press('Control+Enter');
  await page.getByRole('row').filter({ hasText: '新增 门诊统筹' }).waitFor();
  await click(page.getByRole('button', { name: '去生成' }));
  await page.getByText('没有错误：旧值都对得上，每条都有出处').waitFor();
  await click(page.getByRole('button', { name: '写入修订' }));
  await page.getByText('没有错误，可以试算和导出').waitFor();
  await close();
  return counted('the 2023 amendment from notice and 2022, no code typed', hand, 30, 'clicks and keys');
}

/** What is redrawn or asked of the worker between the begin and the end of a composition. */
export async function composing(studio: OpenStudio): Promise<Row> {
  const { page, close } = await openScreen(studio, 'write');
  await editorReady(page);
  await caretAfter(page, '字段 认定病种数');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(3000);
  const method = await inputMethod(page);
  await method.compose('d');
  const work = await countWork(page);
  await method.compose('dangjine');
  await page.waitForTimeout(800);
  const { posts, changes } = await work();
  await close();
  return counted('redrawn or asked while an input method composes', posts + changes.length, 0, 'times');
}

/** Letters typed up to 300 ms before the page is killed that are gone when it comes back. */
export async function killed(studio: OpenStudio): Promise<Row> {
  const { page, close } = await openScreen(studio, 'write');
  await editorReady(page);
  await caretAfter(page, '字段 认定病种数');
  await page.keyboard.press('Enter');
  const typed = '// 甲乙丙丁戊己庚辛壬癸';
  await page.keyboard.insertText(typed);
  await page.waitForTimeout(300);
  const context = page.context();
  const address = page.url();
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(address);
  await editorReady(again);
  const kept = await again.locator('.view-line').filter({ hasText: '戊己庚' }).first().textContent();
  await close();
  return counted('keystrokes older than 300 ms lost when the tab is killed', typed.length - (kept ?? '').trim().length, 0, 'keys');
}

const CASES = [
  '姓名 参保人 就诊日 参保日 医疗类别 机构等级 人员类别 认定病种数 异地备案 政策范围内 期望-门诊统筹.支付 期望-个人',
  '样例17 样例17 2023-03-02 2001-03-01 普通门诊 三级 在职 0 已备案 1000 - -',
  '样例17 样例17 2023-04-11 2001-03-01 普通门诊 二级 在职 0 已备案 500 - -',
  '样例17 样例17 2023-05-08 2001-03-01 普通门诊 二级 在职 0 已备案 4000 2400 1600',
]
  .map((line) => line.replaceAll(' ', '\t').replaceAll('期望-', '期望 ').replaceAll('\t-', '\t'))
  .join('\n');

/** From the grid, where 1,300 stands for the 2,400 expected, to the sentence of the notice that says why. */
export async function quotedSentence(studio: OpenStudio): Promise<Row> {
  const { page, close } = await openScreen(studio, 'patients');
  await page.getByRole('button', { name: '粘贴表格' }).first().click();
  await page.getByRole('textbox', { name: '表格的内容' }).fill(CASES);
  await page.getByRole('button', { name: '没有列的费用都填 0.00' }).click();
  await page.getByRole('checkbox', { name: '放进新的样例集' }).check();
  await page.getByRole('button', { name: /^放入 \d+ 例/ }).click();
  let hand = 0;
  const wrong = page.getByRole('rowheader', { name: /样例17/ }).last();
  await wrong.waitFor();
  const sentence = page.locator('[data-pane=case] mark').filter({ hasText: '在职职工每年不超过2000元' });
  if (!(await sentence.isVisible())) {
    hand += 1;
    await wrong.click();
  }
  await sentence.waitFor();
  await close();
  return counted('from a wrong amount to the sentence quoted for it', hand, 2, 'actions');
}
