/** Workbooks as text: a person sees 55% in a cell that holds 0.55, so 55% is what is read. */

/** A sheet of a workbook, its cells as they are shown. */
export interface Worksheet {
  readonly title: string;
  readonly cells: readonly (readonly string[])[];
}

/** Every sheet that holds anything, in the order of the file. */
export async function worksheetsOf(bytes: ArrayBuffer): Promise<readonly Worksheet[]> {
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  await book.xlsx.load(bytes);
  return book.worksheets.flatMap((sheet): Worksheet[] => {
    const cells: string[][] = [];
    sheet.eachRow((row) => {
      const own: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        const { value } = cell;
        const held = typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
        own[column - 1] =
          typeof held === 'number'
            ? numberText(held, cell.numFmt ?? '')
            : held instanceof Date
              ? held.toISOString().slice(0, 10)
              : cell.text;
      });
      cells.push(Array.from(own, (text) => text ?? ''));
    });
    return cells.length === 0 ? [] : [{ title: sheet.name, cells }];
  });
}

/** Digits that a spreadsheet itself holds to be exact; what stands behind them is the noise of binary fractions. */
const DIGITS = 15;

/** A number as decimal text, exact to the digits that a spreadsheet keeps; one that is shown as a percentage has its sign. */
export function numberText(value: number, format: string): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(DIGITS - 1).split('e');
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  const percent = /%/.test(format.replace(/"[^"]*"|\\./g, ''));
  const point = Number(exponent) + 1 + (percent ? 2 : 0);
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const whole = padded.slice(0, Math.max(1, point)).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(Math.max(1, point)).replace(/0+$/, '');
  const text = `${whole}${rest === '' ? '' : `.${rest}`}`;
  return `${negative && /[1-9]/.test(text) ? '-' : ''}${text}${percent ? '%' : ''}`;
}
