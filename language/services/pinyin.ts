import { pinyin } from 'pinyin-pro';

/** Sounding out a name takes a good part of a millisecond, and the same names are asked for at every keystroke. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 5_000;

function syllables(name: string): readonly string[] {
  const before = known.get(name);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  known.set(name, found);
  return found;
}

/** "门诊统筹" → "mztc", lower case; letters and digits stay as they are. */
export const initials = (name: string): string =>
  syllables(name)
    .map((one) => (/^[a-z]+$/u.test(one) ? one.charAt(0) : one))
    .join('')
    .toLowerCase();

/** "门诊统筹" → "menzhentongchou". */
export const letters = (name: string): string => syllables(name).join('').toLowerCase();

/** Letters of the field that begin otherwise in another word: who types 单行支付 means dxzf, whatever a dictionary sounds out. */
const OTHER_INITIAL: Readonly<Record<string, string>> = {
  行: 'xh',
  重: 'zc',
  长: 'cz',
  调: 'td',
  降: 'jx',
  给: 'gj',
  省: 'sx',
  参: 'cs',
  系: 'xj',
  会: 'hk',
  率: 'ls',
  单: 'ds',
  朝: 'cz',
  乐: 'ly',
};
/** So many ways to sound out one name at most. */
const MOST_WAYS = 8;

/** The initials of every way to read the name, the likeliest first: "单行支付" → "dhzf", "dxzf", … */
export function allInitials(name: string): readonly string[] {
  const read = syllables(name);
  // Letters and digits between Han letters come as one piece; then the pieces are not letter by letter.
  const letterwise = read.length === [...name].length;
  let ways: readonly string[] = [''];
  for (const [index, one] of read.entries()) {
    const own = /^[a-z]+$/u.test(one) ? one.charAt(0) : one.toLowerCase();
    const others = letterwise ? (OTHER_INITIAL[[...name][index] ?? ''] ?? '') : '';
    const here = [own, ...[...others].filter((other) => other !== own)];
    ways = here.flatMap((letter) => ways.map((way) => way + letter)).slice(0, MOST_WAYS);
  }
  return ways;
}

/** What typing is matched against: the name, its initials in every reading, its letters. */
export const searchText = (name: string): string =>
  /\p{Script=Han}/u.test(name) ? `${name} ${allInitials(name).join(' ')} ${letters(name)}` : name;
