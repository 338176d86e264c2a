import * as t from '../1-tokens/tokens.ts';
import type { KeywordId } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar } from './hole.ts';
import type { Adjustment, Again, Exception } from './nodes/declaration.ts';
import type { Name } from './nodes/span.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

const STEPS = [
  ['becomes', 'set'],
  ['plus', 'add'],
  ['minus', 'subtract'],
  ['scaledBy', 'multiply'],
  ['atLeast', 'atLeast'],
  ['atMost', 'atMost'],
] as const satisfies readonly (readonly [KeywordId, string])[];
const JOINS = [
  ['stacking', 'both'],
  ['takeHigher', 'highest'],
  ['takeLower', 'lowest'],
] as const satisfies readonly (readonly [KeywordId, string])[];

/** `例外 名 [于 path] [当 条件] : 乘以 57% [优先于 甲、乙 | 叠加 | 取高 | 取低]` */
export const defineException = (p: Grammar): Rule<Exception> =>
  p.declared<Exception>(
    'exception',
    () => {
      const start = p.here();
      p.word('exception');
      const name = declaredName(p);
      const target = p.maybe(0, () => {
        p.word('on');
        return p.one(p.path);
      });
      const guard = p.maybe(1, () => {
        p.word('when');
        return p.one(p.expression);
      });
      p.take(t.Colon);
      const adjustment = p.one(p.adjustment);
      const order = p.maybe(2, () => precedence(p));
      return {
        kind: 'exception',
        name,
        ...(target ? { target } : {}),
        ...(guard ? { guard } : {}),
        adjustment,
        over: order?.over ?? [],
        ...(order?.join ? { join: order.join } : {}),
        span: p.since(start),
      };
    },
    () => ({
      kind: 'exception',
      name: nameSoFar(p),
      adjustment: { how: 'waive', span: p.since(p.here()) },
      over: [],
      span: p.since(p.here()),
    }),
  );

type Precedence = { readonly over?: readonly Name[]; readonly join?: NonNullable<Exception['join']> };

function precedence(p: Grammar): Precedence {
  return p.choose<Precedence>(0, [
    () => {
      p.word('outranking');
      return { over: p.one(p.names) };
    },
    ...JOINS.map(([word, join]) => (): Precedence => {
      p.word(word);
      return { join };
    }),
  ]);
}

/** `乘以 57%`, `免除` */
export const defineAdjustment = (p: Grammar): Rule<Adjustment> =>
  p.rule<Adjustment>(
    'adjustment',
    () => {
      const start = p.here();
      return p.choose<Adjustment>(0, [
        ...STEPS.map(([word, how], at) => (): Adjustment => {
          p.word(word);
          const value = p.one(p.expression, at);
          return { how, value, span: p.since(start) };
        }),
        () => {
          p.word('waived');
          return { how: 'waive', span: p.since(start) };
        },
      ]);
    },
    () => ({ how: 'waive', span: p.since(p.here()) }),
  );

/** `再`: the exceptions after it form another round. */
export const defineAgain = (p: Grammar): Rule<Again> =>
  p.rule<Again>(
    'again',
    () => {
      const start = p.here();
      p.word('again');
      return { kind: 'again', span: p.since(start) };
    },
    () => ({ kind: 'again', span: p.since(p.here()) }),
  );
