/** Lines of law that the policies of one place have alike: 继承 lists them by the word they begin with. */
import type { Inherits, Item, Policy, Setting } from '../../2-syntax/nodes/policy.ts';
import type { Name } from '../../2-syntax/nodes/span.ts';
import { KEYWORDS } from '../../keywords.ts';
import type { Ladder, Rung } from './ladder.ts';

const LINES: Readonly<Partial<Record<Item['kind'], string>>> = {
  area: KEYWORDS.area.zh,
  versionDay: KEYWORDS.versionDay.zh,
  periodDay: KEYWORDS.periodDay.zh,
  rounding: KEYWORDS.paymentRounding.zh,
  onReversal: KEYWORDS.onReversal.zh,
  moneyLimit: KEYWORDS.moneyLimit.zh,
  booksOpen: KEYWORDS.booksOpen.zh,
};

/** A line that can be inherited by its word. */
export const isSharedLine = (item: Item): item is Setting => LINES[item.kind] !== undefined;

/** The word by which such a line is listed. */
export const lineName = (item: Item): Name | undefined => {
  const text = LINES[item.kind];
  return text === undefined ? undefined : { text, span: item.span, quoted: false };
};

/** The lines that a policy takes from the blocks above it. No amendment changes a line of law, so they are the same in every version. */
export function inheritedLines(policy: Policy, ladder: Ladder): readonly Setting[] {
  return policy.items.flatMap((item) => (item.kind === 'inherits' ? taken(item, ladder, new Set([policy.name.text])) : []));
}

function taken(line: Inherits, ladder: Ladder, below: ReadonlySet<string>): readonly Setting[] {
  const above = ladder.get(line.from.text);
  if (!above || below.has(line.from.text)) return [];
  const wanted = new Set(line.names.map(({ text }) => text));
  for (const { text } of line.overrides) wanted.delete(text);
  const path = new Set([...below, line.from.text]);
  return offered(above, ladder, path).filter((item) => wanted.has(lineName(item)?.text ?? ''));
}

/** Its own, and those it takes itself. */
const offered = ({ block }: Rung, ladder: Ladder, below: ReadonlySet<string>): readonly Setting[] =>
  block.items.flatMap((item) => (item.kind === 'inherits' ? taken(item, ladder, below) : isSharedLine(item) ? [item] : []));
