import type { Answer, Booked, Explanation, PostingAnswer, Problem, Totals } from '../answer.ts';
import type { CivilDate } from '../calendar/date.ts';
import { dayText } from '../calendar/date.ts';
import type { Reliance } from '../ledger/reliance.ts';
import { distinct, NOTHING, sameReason } from '../ledger/reliance.ts';
import { yuanFromFen } from '../money/fen.ts';
import type { FenTotals } from './conserve.ts';
import type { CompiledPolicy } from './program.ts';
import type { Outcome } from './run.ts';
import type { Posted } from './steps/post.ts';

/** Whose answer it is. */
export interface Heading {
  readonly event: string;
  readonly policy: string;
  readonly digest: string;
  readonly day?: CivilDate | undefined;
  readonly knownOn?: CivilDate | undefined;
}

/** An answer that says only why there is none. */
export const refusal = ({ event, policy, digest }: Heading, problems: readonly Problem[]): Answer => ({
  event,
  policy,
  status: 'refused',
  digest,
  postings: [],
  amounts: {},
  open: [],
  assumed: [],
  supposed: [],
  missing: [],
  ineligible: [],
  problems,
});

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** An outcome as it leaves the runtime. Money that was computed is shown; money is said to be paid only when the event is settled. */
export function answerOf(heading: Heading, policy: CompiledPolicy, outcome: Outcome, explanation: Explanation | undefined): Answer {
  const { status, version, totals, posted, reliances } = outcome;
  const { day, knownOn } = heading;
  const paid = status === 'settled' || status === 'ineligible';
  const answer: Writable<Answer> = {
    event: heading.event,
    policy: heading.policy,
    status,
    digest: heading.digest,
    postings: paid ? posted.map((one) => postingAnswer(one, policy)) : NOTHING,
    amounts: yuanAmounts(outcome),
    open: distinct(outcome.open, sameReason),
    assumed:
      reliances.length === 0
        ? NOTHING
        : distinct(
            reliances.flatMap((one) => (one.kind === 'assumed' ? [one.reason] : [])),
            sameReason,
          ),
    supposed: reliances.length === 0 ? NOTHING : supposedValues(reliances),
    missing: outcome.missing.length === 0 ? NOTHING : outcome.missing.map((field) => policy.ir.inputs[field]?.name ?? ''),
    ineligible: outcome.ineligible,
    problems: outcome.problems,
  };
  if (version && day !== undefined) {
    const on = dayText(day);
    answer.version = knownOn === undefined ? { id: version.ir.id, day: on } : { id: version.ir.id, day: on, knownOn: dayText(knownOn) };
  }
  if (paid && totals) answer.totals = yuanTotals(totals);
  if (explanation) answer.explanation = explanation;
  return answer;
}

/** The part of an answer that the ledger keeps. */
export const bookedOf = ({ status, totals, postings }: Answer): Booked => (totals ? { status, totals, postings } : { status, postings });

const supposedValues = (reliances: readonly Reliance[]): Answer['supposed'] =>
  distinct(
    reliances.flatMap((one) => (one.kind === 'supposed' ? [{ address: one.address, value: one.value }] : [])),
    (a, b) => a.address === b.address && a.value === b.value,
  );

/** Totals as text in yuan. */
export const yuanTotals = ({ total, funds, hospital, personal, account, cash }: FenTotals): Totals => ({
  total: yuanFromFen(total),
  funds: yuanFromFen(funds),
  hospital: yuanFromFen(hospital),
  personal: yuanFromFen(personal),
  account: yuanFromFen(account),
  cash: yuanFromFen(cash),
});

function postingAnswer({ posting, amount, taken, cut }: Posted, { ir, reasons }: CompiledPolicy): PostingAnswer {
  const { payers, parts, shareOpen } = posting.ir;
  const share = shareOpen === undefined || amount === 0n ? undefined : reasons[shareOpen];
  return {
    address: posting.address,
    payers: payers.map((payer) => ir.payers[payer]?.name ?? ''),
    amount: yuanFromFen(typeof amount === 'bigint' ? amount : 0n),
    parts: parts.map((part, index) => ({ part: ir.inputs[part]?.name ?? '', amount: yuanFromFen(taken[index] ?? 0n) })),
    ...(share ? { shareOpen: share } : {}),
    ...(cut === 0n ? {} : { cut: yuanFromFen(cut) }),
  };
}

function yuanAmounts({ status, amounts }: Outcome): Readonly<Record<string, string>> {
  const named: Record<string, string> = {};
  if (status === 'violation' || status === 'refused') return named;
  for (const [address, amount] of amounts) named[address] = yuanFromFen(amount);
  return named;
}
