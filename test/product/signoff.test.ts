import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSignoff } from '../../language/signoff/record.ts';
import { digestOf } from '../../runtime/index.ts';
import { type OpenStudio, openStudio, soon } from '../kit/browser.ts';
import { caretAfter, editorReady, looked } from '../kit/write-page.ts';

const POLICY = '海南省医疗救助';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

describe('a draft that is sent, signed off and then changed', () => {
  it('needs a second person and a line for all that is open, travels with the bundle, and is void after a change', async () => {
    const { page, problems, close } = await studio.visit();
    await page.goto(`${studio.url}#/check/${POLICY}/2023-05-08`);
    await looked(page);
    await page.getByRole('button', { name: '草稿' }).click();
    await page.getByText('这份草稿的摘要').waitFor();
    await page.getByLabel('您的姓名').fill('林 晓');
    await page.getByRole('button', { name: '送复核' }).click();
    await page.getByText(/林 晓 于 .* 送复核/).waitFor();
    await page.getByRole('banner').getByText('待签核').waitFor();

    // The author cannot be the reviewer, whatever the spaces; and nothing open may be left without its line.
    await page.getByLabel('您的姓名').fill('林晓');
    await page.getByText('编写和签核不能是同一个人').waitFor();
    const sign = page.getByRole('button', { name: '签核', exact: true });
    await soon(() => sign.getAttribute('aria-disabled')).toBe('true');
    const lines = page.getByLabel(/的一句话$/);
    for (const line of await lines.all()) {
      await line.fill('已问市局, 年底前定');
      await line.press('Enter');
    }
    // Given back with a reason, the author sees it everywhere; sent again, the lines are still there.
    await page.getByLabel('您的姓名').fill('周');
    await page.getByRole('button', { name: '退给经办' }).click();
    await page.getByRole('dialog').getByLabel('为什么').fill('住院的起付线要先问省局');
    await page.getByRole('dialog').getByRole('button', { name: '退给经办' }).click();
    await page.getByText(/周 于 .* 退回：住院的起付线要先问省局/).waitFor();
    await page.getByRole('contentinfo').getByRole('button', { name: '草稿退回了' }).waitFor();
    await page.getByLabel('您的姓名').fill('林 晓');
    await page.getByRole('button', { name: '送复核' }).click();
    await page.getByRole('contentinfo').getByRole('button', { name: '草稿退回了' }).waitFor({ state: 'detached' });
    await page.getByLabel('您的姓名').fill('周');
    await page.getByText('可以签核').waitFor();
    await sign.click();
    await page.getByRole('dialog').getByRole('button', { name: '签核' }).click();
    await page.getByText(/周 于 .* 签核/).waitFor();
    await page.getByRole('banner').getByText('已签核').waitFor();

    await page.getByRole('button', { name: '去导出' }).click();
    await page.getByText('林 晓 写，周 签核').waitFor();
    const button = page.getByRole('button', { name: '导出规则包' });
    await soon(() => button.getAttribute('aria-disabled')).toBe(null);
    const downloads = [
      page.waitForEvent('download', (one) => one.suggestedFilename().endsWith('.signoff.json')),
      page.waitForEvent('download', (one) => !one.suggestedFilename().includes('signoff')),
    ];
    await button.click();
    const [recordFile, bundleFile] = await Promise.all(downloads);
    const record = readSignoff(await readFile((await recordFile?.path()) ?? '', 'utf8'));
    const digest = await digestOf(await readFile((await bundleFile?.path()) ?? ''));
    expect(record).toMatchObject({ ok: true, record: { digest, author: { name: '林 晓' }, reviewer: { name: '周' } } });

    const [report] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '复核报告' }).click()]);
    const html = await readFile(await report.path(), 'utf8');
    for (const part of [digest.slice(7, 11), '已签核', '周', '已问市局, 年底前定']) expect(html).toContain(part);
    expect(html).not.toMatch(/<script|http:|https:/);

    await page.getByRole('link', { name: '编写' }).click();
    await editorReady(page);
    await caretAfter(page, '撤销后');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('// 改一个字');
    await page.getByRole('banner').getByText('已变，签核作废').waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
