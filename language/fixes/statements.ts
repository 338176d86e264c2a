/** Where a statement stands in its text, so that it can be taken out whole with its line. */

import type { Tree } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Spans of the nodes around a place, innermost first. */
export function spansAround(tree: Tree, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one);
      return;
    }
    if (!isRecord(node)) return;
    const own = node.span;
    if (isRecord(own) && typeof own.start === 'number' && typeof own.end === 'number') {
      if (own.start > start || own.end < end) return;
      if (typeof node.kind === 'string') found.push({ file: tree.file, start: own.start, end: own.end });
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'span') visit(value);
  };
  visit(tree.items);
  return found.toSorted((a, b) => a.end - a.start - (b.end - b.start));
}

/** The narrowest node around a place that fills whole lines, with those lines; undefined when there is none. */
export function wholeLines(text: string, tree: Tree, place: Span): Span | undefined {
  for (const span of spansAround(tree, place)) {
    const start = text.lastIndexOf('\n', span.start - 1) + 1;
    const end = text.indexOf('\n', span.end);
    const before = text.slice(start, span.start);
    const behind = text.slice(span.end, end < 0 ? undefined : end);
    // 新增 goes with what it adds; a remark at the end of the line goes with the line.
    if (/^\s*(?:(?:新增|add)\s+)?$/u.test(before) && /^\s*(?:\/\/.*)?$/u.test(behind))
      return { file: place.file, start, end: end < 0 ? text.length : end + 1 };
  }
  return undefined;
}

/** A name of a list with the mark that separates it from its neighbours. */
export function listed(text: string, { file, start, end }: Span): Span {
  const before = /[、,，]\s*$/u.exec(text.slice(0, start))?.[0];
  if (before !== undefined) return { file, start: start - before.length, end };
  const behind = /^\s*[、,，]\s*/u.exec(text.slice(end))?.[0] ?? '';
  return { file, start, end: end + behind.length };
}
