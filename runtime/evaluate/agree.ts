import type { NamedValue, ReasonRef } from '../answer.ts';
import { sameValue } from '../ir/value.ts';
import type { Entry } from '../ledger/fold.ts';
import { distinct, NOTHING, sameReason, unite } from '../ledger/reliance.ts';
import type { FenTotals } from './conserve.ts';
import { NOTHING_NAMED } from './named.ts';
import type { Outcome } from './run.ts';
import { outcome } from './run.ts';
import type { Posted } from './steps/post.ts';
import { sameSums } from './sums.ts';

/** Several outcomes of one event as one: what they have in common is decided, the rest is open for `reasons`. */
export function agree(outcomes: readonly Outcome[], reasons: readonly ReasonRef[]): Outcome {
  const [first] = outcomes;
  if (!first) throw new RangeError('there is a world at least');
  const all = <T>(of: (one: Outcome) => readonly T[]): readonly T[] =>
    outcomes.reduce<readonly T[]>((united, one) => unite(united, of(one)), NOTHING);
  const shared = {
    state: first.state,
    layers: first.layers,
    version: outcomes.every(({ version }) => version === first.version) ? first.version : undefined,
    reliances: all(({ reliances }) => reliances),
    amounts: new Map([...first.amounts].filter(([address, amount]) => outcomes.every(({ amounts }) => amounts.get(address) === amount))),
    values: new Map([...first.values].filter(([address, value]) => outcomes.every(({ values }) => sameNamed(values.get(address), value)))),
    others: outcomes.slice(1),
  };
  const known = all(({ open }) => open);
  const missing = all((one) => one.missing);
  if (outcomes.some(({ status }) => status === 'missing')) return outcome('missing', { ...shared, missing, open: known });
  const alike = outcomes.every(({ status }) => status === first.status);
  const open = distinct(unite(known, reasons), sameReason);
  if (!alike || !samePayments(outcomes)) return outcome('open', { ...shared, open, entries: asOpen(outcomes, open) });
  switch (first.status) {
    case 'refused':
    case 'violation':
      return outcome(first.status, {
        ...shared,
        problems: distinct(
          all(({ problems }) => problems),
          (a, b) => a.zh === b.zh,
        ),
        ...NOTHING_NAMED,
      });
    case 'open':
      return outcome('open', { ...shared, open: known, entries: asOpen(outcomes, known) });
    default: {
      const { entries, differ: unlike } = agreedEntries(outcomes, reasons);
      const posted = agreedShares(outcomes, first.posted);
      const differ = unlike || posted !== first.posted;
      return outcome(first.status, {
        ...shared,
        open: differ ? open : known,
        ineligible: distinct(
          all(({ ineligible }) => ineligible),
          (a, b) => a.name === b.name && a.reason === b.reason && a.policy === b.policy,
        ),
        posted,
        totals: first.totals,
        sums: first.sums,
        entries,
      });
    }
  }
}

const sameNamed = (a: NamedValue | undefined, b: NamedValue): boolean => a?.kind === b.kind && sameValue(a.value, b.value);

/** The payments; without the shares of payers on which the outcomes differ. */
function agreedShares([, ...others]: readonly Outcome[], posted: readonly Posted[]): readonly Posted[] {
  const said = (all: readonly Posted[], address: string): string =>
    all.find(({ posting }) => posting.address === address)?.shares?.join(' ') ?? '';
  const alike = ({ posting, shares, amount }: Posted): boolean =>
    shares === undefined || amount === 0n || others.every((other) => said(other.posted, posting.address) === shares.join(' '));
  if (posted.every(alike)) return posted;
  return posted.map((one) => {
    if (alike(one)) return one;
    const { shares: _, ...rest } = one;
    return rest;
  });
}

const samePayments = ([first, ...rest]: readonly Outcome[]): boolean =>
  rest.every(
    (other) =>
      sameTotals(first?.totals, other.totals) && sameSums(first?.sums, other.sums) && samePosted(first?.posted ?? [], other.posted),
  );

const sameTotals = (a: FenTotals | undefined, b: FenTotals | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.total === b.total &&
    a.personal === b.personal &&
    a.cash === b.cash &&
    a.hospital === b.hospital);

/** Postings of 0 may be absent in a version that does not know the benefit. */
function samePosted(a: readonly Posted[], b: readonly Posted[]): boolean {
  const paid = (posted: readonly Posted[]): string =>
    posted
      .filter(({ amount }) => amount !== 0n)
      .map(({ posting, amount, taken }) => `${posting.owner.id} ${posting.address} ${String(amount)} ${taken.join(' ')}`)
      .sort()
      .join('\n');
  return paid(a) === paid(b);
}

const sameCell = (a: Entry, b: Entry): boolean =>
  a.accumulator === b.accumulator && a.policy === b.policy && a.keys?.join('\u001f') === b.keys?.join('\u001f');

/** Every cell that some outcome writes, open. */
const asOpen = (outcomes: readonly Outcome[], open: readonly ReasonRef[]): readonly Entry[] =>
  distinct(
    outcomes.flatMap(({ entries }) => entries),
    sameCell,
  ).map((entry) => openEntry(entry, open));

const openEntry = ({ accumulator, policy, keys }: Entry, open: readonly ReasonRef[]): Entry => ({
  accumulator,
  ...(policy === undefined ? {} : { policy }),
  ...(keys ? { keys } : {}),
  open,
  reliances: NOTHING,
});

/** Entries that all outcomes write alike stay; the others are open. */
function agreedEntries(
  outcomes: readonly Outcome[],
  reasons: readonly ReasonRef[],
): { readonly entries: readonly Entry[]; readonly differ: boolean } {
  let differ = false;
  const entries = distinct(
    outcomes.flatMap((one) => one.entries),
    sameCell,
  ).flatMap((entry) => {
    // Items of one event may write into the same cell.
    const [own = [], ...others] = outcomes.map((one) => one.entries.filter((other) => sameCell(other, entry)));
    const alike = others.every((other) => other.length === own.length && own.every((one, at) => sameEntry(one, other[at] as Entry)));
    if (alike) return own;
    differ = true;
    return [openEntry(entry, unite(entry.open, reasons))];
  });
  return { entries, differ };
}

const sameEntry = (a: Entry, b: Entry): boolean =>
  a.value === undefined || b.value === undefined ? a.value === b.value : sameValue(a.value, b.value);
