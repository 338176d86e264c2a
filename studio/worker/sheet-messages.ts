import type { FileSheets, SheetChange, SheetEdited } from '../../language/sheets/sheet.ts';

/** What is asked of and answered about a file as sheets of cells. */
export type SheetRequest =
  /** The file as sheets, half-written or not. */
  | { readonly kind: 'sheets'; readonly file: string }
  /** What a change of cells would write; nothing is changed by asking. */
  | { readonly kind: 'cellEdit'; readonly file: string; readonly change: SheetChange };

export type SheetReply =
  | { readonly kind: 'sheets'; readonly sheets: FileSheets }
  | { readonly kind: 'cellsEdited'; readonly edited: SheetEdited };
