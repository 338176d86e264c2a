import type { ReasonRef } from '../answer.ts';
import { NOTHING, unite } from '../ledger/reliance.ts';
import { yuanFromFen } from '../money/fen.ts';
import { sharesOff } from './faults.ts';
import { bothGaps, faultGap, Gap } from './gap.ts';
import type { State } from './state.ts';

/** What came of dividing posted sums among their payers. */
export interface Divided {
  /** Reasons for which a payer's share is open while the sum is known. */
  readonly open: readonly ReasonRef[];
  /** A share that lacks a field, or shares that do not add up to what was posted. */
  readonly gap: Gap | undefined;
}

/** 分摊: the share of each payer of every posted sum that says how it is divided. Shares are worked out after the sum, and add up to it. */
export function divideShares(state: State): Divided {
  let open: readonly ReasonRef[] = NOTHING;
  let gap: Gap | undefined;
  for (const [at, posted] of state.posted.entries()) {
    const { posting, amount } = posted;
    if (!posting.ir.shares || typeof amount !== 'bigint') continue;
    const found = posting.ir.shares.map((step) => state.step(step));
    const shares = found.filter((share) => typeof share === 'bigint');
    if (shares.length < found.length) {
      for (const share of found) {
        if (!(share instanceof Gap)) continue;
        if (share.missing.length > 0 || share.faults.length > 0) gap = bothGaps(gap, share);
        open = unite(open, share.open);
      }
      continue;
    }
    const sum = shares.reduce((total, share) => total + share, 0n);
    if (sum === amount) state.posted[at] = { ...posted, shares };
    else gap = bothGaps(gap, faultGap(sharesOff(posting.address, yuanFromFen(amount), yuanFromFen(sum))));
  }
  return { open, gap };
}
