import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';
import { docxOf, pdfOf } from '../kit/documents.ts';
import { caretAfter, editorReady, openScreen } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

const TITLE = '关于调整门诊慢性病待遇的通知';
const SENTENCE = '门诊慢性病患者由统筹基金按70%支付。';

/** Chooses a file as a person does, through the palette and the browser's own dialog. */
async function bringIn(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '找条款、规则、命令' }).fill('frtz');
  await page.getByRole('option', { name: /放入通知/ }).waitFor();
  await page.keyboard.press('Enter');
  await (await dialog).setFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

const pane = (page: Page) => page.locator('section[data-pane=source]');
const lines = (page: Page) => page.locator('.view-lines').first();

describe('a notice', () => {
  it('opens from Word; a sentence of it becomes the source of a rule, the marks follow, and it can be undone', async () => {
    const { page, problems, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await bringIn(page, '慢性病通知.docx', docxOf(TITLE, SENTENCE, '全市240万人参保。'));
    await page.getByText(`“${TITLE}”已打开`).waitFor();
    await page.getByRole('button', { name: '在编写里看' }).click();
    await pane(page).getByText('全市').waitFor();
    // Its two sentences have numbers, and no rule speaks of them.
    await pane(page).getByRole('button', { name: '未办 2' }).waitFor();

    await caretAfter(page, '报销比例 70%');
    await pane(page).locator('p').filter({ hasText: '由统筹基金' }).click({ clickCount: 3 });
    const dock = pane(page).getByRole('region', { name: '选中的一句' });
    await dock.getByText('数一致').waitFor();
    await dock.getByRole('button', { name: /写进第 \d+ 行的出处/ }).click();
    await dock.getByText('已写进出处').first().waitFor();
    await pane(page).getByRole('button', { name: '未办 1' }).waitFor();
    await pane(page).locator('a').filter({ hasText: '由统筹基金按70%支付' }).waitFor();
    await soon(() => lines(page).textContent()).toContain('由统筹基金按70%支付');

    await dock.getByRole('button', { name: '撤销' }).click();
    await pane(page).getByRole('button', { name: '未办 2' }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it('opens from PDF with its Chinese letters; its numbers are walked with F8 and set aside with a reason; a scan says what helps', async () => {
    const { page, problems, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await bringIn(
      page,
      '慢性病通知.pdf',
      pdfOf([
        [
          { text: TITLE, x: 150, y: 780, size: 22 },
          { text: '全市240万人参保。', x: 104, y: 700 },
        ],
      ]),
    );
    await page.getByRole('button', { name: '在编写里看' }).click();
    await pane(page).getByRole('button', { name: '未办 1' }).waitFor();
    await page.keyboard.press('F8');
    const dock = pane(page).getByRole('region', { name: '选中的一句' });
    await dock.getByText('240万').first().waitFor();
    await dock.getByRole('button', { name: '标为非规则…' }).click();
    await dock.getByRole('button', { name: '统计数字' }).click();
    await pane(page).getByRole('button', { name: '非规则 1' }).waitFor();
    await soon(() => pane(page).getByText('未办 0').count()).toBe(1);

    await bringIn(page, '扫描.pdf', pdfOf([[]]));
    await page.getByText('“扫描.pdf”没有打开').waitFor();
    await page.getByText('没有可以引用的文字').waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
