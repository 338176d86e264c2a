/** What every opened notice becomes: one paragraph a line, in one spelling of spaces and letters. */

/** Characters that only lay text out: zero-width marks, soft hyphens, byte-order marks. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu;
/** Radicals that some fonts of PDF writers put in place of the letters they look like. */
const RADICAL = /[\u2e80-\u2fdf]/gu;
const SPACES = /[\t\u00a0\u2000-\u200a\u3000 ]+/gu;

/** One paragraph: composed letters, one kind of space, none at its ends. Digits and marks keep the width they were written in. */
export const tidyParagraph = (paragraph: string): string =>
  paragraph
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(RADICAL, (letter) => letter.normalize('NFKC'))
    .replace(SPACES, ' ')
    .trim();

/** Paragraphs → the text as it is kept: one a line, empty ones left out. */
export const textOfParagraphs = (paragraphs: readonly string[]): string =>
  paragraphs
    .map(tidyParagraph)
    .filter((one) => one !== '')
    .join('\n');

/** A plain text as paragraphs, whatever its line ends. */
export const paragraphsOfText = (text: string): readonly string[] => text.split(/\r\n?|\n|\f/u);

const TITLE_END = /(?:通知|办法|规定|意见|公告|通告|细则|方案|答复|批复|说明|解读|问答|条例|决定|纪要|函|访谈)[》”]?(?:（[^）]*）)?$/u;
const DOCUMENT_NUMBER = /[〔[（(]\d{4}[〕\]）)]\s*\d+\s*号/u;
const LONGEST_TITLE = 80;
/** A title stands above the text; further down the same words are part of a sentence. */
const TITLE_LINES = 15;

/** The document's title, as far as its first lines show it; else `otherwise`. */
export function titleOf(text: string, otherwise: string): string {
  const lines = text.split('\n').slice(0, TITLE_LINES);
  const titled = lines.find((line) => line.length <= LONGEST_TITLE && TITLE_END.test(line) && !DOCUMENT_NUMBER.test(line));
  if (titled !== undefined) return titled;
  const first = lines[0];
  return first !== undefined && first.length <= LONGEST_TITLE && !/[。；;]$/u.test(first) ? first : otherwise;
}

const DIGITS = '〇一二三四五六七八九';
const YEAR = '(\\d{4}|[〇○零一二三四五六七八九]{4})';
const SMALL = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const WHOLE_DATE = new RegExp(`^${YEAR}\\s*年\\s*${SMALL}\\s*月\\s*${SMALL}\\s*日$`, 'u');
const NUMERIC_DATE = /(?:发布|发文|印发|成文|公布)[^0-9]{0,6}(\d{4})-(\d{1,2})-(\d{1,2})/u;

/** Chinese or Arabic digits of a day as a number: 二十八 → 28. */
const small = (written: string): number => {
  if (/^\d+$/u.test(written)) return Number(written);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  const ten = written.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) : 0;
  return ten * 10 + (ones === '' || ones === undefined ? 0 : DIGITS.indexOf(ones));
};

const yearOf = (written: string): string =>
  [...written.replace(/[○零]/gu, '〇')].map((one) => (DIGITS.includes(one) ? DIGITS.indexOf(one) : one)).join('');

const dayText = (year: string, month: number, day: number): string | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : undefined;

/** The day the document carries: the last line that is nothing but a date, else a day that is said to be that of its publication. */
export function dateOf(text: string): string | undefined {
  for (const line of text.split('\n').toReversed()) {
    const match = WHOLE_DATE.exec(line.replace(/\s/gu, ''));
    if (match) return dayText(yearOf(match[1] ?? ''), small(match[2] ?? ''), small(match[3] ?? ''));
  }
  const said = NUMERIC_DATE.exec(text);
  return said ? dayText(said[1] ?? '', Number(said[2]), Number(said[3])) : undefined;
}
