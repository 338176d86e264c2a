import { columns } from '../diagnostics/columns.ts';
import { figureOf } from './quantity-entry.ts';
import { type Allowed, CELL_KINDS, type CellKind, type CellPlace, type Extent, type FileSheets, type Sheet } from './sheet.ts';

/** A cell found by the names of its sheet, row and column. */
export interface FoundCell extends Extent {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  readonly allowed: Allowed;
  readonly text: string;
}

export type Edit = Extent & { readonly text: string };

/** The cells of a file by name, and each row and column looked up once. */
export class Finder {
  private readonly sheets: ReadonlyMap<string, Sheet>;
  private readonly indices = new Map<
    Sheet,
    { readonly rows: ReadonlyMap<string, number>; readonly columns: ReadonlyMap<string, number> }
  >();
  private readonly units = new Map<string, string>();

  constructor(private readonly file: FileSheets) {
    this.sheets = new Map(file.sheets.map((sheet) => [sheet.id, sheet]));
  }

  sheet(id: string): Sheet | undefined {
    return this.sheets.get(id);
  }

  row(sheet: Sheet, id: string): number {
    return this.index(sheet).rows.get(id) ?? -1;
  }

  column(sheet: Sheet, id: string): number {
    return this.index(sheet).columns.get(id) ?? -1;
  }

  find({ sheet: id, row, column }: CellPlace): FoundCell | undefined {
    const sheet = this.sheet(id);
    return sheet && this.at(sheet, this.row(sheet, row), this.column(sheet, column));
  }

  at(sheet: Sheet, row: number, column: number): FoundCell | undefined {
    if (row < 0 || column < 0) return undefined;
    const at = row * sheet.columns.length + column;
    const start = sheet.cells.starts[at] ?? -1;
    const end = sheet.cells.ends[at] ?? -1;
    const allowed = sheet.allowed[sheet.cells.allowed[at] ?? 0];
    const kind = CELL_KINDS[sheet.cells.kinds[at] ?? 0];
    if (start < 0 || !allowed || !kind || kind === 'none') return undefined;
    return { sheet, row, column, start, end, kind, allowed, text: this.file.text.slice(start, end) };
  }

  /** The unit that the column is written in. */
  beside(sheet: Sheet, column: number): string {
    const key = `${sheet.id} ${column}`;
    const known = this.units.get(key);
    if (known !== undefined) return known;
    let unit = '';
    for (let row = 0; row < sheet.rows.length && unit === ''; row++) {
      const cell = this.at(sheet, row, column);
      if (cell?.kind === 'value' || cell?.kind === 'head') unit = figureOf(cell.text)?.unit ?? '';
    }
    this.units.set(key, /^(?:[^\d\s]{1,5}|[a-z_]+)$/u.test(unit) ? unit : '');
    return this.units.get(key) ?? '';
  }

  private index(sheet: Sheet) {
    const known = this.indices.get(sheet);
    if (known) return known;
    const made = {
      rows: new Map(sheet.rows.map(({ id }, at) => [id, at] as const)),
      columns: new Map(sheet.columns.map(({ id }, at) => [id, at] as const)),
    };
    this.indices.set(sheet, made);
    return made;
  }
}

/** The edit that puts a text into a cell; in a table the spaces behind it give way, so that the bars stay in line where they can. */
export function cellEdit(text: string, cell: FoundCell, written: string): Edit {
  const { start, end } = cell;
  if (cell.sheet.kind !== 'table') return { start, end, text: written };
  let spaces = end;
  while (text.charAt(spaces) === ' ') spaces++;
  const bar = text.charAt(spaces) === '|' || text.charAt(spaces) === '｜';
  if (cell.kind === 'empty') {
    const room = spaces - start;
    const lead = /[|｜]/u.test(text.charAt(start - 1)) ? ' ' : '';
    return { start, end: spaces, text: `${lead}${written}${' '.repeat(Math.max(1, room - columns(written)))}` };
  }
  const grown = columns(written) - columns(text.slice(start, end));
  if (!bar || grown === 0) return smallest(text, { start, end, text: written });
  if (grown < 0) return { start, end, text: written + ' '.repeat(-grown) };
  const give = Math.min(grown, spaces - end - 1);
  return give <= 0 ? { start, end, text: written } : { start, end: end + give, text: written };
}

/** Without what stays the same at both ends. */
export function smallest(text: string, edit: Edit): Edit {
  let { start, end } = edit;
  let head = 0;
  let tail = edit.text.length;
  while (start < end && head < tail && text.charAt(start) === edit.text.charAt(head)) {
    start++;
    head++;
  }
  while (end > start && tail > head && text.charAt(end - 1) === edit.text.charAt(tail - 1)) {
    end--;
    tail--;
  }
  return { start, end, text: edit.text.slice(head, tail) };
}
