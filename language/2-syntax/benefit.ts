import * as say from '../diagnostics/syntax.ts';
import type { KeywordId } from '../keywords.ts';
import { block, line, startsWith } from './block.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar } from './hole.ts';
import { ITEM_WORDS } from './item.ts';
import type { Benefit, BenefitLine } from './nodes/benefit.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

/** Words that begin a line both in a benefit and outside it. */
const BOTH: ReadonlySet<KeywordId> = new Set(['pay', 'eligibility', 'waitingPeriod', 'tilt', 'bands', 'source']);
const ONLY_OUTSIDE: ReadonlySet<KeywordId> = new Set([...ITEM_WORDS].filter((word) => !BOTH.has(word)));

/** `待遇 名 { … }` */
export const defineBenefit = (p: Grammar): Rule<Benefit> =>
  p.declared<Benefit>(
    'benefit',
    () => {
      const start = p.here();
      p.word('benefit');
      const name = declaredName(p);
      const lines: BenefitLine[] = [];
      block(p, [line(p, p.benefitLine, (one) => lines.push(one))], startsWith(p, ONLY_OUTSIDE));
      return { kind: 'benefit', name, lines, span: p.since(start) };
    },
    () => ({ kind: 'benefit', name: nameSoFar(p), lines: [], span: p.since(p.here()) }),
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
