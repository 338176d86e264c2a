/** The known name that is fewest keystrokes from the given one; undefined when none is near. */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  if (given.length > 60) return undefined;
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(given.length / 2)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - given.length) >= fewest) continue;
    const edits = distance(given, name);
    if (edits < fewest) {
      best = name;
      fewest = edits;
    }
  }
  return best;
}

/** Insertions, deletions and replacements between two texts. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
