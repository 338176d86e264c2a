import type { TableAction } from '../../language/sheets/actions.ts';
import type { FileSheets, SheetChange, SheetEdited } from '../../language/sheets/sheet.ts';
import type { Position } from './places.ts';

/** What is asked of and answered about a file as sheets of cells. */
export type SheetRequest =
  /** The file as sheets, half-written or not. */
  | { readonly kind: 'sheets'; readonly file: string }
  /** What a change of cells would write; nothing is changed by asking. */
  | { readonly kind: 'cellEdit'; readonly file: string; readonly change: SheetChange }
  /** What can be done with the table or the line at a place: another form, rows in order, rows that are missing, a definition of its own. */
  | { readonly kind: 'tableActions'; readonly at: Position };

export type SheetReply =
  | { readonly kind: 'sheets'; readonly sheets: FileSheets }
  | { readonly kind: 'cellsEdited'; readonly edited: SheetEdited }
  | { readonly kind: 'tableActions'; readonly actions: readonly TableAction[] };
