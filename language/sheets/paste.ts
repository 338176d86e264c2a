import { editCells } from './edit-cells.ts';
import { lineEnd, linesOf, NEW_ROW, nothing, readRow, rowText } from './edit-rows.ts';
import { beyond, noCell, rowIncomplete } from './entry-words.ts';
import type { Known } from './known.ts';
import { type Edit, Finder } from './place.ts';
import type { CellChange, CellOutcome, CellPlace, FileSheets, Sheet, SheetEdited } from './sheet.ts';

/** The cells of a block as a spreadsheet copies it: tabs between cells, quotes around those that hold a tab, a line or a quote. */
export function cellsOfBlock(block: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let at = 0;
  const finish = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  while (at < block.length) {
    const letter = block.charAt(at);
    if (letter === '"' && cell === '' && quotedEnd(block, at) !== undefined) {
      const end = quotedEnd(block, at) ?? at;
      cell = block.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else if (letter === '\t') {
      finish();
      at++;
    } else if (letter === '\n' || letter === '\r') {
      finish();
      at += block.startsWith('\r\n', at) ? 2 : 1;
      rows.push([]);
    } else {
      cell += letter;
      at++;
    }
  }
  finish();
  // A spreadsheet ends its last line too.
  const last = rows.at(-1);
  return last?.length === 1 && last[0] === '' && rows.length > 1 ? rows.slice(0, -1) : rows;
}

/** The closing quote of a quoted cell: one that stands before a tab, a line's end or the end. */
function quotedEnd(block: string, open: number): number | undefined {
  for (let at = open + 1; at < block.length; at++) {
    if (block.charAt(at) !== '"') continue;
    if (block.charAt(at + 1) === '"') at++;
    else return /^(?:[\t\n\r]|$)/u.test(block.slice(at + 1, at + 2)) ? at : undefined;
  }
  return undefined;
}

/** A block into the cells from `at` on; rows beyond the last are added where the sheet can have more. */
export function pasteBlock(file: FileSheets, at: CellPlace, block: string, known?: () => Known): SheetEdited {
  const finder = new Finder(file);
  const sheet = finder.sheet(at.sheet);
  const row = sheet ? finder.row(sheet, at.row) : -1;
  const column = sheet ? finder.column(sheet, at.column) : -1;
  if (!sheet || row < 0 || column < 0) return nothing(noCell);
  const changes: CellChange[] = [];
  const outside: CellOutcome[] = [];
  const further: string[][] = [];
  for (const [down, cells] of cellsOfBlock(block).entries()) {
    const target = sheet.rows[row + down];
    if (!target && sheet.kind === 'table' && sheet.can.rows) {
      further.push([...Array.from({ length: column }, () => ''), ...cells]);
      continue;
    }
    for (const [right, text] of cells.entries()) {
      const into = sheet.columns[column + right];
      const place = { sheet: sheet.id, row: target?.id ?? `${NEW_ROW}${down}`, column: into?.id ?? `${NEW_ROW}${right}` };
      if (target && into && finder.at(sheet, row + down, column + right)) changes.push({ ...place, text });
      else if (text.trim() !== '') outside.push({ ...place, text, before: '', problem: beyond });
    }
  }
  const edited = editCells(file, changes, known, finder);
  const added = addedRows(file, sheet, finder, further);
  return { edits: [...edited.edits, ...added.edits], cells: [...edited.cells, ...outside, ...added.cells] };
}

/** Rows behind the last one; those with a cell that cannot stand are left out. */
function addedRows(file: FileSheets, sheet: Sheet, finder: Finder, rows: readonly (readonly string[])[]): SheetEdited {
  const last = sheet.rows.at(-1);
  if (rows.length === 0 || !last) return { edits: [], cells: [] };
  const cells: CellOutcome[] = [];
  const lines: string[] = [];
  const indent = file.text.slice(linesOf(file.text, last).start, last.start);
  for (const [at, row] of rows.entries()) {
    const read = readRow(sheet, finder, `${NEW_ROW}${at + 1}`, row);
    const extra = row
      .slice(sheet.columns.length)
      .flatMap((text, right): CellOutcome[] =>
        text.trim() === ''
          ? []
          : [{ sheet: sheet.id, row: `${NEW_ROW}${at + 1}`, column: `${NEW_ROW}${right}`, text, before: '', problem: beyond }],
      );
    const bad = [...read, ...extra].some(({ problem }) => problem);
    if (bad) {
      cells.push(...[...read, ...extra].map(({ written: _, note: __, ...one }) => ({ ...one, problem: one.problem ?? rowIncomplete })));
      continue;
    }
    cells.push(...read);
    lines.push(
      `\n${indent}${rowText(
        file,
        sheet,
        last,
        read.map(({ written }) => written ?? ''),
      )}`,
    );
  }
  const end = lineEnd(file.text, last.end);
  const edits: Edit[] = lines.length > 0 ? [{ start: end, end, text: lines.join('') }] : [];
  return { edits, cells };
}

/** The text of a cell into the same column of other rows. */
export function fillCells(file: FileSheets, from: CellPlace, rows: readonly string[], known?: () => Known): SheetEdited {
  const finder = new Finder(file);
  const cell = finder.find(from);
  if (!cell) return nothing(noCell);
  const changes = rows.filter((row) => row !== from.row).map((row): CellChange => ({ ...from, row, text: cell.text, settles: true }));
  return editCells(file, changes, known, finder);
}
