/** What stands in one cell of an exported sheet; an amount is a number with two decimals there, so that it can be summed. */
export interface SheetCell {
  readonly text: string;
  readonly amount?: boolean;
  readonly tone?: 'wrong' | 'open';
}

/** One sheet as the bytes of an .xlsx file: the first row is the header and stays in view. */
export async function workbookBytes(name: string, rows: readonly (readonly SheetCell[])[], widths: readonly number[]): Promise<Uint8Array> {
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  const sheet = book.addWorksheet(name.replace(/[\\/*?:[\]]/g, '-').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  rows.forEach((row, at) => {
    const line = sheet.addRow(row.map(({ text, amount }) => (amount ? Number(text) : text)));
    row.forEach(({ amount, tone }, column) => {
      const cell = line.getCell(column + 1);
      if (amount) cell.numFmt = '#,##0.00';
      if (at === 0) cell.font = { bold: true };
      if (tone) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: tone === 'wrong' ? 'FFFBE7E2' : 'FFFBF0D5' } };
    });
  });
  widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}
