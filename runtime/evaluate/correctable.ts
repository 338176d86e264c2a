import type { EncounterInput, Problem } from '../answer.ts';
import { quoted } from '../encounter/problems.ts';
import type { DayText } from '../ir/types.ts';
import type { EventRecord, Ledger } from '../ledger/ledger.ts';
import { eventOf } from '../ledger/ledger.ts';
import { asCorrected } from './again.ts';
import { beforehand, partsOf } from './parts.ts';
import type { CompiledPolicy } from './program.ts';
import { wholeStay } from './reversal.ts';
import { earlierVisits, latestOf } from './stays.ts';

/** What stands against correcting an event that 拆单 or 并单 made of others: its fields are no longer only its own. */
export function madeOfOthers(ledger: Ledger, record: EventRecord): Problem | undefined {
  const { id } = record;
  if (record.kind === 'split')
    return reported(`“${quoted(id)}”是拆开结算的住院`, `“${quoted(id)}” is a stay that was settled in parts`, id);
  const whole = wholeStay(ledger, record);
  if (whole !== undefined)
    return reported(`“${quoted(id)}”是“${quoted(whole)}”拆开的一段`, `“${quoted(id)}” is a part of the stay “${quoted(whole)}”`, whole);
  if (record.displaced === undefined) return undefined;
  return reported(`“${quoted(id)}”里并入了以前的就诊`, `“${quoted(id)}” took in earlier visits`, id);
}

/** Whether the corrected event would be split, or take in others, if it came in so. */
export function wouldBeRewritten(
  policy: CompiledPolicy,
  ledger: Ledger,
  record: EventRecord,
  corrected: EncounterInput,
  knownOn: DayText | undefined,
): Problem | undefined {
  const known = policy.rewrites ? beforehand(policy, corrected.fields, ledger, knownOn) : undefined;
  if (!known) return undefined;
  const { id } = record;
  if (partsOf(policy, corrected, known))
    return reported(
      `“${quoted(id)}”更正以后是跨期的住院, 要拆开结算`,
      `“${quoted(id)}” as corrected is a stay across a period, settled in parts`,
      id,
    );
  const [visit] = earlierVisits(policy, known, ledger, knownOn, record.serial);
  if (!visit) return undefined;
  return reported(`“${quoted(id)}”更正以后要并入“${quoted(visit.id)}”`, `“${quoted(id)}” as corrected takes in “${quoted(visit.id)}”`, id);
}

/** A later stay that takes the corrected visit in, if it came in so: the ledger is the one with the correction. */
export function takenInLater(policy: CompiledPolicy, ledger: Ledger, { id, serial, person }: EventRecord): Problem | undefined {
  if (!policy.rewrites) return undefined;
  for (
    let stay = latestOf(ledger, person);
    stay && stay.serial > serial;
    stay = stay.previous === undefined ? undefined : eventOf(ledger, stay.previous)
  ) {
    if (stay.kind !== 'settle' || stay.voidedBy !== undefined || stay.policy !== policy.ir.id) continue;
    const first = eventOf(ledger, stay.encounter.of ?? '')?.displaced?.[0]?.event;
    if (first !== undefined && first !== stay.id) continue;
    const known = beforehand(policy, asCorrected(ledger, stay).fields, ledger, stay.knownOn);
    if (!known || !earlierVisits(policy, known, ledger, stay.knownOn, stay.serial).some((visit) => visit.id === id)) continue;
    const whole = wholeStay(ledger, stay) ?? stay.id;
    return {
      code: 'unknownEvent',
      zh: `“${quoted(id)}”更正以后要并入“${quoted(whole)}”。撤销“${quoted(whole)}”, 更正以后再结算它。`,
      en: `“${quoted(id)}” as corrected becomes part of “${quoted(whole)}”. Void “${quoted(whole)}”, correct, and settle it again.`,
    };
  }
  return undefined;
}

const reported = (zh: string, en: string, voided: string): Problem => ({
  code: 'unknownEvent',
  zh: `${zh}。撤销“${quoted(voided)}”, 改好以后再结算。`,
  en: `${en}. Void “${quoted(voided)}” and settle it anew as it should have been.`,
});
