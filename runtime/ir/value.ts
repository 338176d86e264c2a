import type { NamedValue } from '../answer.ts';
import { dayFromText, dayText } from '../calendar/date.ts';
import { timeFromText } from '../calendar/time.ts';
import { yuanFromFen } from '../money/fen.ts';
import { decimalText, percentText } from '../money/ratio.ts';
import { rational } from '../money/rational.ts';
import type { IrType, Literal } from './types.ts';

/**
 * A value while it is computed with. Numerators of every scaled or counted type are big integers, days are day numbers, enumeration values
 * and texts are texts, sets are lists of texts: so the JavaScript type alone tells money from a day.
 */
export type Value = bigint | number | boolean | string | readonly string[];

/** A literal of the IR as a value. INVARIANT: it is written as its type asks (`isLiteral`). */
export function valueOfLiteral(literal: Literal, type: IrType): Value {
  if (typeof literal !== 'string') return literal;
  switch (type.kind) {
    case 'date':
      return dayFromText(literal) ?? 0;
    case 'enum':
    case 'time':
    case 'text':
    case 'set':
    case 'bool':
      return literal;
    default:
      return BigInt(literal);
  }
}

/** The value as one text, by which keys of cells are told apart. */
export function keyText(value: Value): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return dayText(value);
    case 'object':
      return value.join('、');
    default:
      return String(value);
  }
}

/** True when two values of one type are the same. */
export function sameValue(a: Value, b: Value): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((item) => b.includes(item));
}

/** An amount of money as text: in yuan, exactly when it is whole fen, else cut off and marked so. */
export function yuanText(numerator: bigint, scale: bigint): { readonly text: string; readonly exact: boolean } {
  const fen = numerator / scale;
  return { text: yuanFromFen(fen), exact: fen * scale === numerator };
}

/** A value in the writing in which values of different scales can be compared as text. */
export function namedValue(value: Value, type: IrType): NamedValue {
  const { kind } = type;
  if (typeof value === 'object') return { kind, value };
  if (typeof value === 'boolean') return { kind, value };
  if (typeof value !== 'bigint') return { kind, value: keyText(value) };
  if (!('scale' in type)) return { kind, value: value.toString() };
  const { num, den } = rational(value, BigInt(type.scale) * (kind === 'money' ? 100n : 1n));
  return { kind, value: decimalText(num, den) };
}

/** A value as a person reads it, without its unit's name: "70%", "8", "2023-01-01", "低保、特困". */
export function shownText(value: Value, type: IrType | undefined): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'bigint') return keyText(value);
  switch (type?.kind) {
    case 'money': {
      const { text, exact } = yuanText(value, BigInt(type.scale));
      return exact ? text : decimalText(value, BigInt(type.scale) * 100n);
    }
    case 'ratio':
    case 'points':
      return percentText(value, BigInt(type.scale));
    case 'number':
      return decimalText(value, BigInt(type.scale));
    default:
      return value.toString();
  }
}

/** True when a literal is written as its type asks. */
export function isLiteral(value: unknown, type: IrType): boolean {
  switch (type.kind) {
    case 'bool':
      return typeof value === 'boolean';
    case 'set':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'date':
      return typeof value === 'string' && dayFromText(value) !== undefined;
    case 'time':
      return typeof value === 'string' && timeFromText(value) === value;
    case 'enum':
    case 'text':
      return typeof value === 'string';
    default:
      return typeof value === 'string' && /^-?\d{1,60}$/.test(value);
  }
}
