import type { DayText, Literal } from '../../runtime/ir/types.ts';
import type { CivilDay, Type, Value } from '../model/types.ts';
import { inIrUnit } from './scales.ts';

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** "2023-01-01" */
export const dayText = (day: CivilDay): DayText => `${padded(day.year, 4)}-${padded(day.month, 2)}-${padded(day.day, 2)}`;

/** A scale at which a constant is a whole numerator: a power of ten where there is one, so that 62.55 % reads as 6255. */
export const scaleOfValue = (value: Value, type: Type): bigint =>
  value.kind === 'number' ? decimalScale(inIrUnit(value.value, type).den) : 1n;

function decimalScale(denominator: bigint): bigint {
  let rest = denominator;
  let twos = 0n;
  let fives = 0n;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1n;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1n;
  return rest === 1n ? 10n ** (twos > fives ? twos : fives) : denominator;
}

/** The numerator of a constant at `scale`. INVARIANT: `scale` is a multiple of `scaleOfValue`. */
export function numerator(value: Value, type: Type, scale: bigint): bigint {
  if (value.kind !== 'number') return 0n;
  const exact = inIrUnit(value.value, type);
  return (exact.num * scale) / exact.den;
}

/** A constant as the IR writes it. */
export function literal(value: Value, type: Type, scale: bigint): Literal {
  switch (value.kind) {
    case 'number':
      return String(numerator(value, type, scale));
    case 'date':
      return dayText(value.value);
    case 'text':
    case 'enum':
      return value.value;
    case 'truth':
      return value.value;
    case 'set':
      return value.values;
  }
}
