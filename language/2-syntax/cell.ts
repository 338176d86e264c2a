/**
 * Cells of tables, also behind 是, as row keys and as the range of a whole number: values, intervals, 任意, 其他.
 */

import { rational, subtract } from '../../runtime/money/rational.ts';
import * as t from '../1-tokens/tokens.ts';
import type { KeywordId } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import { noCell, noExpression } from './hole.ts';
import type { Expression } from './nodes/expression.ts';
import type { Bound, Cell } from './nodes/table.ts';
import type { Rule } from './reader.ts';

type Side = 'low' | 'high';
interface Limit {
  readonly side: Side;
  readonly included: boolean;
}

const BEFORE = [
  ['moreThan', 'low', false],
  ['atLeast', 'low', true],
  ['reaching', 'low', true],
  ['lessThan', 'high', false],
  ['shortOf', 'high', false],
  ['notOver', 'high', true],
  ['atMost', 'high', true],
] as const satisfies readonly (readonly [KeywordId, Side, boolean])[];
const SIGNS = [
  [t.Less, 'high', false],
  [t.LessOrEqual, 'high', true],
  [t.Greater, 'low', false],
  [t.GreaterOrEqual, 'low', true],
] as const;
const BEHIND = [
  ['orMore', 'low', true],
  ['orLess', 'high', true],
  ['within', 'high', true],
  ['beyond', 'low', false],
] as const satisfies readonly (readonly [KeywordId, Side, boolean])[];

const bound = (value: Expression, included: boolean, implied: boolean): Bound => ({ value, included, implied });

/** A number, a day, 真, 假, a text or a name: what may stand in a cell. */
export const defineConstant = (p: Grammar): Rule<Expression> =>
  p.rule(
    'constant',
    () =>
      p.choose<Expression>(0, [
        () => numeral(p, p.take(t.Numeral), undefined),
        () => {
          const sign = p.take(t.Minus);
          sign.role = 'sign';
          return numeral(p, p.take(t.Numeral, 1), sign);
        },
        () => day(p),
        () => truth(p),
        () => {
          const start = p.here();
          const path = p.one(p.path);
          return textOr(p, { kind: 'reference', path, span: p.since(start) });
        },
      ]),
    () => noExpression(p),
  );

/** A number as written, negative when a sign belongs to it. */
export function numeral(p: Grammar, token: t.Token, sign: t.Token | undefined): Expression {
  const zero = rational(0n);
  const { value = zero, unit = 'none' } = token.number ?? {};
  return {
    kind: 'quantity',
    value: sign ? subtract(zero, value) : value,
    unit,
    text: sign ? `-${token.text}` : token.text,
    span: p.since(sign?.start ?? token.start),
  };
}

export function day(p: Grammar): Expression {
  const token = p.take(t.DateLiteral);
  const { year, month, day: dayOfMonth } = token.date ?? { year: 1, month: 1, day: 1 };
  if (token.date?.time !== undefined) return { kind: 'time', text: token.date.time, span: p.spanOf(token) };
  return { kind: 'date', year, month, day: dayOfMonth, span: p.spanOf(token) };
}

export function truth(p: Grammar): Expression {
  const token = p.choose(5, [() => p.word('true'), () => p.word('false')]);
  return { kind: 'truth', value: token.keyword === 'true', span: p.spanOf(token) };
}

/** A quoted text that stands alone is a text; the checker says whether it names a value. */
export function textOr(p: Grammar, reference: Extract<Expression, { kind: 'reference' }>): Expression {
  const last = p.peek(0);
  const { path } = reference;
  if (p.RECORDING_PHASE || last?.kind !== 'text' || path.names.length !== 1 || path.keys.length > 0) return reference;
  return { kind: 'text', value: last.value, span: reference.span };
}

/** Values joined by 、 */
export function valuesOf(p: Grammar, idx: number): Expression[] {
  return p.list(idx, p.constant);
}

export const defineCell = (p: Grammar): Rule<Cell> =>
  p.rule(
    'cell',
    () => {
      const start = p.here();
      return p.choose<Cell>(0, [
        () => {
          p.word('any');
          return { kind: 'any', span: p.since(start) };
        },
        () => {
          p.word('other');
          return { kind: 'other', span: p.since(start) };
        },
        () => p.one(p.membership),
        () => bracketed(p, start),
        () => {
          p.word('to', 2);
          const high = p.one(p.constant, 5);
          return { kind: 'interval', high: bound(high, true, true), span: p.since(start) };
        },
        () => p.one(p.prefixed),
        () => plain(p, start),
      ]);
    },
    () => noCell(p),
  );

/** `含 低保、特困`, `含 低保 非 含 特困`, `非 含 特困` */
export const defineMembership = (p: Grammar): Rule<Cell> =>
  p.rule(
    'membership',
    () => {
      const start = p.here();
      return p.choose<Cell>(0, [
        () => {
          p.word('has');
          const some = valuesOf(p, 1);
          const none = p.maybe(0, () => {
            p.word('not');
            p.word('has', 1);
            return valuesOf(p, 3);
          });
          return { kind: 'has', some, none: none ?? [], span: p.since(start) };
        },
        () => {
          p.word('not', 1);
          p.word('has', 2);
          const none = valuesOf(p, 5);
          return { kind: 'has', some: [], none, span: p.since(start) };
        },
      ]);
    },
    () => noCell(p),
  );

/** `[0元 至 100元)` */
function bracketed(p: Grammar, start: number): Cell {
  const open = p.choose(1, [() => p.take(t.LeftSquare), () => p.take(t.LeftRound)]);
  const low = p.one(p.constant, 3);
  p.word('to', 1);
  const high = p.one(p.constant, 4);
  const close = p.choose(2, [() => p.take(t.RightSquare), () => p.take(t.RightRound)]);
  return {
    kind: 'interval',
    low: bound(low, open.tokenType === t.LeftSquare, false),
    high: bound(high, close.tokenType === t.RightSquare, false),
    span: p.since(start),
  };
}

/** `2`, `二级、一级`, `1 至 3`, `2 以上`, `2 以上 不满 5` */
function plain(p: Grammar, start: number): Cell {
  const first = p.one(p.constant);
  const interval = p.maybe(0, () =>
    p.choose<Cell>(3, [
      () => {
        p.word('to');
        const high = p.one(p.constant, 1);
        return { kind: 'interval', low: bound(first, true, true), high: bound(high, true, true), span: p.since(start) };
      },
      () => {
        const limit = behind(p, 4);
        const second = p.maybe(1, () => p.one(p.prefixed, 1)) ?? p.maybe(2, () => trailing(p));
        return interval2(first, limit, second, p.since(start));
      },
    ]),
  );
  if (interval) return interval;
  const values = [first];
  p.repeat(0, () => {
    p.take(t.ListComma).role = 'list';
    values.push(p.one(p.constant, 2));
  });
  return { kind: 'values', values, span: p.since(start) };
}

/** The other end of `5 以上 10 以下`. */
function trailing(p: Grammar): Cell {
  const start = p.here();
  const value = numeral(p, p.take(t.Numeral), undefined);
  const limit = behind(p, 6);
  return interval2(value, limit, undefined, p.since(start));
}

function behind(p: Grammar, idx: number): Limit {
  return p.choose<Limit>(
    idx,
    BEHIND.map(([word, side, included]) => () => {
      p.word(word, idx);
      return { side, included };
    }),
  );
}

function interval2(value: Expression, limit: Limit | undefined, other: Cell | undefined, span: Cell['span']): Cell {
  const own = bound(value, limit?.included ?? true, false);
  const rest = other?.kind === 'interval' ? other : undefined;
  const low = limit?.side === 'low' ? own : rest?.low;
  const high = limit?.side === 'low' ? rest?.high : own;
  return { kind: 'interval', ...(low ? { low } : {}), ...(high ? { high } : {}), span };
}

/** `不满 18周岁`, `> 3`, `超过 5 不超过 10` */
export const definePrefixed = (p: Grammar): Rule<Cell> =>
  p.rule(
    'prefixed',
    () => {
      const start = p.here();
      const limit = before(p);
      const value = p.one(p.constant);
      const second = p.maybe(0, () => p.one(p.prefixed)) ?? p.maybe(1, () => trailing(p));
      return interval2(value, limit, second, p.since(start));
    },
    () => noCell(p),
  );

function before(p: Grammar): Limit {
  return p.choose<Limit>(0, [
    ...BEFORE.map(([word, side, included]) => () => {
      p.word(word);
      return { side, included };
    }),
    ...SIGNS.map(([type, side, included]) => () => {
      p.take(type);
      return { side, included };
    }),
  ]);
}
