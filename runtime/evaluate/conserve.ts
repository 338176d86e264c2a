import type { Payer } from '../ir/types.ts';
import type { Posted } from './steps/post.ts';

/** Who bears the bill, in fen. */
export interface FenTotals {
  readonly total: bigint;
  /** Funds, fiscal and commercial. */
  readonly funds: bigint;
  readonly hospital: bigint;
  readonly personal: bigint;
  readonly account: bigint;
  readonly cash: bigint;
}

/** Who bears what, from the bill and the postings of all layers. INVARIANT: every posting has an amount. */
export function bear(total: bigint, posted: readonly Posted[]): FenTotals {
  let funds = 0n;
  let hospital = 0n;
  let account = 0n;
  const add = (of: Payer['of'], amount: bigint): void => {
    if (of === 'account') account += amount;
    else if (of === 'hospital') hospital += amount;
    else funds += amount;
  };
  for (const { posting, amount, shares } of posted) {
    const { payers } = posting.owner;
    if (shares) for (const [at, payer] of posting.ir.payers.entries()) add(payers[payer]?.of ?? 'fund', shares[at] ?? 0n);
    else if (typeof amount === 'bigint') add(sharedKind(posting.ir.payers, payers), amount);
  }
  const personal = total - funds - hospital;
  return { total, funds, hospital, personal, account, cash: personal - account };
}

/** A sum for several payers is the hospital's only if all of them are; an unnamed payer is a fund. */
function sharedKind(indexes: readonly number[], payers: readonly Payer[]): Payer['of'] {
  const [first] = indexes;
  const of = first === undefined ? 'fund' : (payers[first]?.of ?? 'fund');
  return indexes.length < 2 || indexes.every((index) => payers[index]?.of === of) ? of : 'fund';
}

/** The law of a settlement, asked of every answer before it leaves. */
export const isConserved = ({ total, funds, hospital, personal, account, cash }: FenTotals): boolean =>
  total === funds + hospital + personal &&
  personal === account + cash &&
  total >= 0n &&
  funds >= 0n &&
  hospital >= 0n &&
  personal >= 0n &&
  account >= 0n &&
  cash >= 0n;
