// Scope: moment. The open file as sheets of cells; recomputable from its text, never saved.
import { createStore } from 'zustand/vanilla';
import type { FileSheets, Sheet } from '../../language/sheets/sheet.ts';
import type { DocumentVersion } from '../worker/protocol.ts';

/** A sheet as it last could be read, while what stands in its place now is text only. */
export interface LostSheet {
  readonly sheet: Sheet;
  /** The text its offsets count in. */
  readonly text: string;
}

export interface SheetsState {
  /** Of the text that was read. */
  readonly version: DocumentVersion;
  readonly read: FileSheets | undefined;
  /** Sheets that were there and cannot be read now, by id. */
  readonly lost: Readonly<Record<string, LostSheet>>;
}

/** What the table shows. */
export const sheets = createStore<SheetsState>(() => ({ version: -1, read: undefined, lost: {} }));

/**
 * Takes in a file as read. While it cannot be read whole, a sheet that is gone stays as it last was; once it can, what is gone was taken
 * away.
 */
export const sheetsRead = (state: SheetsState, version: DocumentVersion, read: FileSheets): SheetsState => {
  if (state.read?.file === read.file && version < state.version) return state;
  if (read.complete || state.read?.file !== read.file) return { version, read, lost: {} };
  const there = new Set(read.sheets.map(({ id }) => id));
  const before = state.read;
  const lost: Record<string, LostSheet> = {};
  for (const [id, one] of Object.entries(state.lost)) if (!there.has(id)) lost[id] = one;
  for (const sheet of before.sheets) if (!there.has(sheet.id)) lost[sheet.id] = { sheet, text: before.text };
  return { version, read, lost };
};
