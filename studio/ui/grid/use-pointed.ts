import { useEffect, useState } from 'react';
import type { GridProps } from './grid-props.ts';
import type { GridPlace, Selected } from './selecting.ts';
import { single } from './selecting.ts';

/**
 * Goes where another pane points. Taken in while drawing: an effect would leave an update behind each drawing, and a key that is held on a slow
 * screen would pile up more of them than React allows.
 */
export function usePointed(
  pointed: GridProps['selected'],
  /** Rows as they stand on the screen, where some are left out. */
  rows: readonly number[] | undefined,
  selected: Selected,
  choose: (next: Selected) => void,
  bringIntoSight: (place: GridPlace) => void,
): void {
  const [followed, follow] = useState<GridProps['selected']>(undefined);
  const line = pointed === undefined ? -1 : rows ? rows.indexOf(pointed.row) : pointed.row;
  const to = { row: line, col: pointed?.col ?? selected.at.col };
  if (pointed?.row !== followed?.row || pointed?.col !== followed?.col) {
    follow(pointed);
    if (line >= 0 && (to.row !== selected.at.row || to.col !== selected.at.col)) choose(single(to));
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it points elsewhere, not when the grid is drawn again
  useEffect(() => {
    if (line >= 0) bringIntoSight(to);
  }, [pointed?.row, pointed?.col]);
}
