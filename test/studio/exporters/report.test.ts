import { describe, expect, it } from 'vitest';
import type { Report } from '../../../studio/exporters/report.ts';
import { reportPage } from '../../../studio/exporters/report-page.ts';
import { reportSheets } from '../../../studio/exporters/report-sheets.ts';

const report: Report = {
  language: 'zh',
  title: '对照表',
  lines: ['原来: 2022 版', '后来: <script>alert(1)</script>'],
  figures: [{ value: '6 类', name: '多得' }],
  notes: ['没有找到基金支付变少的人。', '查过全部 720 种边界组合。'],
  tables: [
    {
      title: '变了什么',
      note: '3 处修改',
      columns: [{ title: '' }, { title: '规则' }, { title: '后来', right: true }],
      rows: [
        { heading: '门诊慢性病' },
        { cells: ['1', '报销比例', '75%'], quote: '“由统筹基金按75%支付” 访谈' },
        { cells: ['2', '差', '−1,428.58'] },
      ],
    },
  ],
  foot: '由医策生成',
};

describe('a report', () => {
  it('is a page that needs nothing else: no script, nothing from elsewhere, A4 on paper', () => {
    const page = reportPage(report);
    expect(page).not.toMatch(/<script|src=|href=|@import|url\(/);
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('@page { size: A4');
    expect(page).toContain('lang="zh-CN"');
    for (const text of ['6 类', '没有找到基金支付变少的人。', '“由统筹基金按75%支付” 访谈', '−1,428.58']) expect(page).toContain(text);
  });

  it('is a workbook with a sheet a table, amounts as numbers', async () => {
    const { default: excel } = await import('exceljs');
    const book = new excel.Workbook();
    const bytes = await reportSheets(report);
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['对照表', '变了什么']);
    const [, sheet] = book.worksheets;
    expect(sheet?.getCell('C4').value).toBe(-1428.58);
    expect(sheet?.getCell('D3').value).toContain('75%');
  });
});
