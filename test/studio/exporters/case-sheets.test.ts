import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { caseTable, namedApart, sheetName } from '../../../studio/exporters/case-sheets.ts';
import { reportSheets } from '../../../studio/exporters/report-sheets.ts';
import type { ScenarioOutcome } from '../../../studio/worker/protocol.ts';

const range = { file: 'a.yice', start: 0, end: 1 };
const words = { scenario: '示例', event: '第几次', value: '比对的数', expected: '期望', actual: '实得', holds: '相符', differs: '不符' };
const scenario: ScenarioOutcome = {
  title: '一例',
  policy: '甲',
  range,
  pass: false,
  ticks: [
    { label: '支付', expected: '1000.05元', actual: '1200.50元', pass: false, range, event: 0 },
    { label: '状态', expected: '待定', actual: '待定', pass: true, range, event: 1 },
  ],
  stream: {
    events: [
      { id: '第1次', fields: { 级: '三级', 费: '2000.00', 身份: ['低保', '特困'] } },
      { id: '第2次', fields: { 级: '二级' } },
    ],
    openings: [],
    suppose: {},
  },
};
const table = (title: string) => ({ title, note: '', columns: [{ title: '级' }], rows: [{ cells: ['三级'] }] });

describe('scenarios as a sheet', () => {
  it('has a line for each compared value with the inputs of its event', () => {
    const { columns, rows } = caseTable('示例', [scenario], words);
    expect(columns.map(({ title }) => title)).toEqual(['示例', '第几次', '级', '费', '身份', '比对的数', '期望', '实得', '相符']);
    expect(rows).toEqual([
      { cells: ['一例', '1', '三级', '2,000.00', '低保、特困', '支付', '1,000.05', '1,200.50', '≠ 不符'] },
      { cells: ['一例', '2', '二级', '', '', '状态', '待定', '待定', '✓ 相符'] },
    ]);
  });
  it.each([
    ['门诊比例[三级]', '门诊比例-三级-'],
    ["'引用'", '引用'],
    ['', '-'],
    ['长'.repeat(40), '长'.repeat(31)],
  ])('“%s” is called “%s”', (title, name) => {
    expect(sheetName(title)).toBe(name);
  });
  it('names sheets apart, and a spreadsheet reads them back with amounts as numbers', async () => {
    const tables = namedApart([caseTable('示例', [scenario], words), table('示例'), table('比例'), table('比例')]);
    expect(tables.map(({ title }) => title)).toEqual(['示例', '示例 (2)', '比例', '比例 (2)']);
    const bytes = await reportSheets({ language: 'zh', title: '说明', lines: ['甲'], figures: [], notes: [], tables, foot: '' });
    const book = new excel.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['说明', '示例', '示例 (2)', '比例', '比例 (2)']);
    expect(book.getWorksheet('示例')?.getRow(2).getCell(7).value).toBe(1000.05);
  });
});
