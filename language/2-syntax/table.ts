/**
 * Decision tables. A row is measured before it is read, so that a missing cell is told as one and not as whatever the parser meets instead.
 */
import * as t from '../1-tokens/tokens.ts';
import * as say from '../diagnostics/syntax.ts';
import type { Grammar } from './grammar.ts';
import { noExpression } from './hole.ts';
import type { Expression } from './nodes/expression.ts';
import type { Span } from './nodes/span.ts';
import type { Cell, CrossRow, ListRow, Table, WideRow } from './nodes/table.ts';
import type { Rule } from './reader.ts';

export const defineTable = (p: Grammar): Rule<Table> =>
  p.rule(
    'table',
    () => {
      const start = p.here();
      p.act(() => header(p));
      p.take(t.Bar);
      const first = p.one(p.axis);
      return p.choose<Table>(0, [() => cross(p, start, first), () => list(p, start, first)]);
    },
    () => ({ kind: 'list', axes: [], rows: [], span: p.since(p.here()) }),
  );

/** `| A ＼ B | a | b |` and its rows */
function cross(p: Grammar, start: number, rowAxis: Expression): Table {
  p.take(t.Cross);
  const columnAxis = p.one(p.axis, 1);
  p.take(t.Bar, 1);
  const columns: Cell[] = [];
  p.repeat(0, () => {
    columns.push(p.one(p.cell));
    p.act(() => onlyCell(p));
    p.take(t.Bar, 2);
  });
  const rows: CrossRow[] = [];
  p.repeat(
    1,
    () => {
      inner(p.take(t.End, 1));
      let fits = true;
      p.act(() => {
        fits = rowFits(p, columns.length + 1);
      });
      p.maybe(
        1,
        () => rows.push(p.one(p.crossRow)),
        () => fits,
      );
    },
    () => beginsRow(p),
  );
  return { kind: 'cross', rowAxis, columnAxis, columns, rows, span: p.since(start) };
}

/** `| A | B | → |` and its rows */
function list(p: Grammar, start: number, first: Expression): Table {
  const axes = [first];
  p.take(t.Bar, 3);
  p.repeat(2, () => {
    axes.push(p.one(p.axis, 2));
    p.take(t.Bar, 4);
  });
  p.take(t.Arrow);
  p.take(t.Bar, 5);
  const wide = rowsBelow(p, axes, 1);
  const rows: ListRow[] = [];
  p.act(() => rows.push(...wide.flatMap(({ heads, results: [result], span }) => (result ? [{ heads, result, span }] : []))));
  return { kind: 'list', axes, rows, span: p.since(start) };
}

/** The rows of a list with so many results each. */
export function rowsBelow(p: Grammar, axes: readonly Expression[], results: number): readonly WideRow[] {
  const rows: WideRow[] = [];
  p.repeat(
    3,
    () => {
      inner(p.take(t.End, 2));
      let fits = true;
      p.act(() => {
        p.axes = axes.length;
        fits = rowFits(p, axes.length + results);
      });
      p.maybe(
        2,
        () => rows.push(p.one(p.listRow)),
        () => fits,
      );
    },
    () => beginsRow(p),
  );
  return rows;
}

/** What the table looks at: a name, a formula, or a condition such as 身份 含 特困. */
export const defineAxis = (p: Grammar): Rule<Expression> =>
  p.rule(
    'axis',
    () => {
      const axis = p.one(p.condition);
      p.act(() => onlyCell(p, t.Cross));
      return axis;
    },
    () => noExpression(p),
  );

export const defineCrossRow = (p: Grammar): Rule<CrossRow> =>
  p.rule(
    'crossRow',
    () => {
      const start = p.here();
      p.take(t.Bar);
      const head = p.one(p.cell);
      p.act(() => onlyCell(p));
      p.take(t.Bar, 1);
      const results: Expression[] = [];
      p.repeat(0, () => {
        results.push(p.one(p.result));
        p.act(() => onlyCell(p));
        p.take(t.Bar, 2);
      });
      return { head, results, span: p.since(start) };
    },
    () => ({ head: { kind: 'any', span: p.since(p.here()) }, results: [], span: p.since(p.here()) }),
  );

export const defineListRow = (p: Grammar): Rule<WideRow> =>
  p.rule(
    'listRow',
    () => {
      const start = p.here();
      const heads: Cell[] = [];
      p.take(t.Bar);
      p.repeat(
        0,
        () => {
          heads.push(p.one(p.cell));
          p.act(() => onlyCell(p));
          p.take(t.Bar, 1);
        },
        () => heads.length < p.axes,
      );
      const results = [p.one(p.result)];
      p.act(() => onlyCell(p));
      p.take(t.Bar, 2);
      p.repeat(1, () => {
        results.push(p.one(p.result, 1));
        p.act(() => onlyCell(p));
        p.take(t.Bar, 3);
      });
      return { heads, results, span: p.since(start) };
    },
    () => ({ heads: [], results: [], span: p.since(p.here()) }),
  );

/** A constant, or an open one: no formula hides in a cell. */
export const defineResult = (p: Grammar): Rule<Expression> =>
  p.rule(
    'result',
    () => p.choose<Expression>(0, [() => p.one(p.open), () => p.one(p.assumed), () => p.one(p.constant)]),
    () => noExpression(p),
  );

/** The line's end before a table that stands behind its options. */
export function lineEndBeforeTable(p: Grammar): void {
  p.maybe(
    5,
    () => inner(p.take(t.End, 5)),
    () => beginsRow(p),
  );
}

/** An end of line that does not end the statement. */
export function inner(end: t.Token): void {
  end.role = 'inner';
}

/** A new line that begins with | goes on with the table. */
export const beginsRow = (p: Grammar): boolean => p.is(t.Bar) || (p.is(t.End) && p.is(t.Bar, 2));

/** Leaves the rest of a cell behind when more than a value stands in it. */
function onlyCell(p: Grammar, also = t.Bar): void {
  const next = p.peek();
  if (!next || next.tokenType === t.Bar || next.tokenType === also || next.kind === 'end') return;
  if (next.kind === 'punctuation' && next.tokenType !== t.RightBrace && next.tokenType !== t.LeftBrace) {
    p.report(say.formulaInCell({ span: p.spanOf(next) }));
    while (p.peek() && !p.is(t.Bar) && p.peek()?.kind !== 'end') p.skip();
  }
}

/** A header says how its table is read: `A ＼ B` in its first cell, or → in its last. */
function header(p: Grammar): void {
  if (!rowFits(p, undefined)) return;
  const start = p.here();
  let ahead = 1;
  for (; p.peek(ahead) && p.peek(ahead)?.kind !== 'end'; ahead++) if (p.is(t.Arrow, ahead) || p.is(t.Cross, ahead)) return;
  p.report(say.headerUnclear({ span: { file: p.file, start, end: p.peek(ahead - 1)?.end ?? start } }));
}

/** How many cells of the row here may be heads: all but the last, and none from the first open result on. */
export function headsAhead(p: Grammar): number {
  let bars = 0;
  let open: number | undefined;
  for (let ahead = 1; p.peek(ahead) && p.peek(ahead)?.kind !== 'end' && !p.is(t.RightBrace, ahead); ahead++) {
    if (!p.is(t.Bar, ahead)) continue;
    if (p.isWord('open', ahead + 1) || p.isWord('assume', ahead + 1)) open ??= bars;
    bars++;
  }
  return Math.min(Math.max(bars - 1, 1) - 1, open ?? bars);
}

/** Whether the row here has its cells, none empty, and its closing bar; otherwise says so and leaves it behind. */
function rowFits(p: Grammar, cells: number | undefined): boolean {
  let bars = 0;
  let ahead = 1;
  let empty: Span | undefined;
  for (let token = p.peek(ahead); token && token.kind !== 'end'; token = p.peek(++ahead)) {
    if (token.tokenType === t.RightBrace || token.tokenType === t.LeftBrace) break;
    if (token.tokenType !== t.Bar) continue;
    bars++;
    const before = p.peek(ahead - 1);
    if (bars > 1 && before?.tokenType === t.Bar) empty ??= { file: p.file, start: before.start, end: token.end };
  }
  const last = p.peek(ahead - 1);
  const row: Span = { file: p.file, start: p.here(), end: last?.end ?? p.here() };
  if (empty) p.report(say.emptyCell({ span: empty }));
  else if (last && last.tokenType !== t.Bar) p.report(say.rowNotClosed({ span: { ...row, start: last.start } }));
  else if (cells !== undefined && bars - 1 !== cells) p.report(say.rowLength({ cells: bars - 1, wanted: cells, span: row }));
  else return true;
  if (cells !== undefined) for (let count = 1; count < ahead; count++) p.skip();
  return false;
}
