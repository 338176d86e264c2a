import * as t from '../1-tokens/tokens.ts';
import type { KeywordId } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import type { Referred, RoundingNode, Setting } from './nodes/policy.ts';
import type { Name } from './nodes/span.ts';
import type { Rule } from './reader.ts';

type Of<K> = Extract<Setting, { readonly kind: K }>;

const LAWS = ['settlement', 'cashBenefit', 'contribution', 'clearing', 'inheritedOnly'] as const;
const MODES = [
  ['roundTo', 'halfUp'],
  ['roundDownTo', 'down'],
  ['roundUpTo', 'up'],
] as const;
const COINS = [
  ['Fen', 'fen'],
  ['Jiao', 'jiao'],
  ['Yuan', 'yuan'],
] as const;
const ROUNDINGS: readonly (readonly [KeywordId, RoundingNode['mode'], RoundingNode['unit']])[] = MODES.flatMap(([mode, how]) =>
  COINS.map(([coin, unit]) => [`${mode}${coin}`, how, unit] as const),
);

/** One line of law. */
export const defineSetting = (p: Grammar): Rule<Setting | undefined> => {
  const lines: readonly Rule<Setting | undefined>[] = [
    area(p),
    scheme(p),
    entry(p),
    document(p),
    effective(p),
    published(p),
    dayField(p, 'versionDay'),
    dayField(p, 'periodDay'),
    subject(p),
    rounding(p),
    onReversal(p),
    moneyLimit(p),
    booksOpen(p),
    inherits(p),
    refersTo(p),
  ];
  return p.rule<Setting | undefined>(
    'setting',
    () =>
      p.choose(
        0,
        lines.map((line) => () => p.one(line)),
      ),
    () => undefined,
  );
};

/** A line that begins with its keyword and has nothing to keep when it breaks. */
const lineOf = <S extends Setting>(p: Grammar, name: string, word: KeywordId, read: (start: number) => S): Rule<S | undefined> =>
  p.rule<S | undefined>(
    name,
    () => {
      const start = p.here();
      p.word(word);
      return read(start);
    },
    () => undefined,
  );

const area = (p: Grammar): Rule<Of<'area'> | undefined> =>
  lineOf(p, 'area', 'area', (start) => {
    const code = p.one(p.quoted);
    const name = p.one(p.name);
    return { kind: 'area', code, name, span: p.since(start) };
  });

const scheme = (p: Grammar): Rule<Of<'scheme'> | undefined> =>
  lineOf(p, 'scheme', 'scheme', (start) => {
    const value = p.one(p.expression);
    return { kind: 'scheme', value, span: p.since(start) };
  });

const entry = (p: Grammar): Rule<Of<'entry'> | undefined> =>
  lineOf(p, 'entry', 'entry', (start) => {
    const law = p.choose(
      0,
      LAWS.map((one) => () => keep(p, one, one)),
    );
    return { kind: 'entry', law, span: p.since(start) };
  });

const document = (p: Grammar): Rule<Of<'document'> | undefined> =>
  lineOf(p, 'document', 'basis', (start) => {
    const alias = p.one(p.name);
    p.take(t.Equal);
    p.word('document');
    const file = p.one(p.quoted);
    return { kind: 'document', alias, file, span: p.since(start) };
  });

const effective = (p: Grammar): Rule<Of<'effective'> | undefined> =>
  lineOf(p, 'effective', 'starting', (start) => {
    const day = p.one(p.expression);
    p.word('onward');
    return { kind: 'effective', day, span: p.since(start) };
  });

const published = (p: Grammar): Rule<Of<'published'> | undefined> =>
  lineOf(p, 'published', 'published', (start) => {
    const day = p.one(p.expression);
    return { kind: 'published', day, span: p.since(start) };
  });

const dayField = (p: Grammar, kind: 'versionDay' | 'periodDay'): Rule<Of<'versionDay' | 'periodDay'> | undefined> =>
  lineOf(p, kind, kind, (start) => {
    const field = p.one(p.path);
    return { kind, field, span: p.since(start) };
  });

const subject = (p: Grammar): Rule<Of<'subject'> | undefined> =>
  lineOf(p, 'subject', 'subject', (start) => {
    const field = p.one(p.path);
    return { kind: 'subject', field, span: p.since(start) };
  });

const rounding = (p: Grammar): Rule<Of<'rounding'> | undefined> =>
  lineOf(p, 'paymentRounding', 'paymentRounding', (start) => {
    const at = p.here();
    const rule = p.choose(
      0,
      ROUNDINGS.map(([word, mode, unit]) => (): RoundingNode => {
        p.word(word);
        return { mode, unit, span: p.since(at) };
      }),
    );
    return { kind: 'rounding', rule, span: p.since(start) };
  });

const onReversal = (p: Grammar): Rule<Of<'onReversal'> | undefined> =>
  lineOf(p, 'onReversal', 'onReversal', (start) => {
    const how = p.choose<'recompute' | 'stand'>(0, [() => keep(p, 'recompute', 'recompute'), () => keep(p, 'letStand', 'stand')]);
    return { kind: 'onReversal', how, span: p.since(start) };
  });

const moneyLimit = (p: Grammar): Rule<Of<'moneyLimit'> | undefined> =>
  lineOf(p, 'moneyLimit', 'moneyLimit', (start) => {
    const value = p.one(p.expression);
    return { kind: 'moneyLimit', value, span: p.since(start) };
  });

const booksOpen = (p: Grammar): Rule<Of<'booksOpen'> | undefined> =>
  lineOf(p, 'booksOpen', 'booksOpen', (start) => {
    const day = p.one(p.expression);
    return { kind: 'booksOpen', day, span: p.since(start) };
  });

interface InheritedName {
  readonly name: Name;
  readonly asOf?: Name;
}

const inherits = (p: Grammar): Rule<Of<'inherits'> | undefined> => {
  const inheritedName = p.rule<InheritedName | undefined>(
    'inheritedName',
    () => {
      const name = p.one(p.name);
      const asOf = p.maybe(0, () => {
        p.word('on');
        return p.one(p.name, 1);
      });
      return { name, ...(asOf ? { asOf } : {}) };
    },
    () => undefined,
  );
  return lineOf(p, 'inherits', 'inherits', (start) => {
    const from = p.one(p.name);
    p.take(t.Colon);
    const listed = p.list(2, inheritedName);
    const names: Name[] = [];
    const restated: { readonly field: Name; readonly asOf: Name }[] = [];
    p.act(() => {
      for (const one of listed) {
        if (!one) continue;
        names.push(one.name);
        if (one.asOf) restated.push({ field: one.name, asOf: one.asOf });
      }
    });
    const overrides = p.maybe(0, () => {
      p.word('overriding');
      return p.one(p.names, 1);
    });
    return { kind: 'inherits', from, names, restated, overrides: overrides ?? [], span: p.since(start) };
  });
};

const refersTo = (p: Grammar): Rule<Of<'refersTo'> | undefined> => {
  const referred = p.rule<Referred | undefined>(
    'referred',
    () => {
      const path = p.one(p.path);
      const as = p.maybe(0, () => {
        p.word('as');
        return p.one(p.name);
      });
      return { path, ...(as ? { as } : {}) };
    },
    () => undefined,
  );
  return lineOf(p, 'refersTo', 'refersTo', (start) => {
    const from = p.one(p.name);
    p.take(t.Colon);
    const results = p.list(0, referred).filter((one) => one !== undefined);
    return { kind: 'refersTo', from, results, span: p.since(start) };
  });
};

function keep<T>(p: Grammar, word: KeywordId, value: T): T {
  p.word(word);
  return value;
}
