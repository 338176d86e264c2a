import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio } from '../kit/browser.ts';
import { EMPLOYEES, looked, openScreen } from '../kit/write-page.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

describe('a link to a case', () => {
  it('shows its size, carries the patient only when ticked and without the name, and opens the same case elsewhere', async () => {
    const { page, problems, close } = await openScreen(studio, 'check');
    await page.getByRole('region', { name: '门诊统筹' }).getByRole('button', { name: '在试算里打开' }).first().click();
    await page.getByText('分文相等').waitFor();
    await page.getByRole('button', { name: '复制到这里的链接' }).click();
    const link = page.getByLabel('链接', { exact: true });
    expect(decodeURIComponent(await link.inputValue())).not.toContain('case=');
    await page.getByText('带上试算里的这名样例患者').click();
    const address = await link.inputValue();
    expect(address.startsWith(`${studio.url}#/simulate/${encodeURIComponent(EMPLOYEES)}/`)).toBe(true);
    await page.getByText(/[\d,]+ 个字符/).waitFor();
    expect(problems).toEqual([]);
    await close();

    const other = await studio.visit();
    await other.page.goto(address);
    await looked(other.page);
    await other.page.getByText('分文相等').waitFor();
    await other.page.getByText('样例').first().waitFor();
    expect(other.problems).toEqual([]);
    await other.close();
  });
});
