import type { NamedValue, Problem, ReasonRef, Status } from '../answer.ts';
import type { PolicyIr } from '../ir/types.ts';
import type { Entry } from '../ledger/fold.ts';
import type { Reliance } from '../ledger/reliance.ts';
import { NOTHING, unite } from '../ledger/reliance.ts';
import { yuanFromFen } from '../money/fen.ts';
import { disagreements } from './computed.ts';
import type { FenTotals } from './conserve.ts';
import { bear, isConserved } from './conserve.ts';
import type { Refusal } from './eligible.ts';
import { cover, judge } from './eligible.ts';
import { openEntries, settledEntries } from './entries.ts';
import { negativeDue, unbalanced } from './faults.ts';
import { bothGaps, faultGap, Gap } from './gap.ts';
import { NO_LAYERS, postedBelow } from './layer.ts';
import { NOTHING_NAMED, named } from './named.ts';
import type { CompiledPolicy, CompiledVersion } from './program.ts';
import { divideShares } from './shares.ts';
import type { Circumstances, Given } from './state.ts';
import { State } from './state.ts';
import type { Posted } from './steps/post.ts';
import { postUpTo } from './steps/post.ts';
import type { FenSums } from './sums.ts';
import { brokenLaw, fallsDue, sumsOf } from './sums.ts';
import { watchedBy } from './watch.ts';

/** What settling an event under one law came to. */
export interface Outcome {
  readonly status: Status;
  readonly version: CompiledVersion | undefined;
  readonly problems: readonly Problem[];
  readonly open: readonly ReasonRef[];
  /** Names of what was needed and not given. */
  readonly missing: readonly string[];
  readonly ineligible: readonly Refusal[];
  readonly posted: readonly Posted[];
  readonly totals: FenTotals | undefined;
  readonly sums: FenSums | undefined;
  readonly entries: readonly Entry[];
  readonly reliances: readonly Reliance[];
  /** Named amounts in whole fen, by address. */
  readonly amounts: ReadonlyMap<string, bigint>;
  /** What was asked for and is no amount in whole fen, by address. */
  readonly values: ReadonlyMap<string, NamedValue>;
  /** What was evaluated, for the explanation; undefined when nothing was. */
  readonly state: State | undefined;
  /** Whether nobody is entitled under the policy as a whole, so that whatever a later layer reads of it is nothing. */
  readonly excluded: boolean;
  /** Earlier layers as settled for the same event, in their order. */
  readonly layers: readonly LayerOutcome[];
  /** The outcomes under other laws the law may be; what they decide alike is decided. */
  readonly others: readonly Outcome[];
}

/** One of several layers as settled for an event. */
export interface LayerOutcome {
  readonly policy: CompiledPolicy;
  readonly outcome: Outcome;
}

/** An outcome of which only the status and a few things are to be said. */
export const outcome = (status: Status, said: Partial<Outcome> = {}): Outcome => ({
  status,
  version: undefined,
  problems: NOTHING,
  open: NOTHING,
  missing: NOTHING,
  ineligible: NOTHING,
  posted: NOTHING,
  totals: undefined,
  sums: undefined,
  entries: NOTHING,
  reliances: NOTHING,
  ...NOTHING_NAMED,
  state: undefined,
  excluded: false,
  layers: NOTHING,
  others: NOTHING,
  ...said,
});

export const NO_BENEFIT: Refusal = { name: '待遇', reason: '无此待遇' };

/** What an event that nothing of the policy is for is told, in the words of its entry. */
const NOTHING_FOR_IT: Readonly<Record<PolicyIr['entry'], Refusal>> = {
  settlement: NO_BENEFIT,
  cashBenefit: NO_BENEFIT,
  contribution: { name: '应缴', reason: '无此应缴' },
  clearing: { name: '拨付', reason: '无此拨付' },
};

/** Whether a reason only says that nothing of the policy is for the event. */
export const isNothingForIt = (one: Refusal): boolean => Object.values(NOTHING_FOR_IT).includes(one);

/** Settles an event under one version. */
export function runVersion(
  version: CompiledVersion,
  given: Given,
  world: Circumstances['world'],
  layers: Circumstances['layers'] = NO_LAYERS,
): Outcome {
  // Who watches gets a run of its own, so that being watched changes nothing.
  if (given.watch) run(version, given, world, layers);
  return run(version, given.watch ? { ...given, watch: undefined } : given, world, layers);
}

function run(version: CompiledVersion, given: Given, world: Circumstances['world'], layers: Circumstances['layers']): Outcome {
  const { program, parameters } = version;
  const { policy, watch } = given;
  const circumstances: Circumstances = { ...given, program, parameters, world, layers };
  const stateFor = (into: Set<string> | undefined): State => new State({ ...circumstances, ...(into && watchedBy(into, given)) });
  const state = stateFor(watch?.fields);
  state.rely(version.assumed);
  state.rely(given.relied);
  const about = { version, state };

  // Steps remember their values: what only a check reads is told apart by checking on a state of its own.
  const checking = watch ? stateFor(watch.checked) : state;
  const disagreeing = disagreements(checking);
  const broken = disagreeing.length > 0 ? [] : program.constraints.filter(({ holds }) => checking.apart(holds).value === false);
  if (disagreeing.length > 0) return outcome('refused', { ...about, problems: disagreeing });
  if (watch) for (const { holds } of broken) stateFor(watch.broken).apart(holds);
  if (broken.length > 0) return outcome('refused', { ...about, problems: broken.map(({ name }) => forbidden(name)) });

  const verdict = judge(state, program.eligibility);
  const total = policy.ir.bill ? state.input(policy.ir.bill.total) : 0n;
  if (verdict.against.length > 0)
    return { ...(total instanceof Gap ? blocked(state, version, total) : ineligible(state, version, verdict.against)), excluded: true };

  const coverage = cover(state);
  postUpTo(state, program.postings.length - 1);
  let gap = total instanceof Gap ? total : undefined;
  for (const { amount } of state.posted) if (amount instanceof Gap) gap = bothGaps(gap, amount);
  const dues = program.ir.dues.map((step) => ({ address: program.ir.steps[step]?.address ?? '', amount: state.step(step) }));
  for (const { address, amount } of dues) {
    if (amount instanceof Gap) gap = bothGaps(gap, amount);
    else if ((amount as bigint) < 0n) gap = bothGaps(gap, faultGap(negativeDue(address, yuanFromFen(amount as bigint))));
  }
  // No benefit is no benefit, whatever an undecided 资格 would have said.
  if (!gap && grants(version, policy.ir) && !coverage.possible && state.posted.every(({ amount }) => amount === 0n)) {
    return ineligible(state, version, coverage.against.length > 0 ? coverage.against : [NOTHING_FOR_IT[policy.ir.entry]]);
  }
  if (verdict.gap) gap = bothGaps(gap, verdict.gap);
  if (gap) return blocked(state, version, gap);

  const divided = divideShares(state);
  if (divided.gap) return blocked(state, version, divided.gap);
  const totals = policy.ir.bill && bear(total as bigint, [...postedBelow(layers), ...state.posted]);
  if (totals && policy.ir.entry === 'settlement' && !isConserved(totals)) {
    return outcome('violation', {
      ...about,
      problems: [unbalanced(yuanFromFen(totals.total), yuanFromFen(totals.funds + totals.hospital + totals.personal))],
    });
  }
  const sums = sumsOf(
    policy.ir,
    state.posted,
    dues.map(({ address, amount }) => ({ address, amount: amount as bigint })),
  );
  const unlawful = sums && brokenLaw(sums, state.posted);
  if (unlawful) return outcome('violation', { ...about, problems: [unlawful] });
  const written = settledEntries(state);
  if (written.gap) return blocked(state, version, written.gap);
  return {
    status: 'settled',
    version,
    problems: NOTHING,
    open: unite(unite(unite(sharesOpen(state), divided.open), daysOpen(state)), written.open),
    missing: NOTHING,
    ineligible: coverage.against,
    posted: state.posted,
    totals,
    sums,
    entries: written.entries,
    reliances: state.reliances,
    ...named(state),
    state,
    excluded: false,
    layers: NOTHING,
    others: NOTHING,
  };
}

/** Whether it is asked if the law has anything for an event. A policy that pays under none of its laws only keeps count of events. */
const grants = ({ program: { benefits, postings } }: CompiledVersion, { programs }: PolicyIr): boolean =>
  benefits.length > 0 || (postings.length === 0 && programs.some(({ steps }) => steps.some(({ posting }) => posting !== undefined)));

/** Reasons for which who pays how much is open while the sum is known. */
const sharesOpen = ({ posted, of }: State): readonly ReasonRef[] =>
  posted.flatMap(({ posting: { ir }, amount }) =>
    ir.shareOpen === undefined || amount === 0n ? [] : (of.policy.reasons[ir.shareOpen] ?? []),
  );

/** Reasons for which the day is open on which a deferred share falls due. */
const daysOpen = (state: State): readonly ReasonRef[] =>
  state.posted.flatMap((one) => (one.amount === 0n ? [] : fallsDue(one, state).open));

/** No amount leaves: a law was broken, a field is missing, or the law is open; in this order, because the first can be told whatever the rest. */
function blocked(state: State, version: CompiledVersion, gap: Gap): Outcome {
  const about = { version, state };
  if (gap.faults.length > 0) return outcome('violation', { ...about, problems: gap.faults });
  const said = { ...about, open: gap.open, missing: gap.missing, reliances: state.reliances, ...named(state) };
  if (gap.missing.length > 0) return outcome('missing', said);
  return outcome('open', { ...said, entries: openEntries(state, gap.open) });
}

function ineligible(state: State, version: CompiledVersion, against: readonly Refusal[]): Outcome {
  const { policy, program } = state.of;
  const total = policy.ir.bill ? (state.input(policy.ir.bill.total) as bigint) : 0n;
  const posted = program.postings.map((posting): Posted => ({ posting, amount: 0n, taken: posting.parts.map(() => 0n), cut: 0n }));
  const { amounts: computed, values } = named(state);
  const amounts = new Map(computed);
  for (const { address } of program.postings) amounts.set(address, 0n);
  return outcome('ineligible', {
    version,
    state,
    ineligible: against,
    posted,
    totals: policy.ir.bill && bear(total, [...postedBelow(state.of.layers), ...posted]),
    sums: sumsOf(policy.ir, posted, []),
    reliances: state.reliances,
    amounts,
    values,
  });
}

const forbidden = (name: string | undefined): Problem => ({
  code: 'constraint',
  ...(name === undefined ? {} : { field: name }),
  zh: name === undefined ? '政策写明不会有这样的组合。' : `政策写明不会有这样的组合: ${name}。`,
  en:
    name === undefined
      ? 'The policy states that this combination does not occur.'
      : `The policy states that this combination does not occur: ${name}.`,
});
