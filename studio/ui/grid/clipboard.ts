import type { GridBlock, Selected } from './selecting.ts';
import { blockOf } from './selecting.ts';

/** Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows, quotes around what holds either. */

const needsQuotes = (text: string): boolean => /["\t\r\n]/.test(text);

/** Rows of cells as text that a spreadsheet pastes as the same block. */
export const blockToText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((text) => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t')).join('\r\n');

/** The block that a spreadsheet put on the clipboard. A line end behind the last row, as spreadsheets write it, begins no row. */
export function textToBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const [cell, next] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    row.push(cell);
    const stop = text[next];
    if (stop === '\t') {
      at = next + 1;
      continue;
    }
    rows.push(row);
    if (stop === undefined) break;
    row = [];
    at = next + (stop === '\r' && text[next + 1] === '\n' ? 2 : 1);
    if (at >= text.length) break;
  }
  return rows;
}

const plain = (text: string, from: number): readonly [string, number] => {
  let end = from;
  while (end < text.length && !'\t\r\n'.includes(text[end] ?? '')) end += 1;
  return [text.slice(from, end), end];
};

/** Quotes that are never closed, or that something follows, are letters like any other. */
const quoted = (text: string, from: number): readonly [string, number] => {
  let cell = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const after = text[at + 1];
      return after === undefined || '\t\r\n'.includes(after) ? [cell, at + 1] : plain(text, from);
    }
  }
  return plain(text, from);
};

/** Where one cell of a pasted block comes to stand. */
export interface Landing {
  readonly row: number;
  readonly col: number;
  readonly text: string;
  /** `lands` is written; `fixed` cannot be edited; `same` stands there already; `outside` is past the edge of the grid. */
  readonly fate: 'lands' | 'fixed' | 'same' | 'outside';
}

/** The block that a paste covers: a clipboard that fits a whole number of times into what is selected is repeated over it. */
export function pasteArea(block: readonly (readonly string[])[], selected: Selected): GridBlock {
  const { top, left, bottom, right } = blockOf(selected);
  const tall = block.length;
  const wide = Math.max(1, ...block.map((row) => row.length));
  const repeats = (bottom - top + 1) % tall === 0 && (right - left + 1) % wide === 0;
  return repeats ? { top, left, bottom, right } : { top, left, bottom: top + tall - 1, right: left + wide - 1 };
}

/** What a paste does cell by cell. `now` is the text of a cell for editing, undefined where nothing can be written. */
export function landings(
  block: readonly (readonly string[])[],
  selected: Selected,
  size: { readonly rows: number; readonly cols: number },
  now: (row: number, col: number) => { readonly text: string; readonly editable: boolean },
): Landing[] {
  const area = pasteArea(block, selected);
  const wide = Math.max(1, ...block.map((row) => row.length));
  const landed: Landing[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let col = area.left; col <= area.right; col += 1) {
      const text = block[(row - area.top) % block.length]?.[(col - area.left) % wide];
      if (text === undefined) continue;
      if (row >= size.rows || col >= size.cols) landed.push({ row, col, text, fate: 'outside' });
      else {
        const cell = now(row, col);
        landed.push({ row, col, text, fate: cell.text === text.trim() ? 'same' : cell.editable ? 'lands' : 'fixed' });
      }
    }
  }
  return landed;
}
