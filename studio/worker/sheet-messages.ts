import type { FileSheets } from '../../language/sheets/sheet.ts';

/** What is asked of and answered about a file as sheets of cells. */
export type SheetRequest =
  /** The file as sheets, half-written or not. */
  { readonly kind: 'sheets'; readonly file: string };

export type SheetReply = { readonly kind: 'sheets'; readonly sheets: FileSheets };
