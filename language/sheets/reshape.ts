import { headerRow, laidOut, type RemarkedRow, remarkedRows, tableLines } from './lay-table.ts';
import type { Edit } from './place.ts';
import { Finder } from './place.ts';
import { type FileSheets, HEAD_ROW, type Sheet } from './sheet.ts';

/** A cross-tab as a list: a row for each of its cells, the heads of row and column before it. */
export function crossToList(file: FileSheets, sheet: Sheet): Edit | undefined {
  const place = sheet.shape === 'cross' ? tableLines(file, sheet) : undefined;
  const rows = remarkedRows(file, sheet);
  const heads = headsOf(file, sheet);
  const rowAxis = sheet.columns[0]?.title;
  if (!place || !rows || heads.length === 0 || rowAxis === undefined || sheet.columnAxis === undefined) return undefined;
  const list = rows.flatMap(({ cells: [head = '', ...results], above, behind }) =>
    results.map(
      (result, at): RemarkedRow => ({
        cells: [head, heads[at] ?? '', result],
        // A remark was about the whole row: it stands before the first of those that come of it.
        above: at === 0 ? above : [],
        behind: at === 0 ? behind : '',
      }),
    ),
  );
  return {
    start: place.start,
    end: place.end,
    text: laidOut(place.indent, headerRow(file, sheet, [rowAxis, sheet.columnAxis, '→']), list),
  };
}

function headsOf(file: FileSheets, sheet: Sheet): readonly string[] {
  const finder = new Finder(file);
  const row = sheet.rows.findIndex(({ id }) => id === HEAD_ROW);
  return sheet.columns.slice(1).map((_, at) => finder.at(sheet, row, at + 1)?.text ?? '');
}

/** A list with two axes as a cross-tab, when it has exactly one row for each pair of its heads. */
export function listToCross(file: FileSheets, sheet: Sheet): Edit | undefined {
  const axes = sheet.columns.filter(({ role }) => role === 'axis');
  if (sheet.shape !== 'list' || axes.length !== 2) return undefined;
  const place = tableLines(file, sheet);
  const rows = remarkedRows(file, sheet);
  if (!place || !rows) return undefined;
  const down = distinctOf(rows.map(({ cells }) => cells[0] ?? ''));
  const right = distinctOf(rows.map(({ cells }) => cells[1] ?? ''));
  const results = new Map(rows.map(({ cells: [a = '', b = '', result = ''] }) => [`${a}|${b}`, result] as const));
  if (results.size !== rows.length || rows.length !== down.length * right.length) return undefined;
  const cross = down.map((head): RemarkedRow => {
    const own = rows.filter(({ cells }) => cells[0] === head);
    const behind = own.map((row) => row.behind).filter((remark) => remark !== '');
    return {
      cells: [head, ...right.map((column) => results.get(`${head}|${column}`) ?? '')],
      // Several remarks on rows that become one stand above it.
      above: [...own.flatMap((row) => row.above), ...(behind.length > 1 ? behind : [])],
      behind: behind.length === 1 ? (behind[0] ?? '') : '',
    };
  });
  const header = headerRow(file, sheet, [`${axes[0]?.title} ＼ ${axes[1]?.title}`, ...right]);
  return { start: place.start, end: place.end, text: laidOut(place.indent, header, cross) };
}

const distinctOf = (all: readonly string[]): readonly string[] => [...new Set(all)];
