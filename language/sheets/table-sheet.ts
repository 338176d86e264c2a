import type { SourceToken } from '../1-tokens/tokens.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Table } from '../2-syntax/nodes/table.ts';
import { FIXED, typed } from './allowed.ts';
import { Grid, remarkOf, type Source, tokenFrom } from './grid.ts';
import { axisType } from './known.ts';
import { type Allowed, type CellProblem, type Extent, HEAD_ROW, type Sheet, type SheetColumn, type SheetRow } from './sheet.ts';

/** A line of a table as its tokens have it: the stretch between each two bars. */
interface BarRow extends Extent {
  readonly cells: readonly (Extent & { readonly first: SourceToken | undefined })[];
  readonly closed: boolean;
}

/** The lines between `start` and `end` that begin with a bar. */
export function barRows(tokens: readonly SourceToken[], { start, end }: Extent): BarRow[] {
  const rows: BarRow[] = [];
  let bars: SourceToken[] = [];
  let inside: SourceToken[] = [];
  let cells: (Extent & { readonly first: SourceToken | undefined })[] = [];
  const between = (left: SourceToken, right: number): Extent & { first: SourceToken | undefined } => {
    const [first] = inside;
    const last = inside.at(-1);
    if (first && last) return { start: first.start, end: last.end, first };
    // An empty cell is one place behind its bar, after a space when there is room.
    const at = Math.min(left.end + 1, right);
    return { start: at, end: at, first: undefined };
  };
  const finish = (): void => {
    const [first] = bars;
    const last = bars.at(-1);
    if (first && last) {
      const open = inside.at(-1);
      if (open) cells.push(between(last, open.end));
      rows.push({ start: first.start, end: open?.end ?? last.end, cells, closed: !open });
    }
    bars = [];
    inside = [];
    cells = [];
  };
  for (let at = tokenFrom(tokens, start); at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.start >= end) break;
    if (token.kind === 'end' || token.kind === 'comment') finish();
    else if (token.sign === '|' && !token.nested) {
      const left = bars.at(-1);
      if (left) cells.push(between(left, token.start));
      bars.push(token);
      inside = [];
    } else if (bars.length > 0) inside.push(token);
  }
  finish();
  return rows;
}

const kindOf = (first: SourceToken | undefined, role: 'head' | 'value') =>
  first === undefined ? 'empty' : first.keyword === 'open' ? 'open' : first.keyword === 'assume' ? 'assumed' : role;

type Names = Pick<Sheet, 'id' | 'title' | 'word' | 'policy' | 'parent' | 'nameRange'>;

/** One result column: what it is called and what it takes. */
export interface Result {
  readonly title: string;
  readonly allowed: Allowed;
}

/** A table with its rows as written, those that cannot be read among them. `results` are those of 表, else the one of the rule. */
export function tableSheet(source: Source, table: Table, names: Names, results: readonly Result[]): Sheet | undefined {
  const [header, ...lines] = barRows(source.tokens, table.span);
  if (!header) return undefined;
  const written = header.cells.map(({ start, end }) => source.text.slice(start, end));
  const cross = table.kind === 'cross';
  const axes = cross ? [table.rowAxis] : table.axes;
  const axisAllowed = axes.map((one) => axisType(one, source.known));
  const title = (axis: Expression): string => source.text.slice(axis.span.start, axis.span.end);
  const headAllowed = cross ? axisType(table.columnAxis, source.known) : FIXED;
  const allowed = [...axisAllowed, ...(cross ? written.slice(1).map(() => results[0]?.allowed ?? ANY) : results.map((one) => one.allowed))];
  const columns: SheetColumn[] = [
    ...axes.map((axis, at): SheetColumn => ({ id: `a${at + 1}`, title: title(axis), role: 'axis' })),
    ...(cross
      ? written.slice(1).map((head, at): SheetColumn => ({ id: `c${at + 1}`, title: head, role: 'header' }))
      : results.map((one, at): SheetColumn => ({ id: `r${at + 1}`, title: one.title, role: 'result' }))),
  ];
  const grid = new Grid();
  const rows: SheetRow[] = [];
  const problems: CellProblem[] = [];
  if (cross) {
    rows.push({ id: HEAD_ROW, start: header.start, end: header.end, role: 'head' });
    header.cells.forEach((place, at) => {
      if (at === 0) grid.add(undefined, 'none');
      else grid.add(place, 'head', headAllowed);
    });
    grid.pad(header.cells.length, columns.length);
  }
  const readable = new Set(table.rows.map(({ span }) => span.start));
  lines.forEach((line, at) => {
    const id = `${at + 1}`;
    const broken = !readable.has(line.start);
    // Nothing stands between a row and the next: remarks above it are its own.
    const remark = remarkOf(source, line);
    rows.push({ id, start: line.start, end: line.end, ...(remark === undefined ? {} : { remark }), ...(broken ? { role: 'broken' } : {}) });
    line.cells.slice(0, columns.length).forEach((place, column) => {
      const role = column < axes.length ? 'head' : 'value';
      grid.add(place, kindOf(place.first, role), allowed[column] ?? ANY);
    });
    grid.pad(Math.min(line.cells.length, columns.length), columns.length);
    if (broken) problems.push(...troubles(id, line, columns));
  });
  return {
    ...names,
    kind: 'table',
    shape: cross ? 'cross' : results.length > 1 || (table.results ?? 1) > 1 ? 'results' : 'list',
    header: { start: header.start, end: header.end },
    ...(cross ? { columnAxis: title(table.columnAxis) } : {}),
    range: { start: header.start, end: Math.max(header.end, lines.at(-1)?.end ?? 0) },
    columns,
    rows,
    cells: grid.cells,
    allowed: grid.allowed,
    problems,
    can: { rows: true, columns: cross },
  };
}

const ANY = typed('expression');

/** What a row that cannot be read lacks. */
function troubles(row: string, line: BarRow, columns: readonly SheetColumn[]): readonly CellProblem[] {
  const empty = line.cells.flatMap((cell, at): CellProblem[] => {
    const column = columns[at];
    if (cell.first || !column) return [];
    const what = { zh: `“${column.title}” 这一格是空的。`, en: `The cell under “${column.title}” is empty.` };
    const remedy = {
      zh: '写一个值; 原文没有写的, 写 待定 “原因”。',
      en: 'Write a value; where the source has none, write pending “reason”.',
    };
    return [{ row, column: column.id, what, remedy }];
  });
  if (empty.length > 0) return empty;
  const missing = columns[line.cells.length];
  const [first] = columns;
  if (missing) {
    const what = { zh: `这一行少了 “${missing.title}” 这一格。`, en: `This row has no cell under “${missing.title}”.` };
    return [{ row, column: missing.id, what, remedy: { zh: '补上这一格。', en: 'Add the cell.' } }];
  }
  if (line.cells.length > columns.length && first) {
    const what = { zh: `这一行比表头多 ${line.cells.length - columns.length} 格。`, en: `This row has more cells than the header.` };
    return [{ row, column: first.id, what, remedy: { zh: '在文本里删去多出的格。', en: 'Remove the extra cells in the text.' } }];
  }
  if (!first) return [];
  const what = { zh: '这一行还读不出来。', en: 'This row cannot be read yet.' };
  return [{ row, column: first.id, what, remedy: { zh: '看待办里对这一行的说明。', en: 'See what the to-do list says about it.' } }];
}
