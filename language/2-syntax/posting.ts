import * as t from '../1-tokens/tokens.ts';
import type { Grammar, Rule } from './grammar.ts';
import { nameSoFar } from './hole.ts';
import type { Order, Posting } from './nodes/declaration.ts';
import { declaredName } from './path.ts';

/** `由 付方、付方` or `由 待定 “reason”` */
export function payers(p: Grammar): Posting['by'] {
  p.word('from');
  return p.choose<Posting['by']>(1, [() => p.one(p.open), () => p.one(p.names)]);
}

/** `支付 [名] 由 付方[、付方 分摊 d] 从 部分、部分 [= 式] [当 条件]` */
export const definePosting = (p: Grammar): Rule<Posting> =>
  p.declared<Posting>(
    'posting',
    () => {
      const start = p.here();
      p.word('pay');
      const name = p.maybe(
        0,
        () => declaredName(p),
        () => !p.isWord('from'),
      );
      const by = payers(p);
      const share = p.maybe(1, () => {
        p.word('sharedBy');
        return p.choose<NonNullable<Posting['share']>>(2, [() => p.one(p.open, 1), () => p.one(p.path)]);
      });
      p.word('against');
      const from = p.one(p.names, 1);
      const value = p.maybe(2, () => {
        p.take(t.Equal);
        return p.one(p.expression);
      });
      const guard = p.maybe(3, () => {
        p.word('when');
        return p.one(p.expression, 1);
      });
      return {
        kind: 'posting',
        ...(name ? { name } : {}),
        by,
        ...(share ? { share } : {}),
        from,
        ...(value ? { value } : {}),
        ...(guard ? { guard } : {}),
        span: p.since(start),
      };
    },
    () => ({ kind: 'posting', name: nameSoFar(p), by: [], from: [], span: p.since(p.here()) }),
  );

/** `先后 甲、乙、丙` */
export const defineOrder = (p: Grammar): Rule<Order | undefined> =>
  p.rule<Order | undefined>(
    'order',
    () => {
      const start = p.here();
      p.word('order');
      const postings = p.one(p.paths);
      return { kind: 'order', postings, span: p.since(start) };
    },
    () => undefined,
  );
