import type { GridColumn } from './grid-props.ts';

/** Where columns stand: pixels from the left edge of the grid, exact so that head and rows agree. */
export interface ColumnPlan {
  readonly starts: readonly number[];
  readonly widths: readonly number[];
  readonly total: number;
  /** Right edge of the columns that stay. */
  readonly fixedEnd: number;
}

/** Shares what is left over among the columns that grow; without any, the first one takes it. */
export function planColumns(columns: readonly GridColumn[], available: number, fixed: number): ColumnPlan {
  const needed = columns.reduce((sum, { width }) => sum + width, 0);
  const growing = columns.some(({ grow }) => grow) ? columns.map(({ grow }) => grow === true) : columns.map((_, index) => index === 0);
  const share = Math.max(0, Math.floor((available - needed) / Math.max(1, growing.filter(Boolean).length)));
  const widths = columns.map(({ width }, index) => width + (growing[index] ? share : 0));
  // What does not divide evenly goes to the last that grows, so that the right edge is met.
  const last = growing.lastIndexOf(true);
  const left = available - widths.reduce((sum, width) => sum + width, 0);
  if (left > 0 && last >= 0) widths[last] = (widths[last] ?? 0) + left;
  const starts: number[] = [];
  let total = 0;
  for (const width of widths) {
    starts.push(total);
    total += width;
  }
  return { starts, widths, total, fixedEnd: starts[fixed] ?? total };
}

/** How far to scroll so that a cell stands free of head and fixed columns; undefined where nothing has to move. */
export function scrollTo(
  cell: { readonly top: number; readonly height: number; readonly left: number; readonly width: number; readonly fixed: boolean },
  view: {
    readonly top: number;
    readonly height: number;
    readonly left: number;
    readonly width: number;
    readonly head: number;
    readonly fixedEnd: number;
  },
): { readonly top?: number; readonly left?: number } {
  const room = view.height - view.head;
  const top = cell.top < view.top ? cell.top : cell.top + cell.height > view.top + room ? cell.top + cell.height - room : undefined;
  const left = cell.fixed
    ? undefined
    : cell.left < view.left + view.fixedEnd
      ? cell.left - view.fixedEnd
      : cell.left + cell.width > view.left + view.width
        ? cell.left + cell.width - view.width
        : undefined;
  return { ...(top === undefined ? {} : { top }), ...(left === undefined ? {} : { left }) };
}
