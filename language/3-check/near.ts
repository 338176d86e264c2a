/**
 * Which declared name was probably meant: the one with the fewest changed characters, or the one that contains what was written
 * (or is contained in it). Names are short, so the plain table of edit distances is fast enough; long ones are not compared.
 */
const longest = 40;

function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1);
  for (const [i, left] of a.entries()) {
    const next: number[] = [];
    for (const [j, right] of b.entries()) {
      const above = row[j] ?? 0;
      const before = j === 0 ? i + 1 : (next[j - 1] ?? 0);
      const diagonal = j === 0 ? i : (row[j - 1] ?? 0);
      next.push(Math.min(above + 1, before + 1, diagonal + (left === right ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length - 1] ?? a.length;
}

/** The candidate nearest to `name`, or undefined when none is near enough to be worth a suggestion. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const written = [...name];
  // Any one letter is one change away from any other.
  if (written.length < 2 || written.length > longest) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const letters = [...candidate];
    if (candidate === name || letters.length < 2 || letters.length > longest) continue;
    const contained = written.length > 1 && letters.length > 1 && (candidate.includes(name) || name.includes(candidate));
    const away = contained ? 0.5 + Math.abs(letters.length - written.length) / 100 : distance(written, letters);
    if (away <= Math.max(1, Math.floor(written.length / 3)) && away < least) {
      best = candidate;
      least = away;
    }
  }
  return best;
}

/** Characters that print alike in common fonts: each group is read as its first member. */
const alike = ['日曰', '己已巳', '口囗', '未末', '一ー—-', '0OoＯ〇', '1lI|', '土士', '人入', '天夭', '干千于', '·・.'];
const shapeOf = new Map(alike.flatMap((group) => [...group].map((letter) => [letter, [...group][0] ?? letter] as const)));

/** What a name looks like: two names with one shape cannot be told apart. */
export const shape = (name: string): string => [...name.normalize('NFKC')].map((letter) => shapeOf.get(letter) ?? letter).join('');
