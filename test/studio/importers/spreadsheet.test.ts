import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { editSheet } from '../../../language/sheets/edit.ts';
import { fileTables, namedApart } from '../../../studio/exporters/case-sheets.ts';
import { reportSheets } from '../../../studio/exporters/report-sheets.ts';
import { numberText, worksheetsOf } from '../../../studio/importers/spreadsheet.ts';
import { blockToText } from '../../../studio/ui/grid/clipboard.ts';
import { bestOf, fitted } from '../../../studio/views/write/table/fitting.ts';
import { bodyRows } from '../../../studio/views/write/table/sheet-cells.ts';
import { applied, FILES, sheetsIn } from '../../language/sheets/kit.ts';

const MIANYANG = FILES.filter(({ path }) => path.startsWith('policies/510700'));

const exported = async (text: string): Promise<ArrayBuffer> => {
  const tables = namedApart(fileTables(sheetsIn(text)));
  const bytes = await reportSheets({ language: 'zh', title: '说明', lines: [], figures: [], notes: [], tables, foot: '' });
  return new Uint8Array(bytes).buffer;
};

/** What importing the cells writes into the first table of a text that has one. */
function imported(text: string, cells: readonly (readonly string[])[], id?: string) {
  const file = sheetsIn(text);
  const sheet = file.sheets.find((one) => (id === undefined ? one.kind === 'table' : one.id === id));
  const fit = sheet && fitted(sheet, text, cells);
  if (!sheet || !fit) return undefined;
  const at = { sheet: sheet.id, row: sheet.rows[bodyRows(sheet)[0] ?? -1]?.id ?? '', column: sheet.columns[0]?.id ?? '' };
  const edited = editSheet(file, { do: 'paste', at, block: blockToText(fit.block) });
  return { fit, edited, text: applied(text, edited) };
}

describe('a number of a spreadsheet', () => {
  it.each([
    [0.55, '0%', '55%'],
    [0.57, '0.00%', '57%'],
    [0.075, '0.0%', '7.5%'],
    [1.1, '0%', '110%'],
    [0.1 + 0.2, 'General', '0.3'],
    [1234567.89, '#,##0.00', '1234567.89'],
    [2000, '0"%"', '2000'],
    [-0.005, 'General', '-0.005'],
    [0, '0%', '0%'],
    [1e21, 'General', '1000000000000000000000'],
  ])('%d shown as %s is %s', (value, format, text) => {
    expect(numberText(value, format)).toBe(text);
  });
});

describe('tables that went out as a workbook', () => {
  it.each(MIANYANG.map(({ path, text }) => [path, text] as const))('come back without a change: %s', async (_, text) => {
    const file = sheetsIn(text);
    const tables = file.sheets.filter(({ kind }) => kind === 'table');
    if (tables.length === 0) return;
    const sheets = await worksheetsOf(await exported(text));
    for (const table of tables) {
      const found = bestOf(table, text, sheets);
      expect(found?.fitted, table.id).toMatchObject({ left: 0, added: 0, strange: [] });
      const at = { sheet: table.id, row: table.rows[bodyRows(table)[0] ?? -1]?.id ?? '', column: table.columns[0]?.id ?? '' };
      const edited = editSheet(file, { do: 'paste', at, block: blockToText(found?.fitted.block ?? []) });
      expect(edited.edits, table.id).toEqual([]);
      expect(edited.cells.filter(({ problem }) => problem)).toEqual([]);
    }
  });
});

const CROSS = `政策 “甲” {
  定义 比例 : 比例 =
    | 级别 ＼ 身份 | 在职 | 退休 |
    | 三级         | 50%  | 60%  |  // 三级医院
    | 二级         | 60%  | 70%  |
}
`;

describe('a table of a spreadsheet over a table of the text', () => {
  const crossId = sheetsIn(CROSS).sheets.find(({ kind }) => kind === 'table')?.id;

  it('goes by titles and by rows, whatever their order and whatever stands above them', () => {
    const made = imported(CROSS, [['待遇标准'], ['级别＼身份', '退休', '在职'], ['二级', '75%', '60%'], ['三级', '60%', '55%']], crossId);
    expect(made?.text).toBe(CROSS.replace('| 50%  |', '| 55%  |').replace('70%', '75%'));
  });
  it('names the one cell that cannot stand, and writes the others', () => {
    const made = imported(
      CROSS,
      [
        ['级别＼身份', '在职', '退休'],
        ['三级', '约六成', '61%'],
        ['二级', '60%', '70%'],
      ],
      crossId,
    );
    const bad = made?.edited.cells.filter(({ problem }) => problem) ?? [];
    expect(bad.map(({ text, before }) => [text, before])).toEqual([['约六成', '50%']]);
    expect(made?.text).toBe(CROSS.replace('50%  | 60%', '50%  | 61%'));
  });
  it('leaves what it does not speak of, adds what is new, and tells of columns that are strange', () => {
    const made = imported(
      CROSS,
      [
        ['级别＼身份', '在职', '退休', '备注'],
        ['三级', '', '65%', '新'],
        ['一级', '80%', '85%', ''],
      ],
      crossId,
    );
    expect(made?.fit).toMatchObject({ left: 1, added: 1, strange: ['备注'] });
    expect(
      made?.text
        .split('\n')
        .slice(3, 6)
        .map((line) => line.split('//')[0]?.replace(/\s+/g, '')),
    ).toEqual(['|三级|50%|65%|', '|二级|60%|70%|', '|一级|80%|85%|']);
  });
  it('is refused where it is another table', () => {
    expect(
      imported(
        CROSS,
        [
          ['姓名', '金额'],
          ['甲', '3'],
        ],
        crossId,
      ),
    ).toBeUndefined();
    expect(
      imported(
        CROSS,
        [
          ['甲', '1', '2'],
          ['乙', '3', '4'],
        ],
        crossId,
      ),
    ).toBeUndefined();
  });
  it('reads percentages, days and formulas as they are shown', async () => {
    const book = new excel.Workbook();
    const page = book.addWorksheet('比例');
    page.addRow(['级别', 0.55, new Date('2024-01-01T00:00:00Z'), { formula: 'B1*2', result: 1.1 }]);
    page.getCell('B1').numFmt = '0%';
    page.getCell('D1').numFmt = '0%';
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await worksheetsOf(bytes.buffer)).toEqual([{ title: '比例', cells: [['级别', '55%', '2024-01-01', '110%']] }]);
  });
});
