import { type Source, tokenFrom } from './grid.ts';
import type { Extent, Sheet } from './sheet.ts';

/** Scenarios, properties and reconciliations, and lines inside the other blocks that could not be read. */
export function restOf({ tree, tokens }: Source, sheets: readonly Sheet[]): readonly Extent[] {
  const unshown = tree.items.flatMap((block): readonly Extent[] => {
    const shown = block.kind === 'policy' || block.kind === 'vocabulary' || block.kind === 'amendment';
    return shown ? [] : [{ start: block.span.start, end: block.span.end }];
  });
  if (tree.complete) return unshown;
  const shown = sheets.flatMap(({ range, rows, kind }): readonly Extent[] => (kind === 'form' || kind === 'table' ? [range] : rows));
  const covered = [...unshown, ...shown].toSorted((a, b) => a.start - b.start);
  const lines: Extent[] = [];
  let next = 0;
  let reach = 0;
  let line: { start: number; end: number } | undefined;
  const finish = (): void => {
    if (line) lines.push(line);
    line = undefined;
  };
  for (let at = tokenFrom(tokens, 0); at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    while (next < covered.length && (covered[next]?.start ?? 0) <= token.start) reach = Math.max(reach, covered[next++]?.end ?? 0);
    if (token.kind === 'end') finish();
    else if (token.start < reach || token.kind === 'comment' || token.sign === '}') continue;
    else if (token.sign === '{') line = undefined;
    else line = line ? { start: line.start, end: token.end } : { start: token.start, end: token.end };
  }
  finish();
  return [...unshown, ...lines].toSorted((a, b) => a.start - b.start);
}
