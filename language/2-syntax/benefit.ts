import * as say from '../diagnostics/syntax.ts';
import { KEYWORDS, type KeywordId } from '../keywords.ts';
import { block, line, startsWith } from './block.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar } from './hole.ts';
import { ITEM_WORDS } from './item.ts';
import type { Benefit, BenefitLine } from './nodes/benefit.ts';
import type { Again, Citation, Exception } from './nodes/declaration.ts';
import type { Item } from './nodes/policy.ts';
import type { Name, Path } from './nodes/span.ts';
import type { Cell } from './nodes/table.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

/** Words that begin a line both in a benefit and outside it. */
const BOTH: ReadonlySet<KeywordId> = new Set(['pay', 'eligibility', 'waitingPeriod', 'tilt', 'bands', 'source', 'exception', 'again']);
const ONLY_OUTSIDE: ReadonlySet<KeywordId> = new Set([...ITEM_WORDS].filter((word) => !BOTH.has(word)));

/** A benefit as read: the exceptions written under its lines are items of their own. */
export interface ReadBenefit extends Benefit {
  readonly after: readonly Item[];
}

/** `待遇 名 { … }` */
export const defineBenefit = (p: Grammar): Rule<ReadBenefit> =>
  p.declared<ReadBenefit>(
    'benefit',
    () => {
      const start = p.here();
      p.word('benefit');
      const name = declaredName(p);
      const lines: BenefitLine[] = [];
      const after: Adjusting[] = [];
      const adjust = (one: Exception | Again): void => {
        after.push({ one, under: lines.length });
      };
      block(
        p,
        [line(p, p.benefitLine, (one) => lines.push(one)), line(p, p.exception, adjust), line(p, p.again, adjust)],
        startsWith(p, ONLY_OUTSIDE),
      );
      const span = p.since(start);
      let items: readonly Item[] = [];
      p.act(() => {
        items = adjusting(name, lines, after);
      });
      return { kind: 'benefit', name, lines, span, after: items };
    },
    () => ({ kind: 'benefit', name: nameSoFar(p), lines: [], span: p.since(p.here()), after: [] }),
  );

export const defineBenefitLine = (p: Grammar): Rule<BenefitLine | undefined> =>
  p.rule<BenefitLine | undefined>(
    'benefitLine',
    () => {
      const start = p.here();
      return p.choose<BenefitLine | undefined>(0, [
        () => {
          p.word('applies');
          const condition = p.one(p.expression);
          return { kind: 'applies', condition, span: p.since(start) };
        },
        () => {
          p.word('base');
          const value = p.one(p.expression, 1);
          return { kind: 'base', value, span: p.since(start) };
        },
        () => p.one(p.deductible),
        () => p.one(p.ratio),
        () => {
          p.word('bands');
          const bands = p.one(p.path);
          const restart = p.maybe(0, () => p.word('restarting')) !== undefined;
          return { kind: 'byBands', bands, restart, span: p.since(start) };
        },
        () => p.one(p.cap),
        () => {
          p.word('sequence');
          p.word('ratioFirst');
          return { kind: 'ratioFirst', span: p.since(start) };
        },
        () => {
          const { name, ...posting } = p.one(p.posting);
          p.act(() => {
            if (name?.text) p.report(say.postingNamed({ name: name.text, span: name.span }));
          });
          return posting;
        },
        () => p.one(p.eligibility),
        () => p.one(p.waitingPeriod),
        () => p.one(p.tilt),
        () => p.one(p.citation),
      ]);
    },
    () => undefined,
  );

/** An exception or 再 inside a benefit, and how many lines stand above it. */
interface Adjusting {
  readonly one: Exception | Again;
  readonly under: number;
}

/** An exception under a line of a benefit is one of what that line says: 例外 名 于 住院.报销比例. The quotes that hold for it come with it. */
function adjusting(benefit: Name, lines: readonly BenefitLine[], found: readonly Adjusting[]): readonly Item[] {
  return found.flatMap(({ one, under }): readonly Item[] => {
    if (one.kind === 'again' || one.target) return [one];
    const above = lines.slice(0, under);
    const line = above.filter(({ kind }) => kind !== 'citation').at(-1);
    const target = line && addressed(benefit, line, lines, one);
    const quotes = above.at(-1)?.kind === 'citation' ? quotesAtEnd(above) : [];
    return [...quotes, target ? { ...one, target } : one];
  });
}

function quotesAtEnd(above: readonly BenefitLine[]): readonly Citation[] {
  const from = above.length - [...above].reverse().findIndex(({ kind }) => kind !== 'citation');
  return above.slice(from > above.length ? 0 : from).filter((one): one is Citation => one.kind === 'citation');
}

/** What the line of a benefit is called from outside; undefined for lines that say no amount. */
function addressed(benefit: Name, line: BenefitLine, lines: readonly BenefitLine[], { span }: Exception): Path | undefined {
  const path = (word: KeywordId, keys: Path['keys'] = []): Path => ({
    names: [benefit, { text: KEYWORDS[word].zh, span, quoted: false }],
    keys,
    span,
  });
  switch (line.kind) {
    case 'deductible':
      return path('deductible');
    case 'ratio':
      return path('ratio');
    case 'base':
      return path('base');
    case 'posting':
      return path('pay');
    case 'byBands':
      return path('payable');
    case 'cap': {
      const alike = lines.filter((one) => one.kind === 'cap' && one.on === line.on);
      const word = line.on === 'expense' ? 'expenseCap' : 'paymentCap';
      if (alike.length === 1 || line.measure?.kind !== 'against') return path(word);
      const cell: Cell = { kind: 'values', values: [{ kind: 'reference', path: line.measure.accumulator, span }], span };
      return path(word, [{ cell, span }]);
    }
    default:
      return undefined;
  }
}
