import type { Rational } from '../../runtime/money/rational.ts';
import { multiply, rational } from '../../runtime/money/rational.ts';
import type { Type, Value } from '../model/types.ts';

/** At most six decimals, else a fraction. */
function decimal(value: Rational): string {
  const scaled = multiply(value, rational(1_000_000n));
  if (scaled.den !== 1n) return `${value.num}/${value.den}`;
  const sign = scaled.num < 0n ? '-' : '';
  const digits = String(scaled.num < 0n ? -scaled.num : scaled.num).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/u, '');
  return `${sign}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A constant as a policy would write it: 1300元, 70%, 2023-01-01. */
export function shown(value: Value, type: Type): string {
  switch (value.kind) {
    case 'number':
      if (type.kind === 'money' || type.kind === 'fen') return `${decimal(value.value)}元`;
      if (type.kind === 'ratio') return `${decimal(multiply(value.value, rational(100n)))}%`;
      if (type.kind === 'points') return `${decimal(multiply(value.value, rational(100n)))}个百分点`;
      return `${decimal(value.value)}${type.kind === 'months' ? '个月' : type.kind === 'days' ? '天' : ''}`;
    case 'date':
      return `${value.value.year}-${pad(value.value.month)}-${pad(value.value.day)}`;
    case 'text':
    case 'enum':
      return value.value;
    case 'truth':
      return value.value ? '真' : '假';
    case 'set':
      return value.values.length === 0 ? '无' : value.values.join('、');
  }
}
