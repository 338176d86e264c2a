import type { Rational } from '../../runtime/money/rational.ts';
import { add, divide, equal, multiply, rational } from '../../runtime/money/rational.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Expr, Type, Value } from '../model/types.ts';
import { days, fen, integer, money, months, number, points, ratio } from './types.ts';

type Quantity = Extract<Expression, { readonly kind: 'quantity' }>;

const whole = (value: Rational): boolean => value.den === 1n;
const over = (value: Rational, by: bigint): Rational => divide(value, rational(by));

/** An amount of yuan: 分额 when it is whole fen. */
const moneyType = (yuan: Rational): Type => (whole(multiply(yuan, rational(100n))) ? fen : money);

/**
 * The type and value of a number with its unit: money in yuan, ratios and points as fractions of one, years as twelve months each.
 * 小时 and 倍 count like bare numbers. Undefined for months and days that are not whole.
 */
export function readQuantity(e: Quantity): { readonly type: Type; readonly value: Rational } | undefined {
  const plain = (type: Type, value = e.value): { readonly type: Type; readonly value: Rational } => ({ type, value });
  const yuan = (value: Rational): { readonly type: Type; readonly value: Rational } => plain(moneyType(value), value);
  switch (e.unit) {
    case 'none':
      return plain(whole(e.value) ? integer(e.value.num, e.value.num) : number);
    case 'age':
    case 'times':
      return whole(e.value) ? plain(integer(e.value.num, e.value.num)) : undefined;
    case 'yuan':
      return yuan(e.value);
    case 'jiao':
      return yuan(over(e.value, 10n));
    case 'fen':
      return yuan(over(e.value, 100n));
    case 'percent':
      return plain(ratio, over(e.value, 100n));
    case 'permille':
      return plain(ratio, over(e.value, 1000n));
    case 'points':
      return plain(points, over(e.value, 100n));
    case 'months':
      return whole(e.value) ? plain(months) : undefined;
    case 'years': {
      const twelfths = multiply(e.value, rational(12n));
      return whole(twelfths) ? plain(months, twelfths) : undefined;
    }
    case 'days':
      return whole(e.value) ? plain(days) : undefined;
    case 'hours':
    case 'fold':
      return plain(whole(e.value) ? integer(e.value.num, e.value.num) : number);
  }
}

/** The number as a decimal, when it has a short one. */
function decimal(value: Rational): string | undefined {
  for (let power = 1n, digits = 0; digits <= 6; digits += 1, power *= 10n) {
    const scaled = multiply(value, rational(power));
    if (!whole(scaled)) continue;
    if (digits === 0) return String(scaled.num);
    const sign = scaled.num < 0n ? '-' : '';
    const figures = String(scaled.num < 0n ? -scaled.num : scaled.num).padStart(digits + 1, '0');
    return `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
  }
  return undefined;
}

/** The same figure with the unit that the place wants: 10 → 10元, 5% → 5个百分点, 0.7 → 70%. */
export function withUnit(e: Quantity, wanted: Type): string | undefined {
  const hundredfold = decimal(multiply(e.value, rational(100n)));
  const figure = decimal(e.value);
  if (figure === undefined) return undefined;
  if (e.unit === 'none') {
    if (wanted.kind === 'money' || wanted.kind === 'fen') return `${figure}元`;
    if (wanted.kind === 'months') return whole(e.value) ? `${figure}个月` : undefined;
    if (wanted.kind === 'days') return whole(e.value) ? `${figure}天` : undefined;
    if (wanted.kind === 'ratio') return hundredfold !== undefined && e.value.num <= e.value.den ? `${hundredfold}%` : `${figure}%`;
    if (wanted.kind === 'points') return `${figure}个百分点`;
    if (wanted.kind === 'text') return `“${e.text}”`;
    return undefined;
  }
  if (e.unit === 'percent' && wanted.kind === 'points') return `${figure}个百分点`;
  if (e.unit === 'points' && wanted.kind === 'ratio') return `${figure}%`;
  return undefined;
}

/** A bare figure beside a value of another kind: the unit is most likely what is missing. */
export function unitFor(e: Expression, beside: Type): { readonly e: Quantity; readonly text: string } | undefined {
  if (e.kind === 'assumed') return unitFor(e.value, beside);
  const text = e.kind === 'quantity' ? withUnit(e, beside) : undefined;
  return e.kind === 'quantity' && text !== undefined ? { e, text } : undefined;
}

/** `100% ± value` as a text, for the reading of 下调10% as a share. */
export function shareText(e: Expression, plus: boolean): string | undefined {
  if (e.kind !== 'quantity' || (e.unit !== 'percent' && e.unit !== 'permille')) return undefined;
  const share = over(e.value, e.unit === 'percent' ? 100n : 1000n);
  const left = add(rational(1n), plus ? share : multiply(share, rational(-1n)));
  const figure = decimal(multiply(left, rational(100n)));
  return figure === undefined ? undefined : `${figure}%`;
}

/** Whether the expression is a literal 100%. */
export const isWhole = (e: Expression): boolean => e.kind === 'quantity' && e.unit === 'percent' && equal(e.value, rational(100n));

/** A value that stays the same for every visit and every version: no parameter of its own. */
export const fixed = (type: Type, value: Value, span: Expr['span']): Expr => ({ kind: 'constant', type, value, span, citations: [] });

/** True for a number that is 0. */
export const isZero = (value: Value): boolean => value.kind === 'number' && value.value.num === 0n;
