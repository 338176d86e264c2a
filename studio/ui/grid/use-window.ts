import type { Range } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useCallback, useMemo } from 'react';
import type { ColumnPlan } from './measure.ts';

interface WindowProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly lines: number;
  readonly rowHeight: number;
  readonly head: number;
  readonly plan: ColumnPlan;
  readonly fixedColumns: number;
  /** Drawn even when scrolled away: it holds the focus. */
  readonly activeLine: number;
  readonly activeCol: number;
  readonly whole: boolean;
}

/** Below these everything is drawn: a window would cost more than it saves. */
const MANY_COLUMNS = 24;
const OVERSCAN_ROWS = 5;
const OVERSCAN_COLUMNS = 2;

/** The lines and columns that are in sight now, and the active ones. */
export function useWindow(props: WindowProps): { readonly lines: readonly number[]; readonly columns: readonly number[] } {
  const { scroller, lines, rowHeight, head, plan, fixedColumns, activeLine, activeCol, whole } = props;
  const rowRange = useCallback((range: Range) => withOne(defaultRangeExtractor(range), activeLine, range.count), [activeLine]);
  const rows = useVirtualizer({
    count: lines,
    enabled: !whole,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollMargin: head,
    overscan: OVERSCAN_ROWS,
    rangeExtractor: rowRange,
    useFlushSync: false,
  });
  const many = plan.widths.length > MANY_COLUMNS;
  const moving = plan.widths.length - fixedColumns;
  const columnRange = useCallback(
    (range: Range) => withOne(defaultRangeExtractor(range), activeCol - fixedColumns, range.count),
    [activeCol, fixedColumns],
  );
  const columns = useVirtualizer({
    count: moving,
    enabled: many && !whole,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => plan.widths[index + fixedColumns] ?? 0,
    paddingStart: plan.fixedEnd,
    overscan: OVERSCAN_COLUMNS,
    rangeExtractor: columnRange,
    useFlushSync: false,
  });
  const everyLine = useMemo(() => Array.from({ length: whole ? lines : 0 }, (_, line) => line), [whole, lines]);
  const everyColumn = useMemo(() => Array.from({ length: moving }, (_, index) => index + fixedColumns), [moving, fixedColumns]);
  const someColumns = many && !whole ? columns.getVirtualItems().map(({ index }) => index + fixedColumns) : undefined;
  const drawnKey = someColumns?.join();
  // The same list as long as the same columns are in sight, so that rows are not drawn again for each pixel.
  // biome-ignore lint/correctness/useExhaustiveDependencies: by its content
  const drawn = useMemo(() => someColumns ?? everyColumn, [drawnKey, everyColumn]);
  return { lines: whole ? everyLine : rows.getVirtualItems().map(({ index }) => index), columns: drawn };
}

const withOne = (indexes: number[], one: number, count: number): number[] =>
  one < 0 || one >= count || indexes.includes(one) ? indexes : [...indexes, one].toSorted((a, b) => a - b);
