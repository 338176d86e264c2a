/** Whole fen. Yuan are text only at the borders: what a person or another system writes and reads. */
export type Fen = bigint;

/** Beyond this no sum of money is meant: a year's fund of a province has 14 digits in fen. */
const MOST_DIGITS = 18;

const CENTS = Array.from({ length: 100 }, (_, cents) => `.${cents < 10 ? '0' : ''}${cents}`);

/** `"-1100.00"`: always two decimals, no separators. */
export function yuanFromFen(fen: Fen): string {
  if (fen < 0n) return `-${yuanFromFen(-fen)}`;
  // Integers this small are exact as numbers, and much faster to write.
  const small = Number(fen);
  if (small > Number.MAX_SAFE_INTEGER) return `${fen / 100n}${CENTS[Number(fen % 100n)]}`;
  const yuan = Math.floor(small / 100);
  return `${yuan}${CENTS[small - yuan * 100]}`;
}

/** A plain decimal number as numerator at a power of ten. */
export interface Decimal {
  readonly n: bigint;
  /** Number of decimals that were written. */
  readonly places: number;
}

const PLAIN = /^-?[0-9]{1,18}(?:\.[0-9]{1,12})?$/;

/** `"12.50"` → 1250 with 2 places. Undefined when the text is not a plain decimal number of sane length. */
export function readDecimal(text: string): Decimal | undefined {
  if (!PLAIN.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), places: 0 };
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), places: text.length - point - 1 };
}

/** Yuan as text to whole fen: at most two decimals. Undefined for anything else. */
export function fenFromYuan(text: string): Fen | undefined {
  // Two decimals is what interfaces send; it needs neither pattern nor powers.
  const { length } = text;
  if (length > 3 && length < 16 && text.charCodeAt(length - 3) === 46) {
    const n = digitsBefore(text, length);
    if (n !== undefined) return n;
  }
  const decimal = readDecimal(text);
  if (!decimal || decimal.places > 2 || text.length > MOST_DIGITS + 2) return undefined;
  return decimal.n * 10n ** BigInt(2 - decimal.places);
}

/** The digits of an unsigned `ddd.dd` as one number; undefined when anything else stands among them. */
function digitsBefore(text: string, length: number): bigint | undefined {
  let n = 0;
  for (let at = 0; at < length; at++) {
    if (at === length - 3) continue;
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    n = n * 10 + digit;
  }
  return BigInt(n);
}

/** `"1100.00"` → `"1,100.00"`, for sentences. */
export const grouped = (yuan: string): string => yuan.replace(/\B(?=(\d{3})+(?=\.))/g, ',');
