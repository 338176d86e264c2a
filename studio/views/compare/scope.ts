/** What a claim about winners and losers rests on: always shown beside it. */

import type { SideWanted } from '../../loop/compare.ts';
import type { ComparisonState } from '../../store/comparison.ts';
import { faredOf, nothingCompared } from './select.ts';
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
  const nothing = nothingCompared(state);
  if (nothing) {
    const why = nothing.lists.length > 0 ? say('nothingListsWhy', { lists: nothing.lists.join(say('comma')) }) : say('nothingWhy');
    return { claim: say('nothingCompared'), good: false, lines: [why, samplesLine(state, say)] };
  }
  const { more, less } = faredOf(state);
  const measure = say(`${changes.measure}Only`);
  // To owe more is what hurts where something is due.
  const due = changes.measure === 'due';
  const hurt = due ? more.length : less.length;
  const drawnHurt = due ? drawn.more : drawn.less;
  const claim = due
    ? hurt === 0
      ? say('nobodyOwes')
      : say('somebodyOwes', { count: hurt })
    : hurt === 0
      ? say('nobodyLoses', { measure })
      : say('somebodyLoses', { count: hurt, measure });
  const combinations =
    classes.looked === classes.of
      ? say('allCombinations', { count: classes.of })
      : say('someCombinations', { count: classes.looked, of: classes.of });
  const not = [
    ...(classes.neither.open > 0 ? [say('notOpen', { count: classes.neither.open })] : []),
    ...(changes.measure === 'funds' ? [say('notAccount')] : []),
    ...(classes.lists.length > 0 ? [say('notLists', { lists: classes.lists.join(say('comma')) })] : []),
    say('notOthers'),
  ];
  const looked =
    classes.axis === undefined
      ? say('scopeFlat', { combinations })
      : say('scope', { combinations, bills: classes.bills, drawn: drawn.drawn });
  return {
    claim: claim + (drawnHurt > 0 ? say(due ? 'drawnOwe' : 'drawnLose', { count: drawnHurt }) : ''),
    good: hurt === 0 && drawnHurt === 0,
    // What was not compared comes first: on a low screen the rest has to be scrolled to.
    lines: [say('notCompared', { what: not.join(say('listComma')) }), looked + say('sameDay', { day: after.day })],
  };
}

/** Known patients bring their items with them: what came of comparing those. */
function samplesLine({ effects }: ComparisonState, say: SayCompare): string {
  const samples = effects?.samples ?? [];
  const changed = samples.filter(({ how }) => how !== 'same').length;
  return samples.length === 0 ? say('nothingNoSamples') : say('nothingSamples', { count: samples.length, changed });
}
