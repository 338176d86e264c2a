/** A spreadsheet file as text cells, the first sheet that has any. Amounts and days come as they are shown in the file, never as binary fractions. */
export async function workbookCells(bytes: ArrayBuffer): Promise<readonly (readonly string[])[]> {
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  await book.xlsx.load(bytes);
  for (const sheet of book.worksheets) {
    const rows: string[][] = [];
    sheet.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        cells[column - 1] = cell.value instanceof Date ? dayOf(cell.value) : cell.text;
      });
      rows.push(Array.from(cells, (text) => text ?? ''));
    });
    if (rows.length > 0) return rows;
  }
  return [];
}

/** Days of a spreadsheet have no time zone: they are read as they stand. */
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
