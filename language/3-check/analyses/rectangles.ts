import type { CivilDay } from '../../model/types.ts';
import type { TimelineCell } from './timeline-types.ts';

/**
 * Joins neighbouring rectangles that say the same: first along the known axis within one slice of version days, then slices whose columns are
 * equal. INVARIANT: what is covered stays covered once. Cells come in order: by version day, within it by known day.
 */
export function joinCells(cells: readonly TimelineCell[]): readonly TimelineCell[] {
  const columns = new Map<string, TimelineCell[]>();
  for (const cell of cells) columns.set(day(cell.from), [...(columns.get(day(cell.from)) ?? []), cell]);
  const joined: (readonly TimelineCell[])[] = [];
  for (const column of columns.values()) {
    const next = runs(
      column,
      (a, b) => answer(a) === answer(b),
      (a, b) => ({ ...withoutEnd(a, 'knownTo'), ...(b.knownTo ? { knownTo: b.knownTo } : {}) }),
    );
    const last = joined.at(-1);
    if (
      last &&
      last.length === next.length &&
      last.every((cell, at) => next[at] !== undefined && sameKnown(cell, next[at]) && answer(cell) === answer(next[at]))
    ) {
      joined[joined.length - 1] = last.map((cell) => ({ ...withoutEnd(cell, 'to'), ...(next[0]?.to ? { to: next[0].to } : {}) }));
    } else joined.push(next);
  }
  return joined.flat();
}

const day = (at: CivilDay | undefined): string => (at ? `${at.year}-${at.month}-${at.day}` : '');

const answer = (cell: TimelineCell): string =>
  [
    cell.version ?? '',
    cell.candidates.join(),
    ...[...cell.open, ...cell.knownAssumes].map((node) => `${node.span.file}:${node.span.start}`),
  ].join('|');

const sameKnown = (a: TimelineCell, b: TimelineCell): boolean => day(a.knownFrom) === day(b.knownFrom) && day(a.knownTo) === day(b.knownTo);

function withoutEnd(cell: TimelineCell, end: 'to' | 'knownTo'): TimelineCell {
  const { [end]: _end, ...rest } = cell;
  return rest;
}

function runs<Value>(all: readonly Value[], same: (a: Value, b: Value) => boolean, join: (a: Value, b: Value) => Value): readonly Value[] {
  const made: Value[] = [];
  for (const next of all) {
    const last = made.at(-1);
    if (last !== undefined && same(last, next)) made[made.length - 1] = join(last, next);
    else made.push(next);
  }
  return made;
}
