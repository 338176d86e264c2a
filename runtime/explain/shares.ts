import type { WaterfallBar } from '../answer.ts';
import type { Posted } from '../evaluate/steps/post.ts';
import type { FenSums } from '../evaluate/sums.ts';
import { yuanFromFen } from '../money/fen.ts';
import { vocabulary } from '../vocabulary.ts';

/**
 * The bars of an answer without a bill. Of a contribution the dues add up to the total and so do the shares, those deferred among them; of a
 * cash benefit the payments add up to the total, and account and cash do; of a clearing the allotments add up to the total.
 */
export function sharesOf(sums: FenSums, posted: readonly Posted[]): readonly WaterfallBar[] {
  const payments = posted.filter(({ amount }) => amount !== 0n).map(paymentBar);
  switch (sums.entry) {
    case 'cashBenefit':
      return [
        bar('total', vocabulary.paidOut.zh, sums.paid),
        ...payments,
        bar('account', vocabulary.account.zh, sums.account),
        bar('cash', vocabulary.cash.zh, sums.cash),
      ];
    case 'contribution':
      return [
        bar('total', vocabulary.due.zh, sums.due),
        ...sums.dues.map(({ address, amount }) => bar('part', address, amount, address)),
        ...payments,
      ];
    case 'clearing':
      return [bar('total', vocabulary.allotted.zh, sums.paid), ...payments];
  }
}

function paymentBar({ posting, amount }: Posted): WaterfallBar {
  const payer = posting.ir.payers.map((index) => posting.owner.payers[index]?.name ?? '').join('、');
  const label = posting.ir.until ? `${vocabulary.deferred.zh}: ${posting.address}` : posting.address;
  return { ...bar('posting', label, typeof amount === 'bigint' ? amount : 0n, posting.address), ...(payer ? { payer } : {}) };
}

const bar = (kind: WaterfallBar['kind'], label: string, fen: bigint, address?: string): WaterfallBar => ({
  kind,
  label,
  ...(address === undefined ? {} : { address }),
  amount: yuanFromFen(fen),
});
