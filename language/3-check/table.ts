/**
 * 表: rows of cells → a grid of classes. Which combinations have no row, or two, is decided over the grid once the whole version is known,
 * because 约束 and the 适用 of the benefits that read the table say which patients there can be.
 */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Cell, Table } from '../2-syntax/nodes/table.ts';
import { noRows } from '../diagnostics/cells.ts';
import type { Pair } from '../diagnostics/finding.ts';
import { mismatch, tooDeep } from '../diagnostics/types.ts';
import type { AxisModel, Expr, TableModel, Type } from '../model/types.ts';
import { rowsOf } from './analyses/rows.ts';
import { checkAxis } from './axis.ts';
import { expect } from './expression.ts';
import { printCell } from './forms/print.ts';
import type { Site } from './site.ts';
import { join, typeWords } from './types.ts';

/** A table before it is known whether it is total: which classes each row covers along each axis. */
export interface TableDraft {
  readonly address: string;
  readonly axes: readonly AxisModel[];
  /** Header of each axis as written. */
  readonly headers: readonly Expression[];
  readonly rows: readonly TableDraftRow[];
  /** Results that a row of the text has. */
  readonly results: number;
  /** An amendment took out some of what the text shows, so that rows added to the text would stand beside those. */
  readonly cut?: true;
  readonly span: Span;
}

export interface TableDraftRow {
  /** Per axis, indexes of the classes it covers. */
  readonly covers: readonly (readonly number[])[];
  readonly cells: readonly Cell[];
  readonly result: Expression;
  /** The row of the text; rows of a cross-tab share it between columns. */
  readonly span: Span;
}

/** More combinations than this are a mistake in the header, not a table. */
const mostClasses = 60_000;

/** A table as an expression of the declared type. */
export function inferTable(table: Table, site: Site, wanted: Type, place?: Pair): Expr | undefined {
  const { report } = site.law;
  const headers = table.kind === 'cross' ? [table.rowAxis, table.columnAxis] : table.axes;
  const places = rowsOf(table);
  if (places.length === 0) report(noRows({ span: table.span }));
  // Reading refuses rows of another length than the header; such a tree gives no table.
  const rows =
    table.kind === 'cross'
      ? table.rows.map((row) => row.results.length === table.columns.length)
      : table.rows.map((row) => row.heads.length === headers.length);
  if (headers.length === 0 || places.length === 0 || !rows.every(Boolean)) return undefined;
  const axes = headers.map((header, index) =>
    checkAxis(
      header,
      places.flatMap((row) => row.cells[index] ?? []),
      site,
    ),
  );
  const results = places.map((row) => resultOf(row.value, row.cells, site, wanted, place));
  const whole = axes.flatMap((found) => (found ? [found] : []));
  if (whole.length < axes.length || !results.every((result) => result !== undefined)) return undefined;
  const parts = whole.flat();
  const models = parts.map((part) => part.model);
  const draft: TableDraft = {
    address: site.at,
    axes: models,
    headers: whole.flatMap((found, index) => found.flatMap(() => headers[index] ?? [])),
    rows: places.map((row, index) => ({
      covers: parts.map((part) => part.covers[index] ?? []),
      cells: row.cells,
      result: row.value,
      span: rowSpan(table, index),
    })),
    results: table.kind === 'list' ? (table.results ?? 1) : table.columns.length,
    ...(table.cut ? { cut: true } : {}),
    span: table.span,
  };
  const grid = gridOf(draft);
  if (!grid) {
    report(tooDeep({ span: table.span }));
    return undefined;
  }
  const type = results.map((result) => result.type).reduce<Type | undefined>((all, one) => all && join(all, one), results[0]?.type);
  if (!type) {
    const odd = results.find((result) => results[0] && !join(results[0].type, result.type));
    report(mismatch({ is: typeWords(odd?.type ?? wanted), wanted: typeWords(results[0]?.type ?? wanted), span: odd?.span ?? table.span }));
    return undefined;
  }
  if (!site.copy) site.law.tables.push(draft);
  const model: TableModel = { address: site.at, axes: models, grid, results };
  return { kind: 'table', table: model, type, span: table.span };
}

function rowSpan(table: Table, index: number): Span {
  const at = table.kind === 'cross' ? Math.floor(index / Math.max(table.columns.length, 1)) : index;
  return table.rows[at]?.span ?? table.span;
}

/** A figure, 待定, 暂按 or a name: reading lets no formula stand in a cell. */
function resultOf(value: Expression, cells: readonly Cell[], site: Site, wanted: Type, place: Pair | undefined): Expr | undefined {
  const row = cells.map(printCell).join(', ');
  const amendable = { address: `${site.amendable?.address ?? site.at}[${row}]`, row };
  return expect(value, { ...site, amendable, rounded: false, depth: site.depth + 1 }, wanted, place);
}

/** How many classes an axis has. */
export const classCount = (axis: AxisModel): number =>
  axis.kind === 'values' ? axis.classes.length + (axis.rest ? 1 : 0) : axis.kind === 'truth' ? 2 : axis.cuts.length + 1;

/** For each combination of classes the first row that covers it, or -1; undefined when there are too many. */
export function gridOf(draft: Pick<TableDraft, 'axes' | 'rows'>): readonly number[] | undefined {
  const sizes = draft.axes.map(classCount);
  const total = sizes.reduce((product, size) => product * size, 1);
  if (total > mostClasses) return undefined;
  const grid = Array.from({ length: total }, () => -1);
  for (const [index, row] of draft.rows.entries()) {
    const places = row.covers.reduce<readonly number[]>(
      (starts, covered, axis) => starts.flatMap((start) => covered.map((one) => start * (sizes[axis] ?? 1) + one)),
      [0],
    );
    for (const place of places) if (grid[place] === -1) grid[place] = index;
  }
  return grid;
}
