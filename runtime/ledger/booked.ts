import type { Booked, PostingAnswer, Totals, Yuan } from '../answer.ts';
import { fenFromYuan, yuanFromFen } from '../money/fen.ts';
import { minusSums } from './sums.ts';

/** What was booked, and later differences of it, as one: amounts of the same payment are added. */
export function difference(before: Booked, after: Booked): Booked {
  const totals = minusTotals(after.totals, before.totals);
  const sums = minusSums(after.sums, before.sums);
  const key = (posting: PostingAnswer): string => JSON.stringify(kindOf(posting));
  const old = new Map(before.postings.map((one) => [key(one), one]));
  const postings: PostingAnswer[] = [];
  for (const posting of after.postings) {
    const was = old.get(key(posting));
    old.delete(key(posting));
    postings.push(was ? minusPosting(posting, was) : posting);
  }
  for (const was of old.values()) postings.push(minusPosting({ ...was, amount: '0.00', parts: [] }, was));
  return {
    status: after.status,
    ...(totals ? { totals } : {}),
    ...(sums ? { sums } : {}),
    postings: postings.filter(isSomething),
  };
}

/** A payment may come to 0 in all and still move money between parts of the bill, or between the items of a batch. */
const isSomething = ({ amount, parts, allotted }: PostingAnswer): boolean =>
  [amount, ...parts.map((part) => part.amount), ...(allotted?.members ?? []).map((member) => member.amount)].some(
    (yuan) => yuan !== '0.00',
  );

/** Several bookings as one: totals are added, and payments of one address and payer. */
export function together(all: readonly Booked[]): Booked {
  let sum: Booked = { status: 'settled', postings: [] };
  for (const one of all) {
    sum = { ...difference(negated(sum), one), status: 'settled' };
  }
  return sum;
}

/** What voiding an event books: its payments with the sign turned. */
export const negated = (booked: Booked): Booked => ({
  ...difference(booked, { status: booked.status, postings: [] }),
  postings: booked.postings.map((posting) => minusPosting(unpaid(posting), posting)),
});

/** The same payment of nothing. */
const unpaid = ({ allotted, ...posting }: PostingAnswer): PostingAnswer => ({
  ...posting,
  ...(allotted ? { allotted: { members: [] } } : {}),
  amount: '0.00',
  parts: posting.parts.map(nothing),
});

const nothing = ({ part }: PostingAnswer['parts'][number]): PostingAnswer['parts'][number] => ({ part, amount: '0.00' });

/** What each payment comes to, by address; a layer's stands under its policy's name, because two layers may have one of the same name. */
export function amountsOf({ postings }: Booked): Record<string, Yuan> {
  const amounts = new Map<string, Yuan>();
  for (const { policy, address, amount } of postings) {
    const name = policy === undefined ? address : `${policy}.${address}`;
    amounts.set(name, minus(amount, minus('0.00', amounts.get(name) ?? '0.00')));
  }
  return Object.fromEntries(amounts);
}

/** Whether two bookings are the same money with the same status. A payment of nothing is none. */
export const sameBooked = (a: Booked, b: Booked): boolean => a === b || moneyText(a) === moneyText(b);

const moneyText = ({ status, totals, sums, postings }: Booked): string =>
  JSON.stringify([status, totals, sums, postings.filter(({ amount, allotted }) => amount !== '0.00' || allotted !== undefined)]);

const minus = (a: Yuan, b: Yuan): Yuan => yuanFromFen((fenFromYuan(a) ?? 0n) - (fenFromYuan(b) ?? 0n));

const eachTotal = (of: (name: keyof Totals) => Yuan): Totals => ({
  total: of('total'),
  funds: of('funds'),
  hospital: of('hospital'),
  personal: of('personal'),
  account: of('account'),
  cash: of('cash'),
});

/** An event that was 待定 has no totals: nothing was booked for it. */
const minusTotals = (after: Totals | undefined, before: Totals | undefined): Totals | undefined =>
  after || before ? eachTotal((name) => minus(after?.[name] ?? '0.00', before?.[name] ?? '0.00')) : undefined;

/** What a posting is, without its amounts: a turned sign is no longer cut, and a difference leaves no share open. */
const kindOf = ({ policy, address, payers, into, deferred, until }: PostingAnswer): Omit<PostingAnswer, 'amount' | 'parts'> => ({
  ...(policy === undefined ? {} : { policy }),
  address,
  payers,
  ...(into === undefined ? {} : { into }),
  ...(deferred ? { deferred } : {}),
  ...(until === undefined ? {} : { until }),
});

/** Item by item; who took the rest is no longer told of a difference. */
function minusAllotted(after: PostingAnswer['allotted'], before: PostingAnswer['allotted']): PostingAnswer['allotted'] {
  if (!after && !before) return undefined;
  const items = [...new Set([...(after?.members ?? []), ...(before?.members ?? [])].map(({ item }) => item))].toSorted((a, b) => a - b);
  const of = (all: PostingAnswer['allotted'], item: number): Yuan => all?.members.find((one) => one.item === item)?.amount ?? '0.00';
  return { members: items.map((item) => ({ item, amount: minus(of(after, item), of(before, item)) })) };
}

function minusPosting(after: PostingAnswer, before: PostingAnswer): PostingAnswer {
  const names = [...new Set([...after.parts, ...before.parts].map(({ part }) => part))];
  const of = (posting: PostingAnswer, name: string): Yuan => posting.parts.find(({ part }) => part === name)?.amount ?? '0.00';
  const allotted = minusAllotted(after.allotted, before.allotted);
  return {
    ...kindOf(after),
    ...(allotted ? { allotted } : {}),
    amount: minus(after.amount, before.amount),
    parts: names.map((part) => ({ part, amount: minus(of(after, part), of(before, part)) })),
  };
}
