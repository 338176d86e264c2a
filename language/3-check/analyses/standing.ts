/** The items of a policy as they stand on one day, as known on another: its amendments applied, with what it inherits. */
import type { CivilDate } from '../../../runtime/calendar/date.ts';
import type { Amendment, Policy, TopLevel, Vocabulary } from '../../2-syntax/nodes/policy.ts';
import { type Composed, composer } from './compose.ts';
import { reached } from './days.ts';
import { type Ladder, type Rung, rungsAbove } from './ladder.ts';
import { inOrder, type Law, ownerOf, reaches, readAmendment } from './laws.ts';

/** The blocks of some texts as a ladder; of two by one name the first counts. */
export function ladderOfTexts(blocks: readonly TopLevel[]): Ladder {
  const found = new Map<string, { readonly block: Policy | Vocabulary; readonly amendments: Amendment[] }>();
  for (const block of blocks)
    if ((block.kind === 'policy' || block.kind === 'vocabulary') && !found.has(block.name.text))
      found.set(block.name.text, { block, amendments: [] });
  for (const block of blocks) if (block.kind === 'amendment') found.get(block.policy.text)?.amendments.push(block);
  return found;
}

/** Every amendment of a policy and of those above it, read; in the order in which they change the law. */
export function lawsAround(rung: Rung, ladder: Ladder): readonly Law[] {
  const all = [rung, ...rungsAbove(rung.block.name.text, ladder)].flatMap(({ amendments }) => amendments);
  return inOrder([...new Set(all)].flatMap((amendment) => readAmendment(amendment).law ?? []));
}

/** Whether a law holds on a day, as known on another; one whose day is open there does not count. */
export const holdsOn = (law: Law, day: CivilDate, knownOn?: CivilDate): boolean =>
  reached(law.effective, day) === 'yes' &&
  (law.until === undefined || day <= law.until) &&
  (knownOn === undefined || reached(law.published, knownOn) === 'yes');

/** The items that stand on a day. */
export function standing(rung: Rung, ladder: Ladder, day: CivilDate, knownOn?: CivilDate): Composed & { readonly laws: readonly Law[] } {
  const laws = lawsAround(rung, ladder).filter((law) => holdsOn(law, day, knownOn));
  const owners = [...new Set(laws.map(ownerOf))];
  const reaching = owners.flatMap((owner) => reaches(laws.filter((law) => ownerOf(law) === owner)));
  return { ...composer(ladder, reaching)(rung, laws, ''), laws };
}
