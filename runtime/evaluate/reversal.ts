import type { Answer, EncounterInput, Problem } from '../answer.ts';
import { quoted } from '../encounter/problems.ts';
import type { EventRecord, Ledger, NewEvent } from '../ledger/ledger.ts';
import { book, eventOf } from '../ledger/ledger.ts';
import { NOTHING } from '../ledger/reliance.ts';
import type { SettleAgain } from '../ledger/replay.ts';
import { negated, reverse } from '../ledger/replay.ts';
import { answerOf, bookedOf, refusal } from './answer.ts';
import type { PolicyBundle } from './choose.ts';
import { evaluateEvent } from './event.ts';
import type { Settlement, SettleOptions } from './settle.ts';

/** 撤销: voids an event and, as its policy chooses, settles later events again or says how they would differ. */
export function settleReversal(
  bundle: PolicyBundle,
  encounter: EncounterInput,
  ledger: Ledger,
  { bundles = [] }: SettleOptions,
): Settlement {
  const { id, of = '' } = encounter;
  const record = eventOf(ledger, of);
  const heading = { event: id, policy: record?.policy ?? '', digest: bundle.digest };
  const refused = (problem: Problem): Settlement => ({ answer: refusal(heading, [problem]), ledger });
  if (!record) return refused(unknownEvent(of));
  if (record.kind !== 'settle') return refused(notASettlement(of));
  if (record.voidedBy !== undefined) return refused(alreadyVoided(of, record.voidedBy));
  const known = [bundle, ...bundles];
  const policy = policyOf(known, record) ?? bundle.policies.find(({ ir }) => ir.id === record.policy);
  if (!policy) return refused(noBundle([record.digest]));

  const done = reverse(ledger, record, id, policy.ir.onReversal, settleAgain(known));
  if (policy.ir.onReversal === 'recompute' && done.absent.length > 0) return refused(noBundle(done.absent));
  const booked = negated(record.booked);
  const answer: Answer = {
    ...refusal(heading, []),
    status: 'settled',
    ...(booked.totals ? { totals: booked.totals } : {}),
    postings: booked.postings,
    amounts: Object.fromEntries(booked.postings.map(({ address, amount }) => [address, amount])),
    revisions: done.revisions,
  };
  const kept: NewEvent = {
    id,
    kind: 'reverse',
    person: record.person,
    policy: record.policy,
    digest: bundle.digest,
    // Nothing is read from the fields of a reversal, so none are kept.
    encounter: { id, kind: 'reverse', of, fields: {} },
    knownOn: undefined,
    suppose: undefined,
    entries: [],
    booked: bookedOf(answer),
    voidedBy: undefined,
    revisions: done.revisions,
  };
  return { answer, ledger: book(done.ledger, kept) };
}

const policyOf = (bundles: readonly PolicyBundle[], { digest, policy }: EventRecord) =>
  bundles.find((bundle) => bundle.digest === digest)?.policies.find(({ ir }) => ir.id === policy);

/** Settles a kept event under the bundle that settled it, seeing only what arrived before it. */
const settleAgain =
  (bundles: readonly PolicyBundle[]): SettleAgain =>
  (record, ledger) => {
    const policy = policyOf(bundles, record);
    if (!policy) return undefined;
    const { encounter, serial, policy: id, digest } = record;
    const { outcome, day, knownOn } = evaluateEvent(policy, encounter, {
      ledger,
      before: serial,
      knownOn: record.knownOn,
      suppose: record.suppose,
      also: NOTHING,
    });
    const answer = answerOf({ event: record.id, policy: id, digest, day, knownOn }, policy, outcome, undefined);
    return { booked: bookedOf(answer), entries: outcome.entries };
  };

const unknownEvent = (id: string): Problem => ({
  code: 'unknownEvent',
  zh: `台账里没有编号“${quoted(id)}”的事件, 不能撤销。`,
  en: `The ledger has no event “${quoted(id)}”, so it cannot be voided.`,
});

const notASettlement = (id: string): Problem => ({
  code: 'unknownEvent',
  zh: `“${quoted(id)}”是一次撤销。撤销不能再撤销, 重新结算即可。`,
  en: `“${quoted(id)}” is itself a reversal. A reversal is not voided; settle the event again.`,
});

const alreadyVoided = (id: string, by: string): Problem => ({
  code: 'unknownEvent',
  zh: `“${quoted(id)}”已由“${quoted(by)}”撤销。`,
  en: `“${quoted(id)}” was already voided by “${quoted(by)}”.`,
});

const noBundle = (digests: readonly string[]): Problem => ({
  code: 'noPolicy',
  zh: `后面的事件是按别的包结算的, 重算要有那个包: ${digests.join('、')}。`,
  en: `Later events were settled under another bundle, which is needed to settle them again: ${digests.join(', ')}.`,
});
