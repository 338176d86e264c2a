import type { Problem, ReasonRef } from '../answer.ts';
import { dayText } from '../calendar/date.ts';
import type { PolicyIr } from '../ir/types.ts';
import { yuanFromFen } from '../money/fen.ts';
import { poolDiffers, sharesDiffer } from './faults.ts';
import { Gap } from './gap.ts';
import type { State } from './state.ts';
import type { Posted } from './steps/post.ts';

/** What an answer of an entry without a bill adds up to, in fen. */
export type FenSums =
  | { readonly entry: 'cashBenefit'; readonly paid: bigint; readonly account: bigint; readonly cash: bigint }
  | {
      readonly entry: 'contribution';
      readonly due: bigint;
      readonly now: bigint;
      readonly deferred: bigint;
      readonly dues: readonly { readonly address: string; readonly amount: bigint }[];
      /** In the order in which the policy first names them. */
      readonly payers: readonly { readonly payer: string; readonly now: bigint; readonly deferred: bigint }[];
    }
  | { readonly entry: 'clearing'; readonly paid: bigint };

/** The sums of an event whose postings all have an amount. */
export function sumsOf(
  ir: PolicyIr,
  posted: readonly Posted[],
  dues: readonly { readonly address: string; readonly amount: bigint }[],
): FenSums | undefined {
  const total = (of: readonly Posted[]): bigint => of.reduce((sum, { amount }) => (typeof amount === 'bigint' ? sum + amount : sum), 0n);
  switch (ir.entry) {
    case 'settlement':
      return undefined;
    case 'cashBenefit': {
      const paid = total(posted);
      const account = total(posted.filter(({ posting }) => posting.ir.into !== undefined));
      return { entry: 'cashBenefit', paid, account, cash: paid - account };
    }
    case 'contribution': {
      const later = posted.filter(({ posting }) => posting.ir.until !== undefined);
      const now = posted.filter(({ posting }) => posting.ir.until === undefined);
      return {
        entry: 'contribution',
        due: dues.reduce((sum, { amount }) => sum + amount, 0n),
        now: total(now),
        deferred: total(later),
        dues,
        payers: payerNames(posted, ir).map((payer) => ({
          payer,
          now: total(now.filter((one) => payerOf(one, ir) === payer)),
          deferred: total(later.filter((one) => payerOf(one, ir) === payer)),
        })),
      };
    }
    case 'clearing':
      return { entry: 'clearing', paid: total(posted) };
  }
}

/** A sum that several share stands under all their names. */
const payerOf = ({ posting }: Posted, { payers }: PolicyIr): string =>
  posting.ir.payers.map((payer) => payers[payer]?.name ?? '').join('、');

const payerNames = (posted: readonly Posted[], ir: PolicyIr): readonly string[] => [...new Set(posted.map((one) => payerOf(one, ir)))];

/** The law of an entry without a bill that these sums break, if they do. */
export function brokenLaw(sums: FenSums, posted: readonly Posted[]): Problem | undefined {
  switch (sums.entry) {
    case 'cashBenefit':
      // Each payment is known not to be negative, and each goes one way or the other.
      return undefined;
    case 'contribution': {
      const { due, now, deferred } = sums;
      return now + deferred === due ? undefined : sharesDiffer(yuanFromFen(due), yuanFromFen(now), yuanFromFen(deferred));
    }
    case 'clearing': {
      const off = posted.find(({ allotted }) => allotted?.beyond);
      if (!off?.allotted) return undefined;
      const { address } = off.posting;
      return poolDiffers(address, yuanFromFen(off.allotted.pool ?? 0n), yuanFromFen(off.allotted.shares));
    }
  }
}

/** Whether two events add up alike. */
export function sameSums(a: FenSums | undefined, b: FenSums | undefined): boolean {
  if (!a || !b) return a === b;
  return JSON.stringify(a, fenText) === JSON.stringify(b, fenText);
}

const fenText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** The day on which a deferred share falls due, or the reasons for which it is open. */
export function fallsDue({ posting: { until } }: Posted, state: State): { readonly day?: string; readonly open: readonly ReasonRef[] } {
  const value = until && state.apart(until).value;
  if (value instanceof Gap) return { open: value.open };
  return typeof value === 'number' ? { day: dayText(value), open: [] } : { open: [] };
}
