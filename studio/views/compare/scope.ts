/** What a claim about winners and losers rests on: always shown beside it. */

import type { SideWanted } from '../../loop/compare.ts';
import type { ComparisonState } from '../../store/comparison.ts';
import { faredOf } from './select.ts';
import type { SayCompare } from './words.ts';

/** The claim, what was looked at, and what was not. */
export interface Scope {
  readonly claim: string;
  readonly good: boolean;
  readonly lines: readonly string[];
}

/** Undefined until the patients have been settled. */
export function scopeOf(state: ComparisonState, after: SideWanted, say: SayCompare): Scope | undefined {
  const { effects, changes } = state;
  if (!effects || !changes) return undefined;
  const { classes, drawn } = effects;
  const { less } = faredOf(state);
  const measure = say(`${changes.measure}Only`);
  const good = less.length === 0 && drawn.less === 0;
  const combinations =
    classes.looked === classes.of
      ? say('allCombinations', { count: classes.of })
      : say('someCombinations', { count: classes.looked, of: classes.of });
  const not = [
    ...(classes.neither.open > 0 ? [say('notOpen', { count: classes.neither.open })] : []),
    ...(changes.measure === 'funds' ? [say('notAccount')] : []),
    say('notLists'),
    say('notOthers'),
  ];
  return {
    claim: [
      less.length === 0 ? say('nobodyLoses', { measure }) : say('somebodyLoses', { count: less.length, measure }),
      ...(drawn.less > 0 ? [say('drawnLose', { count: drawn.less })] : []),
    ].join(''),
    good,
    lines: [
      say('scope', { combinations, bills: classes.bills, drawn: drawn.drawn }) + say('sameDay', { day: after.day }),
      say('notCompared', { what: not.join('；') }),
    ],
  };
}
