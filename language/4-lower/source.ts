import type { SourceRange } from '../../runtime/ir/types.ts';
import type { Span } from '../2-syntax/nodes/span.ts';

/** Turns a span of the policy text into a range that also says its line. */
export type SourceOf = (span: Span) => SourceRange;

/** Offsets at which each line begins; line n (1-based) begins at index n - 1. */
const lineStarts = (text: string): number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** How many of the ascending `starts` are at or before `offset`: the 1-based line. */
const lineAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** `texts` by file path; a file that is not among them has only line 1. */
export function sourceRanges(texts: ReadonlyMap<string, string>): SourceOf {
  const starts = new Map<string, readonly number[]>();
  return (span) => {
    let known = starts.get(span.file);
    if (!known) {
      known = lineStarts(texts.get(span.file) ?? '');
      starts.set(span.file, known);
    }
    return { file: span.file, start: span.start, end: span.end, line: lineAt(known, span.start) };
  };
}
