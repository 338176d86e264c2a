import * as t from '../1-tokens/tokens.ts';
import type { KeywordId } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import { nameOf, noType } from './hole.ts';
import type { EnumValue, TypeNode } from './nodes/declaration.ts';
import type { Rule } from './reader.ts';
import { inner } from './table.ts';

type Plain = Extract<TypeNode, { kind: 'plain' }>['of'];

const PLAIN = [
  ['money', 'money'],
  ['fenAmount', 'fen'],
  ['rate', 'ratio'],
  ['percentagePoints', 'points'],
  ['number', 'number'],
  ['date', 'date'],
  ['time', 'time'],
  ['monthCount', 'months'],
  ['dayCount', 'days'],
  ['boolean', 'bool'],
  ['text', 'text'],
] as const satisfies readonly (readonly [KeywordId, Plain])[];

/** Words that may begin the range of a whole number; any other word belongs to what follows the type. */
const RANGE: ReadonlySet<KeywordId> = new Set(['moreThan', 'lessThan', 'shortOf', 'reaching', 'notOver', 'atLeast', 'atMost']);

export const defineType = (p: Grammar): Rule<TypeNode> =>
  p.rule<TypeNode>(
    'type',
    () => {
      const start = p.here();
      return p.choose<TypeNode>(0, [
        ...PLAIN.map(([word, of]) => (): TypeNode => {
          p.word(word);
          return { kind: 'plain', of, span: p.since(start) };
        }),
        () => {
          p.word('integer');
          const range = p.maybe(
            0,
            () => p.one(p.cell),
            () => beginsRange(p),
          );
          return { kind: 'integer', ...(range ? { range } : {}), span: p.since(start) };
        },
        () => listed(p, 'oneOf', start, 1),
        () => listed(p, 'setOf', start, 2),
        () => {
          const name = p.one(p.name);
          return { kind: 'named', set: false, name, span: p.since(start) };
        },
      ]);
    },
    () => noType(p),
  );

function beginsRange(p: Grammar): boolean {
  const next = p.peek();
  if (next?.keyword !== undefined) return RANGE.has(next.keyword) && next.tokenType !== t.Name;
  return (
    next?.kind === 'number' ||
    (next?.kind === 'punctuation' && next.tokenType !== t.Equal && next.tokenType !== t.RightRound && next.tokenType !== t.Comma)
  );
}

/** `枚举 { 甲 “1”、乙 }`, `集合 身份类别` */
function listed(p: Grammar, word: 'oneOf' | 'setOf', start: number, idx: number): TypeNode {
  p.word(word);
  return p.choose<TypeNode>(idx, [
    () => {
      p.take(t.LeftBrace, idx);
      const values = p.list(idx * 2, p.enumValue);
      p.maybe(idx, () => inner(p.take(t.End, idx)));
      p.take(t.RightBrace, idx);
      return { kind: word === 'setOf' ? 'set' : 'enum', values, span: p.since(start) };
    },
    () => {
      const name = p.one(p.name, idx);
      return { kind: 'named', set: word === 'setOf', name, span: p.since(start) };
    },
  ]);
}

/** `在职 “11”`: a value, and its national code as text */
export const defineEnumValue = (p: Grammar): Rule<EnumValue> =>
  p.rule<EnumValue>(
    'enumValue',
    () => {
      const name = p.one(p.name);
      const code = p.maybe(0, () => p.one(p.quoted));
      return { name, ...(code ? { code } : {}) };
    },
    () => ({ name: nameOf(p, undefined) }),
  );
