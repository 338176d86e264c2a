import type { Page } from 'playwright';
import { largeText } from '../bench/large-text.ts';
import type { OpenStudio } from '../kit/browser.ts';
import { caretAfter, editorReady, openScreen } from '../kit/write-page.ts';
import { reaction } from './page.ts';
import type { Row } from './spread.ts';
import { times } from './spread.ts';

const TURNS = 24;

/** Puts a text among the rules and opens it. */
export async function bringIn(page: Page, name: string, text: string): Promise<void> {
  page.on('filechooser', () => undefined);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '找条款、规则、命令' }).fill('drwj');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(text) }]);
}

/** A letter typed into a policy of its size → its finding in the list, and taken back → gone. */
export async function diagnostics(studio: OpenStudio, bytes: number, aim: number): Promise<Row> {
  const { page, close } = await openScreen(studio, 'write');
  await editorReady(page);
  await bringIn(page, '大市.yice', largeText(bytes));
  await page.locator('.view-line').filter({ hasText: '大市职工医保' }).waitFor();
  await caretAfter(page, '撤销后 重算');
  await page.waitForTimeout(3000);
  const found: number[] = [];
  const rows = 'section[data-pane=problems] ≔ 重算甲';
  for (let turn = 0; turn < TURNS; turn += 1) {
    found.push(await reaction(page, 'sent', rows, () => page.keyboard.insertText('甲')));
    await page.keyboard.press('Backspace');
    await page.locator('section[data-pane=problems]').filter({ hasNotText: '重算甲' }).waitFor();
  }
  await close();
  return times(`change → diagnostics shown, ${bytes / 1000} kB policy`, found, 'p95', aim);
}

/** A figure of the visit typed → the open patient’s result with it. */
export async function visitField(studio: OpenStudio): Promise<Row> {
  const { page, close } = await openScreen(studio, 'simulate');
  const amount = page.getByRole('textbox', { name: '政策范围内', exact: true });
  await page.locator('section[data-pane=result] dl').first().waitFor();
  const found: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const yuan = 1003 + turn * 10;
    const shown = `${Math.floor(yuan / 1000)},${String(yuan % 1000).padStart(3, '0')}.00`;
    found.push(await reaction(page, 'input', `section[data-pane=result] dl ≔ ${shown}`, () => amount.fill(`${yuan}`)));
  }
  await close();
  return times('visit field → result repainted', found, 'median', 50);
}
