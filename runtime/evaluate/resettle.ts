import type { Answer, Booked, EncounterInput } from '../answer.ts';
import type { DayText } from '../ir/types.ts';
import { amountsOf, difference, sameBooked, together } from '../ledger/booked.ts';
import type { EventRecord, Ledger } from '../ledger/ledger.ts';
import { book, cellName, eventOf, eventsFrom, rebook } from '../ledger/ledger.ts';
import type { Again } from '../ledger/replay.ts';
import { changedEntries, lawOf, standing } from '../ledger/replay.ts';
import { aboutOthers, policyIn, settleUnder } from './again.ts';
import { refusal } from './answer.ts';
import type { Changes } from './changed-law.ts';
import { changedLaw } from './changed-law.ts';
import type { PolicyBundle } from './choose.ts';
import { followRetroactive, remembered } from './retroactive.ts';
import type { Settlement, SettleOptions } from './settle.ts';

/** What a law known later changes for one event that is booked already. */
export interface Difference {
  readonly event: string;
  readonly person: string;
  readonly policy: string;
  /** due: `owed` is to be paid, or taken back where it is negative · unsettled: under the law known later it has no amount, and what is booked stands. */
  readonly effect: 'due' | 'unsettled';
  readonly before: Booked;
  readonly after: Booked;
  readonly owed: Booked;
  /** law: under the law it was settled under it would come out otherwise today, or that law is not at hand · cells: only cells that earlier events wrote differ. */
  readonly cause: 'law' | 'cells';
  readonly changes: Changes;
  readonly again: Again;
}

/** How booked events are to be settled again. */
export interface ResettleOptions {
  /** Law as known on this day; absent: all that is published counts. */
  readonly knownOn?: DayText | undefined;
  /** Bundles that settled the events: what they give by their own law now is not counted as a change of law. */
  readonly bundles?: readonly PolicyBundle[] | undefined;
}

/**
 * Goes through all events in order of arrival and settles each as if this law had been known then, each seeing what those before it come to
 * now. An event that stands settled under this very law, or that comes out alike under both, is only looked at when a cell it reads has
 * changed. Gives undefined for each event that stands, so that whoever asks can stop between two, and its difference for each other.
 */
export function* differencesOf(
  bundle: PolicyBundle,
  before: Ledger,
  { knownOn, bundles = [] }: ResettleOptions,
): Generator<Difference | undefined, void> {
  const known = [bundle, ...bundles];
  const dirty = new Set<string>();
  let work = ready(bundle, before);
  for (const { id } of eventsFrom(work, 0)) {
    const record = eventOf(work, id);
    const policy = record && bundle.policies.find(({ ir }) => ir.id === record.policy);
    if (!record || !policy || record.kind !== 'settle' || record.voidedBy !== undefined) {
      yield undefined;
      continue;
    }
    const touched = dirty.size > 0 && record.reads.some((cell) => dirty.has(cell) || dirty.has(withoutKeys(cell)));
    const own = lawOf(work, record);
    const sameLaw = own.digest === bundle.digest && own.knownOn === knownOn;
    if (sameLaw && !touched) {
      yield undefined;
      continue;
    }
    const again = complete({ policy, digest: bundle.digest, knownOn });
    const stood = standing(work, record);
    const moved = changedEntries(record.entries, again.entries);
    const alike = sameBooked(stood, again.booked) && moved.length === 0;
    const lawDecides = !alike && !givesTheSame(own);
    if (alike || (!touched && !lawDecides)) {
      yield undefined;
      continue;
    }
    const due = isPayable(again.booked) || (again.booked.status === 'open' && stood.status === 'open');
    if (due) {
      for (const { accumulator, keys, policy: own = record.policy } of moved) dirty.add(cellName(own, accumulator.name, keys));
      work = rebook(work, record, { ...record, entries: again.entries, reads: again.reads });
    }
    yield {
      event: record.id,
      person: record.person,
      policy: record.policy,
      effect: due ? 'due' : 'unsettled',
      before: stood,
      after: again.booked,
      owed: due ? difference(stood, again.booked) : { status: again.booked.status, postings: [] },
      cause: lawDecides ? 'law' : 'cells',
      changes: changedLaw(policyIn(known, own.digest, record.policy), record.version, policy, again.version, again.used),
      again,
    };

    function complete(law: Parameters<typeof settleUnder>[0]) {
      const kept = record as EventRecord;
      const { again: result, evaluated, used } = settleUnder(law, kept, work);
      const { version } = evaluated.outcome;
      return { ...result, entries: [...result.entries, ...remembered(known, work, kept, evaluated.outcome, result)], used, version };
    }

    /** Whether the law it stands settled under comes to the same today: what differs then is no change of law. */
    function givesTheSame({ digest, knownOn: then }: ReturnType<typeof lawOf>): boolean {
      if (sameLaw) return true;
      const old = policyIn(known, digest, (record as EventRecord).policy);
      if (!old) return false;
      const today = complete({ policy: old, digest, knownOn: then });
      return sameBooked(today.booked, again.booked) && changedEntries(today.entries, again.entries).length === 0;
    }
  }
}

const isPayable = ({ status }: Booked): boolean => status === 'settled' || status === 'ineligible';

/** The name under which an entry with open keys is noted, for a cell. */
const withoutKeys = (cell: string): string => cell.split('\u001f', 2).join('\u001f');

/** The ledger with what 期初 追溯 of this bundle asks for. */
const ready = (bundle: PolicyBundle, ledger: Ledger): Ledger =>
  bundle.policies.reduce((now, policy) => followRetroactive(policy, bundle.digest, now), ledger);

/**
 * 补差 as one event of the ledger: what is booked for its events stands, the differences are booked now, and in the cells of each event's own
 * period the entries of the law known later take the place of those it had.
 */
export function bookDifferences(
  bundle: PolicyBundle,
  before: Ledger,
  differences: readonly Difference[],
  { id, knownOn }: { readonly id: string; readonly knownOn?: DayText | undefined },
): Ledger {
  const due = differences.filter(({ effect }) => effect === 'due');
  const [first] = due;
  if (!first) return before;
  let ledger = ready(bundle, before);
  const displaced: { readonly event: string; readonly entries: EventRecord['entries'] }[] = [];
  for (const { event, again } of due) {
    const record = eventOf(ledger, event);
    if (!record) continue;
    displaced.push({ event, entries: record.entries });
    const { entries, amounts, reads } = again;
    ledger = rebook(ledger, record, { ...record, entries, amounts, reads, changes: [...record.changes, id] });
  }
  const revisions = due.map(({ event, before: was, after }) => ({ event, effect: 'backPaid' as const, before: was, after }));
  const kept = aboutOthers({
    id,
    kind: 'backPay',
    person: first.person,
    policy: first.policy,
    digest: bundle.digest,
    knownOn,
    encounter: { id, kind: 'backPay', fields: {} },
    booked: together(due.map(({ owed }) => owed)),
    revisions,
    displaced,
  });
  return book(ledger, kept);
}

/** 补差 of everything in the ledger, as one event. */
export function settleBackPay(
  bundle: PolicyBundle,
  { id }: EncounterInput,
  ledger: Ledger,
  { bundles, knownOn }: SettleOptions,
): Settlement {
  const differences = [...differencesOf(bundle, ledger, { bundles, knownOn })].filter((one) => one !== undefined);
  const booked = together(differences.filter(({ effect }) => effect === 'due').map(({ owed }) => owed));
  const answer: Answer = {
    ...refusal({ event: id, policy: differences[0]?.policy ?? '', digest: bundle.digest }, []),
    status: 'settled',
    ...addedUp(booked, differences),
    postings: booked.postings,
    amounts: amountsOf(booked),
    revisions: differences.map(({ event, effect, before, after }) => ({
      event,
      effect: effect === 'due' ? ('backPaid' as const) : ('unsettled' as const),
      before,
      after,
    })),
  };
  return { answer, ledger: bookDifferences(bundle, ledger, differences, { id, knownOn }) };
}

/** Totals, or the sums of an entry without a bill: events of several entries add up to neither, and only their payments are told. */
function addedUp({ totals, sums }: Booked, differences: readonly Difference[]): Pick<Answer, 'totals' | 'sums'> {
  const entries = new Set(differences.map(({ after, before }) => (after.sums ?? before.sums)?.entry));
  if (entries.size > 1) return {};
  if (sums) return { sums };
  return { totals: totals ?? { total: '0.00', funds: '0.00', hospital: '0.00', personal: '0.00', account: '0.00', cash: '0.00' } };
}
