import { dayFromText } from '../calendar/date.ts';
import { scaleOf } from '../ir/type-of.ts';
import type { IrType, Literal } from '../ir/types.ts';
import type { Value } from '../ir/value.ts';
import { keyText } from '../ir/value.ts';
import { readDecimal, yuanFromFen } from '../money/fen.ts';
import { decimalText } from '../money/ratio.ts';

/** The value of a cell as one text: money in yuan, numbers exactly, days as 2023-01-01, sets joined by 、. */
export function cellText(value: Value, type: IrType): string {
  if (typeof value !== 'bigint') return keyText(value);
  const scale = scaleOf(type) ?? 1n;
  if (type.kind !== 'money') return decimalText(value, scale);
  return value % scale === 0n ? yuanFromFen(value / scale) : decimalText(value, scale * 100n);
}

/** The text of a cell as a value of a type; undefined when it is not written as the type asks. */
export function valueOfCellText(text: string, type: IrType): Value | undefined {
  switch (type.kind) {
    case 'date':
      return dayFromText(text);
    case 'bool':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'set':
      return text === '' ? [] : text.split('、');
    case 'time':
    case 'text':
    case 'enum':
      return text;
    default:
      return numerator(text, (scaleOf(type) ?? 1n) * (type.kind === 'money' ? 100n : 1n));
  }
}

function numerator(text: string, scale: bigint): bigint | undefined {
  const fraction = /^(-?\d{1,40})\/([1-9]\d{0,39})$/.exec(text);
  const decimal = fraction ? undefined : readDecimal(text);
  if (!fraction && !decimal) return undefined;
  const above = fraction ? BigInt(fraction[1] ?? '') : (decimal?.n ?? 0n);
  const below = fraction ? BigInt(fraction[2] ?? '1') : 10n ** BigInt(decimal?.places ?? 0);
  return (above * scale) % below === 0n ? (above * scale) / below : undefined;
}

/** A key given as a literal, as the text that names the cell. */
export const keyOfLiteral = (literal: Literal): string => (typeof literal === 'object' ? literal.join('、') : String(literal));
