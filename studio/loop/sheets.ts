import type { TableAction } from '../../language/sheets/actions.ts';
import type { FileSheets, SheetChange, SheetEdited } from '../../language/sheets/sheet.ts';
import { workspace } from '../store/workspace.ts';
import { applyEdits, ask } from './loop.ts';

/** The file as sheets of cells, of the text as it is now; undefined when the text has moved on meanwhile. */
export async function askSheets(file: string): Promise<FileSheets | undefined> {
  const outcome = await ask('sheets', { kind: 'sheets', file });
  const sheets = outcome.ok ? outcome.reply.sheets : undefined;
  return sheets && workspace.getState().files[file]?.text === sheets.text ? sheets : undefined;
}

/**
 * What a change would write, and why a cell would be refused; nothing is changed. Undefined when the text has moved on since `sheets`:
 * places of rows and columns are of that text.
 */
export async function previewChange(sheets: FileSheets, change: SheetChange): Promise<SheetEdited | undefined> {
  const { file, text } = sheets;
  const outcome = await ask('cellEdit', { kind: 'cellEdit', file, change });
  return outcome.ok && workspace.getState().files[file]?.text === text ? outcome.reply.edited : undefined;
}

/** Writes what a preview showed, as one step of undo; false when the text has moved on since. */
export async function writeChange({ file, text }: FileSheets, { edits }: SheetEdited): Promise<boolean> {
  if (workspace.getState().files[file]?.text !== text) return false;
  await applyEdits(edits.map(({ start, end, text: made }) => ({ span: { file, start, end }, text: made })));
  return true;
}

/** What can be done with the table or line at a place of the text that the sheets were read from. */
export async function askActions({ file, text }: FileSheets, offset: number): Promise<readonly TableAction[]> {
  const outcome = await ask('tableActions', { kind: 'tableActions', at: { file, offset } });
  return outcome.ok && workspace.getState().files[file]?.text === text ? outcome.reply.actions : [];
}

/** Does what an action says, as one step of undo; false when the text has moved on since it was offered. */
export async function doAction({ file, text }: FileSheets, { edits }: TableAction): Promise<boolean> {
  if (workspace.getState().files[file]?.text !== text) return false;
  await applyEdits(edits);
  return true;
}
