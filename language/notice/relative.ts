import { dayFromText } from '../../runtime/calendar/date.ts';
import type { DayText } from '../../runtime/ir/types.ts';
import { add, compare, multiply, type Rational, rational, subtract } from '../../runtime/money/rational.ts';
import type { TopLevel } from '../2-syntax/nodes/policy.ts';
import { ladderOfTexts, standing } from '../3-check/analyses/standing.ts';
import { chainsOf } from '../3-check/forms/chain.ts';
import { printExpression, printName, printPath } from '../3-check/forms/print.ts';
import type { StandingValue } from '../values/standing-value.ts';
import { decimalText, written } from './written.ts';

/**
 * The lines that make a step of points a share of the ratio: 减 10个百分点 becomes 乘以 90%. Undefined when what stands at the path is no
 * step that is added or taken off.
 */
export function relativeLines(blocks: readonly TopLevel[], policy: string, on: DayText, path: string, by: Rational): string | undefined {
  const ladder = ladderOfTexts(blocks);
  const rung = ladder.get(policy);
  if (!rung) return undefined;
  const { items } = standing(rung, ladder, dayFromText(on) ?? 0);
  for (const [item, chain] of chainsOf(items)) {
    const how = item.adjustment.how;
    if (!chain || (how !== 'add' && how !== 'subtract') || `${printPath(chain.target)}.${printName(item.name)}` !== path) continue;
    const left = add(rational(1n), how === 'subtract' ? { num: -by.num, den: by.den } : by);
    const percent = decimalText(multiply(left, rational(100n)));
    if (percent === undefined) return undefined;
    const guard = item.guard ? ` 当 ${printExpression(item.guard)}` : '';
    return `停止 ${path}\n新增 例外 ${printName(item.name)} 于 ${printPath(chain.target)}${guard} : 乘以 ${percent}%`;
  }
  return undefined;
}

/** “Lowered by 10%” worked out in both readings on a ratio that the policy states: 70% becomes 60% or 63%. */
export function twoReadings(
  values: readonly StandingValue[],
  by: Rational,
): { readonly of: string; readonly points: string; readonly relative: string } | undefined {
  const one = rational(1n);
  const stated = values.find(
    ({ kind, status, amount }) => kind === 'ratio' && status === 'stated' && amount && amount.num > 0n && compare(amount, one) < 0,
  );
  if (!stated?.amount) return undefined;
  const points = written('ratio', subtract(stated.amount, by));
  const relative = written('ratio', multiply(stated.amount, subtract(one, by)));
  return points === undefined || relative === undefined ? undefined : { of: stated.text, points, relative };
}
