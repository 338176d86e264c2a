import * as t from '../1-tokens/tokens.ts';
import * as say from '../diagnostics/syntax.ts';
import { KEYWORDS, type KeywordId } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import { noExpression } from './hole.ts';
import type { BenefitLine, Measure } from './nodes/benefit.ts';
import type { Expression } from './nodes/expression.ts';
import type { Table } from './nodes/table.ts';
import type { Rule } from './reader.ts';
import { beginsRow, lineEndBeforeTable } from './table.ts';

type Line<K> = Extract<BenefitLine, { readonly kind: K }>;

/** `起付线 式 每次|累计于 名`, or with a table behind its options */
export const defineDeductible = (p: Grammar): Rule<Line<'deductible'> | undefined> =>
  p.rule<Line<'deductible'> | undefined>(
    'deductible',
    () => {
      const start = p.here();
      p.word('deductible');
      const { value, measure } = amount(p, 'deductible');
      return { kind: 'deductible', value, ...(measure ? { measure } : {}), span: p.since(start) };
    },
    () => undefined,
  );

/** `限额 支付|费用 式 每次|累计于 名` */
export const defineCap = (p: Grammar): Rule<Line<'cap'> | undefined> =>
  p.rule<Line<'cap'> | undefined>(
    'cap',
    () => {
      const start = p.here();
      p.word('cap');
      const on = p.maybe(
        3,
        () =>
          p.choose<'payment' | 'expense'>(0, [
            () => {
              p.word('pay');
              return 'payment';
            },
            () => {
              p.word('expense');
              return 'expense';
            },
          ]),
        () => !p.is(t.Dot, 2) && !p.is(t.LeftSquare, 2),
      );
      const { value, measure } = amount(p, 'cap');
      return { kind: 'cap', ...(on ? { on } : {}), value, ...(measure ? { measure } : {}), span: p.since(start) };
    },
    () => undefined,
  );

/** `报销比例 式`, or a table */
export const defineRatio = (p: Grammar): Rule<Line<'ratio'> | undefined> =>
  p.rule<Line<'ratio'> | undefined>(
    'ratio',
    () => {
      const start = p.here();
      p.word('ratio');
      lineEndBeforeTable(p);
      const value = p.choose<Expression | Table>(0, [() => p.one(p.table), () => p.one(p.expression)]);
      return { kind: 'ratio', value, span: p.since(start) };
    },
    () => undefined,
  );

const spelled = (word: KeywordId): [string, string] => [KEYWORDS[word].zh, KEYWORDS[word].en];

function amount(p: Grammar, word: KeywordId): { readonly value: Expression | Table; readonly measure: Measure | undefined } {
  const start = p.here();
  const value = p.maybe(
    0,
    () => p.one(p.expression),
    () => !beginsMeasure(p) && !beginsRow(p),
  );
  const measure = p.maybe(1, () => p.one(p.measure));
  lineEndBeforeTable(p);
  const table = p.maybe(
    2,
    () => p.one(p.table),
    () => beginsRow(p),
  );
  p.act(() => {
    const after = p.peek(0);
    if (!value && !table) p.report(say.amountMissing({ word: spelled(word), span: p.spanOf(after) }));
    if (value && table) p.report(say.amountTwice({ word: spelled(word), span: value.span, table: p.since(start) }));
  });
  return { value: value ?? table ?? noExpression(p), measure };
}

/** Whether 每次 or 累计于 stands here, for certain or 暂按. */
const beginsMeasure = (p: Grammar): boolean => {
  const at = p.isWord('assume') ? 2 : 1;
  return p.isWord('eachVisit', at) || p.isWord('countedIn', at);
};

/** `每次`, `累计于 名`, `暂按 每次 待定 “reason”` */
export const defineMeasure = (p: Grammar): Rule<Measure> =>
  p.rule<Measure>(
    'measure',
    () => {
      const start = p.here();
      return p.choose<Measure>(0, [
        () => counted(p, 0),
        () => {
          p.word('assume');
          const measure = counted(p, 1);
          p.word('open');
          const assumed = p.one(p.quoted);
          return { ...measure, assumed, span: p.since(start) };
        },
      ]);
    },
    () => ({ kind: 'perVisit', span: p.since(p.here()) }),
  );

function counted(p: Grammar, idx: number): Measure {
  const start = p.here();
  return p.choose<Measure>(idx + 1, [
    () => {
      p.word('eachVisit', idx);
      return { kind: 'perVisit', span: p.since(start) };
    },
    () => {
      p.word('countedIn', idx);
      const accumulator = p.one(p.path, idx);
      return { kind: 'against', accumulator, span: p.since(start) };
    },
  ]);
}
