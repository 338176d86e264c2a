import { useMemo, useState } from 'react';
import type { Wanted } from './finding.ts';
import { found, rowsShown } from './finding.ts';
import type { GridCell, GridColumn } from './grid-props.ts';
import type { GridPlace } from './selecting.ts';

export interface Finding {
  readonly open: boolean;
  readonly sought: string;
  readonly only: boolean;
  readonly wanted: Wanted;
  readonly at: number;
}

const NOTHING: Finding = { open: false, sought: '', only: false, wanted: {}, at: -1 };

/**
 * What is sought and which rows are shown for it. The rows are chosen when the question is asked, not while cells are edited: a row that no
 * longer fits does not vanish under the hand.
 */
export function useFinding(columns: readonly GridColumn[], rowCount: number, cell: (row: number, col: number) => GridCell) {
  const [finding, setFinding] = useState(NOTHING);
  const { sought, only, wanted, open } = finding;
  const keys = columns.map(({ key }) => key).join('\u0000');
  const text = (row: number, col: number): string => cell(row, col).text;
  // biome-ignore lint/correctness/useExhaustiveDependencies: not when cells change
  const rows = useMemo(
    () =>
      rowsShown(
        rowCount,
        columns.map(({ key }) => key),
        text,
        { holding: open && only ? sought : '', wanted },
      ),
    [rowCount, keys, open && only ? sought : '', wanted],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: text is read from cell
  const places = useMemo<readonly GridPlace[]>(() => {
    if (!open || sought === '') return [];
    return found(rows ?? Array.from({ length: rowCount }, (_, row) => row), columns.length, text, sought);
  }, [rows, rowCount, keys, open, sought, cell]);
  return { finding, setFinding, rows, places };
}
