/** A table from a spreadsheet laid over a table of the text: columns found by their titles, rows by what they are about. */
import type { Sheet } from '../../../../language/sheets/sheet.ts';
import { bodyRows, cellOf, headColumns } from './sheet-cells.ts';

/** The table as it is to be, to be pasted from its first cell on. */
export interface Fitted {
  /** One line for each row of the table as it stands, then the further ones. Cells the file says nothing of are as they stand. */
  readonly block: readonly (readonly string[])[];
  /** Rows of the table that the file does not speak of: they stay. */
  readonly left: number;
  /** Rows of the file that the table does not have. */
  readonly added: number;
  /** Cells that the table and the file have in common; by it the sheet of a workbook is chosen. */
  readonly common: number;
  /** Columns of the file that the table does not have, by their titles. */
  readonly strange: readonly string[];
  /** Rows of the file that have no place here and are not written: bands and changes are added elsewhere. */
  readonly foreign: readonly string[];
  /** Rows whose value until now is another one in the file: theirs stays, what it becomes is written. */
  readonly otherwise: readonly string[];
}

/** Titles stand in the first lines: what is above them is a caption. */
const LOOKED_AT = 10;

/** The same to a reader: width of letters, spaces, the order of what is joined by 、. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s“”"]/g, '')
    .replaceAll('\\', '＼')
    .split('、')
    .sort()
    .join('、');

/** Undefined where the cells are no such table: neither its titles nor its rows are in it. */
export function fitted(sheet: Sheet, text: string, cells: readonly (readonly string[])[]): Fitted | undefined {
  const columns = columnsIn(sheet, cells);
  if (!columns) return undefined;
  const heads = headColumns(sheet);
  const rows = bodyRows(sheet);
  const key = keyOf(sheet);
  const nameOf = (own: (col: number) => string): string => Array.from({ length: heads }, (_, col) => key(own(col))).join('\u0000');
  const grows = sheet.kind === 'table';
  const otherwise: string[] = [];
  const written = (row: number, col: number): string => cellOf(sheet, text, row, col)?.written ?? '';
  const lines = cells.slice(columns.from).filter((line) => line.some((cell) => cell.trim() !== ''));
  const given = (line: readonly string[], col: number): string => {
    const at = columns.at[col];
    return at === undefined ? '' : (line[at] ?? '').trim();
  };
  const free = new Map<string, (readonly string[])[]>();
  for (const line of lines) {
    const name = nameOf((col) => given(line, col));
    free.set(name, [...(free.get(name) ?? []), line]);
  }
  let [left, common] = [0, 0];
  const found = new Set<readonly string[]>();
  const block = rows.map((row): readonly string[] => {
    const line = free.get(nameOf((col) => written(row, col)))?.shift();
    if (line) found.add(line);
    else left += 1;
    return sheet.columns.map(({ role }, col) => {
      const now = written(row, col);
      const wanted = line ? given(line, col) : '';
      if (wanted !== '') common += 1;
      if (role === 'from') {
        if (wanted !== '' && !same(wanted, now)) otherwise.push(written(row, 0));
        return now;
      }
      return wanted === '' || same(wanted, now) || (col < heads && line !== undefined) ? now : wanted;
    });
  });
  const further = lines.filter((line) => !found.has(line));
  if (common === 0 && columns.from === 0) return undefined;
  return {
    block: [...block, ...(grows ? further.map((line) => sheet.columns.map((_, col) => given(line, col))) : [])],
    left,
    added: grows ? further.length : 0,
    common,
    strange: columns.strange,
    foreign: grows ? [] : further.map((line) => given(line, 0)),
    otherwise,
  };
}

/** How columns without a title of their own are called in spreadsheets. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  path: ['哪一个数', '规则', '项目', '条目', '名称', '待遇', 'whichnumber', 'rule', 'item'].map(folded),
  from: ['由', '原值', '现值', '现行', '现行标准', '调整前', '上年', 'from', 'before', 'now'].map(folded),
  to: ['改为', '新值', '调整后', '调整后标准', '今年', 'to', 'after', 'becomes'].map(folded),
  upTo: ['至', '分段', '段', '档', '档次', '费用段', '费用', '上限', 'upto', 'band'].map(folded),
  ratio: ['比例', 'ratio'].map(folded),
};

/** What a row is known by: a band by where it ends, a change by its address however it is set apart. */
function keyOf({ kind }: Sheet): (text: string) => string {
  if (kind === 'bands') return bandEnd;
  if (kind === 'changes') return (text) => folded(text).replace(/[.．[\]［］,，]/g, '');
  return folded;
}

/** “1万元至5万元”, “5万元以下(含)” and “50000元” end at 50000; “5万元以上” has no end, as the last band. */
function bandEnd(text: string): string {
  const plain = folded(text).replace(/(?<=\d),(?=\d{3})/g, '');
  if (/以上|超过|above|over/.test(plain)) return '';
  const [, digits = '', unit = ''] = [...plain.matchAll(/(\d+(?:\.\d+)?)([万千亿]?)/g)].at(-1) ?? [];
  if (digits === '') return plain;
  const places = { 千: 3, 万: 4, 亿: 8 }[unit] ?? 0;
  const [whole = '', part = ''] = digits.split('.');
  const cents = part.slice(places);
  const yuan = `${whole}${part.slice(0, places).padEnd(places, '0')}`.replace(/^0+(?=\d)/, '');
  return cents === '' ? yuan : `${yuan}.${cents}`;
}

/** A figure that only stands differently: 12 and 12.00, 10,000元 and 10000元. */
const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string =>
  folded(text)
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/(\.\d*?)0+(?!\d)/g, '$1')
    .replace(/\.(?!\d)/g, '');

/** Where each column of the table is in the file, and where its rows begin. Without titles columns stand in the order of the table. */
function columnsIn(
  sheet: Sheet,
  cells: readonly (readonly string[])[],
): { readonly at: readonly (number | undefined)[]; readonly from: number; readonly strange: readonly string[] } | undefined {
  const { columns } = sheet;
  const titles = columns.map(({ title, id }) => (title === '' ? (TITLES[id] ?? []) : [folded(title)]));
  let best: { readonly line: number; readonly at: readonly number[]; readonly known: number } | undefined;
  for (const [line, row] of cells.slice(0, LOOKED_AT).entries()) {
    // A corner names both axes: 级别 ＼ 身份.
    const names = row.map((title) => folded(title.split(/[＼\\]/)[0] ?? ''));
    const at = titles.map((all) => names.findIndex((name) => all.includes(name) || all.includes(name.replace(/^..(?=比例$)/u, ''))));
    const known = at.filter((place) => place >= 0).length;
    // The heads of a cross-tab can stand a second time below its titles.
    if (known * 2 >= columns.length && (!best || known >= best.known - 1))
      best = { line, at: best && best.known > known ? best.at : at, known };
  }
  if (!best) {
    const wide = Math.max(0, ...cells.map((row) => row.length));
    return wide === columns.length ? { at: columns.map((_, col) => col), from: 0, strange: [] } : undefined;
  }
  const { line, at } = best;
  const header = cells[line] ?? [];
  const taken = new Set(at);
  // A column that is called otherwise there is known by its place: what a row is about stands first.
  const alike = (col: number): boolean => col < headColumns(sheet) || header.length === columns.length;
  const placed = at.map((place, col) => (place >= 0 ? place : !taken.has(col) && alike(col) ? col : undefined));
  const used = new Set(placed);
  return { at: placed, from: line + 1, strange: header.filter((title, col) => title.trim() !== '' && !used.has(col)) };
}

/** The sheet of a workbook that is the table: the one of its name, else the one that has most in common with it. */
export function bestOf<One extends { readonly title: string; readonly cells: readonly (readonly string[])[] }>(
  sheet: Sheet,
  text: string,
  all: readonly One[],
): { readonly of: One; readonly fitted: Fitted } | undefined {
  const fits = all.flatMap((of) => {
    const one = fitted(sheet, text, of.cells);
    return one ? [{ of, fitted: one }] : [];
  });
  const named = fits.find(({ of }) => of.title === sheet.title && fits.length > 1);
  return named ?? fits.toSorted((a, b) => b.fitted.common - a.fitted.common)[0];
}
