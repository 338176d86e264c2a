import * as t from '../1-tokens/tokens.ts';
import type { KeywordId } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar } from './hole.ts';
import type { Accumulator } from './nodes/declaration.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

const HOW = [
  ['sum', 'sum'],
  ['count', 'count'],
  ['greatest', 'greatest'],
  ['latest', 'latest'],
  ['setOf', 'set'],
] as const satisfies readonly (readonly [KeywordId, Accumulator['how']])[];

/** `累计 名 [另] = 合计 式 [逐项 甲 于 明细] [当 条件] 每 键、键 [期初 式]` */
export const defineAccumulator = (p: Grammar): Rule<Accumulator> =>
  p.declared<Accumulator>(
    'accumulator',
    () => {
      const start = p.here();
      p.word('accumulate');
      const name = declaredName(p);
      const also = p.maybe(4, () => {
        p.word('also');
        return true as const;
      });
      p.take(t.Equal);
      let minus = false;
      const how = p.choose<Accumulator['how']>(0, [
        ...HOW.map(([word, one]) => () => {
          p.word(word);
          return one;
        }),
        () => {
          p.word('minus');
          minus = true;
          return 'sum';
        },
      ]);
      const value = p.maybe(0, () => p.one(p.expression));
      const each = p.maybe(3, (): NonNullable<Accumulator['each']> => {
        p.word('each');
        const item = p.one(p.name, 1);
        p.word('on');
        const at = p.here();
        const path = p.one(p.path);
        return { item, list: { kind: 'reference', path, span: p.since(at) } };
      });
      const guard = p.maybe(1, () => {
        p.word('when');
        return p.one(p.expression, 1);
      });
      p.word('per');
      const keys = p.list(2, p.expression);
      const opening = p.maybe(2, () => openingValue(p));
      return {
        kind: 'accumulator',
        name,
        ...(also ? { also } : {}),
        how,
        ...(minus ? { minus: true } : {}),
        ...(value ? { value } : {}),
        ...(each ? { each } : {}),
        ...(guard ? { guard } : {}),
        keys,
        ...(opening ? { opening } : {}),
        span: p.since(start),
      };
    },
    () => ({ kind: 'accumulator', name: nameSoFar(p), how: 'sum', keys: [], span: p.since(p.here()) }),
  );

/** `期初 追溯`: the period's earlier events count too. `期初 式`: what a cell begins with. */
function openingValue(p: Grammar): NonNullable<Accumulator['opening']> {
  p.word('opening');
  const start = p.here();
  return p.choose<NonNullable<Accumulator['opening']>>(1, [
    () => {
      p.word('retroactive');
      return { kind: 'retroactive', span: p.since(start) };
    },
    () => p.one(p.expression, 4),
  ]);
}
