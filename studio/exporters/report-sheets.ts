/** A report as a workbook: one sheet a table, the first says what it is about. Amounts are numbers where they are plain ones. */
import type { Report, ReportTable } from './report.ts';

const NUMBER = /^[+\u2212-]?\d{1,3}(?:,\d{3})*\.\d{2}$/;
const WIDEST = 60;

/** The bytes of an .xlsx file. */
export async function reportSheets({ title, lines, figures, notes, tables, foot }: Report): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const first = book.addWorksheet(title);
  first.addRow([title]).font = { bold: true, size: 14 };
  for (const line of lines) first.addRow([line]);
  first.addRow([]);
  for (const { value, name } of figures) first.addRow([name, value]);
  first.addRow([]);
  for (const note of [...notes, foot]) first.addRow([note]);
  first.getColumn(1).width = 18;
  for (const table of tables) addTable(book.addWorksheet(table.title), table);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

type Sheet = ReturnType<InstanceType<typeof import('exceljs').Workbook>['addWorksheet']>;

function addTable(sheet: Sheet, { columns, rows }: ReportTable): void {
  const quoted = rows.some((row) => 'quote' in row);
  sheet.addRow(columns.map(({ title }) => title)).font = { bold: true };
  for (const row of rows) {
    if ('heading' in row) sheet.addRow([row.heading]).font = { bold: true };
    else {
      const added = sheet.addRow([...row.cells.map(cellOf), ...(quoted ? [row.quote ?? ''] : [])]);
      row.cells.forEach((cell, at) => {
        if (NUMBER.test(cell)) added.getCell(at + 1).numFmt = '#,##0.00';
      });
    }
  }
  columns.forEach((column, at) => {
    const own = rows.flatMap((row) => ('cells' in row ? [widthOf(row.cells[at] ?? '')] : []));
    const target = sheet.getColumn(at + 1);
    target.width = Math.min(WIDEST, Math.max(6, widthOf(column.title), ...own) + 2);
    if (column.right) target.alignment = { horizontal: 'right' };
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

/** A spreadsheet reckons in binary fractions; two decimals of this size come back as written. */
const cellOf = (cell: string): string | number => (NUMBER.test(cell) ? Number(cell.replaceAll(',', '').replace('\u2212', '-')) : cell);

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
