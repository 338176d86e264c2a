import type { Booked, Revision, Yuan } from '../answer.ts';
import { difference, sameBooked, together } from './booked.ts';
import { cellText } from './cell-text.ts';
import type { Entry } from './fold.ts';
import type { EventRecord, Ledger } from './ledger.ts';
import { annotate, cellName, eventOf, readersAfter, rebook } from './ledger.ts';
import { waiting } from './queue.ts';

/** What settling an event once more came to. */
export interface Again {
  readonly booked: Booked;
  readonly amounts: Readonly<Record<string, Yuan>>;
  readonly entries: readonly Entry[];
  readonly reads: readonly string[];
}

/** Settles an event again as it was kept, against a ledger in which only what arrived before it is seen. Undefined: its bundle is not at hand. */
export type SettleAgain = (record: EventRecord, ledger: Ledger) => Again | undefined;

export interface Replayed {
  readonly ledger: Ledger;
  readonly revisions: readonly Revision[];
  /** Digests of bundles without which later events could not be settled again. */
  readonly absent: readonly string[];
}

/** An event as it is kept, and as it is to be. */
export type Change = readonly [before: EventRecord, after: EventRecord];

/**
 * After the entries of events changed, all at once: every later event that read a cell they changed is settled again, whoever it is of, in order of arrival,
 * each seeing the entries of those before it as they are now; where its own entries change, those who read them follow. An event that read
 * nothing that changed would come out the same and is not looked at; one that stands again may have read what changed meanwhile. Whether that ledger counts, or only tells how later answers would
 * differ, is the policy's choice.
 */
export function replay(ledger: Ledger, changes: readonly Change[], how: 'recompute' | 'stand', again: SettleAgain): Replayed {
  const changed = changes.reduce((now, [before, after]) => rebook(now, before, after), ledger);
  const own = new Set(how === 'stand' ? changes.map(([{ id }]) => id) : []);
  const revisions: Revision[] = [];
  const absent = new Set<string>();
  const queue = waiting();
  let work = changed;
  const follow = (policy: string, serial: number, was: readonly Entry[], is: readonly Entry[]): void => {
    for (const { accumulator, keys, policy: own = policy } of changedEntries(was, is)) {
      const cell = cellName(own, accumulator.name, keys);
      // Those that read it before they were corrected, and no longer do, are not touched.
      for (const reader of readersAfter(work, cell, serial, keys === undefined))
        if (eventOf(work, reader.event)?.reads.includes(reader.cell)) queue.add(reader.serial, reader.event);
    }
  };
  for (const [before, after] of changes) {
    follow(before.policy, before.serial, before.entries, after.entries);
    if (before.voidedBy !== undefined && after.voidedBy === undefined) queue.add(before.serial, before.id);
  }
  for (let id = queue.next(); id !== undefined; id = queue.next()) {
    const current = eventOf(work, id);
    if (current?.kind !== 'settle' || current.voidedBy !== undefined || own.has(id)) continue;
    const stood = standing(work, current);
    const result = again(current, work);
    if (!result) {
      absent.add(lawOf(work, current).digest);
      revisions.push({ event: id, effect: 'unsettled', before: stood, after: stood });
      continue;
    }
    const { booked, entries } = result;
    if (!isBookable(booked)) {
      revisions.push({ event: id, effect: 'unsettled', before: stood, after: booked });
      continue;
    }
    work = settledAgain(work, current, result);
    follow(current.policy, current.serial, current.entries, entries);
    if (!sameBooked(stood, booked))
      revisions.push({ event: id, effect: how === 'recompute' ? 'booked' : 'reported', before: stood, after: booked });
  }
  return { ledger: how === 'recompute' ? work : changed, revisions, absent: [...absent] };
}

/** What is refused, incomplete or in violation leaves no trace. */
export const isBookable = ({ status }: Pick<Booked, 'status'>): boolean =>
  status === 'settled' || status === 'open' || status === 'ineligible';

/** The back payment that an event had last. */
function lastBackPayment(ledger: Ledger, { changes }: EventRecord): EventRecord | undefined {
  const last = changes.at(-1);
  const record = last === undefined ? undefined : eventOf(ledger, last);
  return record?.kind === 'backPay' ? record : undefined;
}

/** What stands booked for an event now: as its last back payment left it, else as it was booked. */
export const standing = (ledger: Ledger, record: EventRecord): Booked =>
  lastBackPayment(ledger, record)?.revisions?.find(({ event }) => event === record.id)?.after ?? record.booked;

/** The law that an event stands settled under: that of its last back payment, else its own. */
export const lawOf = (ledger: Ledger, record: EventRecord): Pick<EventRecord, 'digest' | 'knownOn'> =>
  lastBackPayment(ledger, record) ?? record;

/** The ledger with what settling an event again came to. Its last back payment, if it has one, carries the difference. */
function settledAgain(ledger: Ledger, current: EventRecord, { booked, amounts, entries, reads }: Again): Ledger {
  const paid = lastBackPayment(ledger, current);
  const work = rebook(ledger, current, { ...current, entries, amounts, reads, ...(paid ? {} : { booked }) });
  if (!paid) return work;
  const revisions = (paid.revisions ?? []).map((one) => (one.event === current.id ? { ...one, after: booked } : one));
  return annotate(work, { ...paid, revisions, booked: differenceOf(revisions) });
}

/** What a back payment books: the differences of its events, added up. */
export const differenceOf = (revisions: readonly Revision[]): Booked =>
  together(revisions.filter(({ effect }) => effect === 'backPaid').map(({ before, after }) => difference(before, after)));

/** Entries of one list that the other has not, from both sides. */
export function changedEntries(was: readonly Entry[], is: readonly Entry[]): readonly Entry[] {
  if (was === is) return [];
  const count = new Map<string, number>();
  for (const entry of was) count.set(entryText(entry), (count.get(entryText(entry)) ?? 0) + 1);
  const changed: Entry[] = [];
  for (const entry of is) {
    const left = count.get(entryText(entry)) ?? 0;
    if (left > 0) count.set(entryText(entry), left - 1);
    else changed.push(entry);
  }
  for (const entry of was) {
    const left = count.get(entryText(entry)) ?? 0;
    if (left === 0) continue;
    count.set(entryText(entry), left - 1);
    changed.push(entry);
  }
  return changed;
}

/** All that a reader of the cell can see of an entry. */
const entryText = ({ accumulator: { name, how, type }, policy, keys, value, open, reliances }: Entry): string =>
  JSON.stringify([
    policy,
    name,
    how,
    keys,
    value === undefined ? null : cellText(value, how === 'count' ? { kind: 'integer' } : type),
    open.map(({ address, reason }) => [address, reason]),
    reliances,
  ]);
