/** The active cell and the block around it, as a spreadsheet's keys move them. Rows are counted as they stand on the screen. */

export interface GridPlace {
  readonly row: number;
  readonly col: number;
}

/** Edges included. */
export interface GridBlock {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** INVARIANT: `at` is a corner of the block and keeps the focus; `to` is the opposite corner. */
export interface Selected {
  readonly at: GridPlace;
  readonly to: GridPlace;
}

export interface Extent {
  readonly rows: number;
  readonly cols: number;
  /** Rows in sight, for Page Up and Page Down. */
  readonly page: number;
}

export interface Press {
  readonly key: string;
  readonly shift: boolean;
  readonly mod: boolean;
}

export const single = (at: GridPlace): Selected => ({ at, to: at });

export const blockOf = ({ at, to }: Selected): GridBlock => ({
  top: Math.min(at.row, to.row),
  left: Math.min(at.col, to.col),
  bottom: Math.max(at.row, to.row),
  right: Math.max(at.col, to.col),
});

export const isBlock = ({ at, to }: Selected): boolean => at.row !== to.row || at.col !== to.col;

const between = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** The nearest place that exists. */
export const within = (place: GridPlace, extent: Extent): GridPlace => ({
  row: between(place.row, extent.rows),
  col: between(place.col, extent.cols),
});

const target = (from: GridPlace, { key, mod }: Press, { rows, cols, page }: Extent): GridPlace | undefined => {
  switch (key) {
    case 'ArrowUp':
      return { ...from, row: mod ? 0 : from.row - 1 };
    case 'ArrowDown':
      return { ...from, row: mod ? rows - 1 : from.row + 1 };
    case 'ArrowLeft':
      return { ...from, col: mod ? 0 : from.col - 1 };
    case 'ArrowRight':
      return { ...from, col: mod ? cols - 1 : from.col + 1 };
    case 'Home':
      return mod ? { row: 0, col: 0 } : { ...from, col: 0 };
    case 'End':
      return mod ? { row: rows - 1, col: cols - 1 } : { ...from, col: cols - 1 };
    case 'PageUp':
      return { ...from, row: from.row - page };
    case 'PageDown':
      return { ...from, row: from.row + page };
    default:
      return undefined;
  }
};

/** Where a key leads; undefined when the key does not move. With Shift the far corner moves and the active cell stays. */
export function moved(now: Selected, press: Press, extent: Extent): Selected | undefined {
  if (extent.rows === 0 || extent.cols === 0) return undefined;
  if (press.mod && press.key.toLowerCase() === 'a') return { at: { row: 0, col: 0 }, to: { row: extent.rows - 1, col: extent.cols - 1 } };
  const to = target(press.shift ? now.to : now.at, press, extent);
  if (!to) return undefined;
  return press.shift ? { at: now.at, to: within(to, extent) } : single(within(to, extent));
}

/**
 * The next cell for Tab, row after row, among those that can be stopped at; undefined past the end, where Tab leaves the grid.
 */
export function stepped(
  from: GridPlace,
  by: 1 | -1,
  { rows, cols }: Extent,
  stops: (row: number, col: number) => boolean,
): GridPlace | undefined {
  for (let at = from.row * cols + from.col + by; at >= 0 && at < rows * cols; at += by) {
    const place = { row: Math.floor(at / cols), col: at % cols };
    if (stops(place.row, place.col)) return place;
  }
  return undefined;
}
