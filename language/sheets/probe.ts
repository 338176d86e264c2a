import { parse } from '../2-syntax/parse.ts';
import { linesOf } from './edit-rows.ts';
import { sheetsOf } from './file-sheets.ts';
import type { Known } from './known.ts';
import { CELL_KINDS, type Extent, type FileSheets, HEAD_ROW, type Sheet } from './sheet.ts';

/** A stretch of a file read by itself, as the least that says whether a cell still stands as it should. */
interface Unit {
  readonly before: string;
  /** Stretches of the file, one after the other, each on a line of its own. */
  readonly parts: readonly Extent[];
  readonly after: string;
}

/**
 * Whether the file can be read with `written` in place of the cell, and shows that in this cell and nothing else in any other. Read are the
 * rule or the row, not the file: what a cell says cannot reach further than its line.
 */
export function stands(file: FileSheets, sheet: Sheet, row: number, cell: Extent, written: string, whole: boolean): boolean {
  const unit = unitOf(file, sheet, row, cell);
  const now = shown(file, unit, cell, file.text.slice(cell.start, cell.end));
  const then = shown(file, unit, cell, written);
  if (!then) return false;
  // A line that could not be read until now has nothing to compare with.
  if (!now) return then.cells.includes(written);
  if (now.rows !== then.rows) return false;
  if (now.cells.length !== then.cells.length) return whole && isOneValue(written);
  return then.cells.every((text, at) => text === now.cells[at] || contains(text, written));
}

/** What an open point covers is shown again in the cell around it. */
const contains = (text: string, written: string): boolean => text.includes(written);

/** Whether a text is a value or formula and nothing behind it. */
function isOneValue(text: string): boolean {
  const { tree } = parse({ path: '', text: `词汇 “甲” {\n参数 甲 : 数 =\n  (${text})\n}` });
  const open = parse({ path: '', text: `词汇 “甲” {\n参数 甲 : 数 =\n  ${text}\n}` }).tree;
  const [block] = open.items;
  const item = block?.kind === 'vocabulary' && block.items.length === 1 ? block.items[0] : undefined;
  return tree.complete && open.complete && item?.kind === 'parameter';
}

const EMPTY: Known = { types: new Map(), payers: [], accumulators: [], parts: [] };

/** Rows and cells of a stretch, `text` in the place of the cell; undefined when it cannot be read. */
function shown(
  file: FileSheets,
  { before, parts, after }: Unit,
  cell: Extent,
  text: string,
): { readonly rows: number; readonly cells: readonly string[] } | undefined {
  const lines = parts.map(({ start, end }) =>
    start <= cell.start && cell.end <= end
      ? file.text.slice(start, cell.start) + text + file.text.slice(cell.end, end)
      : file.text.slice(start, end),
  );
  const probe = `${before}${lines.join('\n')}${after}`;
  const { tree, tokens } = parse({ path: '', text: probe });
  if (!tree.complete) return undefined;
  const { sheets } = sheetsOf({ text: probe, tree, tokens, known: EMPTY });
  const real = sheets.filter(({ kind }) => kind !== 'open');
  return { rows: real.reduce((sum, { rows }) => sum + rows.length, 0), cells: real.flatMap((one) => textsOf(probe, one)) };
}

function textsOf(text: string, { cells }: Sheet): readonly string[] {
  const all: string[] = [];
  for (let at = 0; at < cells.starts.length; at++) {
    const start = cells.starts[at] ?? -1;
    if (start >= 0 && CELL_KINDS[cells.kinds[at] ?? 0] !== 'none') all.push(text.slice(start, cells.ends[at]));
  }
  return all;
}

const wholeFile = (file: FileSheets): Unit => ({ before: '', parts: [{ start: 0, end: file.text.length }], after: '' });

function unitOf(file: FileSheets, sheet: Sheet, row: number, cell: Extent): Unit {
  const line = sheet.rows[row];
  switch (sheet.kind) {
    case 'table': {
      const [head, first] = [sheet.header, sheet.rows.find(({ role }) => role === undefined)];
      if (!head || !line) return wholeFile(file);
      const parts = line.id === HEAD_ROW ? [head, ...(first ? [first] : [])] : [head, line];
      return { before: `词汇 “甲” {\n${sheet.shape === 'results' ? '表 甲' : '定义 甲 : 数'} =\n`, parts, after: '\n}' };
    }
    case 'bands':
      return line ? { before: '词汇 “甲” {\n分段 甲 {\n', parts: [line], after: '\n}\n}' } : wholeFile(file);
    case 'changes':
      return line ? { before: '修订 “甲” {\n', parts: [line], after: '\n}' } : wholeFile(file);
    case 'form':
      return /^(?:新增|add)$/u.test(sheet.word)
        ? { before: '修订 “甲” {\n', parts: [sheet.range], after: '\n}' }
        : { before: '政策 “甲” {\n', parts: [sheet.range], after: '\n}' };
    case 'settings':
      return line ? settingUnit(file, line) : wholeFile(file);
    case 'open': {
      const twin = twinOf(file, cell);
      return twin ? unitOf(file, twin.sheet, twin.row, cell) : wholeFile(file);
    }
    default:
      return line ? { before: '政策 “甲” {\n', parts: [line], after: '\n}' } : wholeFile(file);
  }
}

/** A line of law by itself, or the line that an amendment begins with. */
function settingUnit(file: FileSheets, line: Extent): Unit {
  const { start } = linesOf(file.text, line);
  if (file.text.slice(start, line.start).trim() === '') return { before: '政策 “甲” {\n', parts: [line], after: '\n}' };
  const brace = file.text.slice(line.end).search(/[{｛]/u);
  return brace < 0 ? wholeFile(file) : { before: '', parts: [{ start, end: line.end + brace + 1 }], after: '\n}' };
}

/** Where what the list of open points shows really stands. */
function twinOf(file: FileSheets, { start, end }: Extent): { readonly sheet: Sheet; readonly row: number } | undefined {
  const nested = file.sheets.filter(({ kind, range }) => kind !== 'open' && range.start <= start && end <= range.end);
  for (const sheet of nested.toSorted((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))) {
    const row = sheet.rows.findIndex((one) => one.start <= start && end <= one.end);
    if (row >= 0) return { sheet, row };
  }
  return undefined;
}
