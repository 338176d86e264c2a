/**
 * Where the bars of a settled bill stand. The bill runs from 0 to its total along one axis. What nobody may pay is taken off the right end first,
 * then what the patient bears of each paid part (deductible, own share, what lies above a cap); payments fill from the left; the patient's
 * share is the right remainder, split into account and cash. Amounts come from the answer; only lengths are worked out here.
 */
import type { PostingAnswer, WaterfallBar, Yuan } from '../../runtime/answer.ts';
import { isZero, negated, shareOf, shareOfAll } from '../strings/money.ts';
import type { PayerTone } from './payers.ts';

/** A stretch of the axis as shares of the total between 0 and 1. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly tone: PayerTone | 'ghost' | 'cut';
}

export interface WaterfallRow {
  readonly kind: WaterfallBar['kind'];
  readonly label: string;
  readonly address?: string;
  readonly amount: Yuan;
  /** As shown: negative where the row takes away. */
  readonly shown: Yuan;
  readonly stretches: readonly Stretch[];
  /** Where the dashed line comes down from the row before. */
  readonly joint: number | undefined;
  /** The layer that a payment belongs to, where the bill has several. */
  readonly layer?: string;
  /** Indented: it explains the step between two standing rows. */
  readonly inner: boolean;
}

const taken = new Set<WaterfallBar['kind']>(['deductible', 'copay', 'over', 'capCut']);

/** Rows from total to the patient's share. `toneOf` gives a payer's colour by name. */
export function layOut(
  bars: readonly WaterfallBar[],
  postings: readonly PostingAnswer[],
  toneOf: (payer: string | undefined) => PayerTone,
  own?: string,
): readonly WaterfallRow[] {
  const layered = bars.some((bar) => bar.policy !== undefined);
  const total = bars.find((bar) => bar.kind === 'total')?.amount;
  if (total === undefined || isZero(total)) return [];
  const paid = new Set(postings.flatMap((posting) => posting.parts.map((part) => part.part)));
  const rows: WaterfallRow[] = [];
  // Amounts left of the right edge, as lists: their sums are taken where lengths are made.
  const cutOff: Yuan[] = [];
  const posted: Yuan[] = [];
  const edge = (): number => 1 - shareOfAll(cutOff, total);
  const share = (amount: Yuan): number => shareOf(amount, total);
  const row = (bar: WaterfallBar, stretches: readonly Stretch[], joint: number | undefined, inner: boolean): void => {
    rows.push({
      kind: bar.kind,
      label: bar.label,
      ...(bar.address === undefined ? {} : { address: bar.address }),
      amount: bar.amount,
      shown: inner && !isZero(bar.amount) ? negated(bar.amount) : bar.amount,
      stretches,
      joint,
      inner,
      ...(layered && bar.kind === 'posting' && (bar.policy ?? own) !== undefined ? { layer: bar.policy ?? own ?? '' } : {}),
    });
  };
  const takeAway = (bar: WaterfallBar, tone: Stretch['tone']): void => {
    const right = edge();
    cutOff.push(bar.amount);
    row(bar, [{ from: Math.max(0, edge()), to: right, tone }], right, true);
  };

  for (const bar of bars) if (bar.kind === 'total') row(bar, [{ from: 0, to: 1, tone: 'ghost' }], undefined, false);
  for (const bar of bars) if (bar.kind === 'part' && !paid.has(bar.label) && !isZero(bar.amount)) takeAway(bar, 'cash');
  let standing = 0;
  for (const bar of bars) {
    if (bar.kind !== 'part' || !paid.has(bar.label)) continue;
    row(bar, [{ from: standing, to: standing + share(bar.amount), tone: 'ghost' }], standing === 0 ? edge() : undefined, false);
    standing += share(bar.amount);
  }
  for (const bar of bars) {
    if (taken.has(bar.kind)) takeAway(bar, bar.kind === 'capCut' || bar.kind === 'over' ? 'cut' : 'cash');
    if (bar.kind === 'posting') {
      const left = shareOfAll(posted, total);
      posted.push(bar.amount);
      row(bar, [{ from: left, to: shareOfAll(posted, total), tone: toneOf(bar.payer) }], shareOfAll(posted, total), false);
    }
  }
  const personal = bars.find((bar) => bar.kind === 'personal');
  if (personal) row(personal, personalStretches(personal.amount, bars, share), undefined, false);
  return rows;
}

const personalStretches = (personal: Yuan, bars: readonly WaterfallBar[], share: (amount: Yuan) => number): readonly Stretch[] => {
  const from = 1 - share(personal);
  const account = bars.find((bar) => bar.kind === 'account');
  if (!account || isZero(account.amount)) return [{ from, to: 1, tone: 'cash' }];
  const between = from + share(account.amount);
  return [
    { from, to: between, tone: 'acct' },
    { from: between, to: 1, tone: 'cash' },
  ];
};
