import * as t from '../1-tokens/tokens.ts';
import type { KeywordId } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar, noExpression } from './hole.ts';
import type { Batch, Due, Order, Posting } from './nodes/declaration.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

/** `由 付方、付方` or `由 待定 “reason”` */
export function payers(p: Grammar): Posting['by'] {
  p.word('from');
  return p.choose<Posting['by']>(1, [() => p.one(p.open), () => p.one(p.names)]);
}

/** `支付 [名] 由 付方[、付方 分摊 d] [从 部分、部分] [入 账户] [= 式] [叠加] [当 条件]` */
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
      const from = p.maybe(4, () => {
        p.word('against');
        return p.one(p.names, 1);
      });
      const into = p.maybe(5, () => {
        p.word('into');
        return p.one(p.name, 1);
      });
      const value = p.maybe(2, () => {
        p.take(t.Equal);
        return p.one(p.expression);
      });
      const stacks = p.maybe(6, () => p.word('stacking')) !== undefined;
      const guard = p.maybe(3, () => {
        p.word('when');
        return p.one(p.expression, 1);
      });
      return {
        kind: 'posting',
        ...(name ? { name } : {}),
        by,
        ...(share ? { share } : {}),
        from: from ?? [],
        ...(into ? { into } : {}),
        ...(value ? { value } : {}),
        ...(stacks ? { stacks } : {}),
        ...(guard ? { guard } : {}),
        span: p.since(start),
      };
    },
    () => ({ kind: 'posting', name: nameSoFar(p), by: [], from: [], span: p.since(p.here()) }),
  );

/** `缓缴 名 由 付方 至 日期 = 式 [当 条件]`: a share that falls due later. */
export const defineDeferral = (p: Grammar): Rule<Posting> =>
  p.declared<Posting>(
    'deferral',
    () => {
      const start = p.here();
      p.word('defer');
      const name = declaredName(p);
      const by = payers(p);
      p.word('to');
      // Not a whole expression: the = after the day would read as a comparison.
      const until = p.one(p.sum);
      p.take(t.Equal);
      const value = p.one(p.expression);
      const guard = guardOf(p);
      return { kind: 'posting', name, by, from: [], until, value, ...(guard ? { guard } : {}), span: p.since(start) };
    },
    () => ({ kind: 'posting', name: nameSoFar(p), by: [], from: [], span: p.since(p.here()) }),
  );

/** `应缴 名 = 式 [当 条件]` or, after its 出处 lines, a table. */
export const defineDue = (p: Grammar): Rule<Due> =>
  p.declared<Due>(
    'due',
    () => {
      const start = p.here();
      p.word('due');
      const name = declaredName(p);
      p.take(t.Equal);
      const { citations, value } = p.one(p.value);
      const guard = guardOf(p);
      return { kind: 'due', name, citations, value, ...(guard ? { guard } : {}), span: p.since(start) };
    },
    () => ({ kind: 'due', name: nameSoFar(p), citations: [], value: noExpression(p), span: p.since(p.here()) }),
  );

type Remainder = NonNullable<Batch['remainder']>['to'];
const TAKERS: readonly (readonly [KeywordId, Remainder])[] = [
  ['largestItem', 'greatest'],
  ['firstItem', 'first'],
  ['lastItem', 'last'],
  ['fund', 'payer'],
];

/** `拨付 名 由 付方 [从 式] 逐项 甲 于 批 = 式 [当 条件] [尾差归 最大项|首项|末项|基金]` */
export const defineAllotment = (p: Grammar): Rule<Posting> =>
  p.declared<Posting>(
    'allotment',
    () => {
      const start = p.here();
      p.word('allot');
      const name = declaredName(p);
      const by = payers(p);
      const pool = p.maybe(0, () => {
        p.word('against');
        return p.one(p.expression);
      });
      p.word('each');
      const item = p.one(p.name, 1);
      p.word('on');
      const list = p.one(p.path);
      p.take(t.Equal);
      const value = p.one(p.expression, 1);
      const guard = guardOf(p);
      const remainder = p.maybe(1, (): NonNullable<Batch['remainder']> => {
        const at = p.here();
        p.word('remainderTo');
        const to = p.choose<Remainder>(
          0,
          TAKERS.map(([word, taker]) => () => {
            p.word(word);
            return taker;
          }),
        );
        return { to, span: p.since(at) };
      });
      const batch: Batch = { item, list, ...(guard ? { guard } : {}), ...(pool ? { pool } : {}), ...(remainder ? { remainder } : {}) };
      return { kind: 'posting', name, by, from: [], batch, value, span: p.since(start) };
    },
    () => ({ kind: 'posting', name: nameSoFar(p), by: [], from: [], span: p.since(p.here()) }),
  );

const guardOf = (p: Grammar): Due['guard'] =>
  p.maybe(9, () => {
    p.word('when');
    return p.one(p.expression, 9);
  });

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
