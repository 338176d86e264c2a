/** What an event adds up to. */
import type { PayerModel, PolicyModel } from '../../language/model/types.ts';
import type { Layer } from './kept.ts';
import type { Fraction } from './number.ts';
import { negative, order, plus } from './number.ts';
import type { Posted } from './post.ts';
import { Gap, number, Unread, ZERO } from './worth.ts';

/** Amounts by name, in yuan. */
export type Totals = Readonly<Record<string, Fraction>>;

const add = (all: readonly Fraction[]): Fraction => all.reduce(plus, ZERO);

/** In fen; what is finer has no text. */
export function fenOf(amount: Fraction): string {
  const fen = amount.over * 100n;
  if (fen % amount.under !== 0n) throw new Unread('an amount finer than a fen');
  return String(fen / amount.under);
}

/** Who bears what of a bill. `policies` are those whose postings these are. */
export function bear(total: Fraction, posted: readonly Posted[], policies: readonly PolicyModel[]): Totals {
  // A layer below that is not decided leaves the whole event undecided, whatever this comes to.
  const paid = posted.flatMap((one): { of: PayerModel['of']; amount: Fraction }[] => {
    const payers = policies.find(({ name }) => name === one.policy)?.payers ?? [];
    const kinds = one.posting.payers.map((name) => payers.find((payer) => payer.name === name)?.of ?? 'fund');
    if (Array.isArray(one.shares)) return kinds.map((of, at) => ({ of, amount: (one.shares as readonly Fraction[])[at] ?? ZERO }));
    if (one.amount instanceof Gap) return [];
    const [first = 'fund' as const] = kinds;
    return [{ of: kinds.every((kind) => kind === first) ? first : 'fund', amount: number(one.amount) }];
  });
  const by = (test: (of: PayerModel['of']) => boolean): Fraction => add(paid.filter(({ of }) => test(of)).map(({ amount }) => amount));
  const hospital = by((of) => of === 'hospital');
  const account = by((of) => of === 'account');
  const funds = by((of) => of !== 'hospital' && of !== 'account');
  const personal = plus(total, negative(plus(funds, hospital)));
  return { total, funds, hospital, personal, account, cash: plus(personal, negative(account)) };
}

/** Nothing of it is negative. */
export const conserved = (totals: Totals): boolean => Object.values(totals).every((one) => order(one, ZERO) >= 0);

/** What an event without a bill adds up to. */
export function sumsOf({ policy: { entry }, posted, dues }: Layer): Totals {
  const sum = (of: readonly Posted[]): Fraction => add(of.map(({ amount }) => number(amount)));
  const paid = sum(posted);
  if (entry === 'clearing') return { paid };
  if (entry === 'cashBenefit') {
    const account = sum(posted.filter(({ posting }) => posting.into !== undefined));
    return { paid, account, cash: plus(paid, negative(account)) };
  }
  const deferred = sum(posted.filter(({ posting }) => posting.until));
  const payers = [...new Set(posted.map(({ posting }) => posting.payers.join('、')))];
  return {
    due: add(dues),
    now: plus(paid, negative(deferred)),
    deferred,
    ...Object.fromEntries(payers.map((payer) => [payer, sum(posted.filter(({ posting }) => posting.payers.join('、') === payer))])),
  };
}

/** Several answers as one: what each payment comes to over all of them, and what all add up to; those taken back count below 0. */
export function summed(
  all: readonly { readonly posted: readonly Posted[]; readonly totals: Totals | undefined; readonly back: boolean }[],
): {
  readonly posted: readonly Posted[];
  readonly totals: Totals | undefined;
} {
  const posted = new Map<string, Posted>();
  const sums: Record<string, Fraction> = {};
  for (const { posted: own, totals, back } of all) {
    const signed = (amount: Fraction): Fraction => (back ? negative(amount) : amount);
    for (const [name, amount] of Object.entries(totals ?? {})) sums[name] = plus(sums[name] ?? ZERO, signed(amount));
    for (const one of totals ? own : []) {
      const name = `${one.policy} ${one.address}`;
      const before = posted.get(name);
      const added = (was: ReadonlyMap<string | number, Fraction> | undefined, is: ReadonlyMap<string | number, Fraction>) =>
        new Map([...(was ?? []), ...[...is].map(([of, amount]) => [of, plus(was?.get(of) ?? ZERO, signed(amount))] as const)]);
      posted.set(name, {
        ...one,
        amount: plus(before ? number(before.amount) : ZERO, signed(number(one.amount))),
        from: added(before?.from, one.from) as Posted['from'],
        ...(one.members ? { members: added(before?.members, one.members) as ReadonlyMap<number, Fraction> } : {}),
      });
    }
  }
  return { posted: [...posted.values()], totals: Object.keys(sums).length > 0 ? sums : undefined };
}
