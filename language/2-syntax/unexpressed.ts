import * as t from '../1-tokens/tokens.ts';
import type { Grammar } from './grammar.ts';
import type { Assertion, Unexpressed } from './nodes/declaration.ts';
import type { Rule } from './reader.ts';

/** `未能表达 “sentence” “why”` */
export const defineUnexpressed = (p: Grammar): Rule<Unexpressed | undefined> =>
  p.rule<Unexpressed | undefined>(
    'unexpressed',
    () => {
      const start = p.here();
      p.word('unexpressed');
      const sentence = p.one(p.quoted);
      const why = p.one(p.quoted, 1);
      return { kind: 'unexpressed', sentence, why, span: p.since(start) };
    },
    () => undefined,
  );

/** `断言 “名” : 条件` over constants */
export const defineAssertion = (p: Grammar): Rule<Assertion | undefined> =>
  p.rule<Assertion | undefined>(
    'assertion',
    () => {
      const start = p.here();
      p.word('assert');
      const name = p.one(p.quoted);
      p.take(t.Colon);
      const condition = p.one(p.expression);
      return { kind: 'assertion', name, condition, span: p.since(start) };
    },
    () => undefined,
  );
