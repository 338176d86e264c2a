import { yuanText } from '../ir/value.ts';
import { beyondLimit } from './faults.ts';
import type { Gap } from './gap.ts';
import { faultGap } from './gap.ts';

/**
 * An amount that was worked out, or the fault of one beyond the policy's 金额上限 in either direction (A11). Steps, of which every event has
 * many, hold themselves against bounds that are worked out once.
 * @param value numerator at `scale`, which is 1 for fen
 * @param most the limit, at the same scale
 */
export const withinLimit = (name: string, value: bigint, most: bigint, scale = 1n): bigint | Gap =>
  value > most || value < -most ? faultGap(beyondLimit(name, yuanText(value, scale).text)) : value;
