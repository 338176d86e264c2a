import type { Grammar } from './grammar.ts';
import type { Citation } from './nodes/declaration.ts';
import type { Rule } from './reader.ts';

/** `出处 访谈 “sentence”` */
export const defineCitation = (p: Grammar): Rule<Citation | undefined> =>
  p.rule<Citation | undefined>(
    'citation',
    () => {
      const start = p.here();
      p.word('source');
      const document = p.one(p.name);
      const quote = p.one(p.quoted);
      return { kind: 'citation', document, quote, span: p.since(start) };
    },
    () => undefined,
  );
