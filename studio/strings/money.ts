import type { Yuan } from '../../runtime/answer.ts';

/**
 * Money as text: the only place in the studio that looks inside an amount. Everything is whole fen in big integers;
 * no amount of an answer is computed here, only shown, read from the keyboard, or filled in where the bill leaves one gap.
 */

const MINUS = '\u2212';

/** An amount cut for display; "−1,100" and ".00" are set differently. */
export interface ShownMoney {
  readonly sign: '' | typeof MINUS | '+';
  readonly whole: string;
  /** Two digits with the point in front, e.g. ".05". */
  readonly fraction: string;
  /** True when the fraction is ".00": it may be paler. A non-zero fen never is. */
  readonly even: boolean;
}

const toFen = (amount: Yuan): bigint => {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount);
  if (!match) throw new RangeError(`not an amount: ${amount}`);
  const fen = BigInt((match[2] ?? '0') + (match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -fen : fen;
};

const fromFen = (fen: bigint): Yuan => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A whole number in digits with separators. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** Cuts an amount for display. `plus` puts a + before a positive difference. */
export function showMoney(amount: Yuan, plus = false): ShownMoney {
  const fen = toFen(amount);
  const [whole = '0', cents = '00'] = fromFen(fen < 0n ? -fen : fen).split('.');
  return { sign: fen < 0n ? MINUS : plus && fen > 0n ? '+' : '', whole: grouped(whole), fraction: `.${cents}`, even: cents === '00' };
}

/** "1,300.00"; always two decimals. */
export const moneyText = (amount: Yuan, plus = false): string => {
  const { sign, whole, fraction } = showMoney(amount, plus);
  return sign + whole + fraction;
};

/** "1,300" or "1,300.05": for labels in a sum or on a bar, where ".00" would only add noise. */
export const shortMoneyText = (amount: Yuan): string => {
  const { sign, whole, fraction, even } = showMoney(amount);
  return sign + whole + (even ? '' : fraction);
};

/** −amount, for the rows of a waterfall that take away. */
export const negated = (amount: Yuan): Yuan => fromFen(-toFen(amount));

export const isZero = (amount: Yuan): boolean => toFen(amount) === 0n;

/** amount ÷ whole between 0 and 1, for the length of a bar only; 0 when there is nothing to divide. */
export function shareOf(amount: Yuan, whole: Yuan): number {
  const all = toFen(whole);
  if (all <= 0n) return 0;
  const part = toFen(amount);
  const millionths = (part * 1_000_000n) / all;
  return Math.min(1, Math.max(0, Number(millionths) / 1_000_000));
}

/** Where a bar begins that follows `before`, as a share of `whole`. */
export const shareOfAll = (before: readonly Yuan[], whole: Yuan): number =>
  shareOf(fromFen(before.reduce((sum, amount) => sum + toFen(amount), 0n)), whole);

/** What a line of typed text means as money, or what is wrong with it. */
export type ReadMoney =
  | { readonly kind: 'amount'; readonly yuan: Yuan }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' | 'tooFine' | 'negative' };

const UNITS: Readonly<Record<string, number>> = { '': 0, 元: 0, 千: 3, 千元: 3, 万: 4, 万元: 4, 亿: 8, 亿元: 8, 块: 0, 角: -1, 分: -2 };

const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/[\u3000\s]/g, '');

/** Reads "４３２０", "4,320.00", "1.3万", "￥860", "2角" as yuan with two decimals. Shifts the point in the text; no binary fraction is involved. */
export function readMoney(typed: string): ReadMoney {
  const text = halfWidth(typed)
    .replace(/^[¥￥]/, '')
    .replace(/。/g, '.');
  if (text === '') return { kind: 'empty' };
  const match = /^(-|\u2212)?(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{0,12}))?(\D*)$/.exec(text);
  const shift = match ? UNITS[match[4] ?? ''] : undefined;
  if (!match || shift === undefined) return { kind: 'unreadable' };
  const fraction = match[3] ?? '';
  const digits = (match[2] ?? '').replaceAll(',', '') + fraction;
  // Digits now count 10^-fraction; in fen the point stands two further right, plus what the unit moves it.
  const move = 2 + shift - fraction.length;
  if (move < 0 && !/^0*$/.test(digits.slice(move))) return { kind: 'tooFine' };
  const fen = move >= 0 ? BigInt(digits) * 10n ** BigInt(move) : BigInt(digits.slice(0, move) || '0');
  if (match[1] !== undefined && fen !== 0n) return { kind: 'negative' };
  return { kind: 'amount', yuan: fromFen(fen) };
}

/** How a bill's total and parts fit together when one of them is left to the machine. */
export type Balance =
  | { readonly kind: 'filled'; readonly yuan: Yuan }
  /** The parts given are more than the total, by so much. */
  | { readonly kind: 'exceeds'; readonly by: Yuan };

/** The one figure of a bill that was not typed: the total is the sum of its parts, a part is what the others leave. */
export function fillGap(gap: 'total' | 'part', total: Yuan | undefined, others: readonly Yuan[]): Balance {
  const sum = others.reduce((all, amount) => all + toFen(amount), 0n);
  if (gap === 'total') return { kind: 'filled', yuan: fromFen(sum) };
  const rest = toFen(total ?? '0.00') - sum;
  return rest < 0n ? { kind: 'exceeds', by: fromFen(-rest) } : { kind: 'filled', yuan: fromFen(rest) };
}

/** True when the amounts add up to the whole, to the fen; used to place a tick beside sums that the answer states. */
export const addsUp = (amounts: readonly Yuan[], whole: Yuan): boolean =>
  amounts.reduce((sum, amount) => sum + toFen(amount), 0n) === toFen(whole);

/** Position on an axis, in yuan; for drawing only, never to reckon with. */
export const onAxis = (amount: Yuan): number => Number(toFen(amount)) / 100;

/** A position on an axis as the whole-yuan amount under it, at least 0. */
export const fromAxis = (position: number): Yuan => fromFen(BigInt(Math.max(0, Math.round(position))) * 100n);

/** The amount `yuan` whole yuan further, at least 0. */
export const stepped = (amount: Yuan, yuan: number): Yuan => {
  const next = toFen(amount) + BigInt(yuan) * 100n;
  return fromFen(next < 0n ? 0n : next);
};

/** Negative, 0 or positive as a is less than, equal to or more than b. */
export const compareMoney = (a: Yuan, b: Yuan): number => {
  const difference = toFen(a) - toFen(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** A round amount with room above `amount`, for the end of an axis: 1, 2, 5 or 10 times a power of ten of yuan. */
export function roomyAbove(amount: Yuan): Yuan {
  const wanted = (toFen(amount) * 5n) / 2n;
  for (let power = 100_000n; ; power *= 10n)
    for (const factor of [1n, 2n, 5n]) if (factor * power >= wanted) return fromFen(factor * power);
}

/** As the rules write it: "1000元", "860.50元". */
export const plainMoney = (amount: Yuan): string => `${amount.replace(/\.00$/, '')}元`;

/** Puts separators into the amounts of a formula: "4000.00 × 60%" → "4,000.00 × 60%". Years and days stay as they are. */
export const groupAmounts = (formula: string): string =>
  formula.replace(/(?<![\d.,-])\d{4,}(?=\.\d{2}(?!\d))/g, (digits) => grouped(digits));

/** What stands before the last "=" or "≈", where the result is shown beside it. */
export const withoutResult = (formula: string): string => {
  const at = Math.max(formula.lastIndexOf(' = '), formula.lastIndexOf(' ≈ '));
  return at < 0 ? formula : formula.slice(0, at);
};

/** "1,300 + 860", and "−1,300 − 860" where amounts are taken back. */
export const sumText = (amounts: readonly Yuan[]): string =>
  amounts
    .map((amount, at) =>
      at === 0
        ? shortMoneyText(amount)
        : toFen(amount) < 0n
          ? ` ${MINUS} ${shortMoneyText(negated(amount))}`
          : ` + ${shortMoneyText(amount)}`,
    )
    .join('');

/** How much more (or, negative, less) `amount` is than `than`; stands beside the amount it is about. */
export const moneyDifference = (amount: Yuan, than: Yuan): Yuan => fromFen(toFen(amount) - toFen(than));

/** The amount without its sign. */
export const absoluteMoney = (amount: Yuan): Yuan => amount.replace(/^-/, '');
