import type { Grammar } from './grammar.ts';
import { noExpression, noQuoted } from './hole.ts';
import type { Expression, Open } from './nodes/expression.ts';
import type { Rule } from './reader.ts';

/** `待定 “reason” [候选 a、b] [不早于 A] [不晚于 B]` */
export const defineOpen = (p: Grammar): Rule<Open> =>
  p.rule(
    'open',
    () => {
      const start = p.here();
      p.word('open');
      const reason = p.one(p.quoted);
      const candidates = p.maybe(0, () => {
        p.word('candidates');
        return p.list(1, p.constant);
      });
      const notBefore = p.maybe(1, () => {
        p.word('notBefore');
        return p.one(p.constant, 3);
      });
      const notAfter = p.maybe(2, () => {
        p.word('notAfter');
        return p.one(p.constant, 4);
      });
      return {
        kind: 'open',
        reason,
        candidates: candidates ?? [],
        ...(notBefore ? { notBefore } : {}),
        ...(notAfter ? { notAfter } : {}),
        span: p.since(start),
      };
    },
    () => ({ kind: 'open', reason: noQuoted(p), candidates: [], span: p.since(p.here()) }),
  );

/** `暂按 x 待定 “reason”` */
export const defineAssumed = (p: Grammar): Rule<Expression> =>
  p.rule(
    'assumed',
    () => {
      const start = p.here();
      p.word('assume');
      const value = p.one(p.expression);
      p.word('open');
      const reason = p.one(p.quoted);
      return { kind: 'assumed', value, reason, span: p.since(start) };
    },
    () => noExpression(p),
  );
