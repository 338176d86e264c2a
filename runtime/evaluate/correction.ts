import type { Answer, EncounterInput, Problem } from '../answer.ts';
import { quoted } from '../encounter/problems.ts';
import type { EventRecord, Ledger } from '../ledger/ledger.ts';
import { book, eventOf } from '../ledger/ledger.ts';
import { isBookable, replay } from '../ledger/replay.ts';
import { aboutOthers, asCorrected, noBundle, policyIn, settleAgain, settleUnder } from './again.ts';
import { bookedOf, refusal } from './answer.ts';
import type { PolicyBundle } from './choose.ts';
import { madeOfOthers, takenInLater, wouldBeRewritten } from './correctable.ts';
import { listNamed } from './parts.ts';
import type { CompiledPolicy } from './program.ts';
import { remembered } from './retroactive.ts';
import { alreadyVoided, unknownEvent } from './reversal.ts';
import type { Settlement, SettleOptions } from './settle.ts';

/**
 * 更正: some fields of an earlier event were other than they came in. It is settled again in its place in the order, under the law that
 * settled it, as if it had come in so; those that read its cells follow as 撤销后 says.
 */
export function settleCorrection(
  bundle: PolicyBundle,
  { id, of = '', fields }: EncounterInput,
  ledger: Ledger,
  { bundles = [], also, explainer }: SettleOptions,
): Settlement {
  const record = eventOf(ledger, of);
  const heading = { event: id, policy: record?.policy ?? '', digest: record?.digest ?? bundle.digest };
  const refused = (...problems: readonly Problem[]): Settlement => ({ answer: refusal(heading, problems), ledger });
  if (!record) return refused(unknownEvent(of, { zh: '更正', en: 'corrected' }));
  if (record.kind !== 'settle' && record.kind !== 'split') return refused(notASettlement(of));
  if (record.voidedBy !== undefined) return refused(alreadyVoided(of, record.voidedBy));
  const made = madeOfOthers(ledger, record);
  if (made) return refused(made);
  const paid = record.changes.find((change) => eventOf(ledger, change)?.kind === 'backPay');
  if (paid !== undefined) return refused(paidBack(of, paid));
  const known = [bundle, ...bundles];
  const policy = policyIn(known, record.digest, record.policy);
  if (!policy) return refused(noBundle([record.digest]));

  const before = asCorrected(ledger, record);
  const corrected = { ...before, policy: record.policy, fields: { ...withoutNamed(before.fields, fields, policy), ...fields } };
  const rewritten = wouldBeRewritten(policy, ledger, record, corrected, record.knownOn);
  if (rewritten) return refused(rewritten);
  const law = { policy, digest: record.digest, knownOn: record.knownOn };
  const { again, answer: settled, evaluated } = settleUnder(law, record, ledger, corrected, also);
  const explanation = explainer?.(policy, evaluated.outcome);
  const answer: Answer = { ...settled, event: id, ...(explanation ? { explanation } : {}) };
  if (!isBookable(again.booked)) return { answer, ledger };
  if (evaluated.person !== record.person) return refused(otherPerson(of));

  // 期初 追溯 reads the event as it is now said to have been.
  const restated = { ...record, encounter: corrected, changes: [] };
  const entries = [...again.entries, ...remembered(known, ledger, restated, evaluated.outcome, again)];
  const after: EventRecord = { ...record, ...again, entries, version: evaluated.outcome.version?.ir.id, changes: [...record.changes, id] };
  const done = replay(ledger, [[record, after]], policy.ir.onReversal, settleAgain(known));
  if (policy.ir.onReversal === 'recompute' && done.absent.length > 0) return refused(noBundle(done.absent));
  const revisions = [{ event: of, effect: 'corrected' as const, before: record.booked, after: again.booked }, ...done.revisions];
  const kept = aboutOthers({
    id,
    kind: 'correct',
    person: record.person,
    policy: record.policy,
    digest: record.digest,
    encounter: { id, kind: 'correct', of, fields: corrected.fields },
    // The corrected event itself says what is booked now.
    booked: { status: bookedOf(answer).status, postings: [] },
    revisions,
  });
  const corrections = book(done.ledger, kept);
  const later = takenInLater(policy, corrections, record);
  return later ? refused(later) : { answer: { ...answer, revisions }, ledger: corrections };
}

/** Fields and lists without those that a correction states, under whichever of their names they were given. */
function withoutNamed(
  fields: EncounterInput['fields'],
  stated: EncounterInput['fields'],
  policy: CompiledPolicy,
): EncounterInput['fields'] {
  const placeOf = (name: string): string => `${policy.reader.names.get(name) ?? name} ${listNamed(policy, name)}`;
  const said = new Set(Object.keys(stated).map(placeOf));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !said.has(placeOf(name))));
}

const notASettlement = (id: string): Problem => ({
  code: 'unknownEvent',
  zh: `“${quoted(id)}”不是一次结算, 不能更正。`,
  en: `“${quoted(id)}” is not a settlement, so it cannot be corrected.`,
});

const paidBack = (id: string, by: string): Problem => ({
  code: 'unknownEvent',
  zh: `“${quoted(id)}”已由“${quoted(by)}”补差。先撤销补差, 更正后再补差。`,
  en: `“${quoted(id)}” was paid back by “${quoted(by)}”. Void that first, correct, and pay back again.`,
});

const otherPerson = (id: string): Problem => ({
  code: 'unknownEvent',
  zh: `更正不能把“${quoted(id)}”改成另一个人的。撤销它, 再给那个人结算。`,
  en: `A correction does not make “${quoted(id)}” another person’s. Void it and settle it for that person.`,
});
