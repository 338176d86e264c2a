import * as t from '../1-tokens/tokens.ts';
import { citationsBefore } from './definition.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar, noExpression } from './hole.ts';
import type { Guarantee } from './nodes/benefit.ts';
import type { Expression } from './nodes/expression.ts';
import { declaredName } from './path.ts';
import { payers } from './posting.ts';
import type { Rule } from './reader.ts';

/** `保底 名 由 付方 从 部分 = 比例|金额 [于 基数] [经 支付、支付] [当 条件]` */
export const defineGuarantee = (p: Grammar): Rule<Guarantee> =>
  p.declared<Guarantee>(
    'guarantee',
    () => {
      const start = p.here();
      p.word('guarantee');
      const name = declaredName(p);
      const by = payers(p);
      p.word('against');
      const from = p.one(p.names, 1);
      p.take(t.Equal);
      const citations = citationsBefore(p);
      const written = p.one(p.expression);
      const after = p.maybe(0, () => {
        p.word('after');
        return p.one(p.paths);
      });
      const guard = p.maybe(1, () => {
        p.word('when');
        return p.one(p.expression, 1);
      });
      const [floor, base] = splitAtOn(written);
      return {
        kind: 'guarantee',
        name,
        by,
        from,
        floor,
        ...(base ? { base } : {}),
        after: after ?? [],
        ...(guard ? { guard } : {}),
        citations,
        span: p.since(start),
      };
    },
    () => ({
      kind: 'guarantee',
      name: nameSoFar(p),
      by: [],
      from: [],
      floor: noExpression(p),
      after: [],
      citations: [],
      span: p.since(p.here()),
    }),
  );

/** In a guarantee the last 于 names the base: `a × b 于 c` reads as (a × b) 于 c. */
function splitAtOn(written: Expression): readonly [floor: Expression, base?: Expression] {
  if (written.kind === 'asOf') return [written.subject, written.day];
  if (written.kind !== 'binary') return [written];
  const [right, base] = splitAtOn(written.right);
  return base ? [{ ...written, right, span: { ...written.span, end: right.span.end } }, base] : [written];
}
