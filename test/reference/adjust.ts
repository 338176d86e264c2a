/** A value with its exceptions. */
import type { AdjustmentModel, DefinitionModel } from '../../language/model/types.ts';
import type { Asked } from './expression.ts';
import { evaluate } from './expression.ts';
import { hit } from './hits.ts';
import { plus, times } from './number.ts';
import type { Worth } from './worth.ts';
import { compared, Gap, gapIn, number, ZERO } from './worth.ts';

const AFTER = ['add', 'multiply', 'atLeast', 'atMost'] as const;

/** Round by round, in a round set, add, multiply, then bounds; what a set replaces is not asked; a waiver gives 0 and ends it. */
export function adjusted({ value, rounds }: DefinitionModel, asked: Asked): Worth {
  if (rounds.every((round) => round.length === 0)) return evaluate(value, asked);
  const gaps: Gap[] = [];
  for (const waiver of rounds.flat().filter(({ how }) => how === 'waive')) {
    const holds = evaluate(waiver.guard, asked);
    if (holds === true) {
      hit('adjust waive');
      return ZERO;
    }
    if (holds instanceof Gap) gaps.push(holds);
  }
  let first = rounds.length - 1;
  let began: Worth | undefined;
  for (; first >= 0; first -= 1) {
    [began] = holding(rounds[first] ?? [], 'set', asked, gaps);
    if (began !== undefined) break;
  }
  let worth = began ?? evaluate(value, asked);
  if (worth instanceof Gap) gaps.push(worth);
  for (const round of rounds.slice(Math.max(first, 0))) {
    for (const how of AFTER) {
      for (const by of holding(round, how, asked, gaps)) {
        if (worth instanceof Gap) continue;
        if (how === 'add') worth = plus(number(worth), number(by));
        else if (how === 'multiply') worth = times(number(worth), number(by));
        else if (compared(worth, by) < 0 === (how === 'atLeast')) worth = by;
      }
    }
  }
  return gapIn(...gaps) ?? worth;
}

/**
 * Values of one stage of a round that apply. The first that holds does; another one beside it only when a word joins the two, and there is
 * one word for all of them; of those that say nothing one.
 */
function holding(round: readonly AdjustmentModel[], how: AdjustmentModel['how'], asked: Asked, gaps: Gap[]): readonly Worth[] {
  const held: { readonly join: AdjustmentModel['join']; readonly value: Worth }[] = [];
  for (const { how: own, guard, value, join } of round) {
    if (own !== how || !value) continue;
    if (held.length > 0) {
      const said = held.find((one) => one.join !== undefined)?.join;
      const silent = held.some((one) => one.join === undefined);
      const joins = join === undefined ? said !== undefined && !silent : said === undefined || said === join;
      if (!joins) continue;
    }
    const holds = evaluate(guard, asked);
    if (holds === false) continue;
    const worth = evaluate(value, asked);
    if (holds instanceof Gap) gaps.push(holds);
    if (worth instanceof Gap) gaps.push(worth);
    else if (holds === true) {
      hit(`adjust ${how}`);
      if (join) hit(`join ${join}`);
      held.push({ join, value: worth });
    }
  }
  const values = held.map(({ value }) => value);
  const word = held.find(({ join }) => join !== undefined)?.join;
  if (values.length < 2 || word === 'both') return values;
  return [values.reduce((a, b) => (compared(b, a) !== 0 && compared(b, a) > 0 === (word === 'highest') ? b : a))];
}
