import * as t from '../1-tokens/tokens.ts';
import { citationsBefore } from './definition.ts';
import type { Grammar } from './grammar.ts';
import { nameOf, nameSoFar, noExpression, noPath } from './hole.ts';
import type { Allocation, Receiver } from './nodes/declaration.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

/** `分配 名 = 式 依次于 甲、乙 : 式、逐项 丙 于 明细 : 式` */
export const defineAllocation = (p: Grammar): Rule<Allocation> =>
  p.declared<Allocation>(
    'allocation',
    () => {
      const start = p.here();
      p.word('allocate');
      const name = declaredName(p);
      p.take(t.Equal);
      const citations = citationsBefore(p);
      const amount = p.one(p.expression);
      p.word('filling');
      const receivers = p.list(2, p.receiver);
      return { kind: 'allocation', name, amount, receivers, citations, span: p.since(start) };
    },
    () => ({ kind: 'allocation', name: nameSoFar(p), amount: noExpression(p), receivers: [], citations: [], span: p.since(p.here()) }),
  );

/** `路径`, `名 : 式`, or `[名 :] 逐项 甲 于 明细 [当 条件] : 式 [每 键 : 式]` */
export const defineReceiver = (p: Grammar): Rule<Receiver> =>
  p.rule<Receiver>(
    'receiver',
    () => {
      const start = p.here();
      return p.choose<Receiver>(0, [
        () => p.one(p.receivingItems),
        () => {
          const path = p.one(p.path);
          const rest = p.maybe(0, () => {
            p.take(t.Colon);
            return p.choose<Receiver>(1, [
              () => ({ ...p.one(p.receivingItems, 1), name: path, span: p.since(start) }),
              () => ({ kind: 'one', path, limit: p.one(p.expression), span: p.since(start) }),
            ]);
          });
          return rest ?? { kind: 'one', path, span: p.since(start) };
        },
      ]);
    },
    () => ({ kind: 'one', path: noPath(p), span: p.since(p.here()) }),
  );

type Items = Extract<Receiver, { readonly kind: 'each' }>;
type Together = NonNullable<Items['together']>;

/** `逐项 甲 于 明细 [当 条件] : 式 [每 键、键 : 式]`, or with the second limit alone */
export const defineReceivingItems = (p: Grammar): Rule<Items> =>
  p.rule<Items>(
    'receivingItems',
    () => {
      const start = p.here();
      p.word('each');
      const item = p.one(p.name);
      p.word('on');
      const list = p.one(p.path);
      const guard = p.maybe(0, () => {
        p.word('when');
        return p.one(p.expression);
      });
      return p.choose<Items>(0, [
        () => {
          p.take(t.Colon);
          const limit = p.one(p.expression, 1);
          const together = p.maybe(1, () => p.one(p.together));
          return { kind: 'each', item, list, ...(guard ? { guard } : {}), limit, ...(together ? { together } : {}), span: p.since(start) };
        },
        () => {
          const together = p.one(p.together, 1);
          return { kind: 'each', item, list, ...(guard ? { guard } : {}), together, span: p.since(start) };
        },
      ]);
    },
    () => ({ kind: 'each', item: nameOf(p, undefined), list: noPath(p), limit: noExpression(p), span: p.since(p.here()) }),
  );

/** `每 键、键 : 式`: the most that all items with the same keys take together. */
export const defineTogether = (p: Grammar): Rule<Together> =>
  p.rule<Together>(
    'together',
    () => {
      p.word('per');
      const keys = p.list(1, p.expression);
      p.take(t.Colon);
      return { keys, limit: p.one(p.expression, 4) };
    },
    () => ({ keys: [], limit: noExpression(p) }),
  );
