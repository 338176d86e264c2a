import type { Booked, PostingAnswer, Revision, Yuan } from '../answer.ts';
import { fenFromYuan, yuanFromFen } from '../money/fen.ts';
import type { Entry } from './fold.ts';
import type { EventRecord, Ledger } from './ledger.ts';
import { eventOf, laterEvents, rebook } from './ledger.ts';

/** Settles an event again as it was kept, against a ledger in which only what arrived before it is seen. Undefined: its bundle is not at hand. */
export type SettleAgain = (
  record: EventRecord,
  ledger: Ledger,
) => { readonly booked: Booked; readonly entries: readonly Entry[] } | undefined;

export interface Reversed {
  readonly ledger: Ledger;
  readonly revisions: readonly Revision[];
  /** Digests of bundles without which later events could not be settled again. */
  readonly absent: readonly string[];
}

/**
 * Voids an event. Every later event of the person is settled again, in order of arrival, each seeing the entries of those before it as they
 * are now; its own entries then take the place of those it had. Whether that ledger counts, or only tells how later answers would differ,
 * is the policy's choice.
 */
export function reverse(ledger: Ledger, record: EventRecord, by: string, how: 'recompute' | 'stand', again: SettleAgain): Reversed {
  const voided = rebook(ledger, record, { ...record, entries: [], voidedBy: by });
  const revisions: Revision[] = [];
  const absent = new Set<string>();
  let work = voided;
  for (const { id } of laterEvents(ledger, record)) {
    const current = eventOf(work, id);
    if (current?.kind !== 'settle' || current.voidedBy !== undefined) continue;
    const before = current.booked;
    const result = again(current, work);
    if (!result) {
      absent.add(current.digest);
      revisions.push({ event: id, effect: 'unsettled', before, after: before });
      continue;
    }
    const { booked: after, entries } = result;
    if (after.status !== 'settled' && after.status !== 'open' && after.status !== 'ineligible') {
      revisions.push({ event: id, effect: 'unsettled', before, after });
      continue;
    }
    work = rebook(work, current, { ...current, entries, booked: after });
    if (!sameBooked(before, after)) revisions.push({ event: id, effect: how === 'recompute' ? 'booked' : 'reported', before, after });
  }
  return { ledger: how === 'recompute' ? work : voided, revisions, absent: [...absent] };
}

const sameBooked = (a: Booked, b: Booked): boolean =>
  JSON.stringify([a.status, a.totals, a.postings]) === JSON.stringify([b.status, b.totals, b.postings]);

/** What voiding an event books: its payments with the sign turned. */
export function negated({ status, totals, postings }: Booked): Booked {
  return {
    status,
    ...(totals
      ? {
          totals: {
            total: minus(totals.total),
            funds: minus(totals.funds),
            hospital: minus(totals.hospital),
            personal: minus(totals.personal),
            account: minus(totals.account),
            cash: minus(totals.cash),
          },
        }
      : {}),
    postings: postings.map(
      ({ address, payers, amount, parts }): PostingAnswer => ({
        address,
        payers,
        amount: minus(amount),
        parts: parts.map((part) => ({ part: part.part, amount: minus(part.amount) })),
      }),
    ),
  };
}

const minus = (yuan: Yuan): Yuan => yuanFromFen(-(fenFromYuan(yuan) ?? 0n));
