import { divide, multiply, type Rational, rational } from '../../runtime/money/rational.ts';
import type { StandingValue } from '../values/standing-value.ts';
import type { NoticeNumber } from './notice-number.ts';

/** A number as a decimal; undefined when it has none of at most six places. */
export function decimalText(value: Rational): string | undefined {
  for (let places = 0, power = 1n; places <= 6; places += 1, power *= 10n) {
    const scaled = multiply(value, rational(power));
    if (scaled.den !== 1n) continue;
    const sign = scaled.num < 0n ? '-' : '';
    const figures = String(scaled.num < 0n ? -scaled.num : scaled.num).padStart(places + 1, '0');
    return places === 0 ? `${sign}${figures}` : `${sign}${figures.slice(0, -places)}.${figures.slice(-places)}`;
  }
  return undefined;
}

/** An amount as the rules write it: 2000元, 75%, 10个百分点, 6个月. */
export function written(kind: NoticeNumber['kind'] | StandingValue['kind'], amount: Rational): string | undefined {
  const figure = (of: Rational, unit: string): string | undefined => {
    const text = decimalText(of);
    return text === undefined ? undefined : `${text}${unit}`;
  };
  const hundred = rational(100n);
  switch (kind) {
    case 'money':
      return amount.num !== 0n && (amount.num / amount.den) % 10_000n === 0n && amount.den === 1n
        ? figure(divide(amount, rational(10_000n)), '万元')
        : figure(amount, '元');
    case 'ratio':
      return figure(multiply(amount, hundred), '%');
    case 'points':
      return figure(multiply(amount, hundred), '个百分点');
    case 'months':
      return figure(amount, '个月');
    case 'days':
      return figure(amount, '天');
    case 'number':
    case 'count':
    case 'age':
      return figure(amount, '');
    default:
      return undefined;
  }
}

/** The number of a notice as it would stand in the place of a value. */
export const writtenLike = (number: NoticeNumber, value: StandingValue): string | undefined =>
  number.amount && written(value.kind === 'open' || value.kind === 'formula' ? number.kind : value.kind, number.amount);
