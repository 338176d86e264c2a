import * as t from '../1-tokens/tokens.ts';
import * as say from '../diagnostics/syntax.ts';
import { day, numeral, textOr, truth } from './cell.ts';
import type { Grammar } from './grammar.ts';
import { noExpression } from './hole.ts';
import type { Argument, Expression } from './nodes/expression.ts';
import type { Name } from './nodes/span.ts';
import type { Rule } from './reader.ts';

export const defineOperand = (p: Grammar): Rule<Expression> =>
  p.rule(
    'operand',
    () => {
      const start = p.here();
      const subject = p.choose<Expression>(0, [
        () => numeral(p, p.take(t.Numeral), undefined),
        () => {
          const sign = p.take(t.Minus);
          sign.role = 'sign';
          return numeral(p, p.take(t.Numeral, 1), sign);
        },
        () => day(p),
        () => truth(p),
        () => p.one(p.choice),
        () => p.one(p.open),
        () => p.one(p.assumed),
        () => p.one(p.fold),
        () => p.one(p.remaining),
        () => p.one(p.application),
        () => {
          p.take(t.LeftRound);
          const inner = p.one(p.expression);
          p.take(t.RightRound);
          return inner;
        },
      ]);
      const asOf = p.maybe(0, () => {
        p.word('on');
        return p.one(p.operand);
      });
      return asOf ? { kind: 'asOf', subject, day: asOf, span: p.since(start) } : subject;
    },
    () => noExpression(p),
  );

/** `如果 条件 则 式 否则 式` */
export const defineChoice = (p: Grammar): Rule<Expression> =>
  p.rule(
    'choice',
    () => {
      const start = p.here();
      p.word('if');
      const condition = p.one(p.expression);
      p.word('then');
      const then = p.one(p.expression, 1);
      p.word('else');
      const otherwise = p.one(p.expression, 2);
      return { kind: 'if', condition, then, otherwise, span: p.since(start) };
    },
    () => noExpression(p),
  );

/** `余(政策范围内、先行自付, 经 住院.支付、大病支付)` */
export const defineRemaining = (p: Grammar): Rule<Expression> =>
  p.rule(
    'remaining',
    () => {
      const start = p.here();
      p.word('remaining');
      p.take(t.LeftRound);
      const parts = p.one(p.paths);
      const after = p.maybe(0, () => {
        p.take(t.Comma);
        p.word('after');
        return p.one(p.paths, 1);
      });
      p.take(t.RightRound);
      return { kind: 'remaining', parts, after: after ?? [], span: p.since(start) };
    },
    () => noExpression(p),
  );

interface ReadArgument extends Argument {
  readonly to?: Expression;
}

/** A name, a path, or a call of one. */
export const defineApplication = (p: Grammar): Rule<Expression> =>
  p.rule(
    'application',
    () => {
      const start = p.here();
      const path = p.one(p.path);
      const plain = textOr(p, { kind: 'reference', path, span: p.since(start) });
      const args: ReadArgument[] = [];
      const called = p.maybe(0, () => {
        p.take(t.LeftRound);
        p.maybe(1, () => {
          args.push(p.one(p.argument));
          p.repeat(0, () => {
            p.take(t.Comma);
            args.push(p.one(p.argument, 1));
          });
        });
        p.take(t.RightRound);
        return true;
      });
      if (!called) return plain;
      const [first] = args;
      if (first?.to && args.length === 1 && !first.name) {
        return { kind: 'slice', callee: path, from: first.value, to: first.to, span: p.since(start) };
      }
      p.act(() => {
        const range = args.find((one) => one.to);
        if (range?.to) p.report(say.rangeAmongArguments({ span: { ...range.value.span, end: range.to.span.end } }));
      });
      return {
        kind: 'call',
        callee: path,
        args: args.map(({ name, value }) => ({ ...(name ? { name } : {}), value })),
        span: p.since(start),
      };
    },
    () => noExpression(p),
  );

/** `式`, `键 = 式`, or the range `式 至 式` of a slice. */
export const defineArgument = (p: Grammar): Rule<ReadArgument> =>
  p.rule(
    'argument',
    () => {
      const name = p.maybe(
        0,
        (): Name => {
          const one = p.one(p.name);
          p.take(t.Equal);
          return one;
        },
        () => p.is(t.Equal, 2),
      );
      const value = p.one(p.expression);
      const to = p.maybe(1, () => {
        p.word('to');
        return p.one(p.expression, 1);
      });
      return { ...(name ? { name } : {}), value, ...(to ? { to } : {}) };
    },
    () => ({ value: noExpression(p) }),
  );
