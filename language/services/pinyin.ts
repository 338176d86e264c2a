import { pinyin } from 'pinyin-pro';

const syllables = (name: string): string[] => pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });

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
