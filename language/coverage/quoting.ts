/** A sentence of a document as a quoted text of the language: in “ ” where its own marks pair, else in " ". */

/** Whether “ and ” pair, none closing before it opened. */
function paired(sentence: string): boolean {
  let depth = 0;
  for (const letter of sentence) {
    if (letter === '“') depth += 1;
    if (letter === '”') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The quoted text; a quote stands on one line, and what spaces and line ends do in a document does not count. */
export function quoted(sentence: string): string {
  const line = sentence.trim().replace(/\s*\n\s*/gu, '');
  if (paired(line)) return `“${line}”`;
  if (!/["＂]/u.test(line)) return `"${line}"`;
  // Neither pair of marks can hold it whole: the stretch up to the mark that has no partner can.
  return `“${line.split(/[“”]/u).toSorted((a, b) => b.length - a.length)[0] ?? ''}”`;
}
