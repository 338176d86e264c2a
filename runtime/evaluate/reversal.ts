import type { Answer, EncounterInput, Problem } from '../answer.ts';
import { quoted } from '../encounter/problems.ts';
import { amountsOf, difference, negated, together } from '../ledger/booked.ts';
import type { EventRecord, Ledger } from '../ledger/ledger.ts';
import { annotate, book, eventOf } from '../ledger/ledger.ts';
import type { Change, Replayed } from '../ledger/replay.ts';
import { replay, standing } from '../ledger/replay.ts';
import { aboutOthers, noBundle, policyIn, settleAgain } from './again.ts';
import { bookedOf, refusal } from './answer.ts';
import type { PolicyBundle } from './choose.ts';
import { standingAgain } from './retroactive.ts';
import type { Settlement, SettleOptions } from './settle.ts';

/** 撤销: voids an event and, as its policy chooses, settles those that read its cells again or says how they would differ. */
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
  if (record.kind === 'reverse' || record.kind === 'correct') return refused(notVoided(of, record.kind));
  const whole = wholeStay(ledger, record);
  if (whole !== undefined) return refused(partOfStay(of, whole));
  if (record.voidedBy !== undefined) return refused(alreadyVoided(of, record.voidedBy));
  const known = [bundle, ...bundles];
  const policy = policyIn(known, record.digest, record.policy) ?? bundle.policies.find(({ ir }) => ir.id === record.policy);
  if (!policy) return refused(noBundle([record.digest]));

  const how = policy.ir.onReversal;
  const later = record.kind === 'backPay' ? changedSince(ledger, record) : undefined;
  if (later !== undefined) return refused(changedLater(of, later));
  const voided = VOID[record.kind](ledger, record, id, how, known);
  if (how === 'recompute' && voided.absent.length > 0) return refused(noBundle(voided.absent));
  const booked = negated(voided.booked);
  const { revisions } = voided;
  const answer: Answer = {
    ...refusal(heading, []),
    status: 'settled',
    ...(booked.totals ? { totals: booked.totals } : {}),
    ...(booked.sums ? { sums: booked.sums } : {}),
    postings: booked.postings,
    amounts: amountsOf(booked),
    revisions,
  };
  const kept = aboutOthers({
    id,
    kind: 'reverse',
    person: record.person,
    policy: record.policy,
    digest: bundle.digest,
    // Nothing is read from the fields of a reversal, so none are kept.
    encounter: { id, kind: 'reverse', of, fields: {} },
    booked: bookedOf(answer),
    revisions,
  });
  return { answer, ledger: book(voided.ledger, kept) };
}

interface Voided extends Replayed {
  /** What stood booked until now. */
  readonly booked: EventRecord['booked'];
}

type Void = (ledger: Ledger, record: EventRecord, by: string, how: 'recompute' | 'stand', known: readonly PolicyBundle[]) => Voided;

/** Voids events at once; visits that they took in stand again as they stood, and so do their entries. */
function voidAll(
  ledger: Ledger,
  records: readonly EventRecord[],
  by: string,
  how: 'recompute' | 'stand',
  known: readonly PolicyBundle[],
): Voided {
  let work = ledger;
  const booked = records.map((record) => standing(ledger, record));
  const changes: Change[] = records.map((record) => [record, { ...record, entries: [], voidedBy: by }]);
  for (const { event, entries } of records.flatMap(({ displaced = [] }) => displaced)) {
    const join = eventOf(work, event);
    const visit = join && eventOf(work, join.encounter.of ?? '');
    if (!join || !visit) continue;
    work = annotate(work, { ...join, voidedBy: by });
    booked.push(join.booked);
    const again = { ...visit, entries, voidedBy: undefined };
    changes.push([visit, { ...again, entries: standingAgain(known, ledger, again) }]);
  }
  const [first] = booked;
  return { ...replay(work, changes, how, settleAgain(known)), booked: first && booked.length === 1 ? first : together(booked) };
}

const voidSettlement: Void = (ledger, record, ...how) => voidAll(ledger, [record], ...how);

const voidParts: Void = (ledger, record, by, ...how) => {
  const parts = (record.displaced ?? []).flatMap(({ event }) => eventOf(ledger, event) ?? []);
  return voidAll(
    annotate(ledger, { ...record, voidedBy: by }),
    parts.filter(({ voidedBy }) => voidedBy === undefined),
    by,
    ...how,
  );
};

/** Each event of the back payment gets back the entries it had before. One that was voided since has nothing left to give back. */
const voidBackPayment: Void = (ledger, record, by, how, known) => {
  let work = annotate(ledger, { ...record, voidedBy: by });
  const differences: EventRecord['booked'][] = [];
  const revisions: Replayed['revisions'][number][] = [];
  const absent: string[] = [];
  const own = new Set<string>();
  for (const { event, entries } of record.displaced ?? []) {
    const paid = eventOf(work, event);
    if (!paid || paid.voidedBy !== undefined) continue;
    own.add(event);
    const change = eventOf(work, record.id)?.revisions?.find((one) => one.event === event);
    if (change) differences.push(difference(change.before, change.after));
    const before = { ...paid, entries, changes: paid.changes.filter((one) => one !== record.id) };
    const done = replay(work, [[paid, before]], how, settleAgain(known));
    work = done.ledger;
    revisions.push(...done.revisions);
    absent.push(...done.absent);
  }
  return { ledger: work, revisions, absent, booked: together(differences) };
};

const VOID: Readonly<Record<'settle' | 'backPay' | 'split', Void>> = { settle: voidSettlement, backPay: voidBackPayment, split: voidParts };

/** The stay that an event is a part of. */
export function wholeStay(ledger: Ledger, { encounter: { of } }: EventRecord): string | undefined {
  const whole = of === undefined ? undefined : eventOf(ledger, of);
  return whole?.kind === 'split' && whole.voidedBy === undefined ? whole.id : undefined;
}

const partOfStay = (id: string, whole: string): Problem => ({
  code: 'unknownEvent',
  zh: `“${quoted(id)}”是“${quoted(whole)}”拆开的一段。撤销“${quoted(whole)}”。`,
  en: `“${quoted(id)}” is a part of the stay “${quoted(whole)}”. Void “${quoted(whole)}”.`,
});

/** A change of one of its events that came after a back payment. */
function changedSince(ledger: Ledger, { id, displaced = [] }: EventRecord): string | undefined {
  for (const { event } of displaced ?? []) {
    const record = eventOf(ledger, event);
    const last = record?.changes.at(-1);
    if (record?.voidedBy === undefined && last !== undefined && last !== id) return last;
  }
  return undefined;
}

export const unknownEvent = (id: string, what = { zh: '撤销', en: 'voided' }): Problem => ({
  code: 'unknownEvent',
  zh: `台账里没有编号“${quoted(id)}”的事件, 不能${what.zh}。`,
  en: `The ledger has no event “${quoted(id)}”, so it cannot be ${what.en}.`,
});

const notVoided = (id: string, kind: 'reverse' | 'correct'): Problem =>
  kind === 'reverse'
    ? {
        code: 'unknownEvent',
        zh: `“${quoted(id)}”是一次撤销。撤销不能再撤销, 重新结算即可。`,
        en: `“${quoted(id)}” is itself a reversal. A reversal is not voided; settle the event again.`,
      }
    : {
        code: 'unknownEvent',
        zh: `“${quoted(id)}”是一次更正。更正不能撤销, 再更正一次, 或撤销它更正的那一次。`,
        en: `“${quoted(id)}” is a correction. A correction is not voided; correct once more, or void the event it corrects.`,
      };

export const alreadyVoided = (id: string, by: string): Problem => ({
  code: 'unknownEvent',
  zh: `“${quoted(id)}”已由“${quoted(by)}”撤销。`,
  en: `“${quoted(id)}” was already voided by “${quoted(by)}”.`,
});

const changedLater = (id: string, later: string): Problem => ({
  code: 'unknownEvent',
  zh: `“${quoted(id)}”之后又有“${quoted(later)}”改了同一事件。先撤销“${quoted(later)}”。`,
  en: `“${quoted(later)}” changed an event of “${quoted(id)}” since. Void “${quoted(later)}” first.`,
});
