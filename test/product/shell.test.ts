import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';
import { caretAfter, EMPLOYEES, editorReady, looked, openScreen, rested } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

const RESIDENTS = '绵阳市城乡居民基本医疗保险';

describe('the page around the screens', () => {
  it('a link opens screen, policy and day, and Back goes the way back', async () => {
    const { page, close } = await openScreen(studio, 'check');
    await page.getByRole('link', { name: '编写' }).click();
    await editorReady(page);
    expect(decodeURIComponent(page.url())).toContain(`#/write/${EMPLOYEES}/2023-05-08`);
    await page
      .getByRole('button', { name: /职工基本医疗保险/ })
      .first()
      .click();
    await page
      .getByRole('group', { name: '绵阳市' })
      .getByRole('menuitem', { name: /城乡居民/ })
      .first()
      .click();
    await soon(() => decodeURIComponent(page.url())).toContain(RESIDENTS);
    await page.goBack();
    await soon(() => decodeURIComponent(page.url())).toContain(EMPLOYEES);
    await page.goBack();
    await soon(() => page.getByRole('link', { name: '检查' }).getAttribute('aria-current')).toBe('page');
    await close();
  });

  it('the ruler goes by day, snaps to a version by drag, and takes a typed date', async () => {
    const { page, close } = await openScreen(studio, 'check');
    const hand = page.getByRole('slider', { name: '看哪一天的政策' });
    await hand.focus();
    await hand.press('ArrowRight');
    await soon(() => hand.getAttribute('aria-valuetext')).toBe('2023-05-09 2023 修订');
    await hand.press('PageDown');
    await soon(() => hand.getAttribute('aria-valuetext')).toBe('2023-01-01 2023 修订');
    await hand.press('ArrowLeft');
    await soon(() => hand.getAttribute('aria-valuetext')).toBe('2022-12-31 2022 版');
    await rested(page);
    const box = await hand.boundingBox();
    if (!box) throw new Error('no handle');
    await page.mouse.move(box.x + box.width / 2, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 8, { steps: 6 });
    await page.mouse.move(box.x + box.width / 2 + 3, box.y + 8, { steps: 6 });
    await page.getByText('2022-12-31 止，2023-01-01 起').waitFor();
    await page.mouse.up();
    await hand.focus();
    await page.keyboard.type('2022年6月1日');
    await page.keyboard.press('Enter');
    await soon(() => decodeURIComponent(page.url())).toContain('2022-06-01');
    await close();
  });

  it('everything can be reached by keyboard', async () => {
    const { page, close } = await openScreen(studio, 'write');
    await editorReady(page);
    const panes: (string | undefined)[] = [];
    const pane = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane);
    await page.locator('body').click({ position: { x: 700, y: 60 } });
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('F6');
      await soon(pane).not.toBe(panes.at(-1));
      panes.push(await pane());
    }
    expect(new Set(panes)).toEqual(new Set(['source', 'text', 'side', 'problems']));
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '找条款、规则、命令' }).fill('djc');
    await page.keyboard.press('Enter');
    await soon(() => page.getByRole('link', { name: '检查' }).getAttribute('aria-current')).toBe('page');
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('让 Tab 离开编辑器').waitFor();
    await page.keyboard.press('Escape');
    await soon(() => page.getByRole('dialog').count()).toBe(0);
    await close();
  });

  it('F8 goes from one open item to the next', async () => {
    const { page, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await caretAfter(page, '字段 认定病种数');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('字段 甲 : 没有这种');
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await soon(() => page.locator('section[data-pane=text] header').textContent()).toContain('职工基本医疗保险第 15 行');
    await close();
  });

  it('a second tab only shows, and may take over', async () => {
    const { page, close } = await openScreen(studio, 'write');
    await editorReady(page);
    const second = await page.context().newPage();
    await second.goto(`${studio.url}#/write/${EMPLOYEES}`);
    await second.getByText('另一个标签页正在编辑，这里只能看').waitFor();
    await second.getByRole('button', { name: '在这里继续编辑' }).click();
    await page.getByText('另一个标签页正在编辑，这里只能看').waitFor();
    await soon(() => second.getByText('另一个标签页正在编辑，这里只能看').count()).toBe(0);
    await close();
  });

  it('files are brought in, and the whole workspace goes out as one', async () => {
    const { page, close } = await openScreen(studio, 'write');
    // The browser begins to hand choosers over only after the first listener has come; the key is faster.
    page.on('filechooser', () => undefined);
    await editorReady(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '找条款、规则、命令' }).fill('drwj');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles([{ name: '补充.yice', mimeType: 'text/plain', buffer: Buffer.from('// 补充的规则\r\n') }]);
    await page.locator('.view-line').filter({ hasText: '补充的规则' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '找条款、规则、命令' }).fill('bzggzq');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('yice-workspace.zip');
    await close();
  });

  it('without room to save it says so at once', async () => {
    const { page, close } = await openScreen(studio, 'write');
    await editorReady(page);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.locator('.view-line').first().click();
    await page.keyboard.insertText('// ');
    await page.getByText('本机空间不够').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存成文件' }).click()]);
    expect(download.suggestedFilename()).toContain('yice-workspace');
    await close();
  });

  it('the shell stands before editor and worker have come', async () => {
    const { page, close } = await studio.visit();
    await page.route('**/*worker*', () => undefined);
    await page.goto(`${studio.url}#/write/${EMPLOYEES}`);
    await page.reload({ waitUntil: 'commit' });
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    await close();
  });

  it('the English page speaks English', async () => {
    const { page, close } = await openScreen(studio, 'write');
    await page.getByRole('button', { name: '换成英文' }).click();
    await page.getByRole('link', { name: 'Write' }).waitFor();
    await looked(page);
    await soon(() => page.locator('html').getAttribute('lang')).toBe('en');
    await soon(() => page.locator('section[data-pane=problems] h2').textContent()).toBe('To do');
    await close();
  });
});
