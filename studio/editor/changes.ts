/** A stretch of a text and what stands there afterwards. Offsets are those of the text before. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The differing middle of two texts, so that caret, folds and undo survive what did not change. */
const smallestChange = (before: string, after: string): Change => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
};

/** What makes one text the other, in order: line by line where both have as many lines, so that a caret between two changes stays where it is. */
export function changesBetween(before: string, after: string): readonly Change[] {
  const [lines, laid] = [before.split('\n'), after.split('\n')];
  if (before === after) return [];
  if (lines.length !== laid.length) return [smallestChange(before, after)];
  let offset = 0;
  return lines.flatMap((line, index) => {
    const from = offset;
    offset += line.length + 1;
    const wanted = laid[index] ?? '';
    if (line === wanted) return [];
    const { start, end, text } = smallestChange(line, wanted);
    return [{ start: from + start, end: from + end, text }];
  });
}
