import type { Grammar, Rule } from './grammar.ts';
import { noExpression } from './hole.ts';
import type { Expression } from './nodes/expression.ts';

const HOW = { sum: 'sum', count: 'count', greatest: 'greatest', least: 'least' } as const;

/** `合计 甲.金额 逐项 甲 于 明细单 当 条件` */
export const defineFold = (p: Grammar): Rule<Expression> =>
  p.rule(
    'fold',
    () => {
      const start = p.here();
      const how = p.choose(0, [() => take(p, 'sum'), () => take(p, 'count'), () => take(p, 'greatest'), () => take(p, 'least')]);
      const body = p.maybe(0, () => p.one(p.expression));
      p.word('each');
      const item = p.one(p.name);
      p.word('on');
      const at = p.here();
      const path = p.one(p.path);
      const list: Expression = { kind: 'reference', path, span: p.since(at) };
      const guard = p.maybe(1, () => {
        p.word('when');
        return p.one(p.expression, 1);
      });
      return { kind: 'fold', how, ...(body ? { body } : {}), item, list, ...(guard ? { guard } : {}), span: p.since(start) };
    },
    () => noExpression(p),
  );

function take<K extends keyof typeof HOW>(p: Grammar, how: K): (typeof HOW)[K] {
  p.word(how);
  return HOW[how];
}
