// Scope: moment. The open file as sheets of cells; recomputable from its text, never saved.
import { createStore } from 'zustand/vanilla';
import type { CellPlace, Extent, FileSheets, FormLine, Sheet } from '../../language/sheets/sheet.ts';
import type { DocumentVersion } from '../worker/protocol.ts';

/** A sheet with the text that its offsets count in. */
export interface SheetAt {
  readonly sheet: Sheet;
  readonly text: string;
}

export interface SheetsState {
  /** Of the text that was read. */
  readonly version: DocumentVersion;
  readonly read: FileSheets | undefined;
  /**
   * The sheets of `read` one by one, each as it was read when something that it shows last changed: while letters come and go elsewhere it
   * is the same object and need not be drawn again. What is done with a cell is done by names, see `cellNow`.
   */
  readonly placed: readonly SheetAt[];
  /** Sheets that were there and cannot be read now, by id. */
  readonly lost: Readonly<Record<string, SheetAt>>;
}

/** What the table shows. */
export const sheets = createStore<SheetsState>(() => ({ version: -1, read: undefined, placed: [], lost: {} }));

/**
 * Takes in a file as read. While it cannot be read whole, a sheet that is gone stays as it last was; once it can, what is gone was taken
 * away.
 */
export const sheetsRead = (state: SheetsState, version: DocumentVersion, read: FileSheets): SheetsState => {
  if (state.read?.file === read.file && version < state.version) return state;
  const placed = placedIn(read, state.read?.file === read.file ? state.placed : []);
  if (read.complete || state.read?.file !== read.file) return { version, read, placed, lost: {} };
  const there = new Set(read.sheets.map(({ id }) => id));
  const lost: Record<string, SheetAt> = {};
  for (const [id, one] of Object.entries(state.lost)) if (!there.has(id)) lost[id] = one;
  for (const one of state.placed) if (!there.has(one.sheet.id)) lost[one.sheet.id] = one;
  return { version, read, placed, lost };
};

function placedIn({ sheets: all, text }: FileSheets, before: readonly SheetAt[]): readonly SheetAt[] {
  const known = new Map(before.map((one) => [one.sheet.id, one]));
  return all.map((sheet) => {
    const one = known.get(sheet.id);
    const now = { sheet, text };
    return one && showsTheSame(one, now) ? one : now;
  });
}

/** Whether two sheets differ in nothing but where they stand. */
export const showsTheSame = (one: SheetAt, other: SheetAt): boolean =>
  alike(one.sheet, other.sheet, '') && lineBefore(one) === lineBefore(other) && sameTexts(one, other);

/** The words before it on its line. */
const lineBefore = ({ sheet: { range }, text }: SheetAt): string => text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start);

const isBlock = (one: unknown): one is Uint8Array | Uint16Array => one instanceof Uint8Array || one instanceof Uint16Array;

const PLACES: ReadonlySet<string> = new Set(['start', 'end']);

function alike(one: unknown, other: unknown, key: string): boolean {
  if (one === other || (typeof one === 'number' && typeof other === 'number' && PLACES.has(key))) return true;
  if (one instanceof Int32Array && other instanceof Int32Array)
    return one.length === other.length && one.every((at, index) => at < 0 === (other[index] ?? -1) < 0);
  if (isBlock(one) && isBlock(other)) return one.length === other.length && one.every((what, index) => what === other[index]);
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => alike(Reflect.get(one, name), Reflect.get(other, name), name));
}

/** Everything of a sheet that is shown as it is written: cells, the words between them, and the parts of a condition within its line. */
function sameTexts(one: SheetAt, other: SheetAt): boolean {
  const { starts, ends } = one.sheet.cells;
  const { starts: otherStarts, ends: otherEnds } = other.sheet.cells;
  const cells = starts.every(
    (start, at) => start < 0 || one.text.slice(start, ends[at]) === other.text.slice(otherStarts[at] ?? 0, otherEnds[at]),
  );
  return (
    cells &&
    (one.sheet.lines ?? []).every((line, at) => {
      const [mine, theirs] = [written(line, one.text), written(other.sheet.lines?.[at] ?? line, other.text)];
      return mine.length === theirs.length && mine.every((part, index) => part === theirs[index]);
    })
  );
}

const written = ({ parts, condition }: FormLine, text: string): readonly (string | number)[] => {
  const from = parts[0]?.start ?? 0;
  const edges = [...parts, ...(condition ? [condition, ...condition.parts] : [])].flatMap(({ start, end }) => [start - from, end - from]);
  return [text.slice(from, parts.at(-1)?.end ?? from), ...edges];
};

/** A sheet where it stands now. */
export function sheetNow(id: string): SheetAt | undefined {
  const { read } = sheets.getState();
  const sheet = read?.sheets.find((one) => one.id === id);
  return read && sheet && { sheet, text: read.text };
}

/** Where a cell stands now. */
export function cellNow({ sheet: id, row, column }: CellPlace): Extent | undefined {
  const sheet = sheetNow(id)?.sheet;
  if (!sheet) return undefined;
  const [line, col] = [sheet.rows.findIndex((one) => one.id === row), sheet.columns.findIndex((one) => one.id === column)];
  if (line < 0 || col < 0) return undefined;
  const at = line * sheet.columns.length + col;
  const start = sheet.cells.starts[at] ?? -1;
  return start < 0 ? undefined : { start, end: sheet.cells.ends[at] ?? start };
}
