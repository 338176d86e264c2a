/**
 * Operators, each precedence in one flat loop: a formula of any length costs no more stack than a short one.
 */
import type { TokenType } from 'chevrotain';
import { MOST_TERMS } from '../1-tokens/limits.ts';
import * as t from '../1-tokens/tokens.ts';
import * as say from '../diagnostics/syntax.ts';
import { valuesOf } from './cell.ts';
import type { Grammar } from './grammar.ts';
import { noExpression } from './hole.ts';
import type { BinaryOperator, Comparison, Expression } from './nodes/expression.ts';
import type { Rule } from './reader.ts';

const COMPARISONS: readonly (readonly [TokenType, Comparison])[] = [
  [t.Equal, '='],
  [t.NotEqual, '≠'],
  [t.Less, '<'],
  [t.LessOrEqual, '≤'],
  [t.Greater, '>'],
  [t.GreaterOrEqual, '≥'],
];
const compares: ReadonlySet<TokenType> = new Set([...COMPARISONS.map(([type]) => type), t.typeOf('is'), t.typeOf('has')]);

/** Conditions joined by 且 or by 或, not by both. */
export const defineExpression = (p: Grammar): Rule<Expression> =>
  p.rule(
    'expression',
    () => {
      const start = p.here();
      const first = p.one(p.condition);
      const operands: Expression[] = [first];
      let kind: 'and' | 'or' | undefined;
      p.repeat(0, () => {
        const joint = p.choose(0, [() => p.word('and'), () => p.word('or')]);
        p.act(() => {
          const joins = joint.keyword === 'or' ? 'or' : 'and';
          if (kind !== undefined && kind !== joins) p.report(say.mixedAndOr({ span: p.spanOf(joint), whole: p.since(start) }));
          kind ??= joins;
        });
        operands.push(p.one(p.condition, 1));
      });
      return kind === undefined ? first : { kind, operands, span: p.since(start) };
    },
    () => noExpression(p),
  );

export const defineCondition = (p: Grammar): Rule<Expression> =>
  p.rule(
    'condition',
    () => {
      const start = p.here();
      return p.choose<Expression>(0, [
        () => {
          p.word('not');
          const operand = p.one(p.condition);
          return { kind: 'not', operand, span: p.since(start) };
        },
        () => {
          const left = p.one(p.sum);
          const whole = p.maybe(0, () => comparison(p, left, start));
          p.act(() => {
            const next = whole && p.peek();
            if (next && compares.has(next.tokenType)) p.report(say.chainedComparison({ span: p.spanOf(next), whole: p.since(start) }));
          });
          return whole ?? left;
        },
      ]);
    },
    () => noExpression(p),
  );

function comparison(p: Grammar, left: Expression, start: number): Expression {
  return p.choose<Expression>(1, [
    ...COMPARISONS.map(([type, operator], at) => (): Expression => {
      p.take(type);
      const right = p.one(p.sum, at + 1);
      return { kind: 'compare', operator, left, right, span: p.since(start) };
    }),
    () => {
      p.word('is');
      const cell = p.one(p.cell);
      return { kind: 'is', subject: left, cell, span: p.since(start) };
    },
    () => {
      p.word('has');
      const values = valuesOf(p, 2);
      return { kind: 'contains', subject: left, values, span: p.since(start) };
    },
    () => {
      const cell = p.one(p.prefixed);
      return { kind: 'is', subject: left, cell, span: p.since(start) };
    },
  ]);
}

export const defineSum = (p: Grammar): Rule<Expression> =>
  binary(p, 'sum', () => p.product, [
    [t.Plus, '+'],
    [t.Minus, '-'],
  ]);

export const defineProduct = (p: Grammar): Rule<Expression> =>
  binary(p, 'product', () => p.operand, [
    [t.Times, '×'],
    [t.Divide, '÷'],
  ]);

function binary(
  p: Grammar,
  name: string,
  part: () => Rule<Expression>,
  operators: readonly (readonly [TokenType, BinaryOperator])[],
): Rule<Expression> {
  return p.rule(
    name,
    () => {
      const start = p.here();
      let whole = p.one(part());
      let terms = 1;
      p.repeat(0, () => {
        const operator = p.choose(
          0,
          operators.map(([type, sign]) => () => {
            p.take(type);
            return sign;
          }),
        );
        const right = p.one(part(), 1);
        // Passes walk a formula from operator to operator: one without measure is told and not built.
        if (++terms <= MOST_TERMS) whole = { kind: 'binary', operator, left: whole, right, span: p.since(start) };
        if (terms === MOST_TERMS + 1) p.act(() => p.report(say.formulaTooLong({ most: MOST_TERMS, span: p.since(start) })));
      });
      return whole;
    },
    () => noExpression(p),
  );
}
