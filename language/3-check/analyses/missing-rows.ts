import type { Fix } from '../../diagnostics/diagnostic.ts';
import { insertAt } from '../../diagnostics/finding.ts';
import type { AxisModel } from '../../model/types.ts';
import { classCount, type TableDraft } from '../table.ts';
import { pointText } from '../witness.ts';

/** More rows than this are not written for the reader. */
const MOST_ROWS = 12;

/**
 * The rows a list table misses, each with 待定 as its result. Boxes that differ in one axis only become one row. A cross-tab gets a row only
 * for heads of which every column is missing.
 */
export function missingRows(draft: TableDraft, boxes: readonly (readonly number[])[]): readonly Fix[] {
  const last = draft.rows.at(-1);
  const cross = draft.headers.length === 2 && draft.rows.length > 1 && draft.rows[0]?.span.start === draft.rows[1]?.span.start;
  // A header over a set is several axes; which of its words to name is for the reader to say.
  const sets = draft.axes.some(
    (axis, at) => axis.kind === 'truth' && axis.of.kind === 'contains' && draft.headers[at]?.kind === 'reference',
  );
  if (!last || sets || draft.cut) return [];
  const merged = join(
    boxes.map((box) => box.map((at) => [at])),
    draft.axes.length - 1,
  );
  const whole = cross ? merged.filter((box) => box[1]?.length === sizeOf(draft.axes[1])) : merged;
  const rows = whole.flatMap((box) => {
    const heads = (cross ? box.slice(0, 1) : box).map((classes, axis) => cellText(draft.axes[axis], classes));
    return heads.every((head) => head !== undefined)
      ? [`| ${[...heads, ...Array.from({ length: draft.results }, () => '待定 “原文未写”')].join(' | ')} |`]
      : [];
  });
  if (rows.length === 0 || rows.length > MOST_ROWS) return [];
  const text = rows.map((row) => `\n    ${row}`).join('');
  return [insertAt('end', last.span, text, [`补上 ${rows.length} 行，结果写 待定`, `Add ${rows.length} rows with 待定 as the result`])];
}

const sizeOf = (axis: AxisModel | undefined): number => (axis ? classCount(axis) : 0);

type Merged = readonly (readonly number[])[];

/** Joins boxes that are equal on all axes but one, axis by axis from the last. */
function join(boxes: readonly Merged[], axis: number): readonly Merged[] {
  if (axis < 0) return boxes;
  const groups = new Map<string, Merged>();
  for (const box of boxes) {
    const key = box.map((classes, at) => (at === axis ? '' : classes.join())).join('|');
    const known = groups.get(key);
    groups.set(key, known ? known.map((classes, at) => (at === axis ? [...classes, ...(box[axis] ?? [])] : classes)) : box);
  }
  return join([...groups.values()], axis - 1);
}

/** A cell for some classes of an axis; numbers only where the classes lie next to each other. */
function cellText(axis: AxisModel | undefined, classes: readonly number[]): string | undefined {
  if (!axis) return undefined;
  if (classes.length === classCount(axis)) return '任意';
  switch (axis.kind) {
    case 'values':
      // What is not listed is written by no list.
      if (classes.some((at) => at >= axis.classes.length)) return classes.length === 1 ? '其他' : undefined;
      return classes
        .flatMap((at) => axis.classes[at] ?? [])
        .map((word) => (axis.of.type.kind === 'text' ? `“${word}”` : word))
        .join('、');
    case 'truth':
      return classes.map((at) => (at === 1 ? '真' : '假')).join('、');
    case 'cuts': {
      const sorted = [...classes].sort((a, b) => a - b);
      const from = sorted[0] ?? 0;
      const to = sorted.at(-1) ?? 0;
      if (to - from + 1 !== sorted.length) return undefined;
      const text = (at: number): string | undefined => {
        const cut = axis.cuts[at];
        return cut && pointText(cut.at, axis.of.type);
      };
      const low = text(from - 1);
      const high = text(to);
      const openLow = axis.cuts[from - 1]?.closed;
      const closedHigh = axis.cuts[to]?.closed;
      if (low !== undefined && high !== undefined) return `${openLow ? '(' : '['}${low} 至 ${high}${closedHigh ? ']' : ')'}`;
      if (low !== undefined) return openLow ? `超过 ${low}` : `${low} 以上`;
      return high === undefined ? '任意' : closedHigh ? `${high} 以下` : `不满 ${high}`;
    }
  }
}
