import type { Allotted, Answer, Booked, Explanation, PostingAnswer, Problem, Sums, Totals } from '../answer.ts';
import type { CivilDate } from '../calendar/date.ts';
import { dayText } from '../calendar/date.ts';
import type { Reliance } from '../ledger/reliance.ts';
import { distinct, NOTHING, sameReason } from '../ledger/reliance.ts';
import { yuanFromFen } from '../money/fen.ts';
import type { FenTotals } from './conserve.ts';
import type { CompiledPolicy } from './program.ts';
import type { Outcome } from './run.ts';
import type { State } from './state.ts';
import type { Allotment } from './steps/batch.ts';
import type { Posted } from './steps/post.ts';
import type { FenSums } from './sums.ts';
import { fallsDue } from './sums.ts';

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
export function answerOf(heading: Heading, policy: CompiledPolicy, outcome: Outcome, explain: (() => Explanation) | undefined): Answer {
  const { status, version, totals, sums, posted, reliances, state } = outcome;
  const { day, knownOn } = heading;
  const paid = status === 'settled' || status === 'ineligible';
  const answer: Writable<Answer> = {
    event: heading.event,
    policy: heading.policy,
    status,
    digest: heading.digest,
    postings: paid ? posted.map((one) => postingAnswer(one, policy, state)) : NOTHING,
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
    missing: outcome.missing,
    ineligible: outcome.ineligible,
    problems: outcome.problems,
  };
  if (outcome.values.size > 0 && status !== 'violation' && status !== 'refused') answer.values = Object.fromEntries(outcome.values);
  if (version && day !== undefined) {
    const on = dayText(day);
    answer.version = knownOn === undefined ? { id: version.ir.id, day: on } : { id: version.ir.id, day: on, knownOn: dayText(knownOn) };
  }
  if (paid && totals) answer.totals = yuanTotals(totals);
  if (paid && sums) answer.sums = yuanSums(sums);
  if (outcome.layers.length > 0)
    answer.layers = outcome.layers.map(({ policy: { ir }, outcome: one }) => ({
      policy: ir.id,
      status: one.status,
      ...(one.version ? { version: one.version.ir.id } : {}),
    }));
  return explain ? explained(answer, explain) : answer;
}

/** The explanation is made when it is first asked for: what it is made from does not change any more, and most answers of a batch are never asked. */
function explained(answer: Answer, explain: () => Explanation): Answer {
  let made: Explanation | undefined;
  return {
    ...answer,
    get explanation() {
      made ??= explain();
      return made;
    },
  };
}

/** The part of an answer that the ledger keeps. */
export const bookedOf = ({ status, totals, sums, postings }: Answer): Booked => ({
  status,
  ...(totals ? { totals } : {}),
  ...(sums ? { sums } : {}),
  postings,
});

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

/** Sums as text in yuan. */
export function yuanSums(sums: FenSums): Sums {
  switch (sums.entry) {
    case 'cashBenefit':
      return { entry: sums.entry, paid: yuanFromFen(sums.paid), account: yuanFromFen(sums.account), cash: yuanFromFen(sums.cash) };
    case 'contribution':
      return {
        entry: sums.entry,
        due: yuanFromFen(sums.due),
        now: yuanFromFen(sums.now),
        deferred: yuanFromFen(sums.deferred),
        dues: sums.dues.map(({ address, amount }) => ({ address, amount: yuanFromFen(amount) })),
        payers: sums.payers.map(({ payer, now, deferred }) => ({ payer, now: yuanFromFen(now), deferred: yuanFromFen(deferred) })),
      };
    case 'clearing':
      return { entry: sums.entry, paid: yuanFromFen(sums.paid) };
  }
}

const yuanAllotted = ({ members, pool, remainder, taker }: Allotment): Allotted => ({
  members: members.map(({ item, amount }) => ({ item: item + 1, amount: yuanFromFen(amount) })),
  ...(pool === undefined ? {} : { pool: yuanFromFen(pool) }),
  ...(remainder === undefined ? {} : { remainder: yuanFromFen(remainder) }),
  ...(taker === undefined ? {} : { taker: taker + 1 }),
});

function postingAnswer(one: Posted, asked: CompiledPolicy, state: State | undefined): PostingAnswer {
  const { ir, reasons } = asked.layers.find((layer) => layer.ir === one.posting.owner) ?? asked;
  const { posting, amount, taken, cut, allotted, shares } = one;
  const { payers, parts, shareOpen, into, until } = posting.ir;
  const day = until && state ? fallsDue(one, state).day : undefined;
  const share = shareOpen === undefined || amount === 0n ? undefined : reasons[shareOpen];
  return {
    ...(ir === asked.ir ? {} : { policy: ir.id }),
    address: posting.address,
    payers: payers.map((payer) => ir.payers[payer]?.name ?? ''),
    amount: yuanFromFen(typeof amount === 'bigint' ? amount : 0n),
    parts: parts.map((part, index) => ({ part: ir.inputs[part]?.name ?? '', amount: yuanFromFen(taken[index] ?? 0n) })),
    ...(shares && amount !== 0n
      ? { shares: payers.map((payer, at) => ({ payer: ir.payers[payer]?.name ?? '', amount: yuanFromFen(shares[at] ?? 0n) })) }
      : {}),
    ...(share ? { shareOpen: share } : {}),
    ...(cut === 0n ? {} : { cut: yuanFromFen(cut) }),
    ...(into === undefined ? {} : { into: ir.payers[into]?.name ?? '' }),
    ...(until ? { deferred: true as const } : {}),
    ...(day === undefined ? {} : { until: day }),
    ...(allotted ? { allotted: yuanAllotted(allotted) } : {}),
  };
}

function yuanAmounts({ status, amounts }: Outcome): Readonly<Record<string, string>> {
  const named: Record<string, string> = {};
  if (status === 'violation' || status === 'refused') return named;
  for (const [address, amount] of amounts) named[address] = yuanFromFen(amount);
  return named;
}
