import * as t from '../1-tokens/tokens.ts';
import { citationsBefore } from './definition.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar, noExpression, noQuoted } from './hole.ts';
import type { Eligibility } from './nodes/declaration.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

/** `资格 名 : 条件 否则 “理由”` */
export const defineEligibility = (p: Grammar): Rule<Eligibility> =>
  p.declared<Eligibility>(
    'eligibility',
    () => {
      const start = p.here();
      p.word('eligibility');
      const name = declaredName(p);
      p.take(t.Colon);
      const citations = citationsBefore(p);
      const condition = p.one(p.expression);
      p.word('else');
      const reason = p.one(p.quoted);
      return { kind: 'eligibility', name, condition, reason, citations, span: p.since(start) };
    },
    () => ({
      kind: 'eligibility',
      name: nameSoFar(p),
      condition: noExpression(p),
      reason: noQuoted(p),
      citations: [],
      span: p.since(p.here()),
    }),
  );
