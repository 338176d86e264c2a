import { addCondition, removeCondition } from './conditions.ts';
import { editCells } from './edit-cells.ts';
import { insertColumn, removeColumn } from './edit-columns.ts';
import { duplicateRow, insertRow, removeRows } from './edit-rows.ts';
import type { Known } from './known.ts';
import { fillCells, pasteBlock } from './paste.ts';
import type { FileSheets, SheetChange, SheetEdited } from './sheet.ts';
import { splitHead } from './split.ts';

/**
 * What a change of cells, rows, columns or conditions comes to in the text. Nothing is changed: the edits are for whoever owns the text.
 * `known` is asked only for names: one in place of a figure, and the field of a condition.
 */
export function editSheet(file: FileSheets, change: SheetChange, known?: () => Known): SheetEdited {
  switch (change.do) {
    case 'cells':
      return editCells(file, change.changes, known);
    case 'paste':
      return pasteBlock(file, change.at, change.block, known);
    case 'fill':
      return fillCells(file, change.from, change.rows, known);
    case 'duplicate':
      return duplicateRow(file, change.sheet, change.row);
    case 'insertRow':
      return insertRow(file, change.sheet, change.after, change.cells);
    case 'removeRows':
      return removeRows(file, change.sheet, change.rows);
    case 'insertColumn':
      return insertColumn(file, change);
    case 'split':
      return splitHead(file, change.at, change.values);
    case 'addCondition':
      return known ? addCondition(file, change, change.test, known) : { edits: [], cells: [] };
    case 'removeCondition':
      return removeCondition(file, change, change.part);
    case 'removeColumn':
      return removeColumn(file, change.sheet, change.column);
  }
}
