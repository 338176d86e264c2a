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
  const { status, totals, sums } = answer;
  if (status !== 'settled' && status !== 'ineligible') return { status };
  const amount = totals ? totals.funds : sums?.entry === 'contribution' ? sums.due : sums?.paid;
  const fen = amount === undefined ? undefined : fenFromYuan(amount);
  return fen === undefined ? { status } : { status, fen };
}

/** Whether two outcomes are the same to the patient: the same amount, or the same reason for none. */
export const sameOutcome = (a: Outcome, b: Outcome): boolean => a.fen === b.fen && (a.fen !== undefined || a.status === b.status);

/** How one is settled: its own event alone, from an empty ledger. */
export const settleAlone = (bundle: LoadedBundle, policy: string, fields: Readonly<Record<string, unknown>>): Outcome =>
  outcomeOf(settle(bundle, { id: '1', policy, fields }, emptyLedger(), { policy, explain: false }).answer);

/** A stream of one person: every event's outcome added up; without an amount as soon as one has none. */
export function settleAll(
  bundle: LoadedBundle,
  policy: string,
  encounters: readonly EncounterInput[],
  openings: readonly OpeningCell[] = [],
): Outcome {
  let ledger = withOpenings(emptyLedger(), openings);
  let sum = 0n;
  let last: Outcome = { status: 'settled', fen: 0n };
  for (const encounter of encounters) {
    const settled = settle(bundle, encounter, ledger, { policy, explain: false });
    ledger = settled.ledger;
    last = outcomeOf(settled.answer);
    if (last.fen === undefined) return last;
    sum += last.fen;
  }
  return { status: last.status, fen: sum };
}
