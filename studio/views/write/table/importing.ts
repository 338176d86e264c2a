/** What a table of a spreadsheet would write into a table of the text, before anything is written. */
import type { CellOutcome, Sheet, SheetChange, SheetEdited } from '../../../../language/sheets/sheet.ts';
import type { Language } from '../../../strings/strings.ts';
import { blockToText } from '../../../ui/grid/clipboard.ts';
import type { PasteLine } from '../../../ui/grid/PastePreview.tsx';
import type { Fitted } from './fitting.ts';
import { bodyRows } from './sheet-cells.ts';

/** The fitted table as one change: pasted from the first cell on. */
export const changeOf = (sheet: Sheet, { block }: Fitted): SheetChange => ({
  do: 'paste',
  at: { sheet: sheet.id, row: sheet.rows[bodyRows(sheet)[0] ?? -1]?.id ?? '', column: sheet.columns[0]?.id ?? '' },
  block: blockToText(block),
});

/** The cells that change or cannot be written; those that stay as they are are not told. Rows and columns are counted as in the sheet. */
export function linesOf(sheet: Sheet, { cells, problem }: SheetEdited, language: Language): readonly PasteLine[] {
  const further = [...new Set(cells.map(({ row }) => row))].filter((id) => !sheet.rows.some((row) => row.id === id));
  const rowOf = (id: string): number => {
    const at = sheet.rows.findIndex((row) => row.id === id);
    return at < 0 ? sheet.rows.length + further.indexOf(id) : at;
  };
  return cells.flatMap((cell): PasteLine[] => {
    const why = cell.problem ?? problem;
    if (!why && cell.written === cell.before) return [];
    const col = sheet.columns.findIndex(({ id }) => id === cell.column);
    return [
      {
        row: rowOf(cell.row),
        col,
        text: shown(cell),
        before: cell.before,
        ...(why ? { problem: `${why.what[language]} ${why.remedy[language]}` } : {}),
      },
    ];
  });
}

const shown = ({ written, text }: CellOutcome): string => written ?? text;
