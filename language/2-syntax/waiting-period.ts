import * as t from '../1-tokens/tokens.ts';
import type { Grammar } from './grammar.ts';
import type { WaitingPeriod } from './nodes/declaration.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

type Counting = NonNullable<WaitingPeriod['counting']>;

/** `等待期 [名] 月数 自 日期 [[暂按] 当日起|次日起 [待定 “reason”]]` */
export const defineWaitingPeriod = (p: Grammar): Rule<WaitingPeriod | undefined> =>
  p.rule<WaitingPeriod | undefined>(
    'waitingPeriod',
    () => {
      const start = p.here();
      p.word('waitingPeriod');
      const name = p.maybe(
        0,
        () => declaredName(p),
        () => named(p),
      );
      const length = p.one(p.expression);
      p.word('starting');
      const since = p.one(p.expression, 1);
      const counting = p.maybe(1, () => countingFrom(p));
      return {
        kind: 'waitingPeriod',
        ...(name ? { name } : {}),
        length,
        since,
        ...(counting ? { counting } : {}),
        citations: [],
        span: p.since(start),
      };
    },
    () => undefined,
  );

/** A word is the name when the length still follows it. */
function named(p: Grammar): boolean {
  const next = p.peek(2);
  if (!next || next.tokenType === t.typeOf('starting')) return false;
  return (
    next.kind === 'number' || next.kind === 'name' || next.kind === 'text' || (next.kind === 'keyword' && next.tokenType !== t.typeOf('on'))
  );
}

function countingFrom(p: Grammar): Counting {
  const start = p.here();
  return p.choose<Counting>(0, [
    () => ({ from: day(p, 1), span: p.since(start) }),
    () => {
      p.word('assume');
      const from = day(p, 2);
      p.word('open');
      const assumed = p.one(p.quoted);
      return { from, assumed, span: p.since(start) };
    },
  ]);
}

function day(p: Grammar, idx: number): Counting['from'] {
  return p.choose<Counting['from']>(idx, [
    () => {
      p.word('sameDay', idx);
      return 'sameDay';
    },
    () => {
      p.word('nextDay', idx);
      return 'nextDay';
    },
  ]);
}
