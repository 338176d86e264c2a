import { KEYWORD_IDS, KEYWORDS, type KeywordId } from '../keywords.ts';
import type { ReadBenefit } from './benefit.ts';
import type { Grammar } from './grammar.ts';
import type { ResultTable } from './nodes/declaration.ts';
import type { Item } from './nodes/policy.ts';
import type { Rule } from './reader.ts';

/** Words that begin a line of a policy. */
export const ITEM_WORDS: ReadonlySet<KeywordId> = new Set(
  KEYWORD_IDS.filter((id) => KEYWORDS[id].group === 'law' || KEYWORDS[id].group === 'declaration'),
);

export const defineItem = (p: Grammar): Rule<Written | undefined> =>
  p.rule<Written | undefined>(
    'item',
    () => p.choose<Written | undefined>(0, [() => p.one(p.setting), () => p.one(p.declaration)]),
    () => p.unread?.(),
  );

export const defineDeclaration = (p: Grammar): Rule<Written | undefined> =>
  p.rule<Written | undefined>(
    'declaration',
    () =>
      p.choose<Written | undefined>(0, [
        () => p.one(p.field),
        () => p.one(p.items),
        () => p.one(p.computed),
        () => p.one(p.bill),
        () => p.one(p.payer),
        () => p.one(p.constraint),
        () => p.one(p.parameter),
        () => p.one(p.definition),
        () => p.one(p.results),
        () => p.one(p.exception),
        () => p.one(p.again),
        () => p.one(p.bands),
        () => p.one(p.accumulator),
        () => p.one(p.posting),
        () => p.one(p.due),
        () => p.one(p.deferral),
        () => p.one(p.allotment),
        () => p.one(p.order),
        () => p.one(p.eligibility),
        () => p.one(p.waitingPeriod),
        () => p.one(p.tilt),
        () => p.one(p.benefit),
        () => p.one(p.guarantee),
        () => p.one(p.allocation),
        () => p.one(p.splitStay),
        () => p.one(p.joinStay),
        () => p.one(p.unexpressed),
        () => p.one(p.assertion),
        () => p.one(p.citation),
      ]),
    () => undefined,
  );

/** A statement of a policy as read. */
type Written = Item | ResultTable | ReadBenefit;

/** The items it stands for. */
export function itemsOf(one: Written): readonly Item[] {
  if (one.kind === 'results') return one.definitions;
  if (one.kind !== 'benefit' || !('after' in one)) return [one];
  const { after, ...benefit } = one;
  return [benefit, ...after];
}
