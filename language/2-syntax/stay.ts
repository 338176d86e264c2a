import * as t from '../1-tokens/tokens.ts';
import type { Grammar } from './grammar.ts';
import type { JoinStay, SplitStay } from './nodes/stay.ts';
import type { Rule } from './reader.ts';

const PERIODS = { yearEnd: 'year', quarterEnd: 'quarter', monthEnd: 'month' } as const;

/** `拆单 于 年末 自 入院日 至 出院日 [按 项目.发生日] [当 条件]` */
export const defineSplitStay = (p: Grammar): Rule<SplitStay | undefined> =>
  p.rule<SplitStay | undefined>(
    'splitStay',
    () => {
      const start = p.here();
      p.word('splitStay');
      p.word('on');
      let begins: SplitStay['begins'];
      const period = p.choose<SplitStay['period']>(0, [
        () => take(p, 'yearEnd'),
        () => take(p, 'quarterEnd'),
        () => take(p, 'monthEnd'),
        () => {
          p.word('insuranceYear');
          p.take(t.LeftRound);
          const month = p.one(p.constant);
          p.take(t.Comma);
          begins = [month, p.one(p.constant, 1)];
          p.take(t.RightRound);
          return 'year';
        },
      ]);
      p.word('starting');
      const from = p.one(p.path);
      p.word('to');
      const to = p.one(p.path, 1);
      const by = p.maybe(0, () => {
        p.word('by');
        return p.one(p.path, 2);
      });
      const guard = p.maybe(1, () => {
        p.word('when');
        return p.one(p.expression);
      });
      return {
        kind: 'splitStay',
        period,
        ...(begins ? { begins } : {}),
        from,
        to,
        ...(by ? { by } : {}),
        ...(guard ? { guard } : {}),
        span: p.since(start),
      };
    },
    () => undefined,
  );

function take<K extends keyof typeof PERIODS>(p: Grammar, word: K): (typeof PERIODS)[K] {
  p.word(word);
  return PERIODS[word];
}

/** `并单 当 条件 并入 条件 自 就诊日 至 入院日 3天以内` */
export const defineJoinStay = (p: Grammar): Rule<JoinStay | undefined> =>
  p.rule<JoinStay | undefined>(
    'joinStay',
    () => {
      const start = p.here();
      p.word('joinStay');
      p.word('when');
      const earlier = p.one(p.expression);
      p.word('intoStay');
      const stay = p.one(p.expression, 1);
      p.word('starting');
      const from = p.one(p.path);
      p.word('to');
      const to = p.one(p.path, 1);
      const within = p.one(p.expression, 2);
      p.word('within');
      return { kind: 'joinStay', earlier, stay, from, to, within, span: p.since(start) };
    },
    () => undefined,
  );
