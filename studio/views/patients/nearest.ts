/** Which of a field's values a word most likely means: only ever offered, never put in by itself. */

/** Words that offices write for a value that shares no sign with them, or no more than others do. */
const MEANS: Readonly<Record<string, string>> = {
  职工: '在职',
  住院: '普通住院',
  门诊: '普通门诊',
  慢病: '门诊慢特病',
  特病: '门诊慢特病',
  门特: '门诊慢特病',
  药房: '药店',
};

/** Length of the longest run of signs, not necessarily together, that both have in one order. */
function shared(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const sign of a) {
    const next = [0];
    for (const [at, other] of b.entries()) next.push(sign === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s“”"'()（）·.、-]/g, '')
    .toLowerCase();

/** Up to 1; a value that the word begins with counts half as much again. */
function alike(word: string, value: string): number {
  const [a, b] = [[...plain(word)], [...plain(value)]];
  if (a.length === 0 || b.length === 0) return 0;
  const score = (2 * shared(a, b)) / (a.length + b.length);
  return plain(word).startsWith(plain(value)) ? score * 1.5 : score;
}

/** Below this two words have too little in common to be offered for each other. */
const ENOUGH = 0.4;

/** The value that a word is nearest to; undefined when none is near, or two are equally near. */
export function nearestValue(word: string, values: readonly string[]): string | undefined {
  const meant = MEANS[plain(word)];
  if (meant !== undefined && values.includes(meant)) return meant;
  const [best, second] = values.map((value) => ({ value, score: alike(word, value) })).toSorted((a, b) => b.score - a.score);
  return best && best.score >= ENOUGH && (second === undefined || best.score > second.score) ? best.value : undefined;
}
