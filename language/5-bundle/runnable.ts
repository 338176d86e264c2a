/** A checked scenario as events that the runtime settles, with what each answer must show. */
import type { Literal } from '../../runtime/ir/types.ts';
import type { BundleExpectation, BundleScenario } from '../../runtime/bundle/format.ts';
import type { EncounterInput } from '../../runtime/answer.ts';
import { multiply, rational } from '../../runtime/money/rational.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { dayText } from '../4-lower/literal.ts';
import type { Expectation, ScenarioModel, Type, Value } from '../model/types.ts';

/** Yuan as text with two decimals. The model's amounts are whole fen here. */
export function yuanText(value: Rational): string {
  const fen = multiply(value, rational(100n));
  const whole = fen.num / fen.den;
  const digits = String(whole < 0n ? -whole : whole).padStart(3, '0');
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
