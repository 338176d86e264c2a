import * as t from '../1-tokens/tokens.ts';
import type { Grammar } from './grammar.ts';
import { nameOf, nameSoFar, noExpression, noType } from './hole.ts';
import type { Citation, Definition, Parameter } from './nodes/declaration.ts';
import type { Expression } from './nodes/expression.ts';
import type { Table } from './nodes/table.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';
import { inner } from './table.ts';

/** What stands behind =: 出处 lines, then a table or an expression. */
export interface Value {
  readonly citations: readonly Citation[];
  readonly value: Expression | Table;
}

export const defineValue = (p: Grammar): Rule<Value> =>
  p.rule(
    'value',
    () => {
      const citations = citationsBefore(p);
      const value = p.choose<Expression | Table>(0, [() => p.one(p.table), () => p.one(p.expression)]);
      return { citations, value };
    },
    () => ({ citations: [], value: noExpression(p) }),
  );

/** 出处 lines between a sign and what it introduces. */
export function citationsBefore(p: Grammar): Citation[] {
  const citations: Citation[] = [];
  p.repeat(7, () => {
    const one = p.one(p.citation, 7);
    if (one) citations.push(one);
    p.maybe(7, () => inner(p.take(t.End, 7)));
  });
  return citations;
}

/** `参数 名 : 类型 = 式` or, after its 出处 lines, a table. */
export const defineParameter = (p: Grammar): Rule<Parameter> =>
  p.declared<Parameter>(
    'parameter',
    () => {
      const start = p.here();
      p.word('parameter');
      const name = declaredName(p);
      p.take(t.Colon);
      const type = p.one(p.type);
      p.take(t.Equal);
      const { citations, value } = p.one(p.value);
      return { kind: 'parameter', name, type, citations, value, span: p.since(start) };
    },
    () => ({ kind: 'parameter', name: nameSoFar(p), type: noType(p), citations: [], value: noExpression(p), span: p.since(p.here()) }),
  );

/** `定义 名 [(甲 : 类型, …)] : 类型 = 式` or, after its 出处 lines, a table. */
export const defineDefinition = (p: Grammar): Rule<Definition> =>
  p.declared<Definition>(
    'definition',
    () => {
      const start = p.here();
      p.word('define');
      const name = declaredName(p);
      const given = formals(p);
      p.take(t.Colon);
      const type = p.one(p.type);
      p.take(t.Equal);
      const { citations, value } = p.one(p.value);
      return { kind: 'definition', name, formals: given, type, citations, value, span: p.since(start) };
    },
    () => ({
      kind: 'definition',
      name: nameSoFar(p),
      formals: [],
      type: noType(p),
      citations: [],
      value: noExpression(p),
      span: p.since(p.here()),
    }),
  );

/** `[(甲 : 类型, …)]` */
export function formals(p: Grammar): Definition['formals'] {
  const found: Definition['formals'][number][] = [];
  p.maybe(6, () => {
    p.take(t.LeftRound, 6);
    found.push(p.one(p.formal, 6));
    p.repeat(6, () => {
      p.take(t.Comma, 6);
      found.push(p.one(p.formal, 7));
    });
    p.take(t.RightRound, 6);
  });
  return found;
}

/** `甲 : 类型` */
export const defineFormal = (p: Grammar): Rule<Definition['formals'][number]> =>
  p.rule(
    'formal',
    () => {
      const name = p.one(p.name);
      p.take(t.Colon);
      return { name, type: p.one(p.type) };
    },
    () => ({ name: nameOf(p, undefined), type: noType(p) }),
  );
