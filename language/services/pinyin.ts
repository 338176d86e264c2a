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

/** What typing is matched against: the name, its initials, its letters. */
export const searchText = (name: string): string => (/\p{Script=Han}/u.test(name) ? `${name} ${initials(name)} ${letters(name)}` : name);
