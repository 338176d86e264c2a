import { columns } from '../diagnostics/columns.ts';
import { insertColumn } from './edit-columns.ts';
import { lineEnd, linesOf, nothing } from './edit-rows.ts';
import { noColumns, noRows } from './entry-words.ts';
import { cellEdit, Finder, type FoundCell, smallest } from './place.ts';
import type { CellPlace, FileSheets, SheetEdited } from './sheet.ts';
import { HEAD_ROW } from './sheet.ts';

/** Values that a head joins by 、; undefined when it says anything else. */
const joined = (text: string): readonly string[] | undefined =>
  /^[^\s≥≤<>＜＞]+(?:\s*、\s*[^\s≥≤<>＜＞]+)+$/u.test(text) ? text.split('、').map((one) => one.trim()) : undefined;

/** Takes values out of a head into a row or column of their own, behind it and with the same figures: the table means what it meant. */
export function splitHead(file: FileSheets, at: CellPlace, values: readonly string[]): SheetEdited {
  const finder = new Finder(file);
  const head = finder.find(at);
  const across = at.row === HEAD_ROW;
  const all = head?.kind === 'head' ? joined(head.text) : undefined;
  const gone = values.filter((value) => all?.includes(value));
  const left = all?.filter((value) => !gone.includes(value)) ?? [];
  if (!head || gone.length === 0 || gone.length < values.length || left.length === 0) return nothing(across ? noColumns : noRows);
  const shorter = smallest(file.text, cellEdit(file.text, head, left.join('、')));
  const made = across ? column(file, finder, head, gone.join('、')) : row(file, head, gone.join('、'));
  if (made.problem) return made;
  return { edits: [shorter, ...made.edits].toSorted((a, b) => a.start - b.start), cells: [] };
}

function column(file: FileSheets, finder: Finder, { sheet, column: index }: FoundCell, head: string): SheetEdited {
  const cells = sheet.rows.slice(1).map((_, at) => finder.at(sheet, at + 1, index)?.text ?? '');
  return insertColumn(file, { do: 'insertColumn', sheet: sheet.id, after: sheet.columns[index]?.id ?? '', head, cells });
}

/** The same line below, without the remark at its end. */
function row(file: FileSheets, cell: FoundCell, head: string): SheetEdited {
  const line = cell.sheet.rows[cell.row];
  if (!line || line.role === 'broken') return nothing(noRows);
  const { start } = linesOf(file.text, line);
  const room = Math.max(0, columns(cell.text) - columns(head));
  const copy = file.text.slice(start, cell.start) + head + ' '.repeat(room) + file.text.slice(cell.end, line.end);
  const at = lineEnd(file.text, line.end);
  return { edits: [{ start: at, end: at, text: `\n${copy}` }], cells: [] };
}
