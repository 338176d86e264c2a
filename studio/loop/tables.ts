import type { FileSheets, SheetChange, SheetEdited } from '../../language/sheets/sheet.ts';
import { analysis } from '../store/analysis.ts';
import { sheets, sheetsRead } from '../store/sheets.ts';
import { tell } from '../store/told.ts';
import { workspace } from '../store/workspace.ts';
import { isComposing, whenComposed } from './composition.ts';
import { afterFindings, ask, attachedEditor, openDocument, settleFirst } from './loop.ts';
import { askSheets, previewChange, writeChange } from './sheets.ts';
import { undoneWords } from './undone.ts';

/** Keeps the sheets those of the open file; for as long as the table is looked at. Returns the way to stop. */
export function keepSheets(): () => void {
  let underWay = false;
  const read = async (): Promise<void> => {
    const { openFile, version } = workspace.getState();
    const held = sheets.getState();
    if (underWay || isComposing() || openFile === undefined || !openFile.endsWith('.yice')) return;
    if (held.version === version && held.read?.file === openFile) return;
    underWay = true;
    const outcome = await ask('sheets', { kind: 'sheets', file: openFile });
    underWay = false;
    if (!outcome.ok) return;
    whenComposed(() => {
      const now = workspace.getState();
      // An answer about a text that has moved on would put cells where other letters stand.
      if (outcome.version === now.version && now.openFile === openFile)
        sheets.setState((state) => sheetsRead(state, outcome.version, outcome.reply.sheets));
      else if (!analysis.getState().running) void read();
    });
  };
  const look = (): void => whenComposed(() => void read());
  const stops = [
    workspace.subscribe((now, before) => {
      if (now.openFile !== before.openFile) look();
    }),
    // What an edit is waited for comes first: its findings.
    afterFindings(look),
    // Whatever was passed over meanwhile; the worker may have been started anew, too.
    analysis.subscribe((now, before) => {
      if (now.version !== before.version || (before.running && !now.running)) look();
    }),
  ];
  look();
  return () => {
    for (const stop of stops) stop();
  };
}

/** The file's sheets, of its text as it is now. */
async function current(file: string): Promise<FileSheets | undefined> {
  const { read } = sheets.getState();
  if (read?.file === file && read.text === workspace.getState().files[file]?.text) return read;
  const { version } = workspace.getState();
  const asked = await askSheets(file);
  if (asked) whenComposed(() => sheets.setState((state) => sheetsRead(state, version, asked)));
  return asked;
}

/** What a change of cells would write; nothing is changed by asking. Undefined when the text moved on meanwhile. */
export async function tryCells(file: string, change: SheetChange): Promise<SheetEdited | undefined> {
  const read = await current(file);
  return read && previewChange(read, change);
}

/** One after the other: a hand that types faster than the answers come changes the text that its last change made. */
let queue: Promise<unknown> = Promise.resolve();

/** Makes a change of cells as one step of undo; the lines it touches glow. Refused cells change nothing, the others are made. */
export function writeCells(file: string, change: SheetChange): Promise<SheetEdited | undefined> {
  const made = queue.then(() => write(file, change));
  queue = made.catch(() => undefined);
  return made;
}

async function write(file: string, change: SheetChange): Promise<SheetEdited | undefined> {
  await openDocument();
  const read = await current(file);
  const edited = read && (await previewChange(read, change));
  if (!read || !edited || edited.edits.length === 0) return edited;
  if (!(await writeChange(read, edited))) return undefined;
  settleFirst();
  let shift = 0;
  const touched = edited.edits.map(({ start, end, text }) => {
    const range = { file, start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    return range;
  });
  attachedEditor()?.glow(touched);
  return edited;
}

/** Takes back, or makes again, the last change of a file's text, wherever it was made, and says what it was. */
export async function step(file: string, way: 'undo' | 'redo'): Promise<void> {
  const document = await openDocument();
  const before = document.textOf(file) ?? '';
  document[way](file);
  settleFirst();
  const after = document.textOf(file) ?? '';
  const { read } = sheets.getState();
  tell(undoneWords(way, before, after, read?.file === file && read.text === before ? read : undefined));
}
