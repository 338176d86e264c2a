import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '../../../language/2-syntax/parse.ts';
import { sheetsOf } from '../../../language/sheets/file-sheets.ts';
import { type Known, knownOf } from '../../../language/sheets/known.ts';
import { CELL_KINDS, type CellKind, type FileSheets, type Sheet, type SheetEdited } from '../../../language/sheets/sheet.ts';

/** Every policy text of the repository. */
export const FILES: readonly { readonly path: string; readonly text: string }[] = ['policies', 'test/shapes', 'test/examples']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.yice'))
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const vocabulary = readFileSync('policies/000000-国家/词汇.yice', 'utf8');

/** What a text knows by itself and from the national vocabulary. */
export const knownTo = (text: string): Known => knownOf([parse({ path: 'v', text: vocabulary }).tree, parse({ path: 'a', text }).tree]);

export function sheetsIn(text: string, known: Known = knownTo(text)): FileSheets {
  const { tree, tokens } = parse({ path: 'a.yice', text });
  return sheetsOf({ text, tree, tokens, known });
}

export interface Shown {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly kind: CellKind;
  readonly start: number;
  readonly end: number;
}

/** The cells of a sheet as they are shown. */
export function cellsOf({ text }: FileSheets, sheet: Sheet): readonly Shown[] {
  return sheet.rows.flatMap((row, r) =>
    sheet.columns.flatMap((column, c): readonly Shown[] => {
      const at = r * sheet.columns.length + c;
      const start = sheet.cells.starts[at] ?? -1;
      const end = sheet.cells.ends[at] ?? -1;
      const kind = CELL_KINDS[sheet.cells.kinds[at] ?? 0] ?? 'none';
      return start < 0 ? [] : [{ sheet: sheet.id, row: row.id, column: column.id, text: text.slice(start, end), kind, start, end }];
    }),
  );
}

export const allCells = (file: FileSheets): readonly Shown[] => file.sheets.flatMap((sheet) => cellsOf(file, sheet));

/** The text with the edits made. */
export const applied = (text: string, { edits }: SheetEdited): string =>
  edits.reduceRight((now, { start, end, text: made }) => now.slice(0, start) + made + now.slice(end), text);
