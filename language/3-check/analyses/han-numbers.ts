/** Numbers in characters, as notices write them. */
import { fromDecimal, type Rational, rational } from '../../../runtime/money/rational.ts';

/** The characters of cheques, each beside the plain one. */
const FORMAL: ReadonlyMap<string, string> = new Map(
  [...'壹贰叁肆伍陆柒捌玖拾佰仟'].map((letter, at) => [letter, '一二三四五六七八九十百千'.charAt(at)] as const),
);

/** The same number in plain characters, letter by letter: 壹佰 is 一百. */
export const plainHan = (text: string): string => text.replace(/[壹贰叁肆伍陆柒捌玖拾佰仟]/gu, (letter) => FORMAL.get(letter) ?? letter);

/** 三 is 3, 两 is 2. */
export const HAN_DIGITS: Readonly<Record<string, bigint>> = {
  〇: 0n,
  零: 0n,
  一: 1n,
  二: 2n,
  两: 2n,
  三: 3n,
  四: 4n,
  五: 5n,
  六: 6n,
  七: 7n,
  八: 8n,
  九: 9n,
};

/** What a digit before it is multiplied with. */
export const HAN_MULTIPLES: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n, 万: 10_000n, 亿: 100_000_000n };

/** 七十五, 两千, 二十万; undefined when another character is among them. */
export function wholeInHan(text: string): bigint | undefined {
  let total = 0n;
  let section = 0n;
  let digit: bigint | undefined;
  for (const letter of text) {
    const one = HAN_DIGITS[letter];
    const multiple = HAN_MULTIPLES[letter];
    if (one !== undefined) digit = one;
    else if (multiple === undefined) return undefined;
    else if (multiple >= 10_000n) {
      total = (total + section + (digit ?? 0n)) * multiple;
      section = 0n;
      digit = undefined;
    } else {
      section += (digit ?? 1n) * multiple;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0n);
}

/** 七十五, 两千, 二十万, 七十五点五. */
export function inHan(text: string): Rational | undefined {
  const [whole = '', part] = text.split('点');
  const value = wholeInHan(whole);
  if (value === undefined || part === undefined) return value === undefined ? undefined : rational(value);
  const figures = [...part].map((letter) => HAN_DIGITS[letter]);
  return figures.includes(undefined) ? undefined : fromDecimal(`${value}.${figures.join('')}`);
}
