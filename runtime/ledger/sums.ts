import type { Sums, Yuan } from '../answer.ts';
import { fenFromYuan, yuanFromFen } from '../money/fen.ts';

type Of<Entry extends Sums['entry']> = Extract<Sums, { readonly entry: Entry }>;

/** Of an entry without a bill: what one answer adds up to less what another does. Absent when neither adds up to anything. */
export function minusSums(after: Sums | undefined, before: Sums | undefined): Sums | undefined {
  // Both are of one policy, so of one entry; an event that was 待定 has none.
  const shape = after ?? before;
  switch (shape?.entry) {
    case undefined:
      return undefined;
    case 'cashBenefit': {
      const [a, b] = [of('cashBenefit', after), of('cashBenefit', before)];
      return { entry: 'cashBenefit', paid: minus(a?.paid, b?.paid), account: minus(a?.account, b?.account), cash: minus(a?.cash, b?.cash) };
    }
    case 'contribution':
      return minusShares(of('contribution', after), of('contribution', before));
    case 'clearing':
      return { entry: 'clearing', paid: minus(of('clearing', after)?.paid, of('clearing', before)?.paid) };
  }
}

function minusShares(a: Of<'contribution'> | undefined, b: Of<'contribution'> | undefined): Sums {
  const payer = (of: typeof a, name: string) => of?.payers.find((one) => one.payer === name);
  return {
    entry: 'contribution',
    due: minus(a?.due, b?.due),
    now: minus(a?.now, b?.now),
    deferred: minus(a?.deferred, b?.deferred),
    dues: names(({ address }) => address, a?.dues, b?.dues).map((address) => {
      const amount = (of: typeof a): Yuan | undefined => of?.dues.find((one) => one.address === address)?.amount;
      return { address, amount: minus(amount(a), amount(b)) };
    }),
    payers: names((one) => one.payer, a?.payers, b?.payers).map((name) => ({
      payer: name,
      now: minus(payer(a, name)?.now, payer(b, name)?.now),
      deferred: minus(payer(a, name)?.deferred, payer(b, name)?.deferred),
    })),
  };
}

function of<Entry extends Sums['entry']>(entry: Entry, sums: Sums | undefined): Of<Entry> | undefined {
  const is = (one: Sums): one is Of<Entry> => one.entry === entry;
  return sums && is(sums) ? sums : undefined;
}

const names = <T>(name: (one: T) => string, a: readonly T[] = [], b: readonly T[] = []): readonly string[] => [
  ...new Set([...a, ...b].map(name)),
];

const minus = (a: Yuan = '0.00', b: Yuan = '0.00'): Yuan => yuanFromFen((fenFromYuan(a) ?? 0n) - (fenFromYuan(b) ?? 0n));
