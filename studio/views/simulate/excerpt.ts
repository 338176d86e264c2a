/**
 * The piece of rule text that a step comes from, cut into lines and runs for painting. The innermost declaration around the focus is shown,
 * so many lines of it as there is room for, around the focus.
 */
import type { ColourKind, ColourSpan, OutlineNode, TextRange } from '../../worker/protocol.ts';

export const LINES = 11;

/** A stretch of text painted because a step reads or comes from it. */
export interface Paint {
  readonly range: TextRange;
  readonly tone: 'fund' | 'cash' | 'open' | 'looked' | 'hover';
}

/** A remark at the end of the line on which `offset` stands. */
export interface LineRemark {
  readonly offset: number;
  readonly text: string;
  readonly address: string;
}

export interface Run {
  /** Offset in the text. */
  readonly at: number;
  readonly text: string;
  readonly colour: ColourKind | undefined;
  readonly paint: Paint['tone'] | undefined;
}

export interface ExcerptLine {
  /** 1-based. */
  readonly number: number;
  readonly runs: readonly Run[];
  readonly remarks: readonly LineRemark[];
  readonly focused: boolean;
}

const innermost = (nodes: readonly OutlineNode[], range: TextRange): OutlineNode | undefined => {
  for (const node of nodes) {
    if (node.range.start <= range.start && range.end <= node.range.end) return innermost(node.children, range) ?? node;
  }
  return undefined;
};

const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

const lineAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

interface ExcerptQuestion {
  readonly text: string;
  readonly outline: readonly OutlineNode[];
  readonly colours: readonly ColourSpan[];
  readonly focus: TextRange;
  readonly paints: readonly Paint[];
  readonly remarks: readonly LineRemark[];
  /** At most so many. */
  readonly limit?: number;
  /** Where the focus is a row, the table alone is shown. */
  readonly rowsOnly?: boolean;
}

/** Lines to show, with their runs in order. Empty when the focus lies outside of the text. */
export function excerptOf({
  text,
  outline,
  colours,
  focus,
  paints,
  remarks,
  limit = LINES,
  rowsOnly = false,
}: ExcerptQuestion): readonly ExcerptLine[] {
  if (focus.end > text.length) return [];
  const starts = lineStarts(text);
  const around = innermost(outline, focus)?.range ?? focus;
  const middle = lineAt(starts, focus.start);
  const isRow = (line: number): boolean => /^\s*\|/.test(text.slice(starts[line], starts[line + 1]));
  let first = lineAt(starts, around.start);
  let last = lineAt(starts, Math.max(around.start, around.end - 1));
  if (rowsOnly && isRow(middle)) {
    [first, last] = [middle, middle];
    while (first > 0 && isRow(first - 1)) first -= 1;
    while (last + 1 < starts.length && isRow(last + 1)) last += 1;
  }
  const end = Math.min(last, Math.max(first + limit - 1, middle + Math.floor(limit / 2)));
  const from = Math.max(first, end - limit + 1);
  const focusEnd = lineAt(starts, Math.max(focus.start, focus.end - 1));
  const count = Math.min(limit, last - from + 1);
  // A table by itself begins at the left: what it was set in from is not seen here.
  const indents = Array.from(
    { length: count },
    (_, index) => /^ */.exec(text.slice(starts[from + index], starts[from + index + 1]))?.[0].length,
  );
  const indent = rowsOnly && isRow(middle) ? Math.min(...indents.map((one) => one ?? 0)) : 0;
  return Array.from({ length: count }, (_, index): ExcerptLine => {
    const line = from + index;
    const start = (starts[line] ?? 0) + indent;
    const stop = (starts[line + 1] ?? text.length + 1) - 1;
    return {
      number: line + 1,
      focused: line >= middle && line <= focusEnd,
      runs: runsOf(text, start, stop, colours, paints),
      remarks: remarks.filter((remark) => remark.offset >= start && remark.offset <= stop),
    };
  });
}

const runsOf = (text: string, start: number, stop: number, colours: readonly ColourSpan[], paints: readonly Paint[]): readonly Run[] => {
  const cuts = new Set([start, stop]);
  const near = colours.filter((span) => span.end > start && span.start < stop);
  const over = paints.filter(({ range }) => range.end > start && range.start < stop);
  for (const { start: a, end: b } of [...near, ...over.map((paint) => paint.range)]) {
    if (a > start && a < stop) cuts.add(a);
    if (b > start && b < stop) cuts.add(b);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index): Run => {
    const to = edges[index + 1] ?? stop;
    // The narrowest paint is the most telling one.
    const [paint] = over
      .filter(({ range }) => range.start <= from && to <= range.end)
      .sort(
        (a, b) => Number(b.tone === 'hover') - Number(a.tone === 'hover') || a.range.end - a.range.start - (b.range.end - b.range.start),
      );
    const piece = text.slice(from, to);
    return {
      at: from,
      text: piece,
      colour: near.find((span) => span.start <= from && to <= span.end)?.kind,
      paint: piece.trim() === '' ? undefined : paint?.tone,
    };
  });
};
