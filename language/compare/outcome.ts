/** What a patient gets, as one amount that two laws can be compared by. */
import type { Answer, EncounterInput, LoadedBundle, OpeningCell } from '../../runtime/index.ts';
import { emptyLedger, settle, withOpenings } from '../../runtime/index.ts';
import { fenFromYuan } from '../../runtime/money/fen.ts';
import type { Side } from './side.ts';

/** The amount that is compared: what the funds pay, what a person is paid, what is due, what a batch is paid. */
export type Measure = 'funds' | 'paid' | 'due';

/** The measure of an entry. */
export const measureOf = (entry: Side['policy']['entry']): Measure =>
  entry === 'settlement' ? 'funds' : entry === 'contribution' ? 'due' : 'paid';

/** One patient's answer under one law. Fen; absent when the law gives no amount (open, missing, refused). */
export interface Outcome {
  readonly status: Answer['status'];
  readonly fen?: bigint;
}

/** The outcome of one answer. */
export function outcomeOf(answer: Answer): Outcome {
  const { status } = answer;
  if (status !== 'settled' && status !== 'ineligible') return { status };
  const fen = amountOf(answer);
  return fen === undefined ? { status } : { status, fen };
}

const amountOf = ({ totals, sums }: Pick<Answer, 'totals' | 'sums'>): bigint | undefined => {
  const amount = totals ? totals.funds : sums?.entry === 'contribution' ? sums.due : sums?.paid;
  return amount === undefined ? undefined : fenFromYuan(amount);
};

/** Whether two outcomes are the same to the patient: the same amount, or the same reason for none. */
export const sameOutcome = (a: Outcome, b: Outcome): boolean => a.fen === b.fen && (a.fen !== undefined || a.status === b.status);

/** How one is settled: its own event alone, from an empty ledger. */
export const settleAlone = (bundle: LoadedBundle, policy: string, fields: Readonly<Record<string, unknown>>): Outcome =>
  outcomeOf(settle(bundle, { id: '1', policy, fields }, emptyLedger(), { policy, explain: false }).answer);

/** A stream of one person: what stands for every event at the end, added up; without an amount as soon as one has none. */
export function settleAll(
  bundle: LoadedBundle,
  policy: string,
  encounters: readonly EncounterInput[],
  openings: readonly OpeningCell[] = [],
): Outcome {
  let ledger = withOpenings(emptyLedger(), openings);
  const stands = new Map<string, bigint>();
  let status: Answer['status'] = 'settled';
  for (const encounter of encounters) {
    const { answer, ledger: after } = settle(bundle, encounter, ledger, { policy, explain: false });
    ledger = after;
    const { kind = 'settle', of } = encounter;
    const own = outcomeOf(answer);
    if (kind === 'settle') {
      if (own.fen === undefined) return own;
      stands.set(encounter.id, own.fen);
    } else if (answer.status !== 'settled') return { status: answer.status };
    else if (kind === 'reverse' && of !== undefined) stands.set(of, 0n);
    // What happens to one event can change what others are paid.
    for (const { event, effect, after: booked } of answer.revisions ?? []) {
      const revised = effect === 'reported' || effect === 'unsettled' ? undefined : amountOf(booked);
      if (revised !== undefined) stands.set(event, revised);
    }
    status = answer.status;
  }
  return { status, fen: [...stands.values()].reduce((sum, fen) => sum + fen, 0n) };
}
