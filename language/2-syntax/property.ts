import * as t from '../1-tokens/tokens.ts';
import type { KeywordId } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar, noExpression, noPath, noQuoted } from './hole.ts';
import type { Law, Property } from './nodes/policy.ts';
import type { Rule } from './reader.ts';

/** `性质 “题” 于 “政策” [当 条件] : 句` */
export const defineProperty = (p: Grammar): Rule<Property> => {
  const law = defineLaw(p);
  return p.rule<Property>(
    'property',
    () => {
      const start = p.here();
      p.word('property');
      const title = p.one(p.quoted);
      p.word('on');
      const policy = p.one(p.name);
      const guard = p.maybe(0, () => {
        p.word('when');
        return p.one(p.expression);
      });
      p.take(t.Colon);
      const sentence = p.one(law);
      return { kind: 'property', title, policy, ...(guard ? { guard } : {}), law: sentence, span: p.since(start) };
    },
    () => ({ kind: 'property', title: noQuoted(p), policy: nameSoFar(p), law: noLaw(p), span: p.since(p.here()) }),
  );
};

const noLaw = (p: Grammar): Law => ({ kind: 'splitting', along: noPath(p), subject: noExpression(p), span: p.since(p.here()) });

const lineOf = (p: Grammar, name: string, word: KeywordId, read: (start: number) => Law): Rule<Law> =>
  p.rule<Law>(
    name,
    () => {
      const start = p.here();
      p.word(word);
      return read(start);
    },
    () => noLaw(p),
  );

function comma(p: Grammar): void {
  p.take(t.ListComma).role = 'comma';
}

function defineLaw(p: Grammar): Rule<Law> {
  const direction = p.rule<'up' | 'down'>(
    'direction',
    () =>
      p.choose<'up' | 'down'>(0, [
        () => {
          p.word('notDecreasing');
          return 'up';
        },
        () => {
          p.word('notIncreasing');
          return 'down';
        },
      ]),
    () => 'up',
  );
  const laws = [
    lineOf(p, 'bounded', 'bounded', (start) => {
      const subject = p.one(p.expression);
      p.word('between');
      const bounds = within(p);
      return { kind: 'bounded', subject, ...bounds, span: p.since(start) };
    }),
    lineOf(p, 'monotone', 'monotone', (start) => {
      p.word('along');
      const along = p.one(p.path);
      comma(p);
      const subject = p.one(p.expression);
      return { kind: 'monotone', along, subject, direction: p.one(direction), span: p.since(start) };
    }),
    lineOf(p, 'compared', 'compare', (start) => {
      const field = p.one(p.path);
      p.word('from');
      const from = p.one(p.expression);
      p.word('toward');
      const to = p.one(p.expression, 1);
      comma(p);
      const subject = p.one(p.expression, 2);
      return { kind: 'compared', field, from, to, subject, direction: p.one(direction), span: p.since(start) };
    }),
    lineOf(p, 'splitting', 'splitInvariant', (start) => {
      p.word('by');
      const along = p.one(p.path);
      comma(p);
      const subject = p.one(p.expression);
      return { kind: 'splitting', along, subject, span: p.since(start) };
    }),
  ];
  return p.rule<Law>(
    'law',
    () =>
      p.choose(
        0,
        laws.map((one) => () => p.one(one)),
      ),
    () => noLaw(p),
  );
}

/** `a 至 b`, `a 以上`, `a 以下` */
function within(p: Grammar): Pick<Extract<Law, { kind: 'bounded' }>, 'low' | 'high'> {
  const first = p.one(p.expression, 1);
  return p.choose<Pick<Extract<Law, { kind: 'bounded' }>, 'low' | 'high'>>(0, [
    () => {
      p.word('to');
      return { low: first, high: p.one(p.expression, 2) };
    },
    () => {
      p.word('orMore');
      return { low: first };
    },
    () => {
      p.word('orLess');
      return { high: first };
    },
  ]);
}
