import type { Diagnostic, Fix, Words } from '../diagnostics/diagnostic.ts';
import { extracted } from './extract.ts';
import type { Edit } from './place.ts';
import { crossToList, listToCross } from './reshape.ts';
import type { FileSheets, Sheet } from './sheet.ts';
import { sortRows } from './sort-rows.ts';

/** A rewriting of a table or rule that keeps its meaning, or, for missing rows, says what is left to fill in. */
export interface TableAction extends Fix {
  readonly action: 'extractTable' | 'toList' | 'toCross' | 'addRows' | 'sortRows';
  /** The sheet that it rewrites. */
  readonly sheet: string;
}

const TITLES: Readonly<Record<TableAction['action'], Words>> = {
  extractTable: { zh: '提取为定义', en: 'Extract as a definition' },
  toList: { zh: '改为清单', en: 'Turn into a list' },
  toCross: { zh: '改为交叉表', en: 'Turn into a cross-tab' },
  addRows: { zh: '补上缺的行', en: 'Add the missing rows' },
  sortRows: { zh: '按表头顺序排行', en: 'Sort rows by their heads' },
};

/** What is known beside the file itself. */
export interface ActionGround {
  readonly diagnostics: readonly Diagnostic[];
  /** Rules of which a line is spoken of elsewhere, as `addressedRules` finds them. */
  readonly addressed: ReadonlySet<string>;
}

/** What can be done with the table or the line at a place. */
export function tableActions(file: FileSheets, offset: number, { diagnostics, addressed }: ActionGround): readonly TableAction[] {
  const holds = ({ start, end }: { readonly start: number; readonly end: number }): boolean => start <= offset && offset <= end;
  const table = file.sheets.filter(({ kind, range }) => kind === 'table' && holds(range)).at(-1);
  const form = file.sheets.find(({ kind, range }) => kind === 'form' && holds(range));
  const actions: TableAction[] = [];
  const offer = (action: TableAction['action'], sheet: Sheet, edits: readonly (Edit | undefined)[], more = ''): void => {
    const all = edits.flatMap((edit) => (edit ? [{ span: { file: file.file, start: edit.start, end: edit.end }, text: edit.text }] : []));
    if (all.length < edits.length) return;
    const { zh, en } = TITLES[action];
    const name = more === '' ? '' : ` “${more}”`;
    actions.push({ action, sheet: sheet.id, title: { zh: zh + name, en: en + name }, edits: all });
  };
  if (table) {
    actions.push(...missingRows(file, table, diagnostics));
    offer('toList', table, [crossToList(file, table)]);
    offer('toCross', table, [listToCross(file, table)]);
    offer('sortRows', table, [sortRows(file, table)]);
  }
  const row = form?.rows.findIndex(holds) ?? -1;
  const line = form?.lines?.[row];
  const made = form && line && !addressed.has(form.title) ? extracted(file, form, line) : undefined;
  if (form && made) offer('extractTable', form, made.edits, made.name);
  return actions;
}

/** The repairs of a table that has no row for some patients. */
const missingRows = (file: FileSheets, { id, range }: Sheet, diagnostics: readonly Diagnostic[]): readonly TableAction[] =>
  diagnostics
    .filter(({ code, labels: [place] }) => {
      const { span } = place ?? {};
      return code === 'tables/gap' && span?.file === file.file && range.start <= span.start && span.end <= range.end;
    })
    .flatMap(({ fixes }) => fixes.map((fix): TableAction => ({ ...fix, action: 'addRows', sheet: id, title: TITLES.addRows })));
