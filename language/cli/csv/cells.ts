import type { InputField } from '../../../runtime/index.ts';
import type { Words } from '../../diagnostics/diagnostic.ts';

/** A cell as the runtime takes it, or what is wrong with it. */
export type Cell = { readonly value: unknown } | { readonly wrong: Words };

/** The word for a set or a list without members. */
export const NONE = '无';

const TRUE: ReadonlySet<string> = new Set(['是', '真', 'true', '1']);
const FALSE: ReadonlySet<string> = new Set(['否', '假', 'false', '0']);

/** 1.0E+17: what a spreadsheet makes of a long number that it was not told is text. */
const ROUNDED = /^[+-]?\d+(?:\.\d+)?E[+-]?\d+$/iu;
/** 2023-5-8, 2023/05/08 10:30:00, 2023年5月8日 */
const DAY = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?$/u;
/** 1,234,567.89 */
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;

/** A cell that is not empty, read by the type of its field. What the runtime reads as text is left to it, amounts above all. */
export function readCell(text: string, field: InputField | undefined): Cell {
  if (ROUNDED.test(text) && field?.type.kind !== 'text') return { wrong: rounded(text) };
  switch (field?.type.kind) {
    case 'bool': {
      const word = text.toLowerCase();
      if (TRUE.has(word)) return { value: true };
      if (FALSE.has(word)) return { value: false };
      return { wrong: { zh: `写的是“${text}”；写 是 或 否`, en: `says “${text}”; write 是 or 否, true or false, 1 or 0` } };
    }
    case 'set': {
      const known = (field.values ?? []).flatMap(({ name, code }) => [name, code]);
      if (text === NONE && !known.includes(text)) return { value: [] };
      return { value: known.includes(text) ? [text] : text.split(/[、|;；]/u).map((one) => one.trim()) };
    }
    case 'date': {
      const [, year = '', , month, day, m, d] = DAY.exec(text) ?? [];
      return { value: year === '' ? text : `${year}-${padded(month ?? m)}-${padded(day ?? d)}` };
    }
    case 'money':
    case 'number':
    case 'integer':
      return { value: GROUPED.test(text) ? text.replaceAll(',', '') : text };
    case 'text':
      return ROUNDED.test(text) ? { wrong: rounded(text) } : { value: text };
    default:
      return { value: text };
  }
}

const padded = (part = ''): string => part.padStart(2, '0');

const rounded = (text: string): Words => ({
  zh: `写的是“${text}”，表格软件把长数字改写成了科学计数法，后面的位数已经丢了；把这一列设成文本，重新填写`,
  en: `says “${text}”: the spreadsheet rewrote a long number and lost its digits; make the column text and fill it in again`,
});
