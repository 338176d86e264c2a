/**
 * 性质 over drawn patients. Runs in slices so that the caller can show progress and stop; the same seed gives the same patients. A case in
 * which the subject cannot be read (open, missing, refused …) decides nothing: it is skipped, counted and reported.
 */
import fc from 'fast-check';
import { emptyLedger, settle } from '../../runtime/index.ts';
import type { Answer, EncounterInput, Ledger, LoadedBundle, PolicyIr, Status } from '../../runtime/index.ts';
import { fenFromYuan, yuanFromFen } from '../../runtime/money/fen.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { amountOf } from '../5-bundle/amount-of.ts';
import type { InputModel, Model, PropertyModel } from '../model/types.ts';
import { given, shown } from './encounters.ts';
import type { Visit } from './encounters.ts';
import { guardHolds } from './guard.ts';
import { interestOf } from './interest.ts';
import { trialOf } from './laws.ts';
import type { Case, LawTrial } from './laws.ts';

/** Why a case decided nothing: the status of the answer, an amount that was not worked out, or a patient whom the law is not about. */
export type Skip = Exclude<Status, 'settled'> | 'absent' | 'outside';

export interface PropertyResult {
  readonly title: string;
  readonly policy: string;
  readonly span: Span;
  /** `untried`: every patient was skipped, so nothing is known. */
  readonly status: 'held' | 'broken' | 'untried' | 'cancelled';
  /** Cases drawn, and those that decided something. */
  readonly runs: number;
  readonly tried: number;
  readonly skipped: Readonly<Partial<Record<Skip, number>>>;
  readonly seed: number;
  /** Fen by which a split may differ. */
  readonly tolerance?: string;
  readonly counterexample?: Counterexample;
}

/** The smallest patient found for whom the law does not hold. */
export interface Counterexample {
  /** What happened before, then each alternative: field → value, as text. */
  readonly history: readonly PatientVisit[];
  readonly alternatives: readonly (readonly (PatientVisit & { readonly amount: string })[])[];
}

export interface PatientVisit {
  readonly fields: Readonly<Record<string, string>>;
  /** The same, as `settle` takes it. */
  readonly encounter: EncounterInput;
}

export interface PropertyOptions {
  readonly runs: number;
  readonly seed: number;
  /** After each slice; awaiting it lets the caller do other work. */
  readonly onProgress?: (progress: { readonly property: string; readonly done: number; readonly of: number }) => void | Promise<void>;
  readonly cancelled?: () => boolean;
  readonly only?: (property: PropertyModel) => boolean;
}

const SLICE = 50;

/** Tries every property of the model on a bundle made from it. */
export async function runProperties(model: Model, loaded: LoadedBundle, options: PropertyOptions): Promise<readonly PropertyResult[]> {
  const results: PropertyResult[] = [];
  for (const property of model.properties.filter(options.only ?? (() => true))) {
    const policy = loaded.ir.policies.find(({ id }) => id === property.policy);
    const inputs = model.policies.find(({ name }) => name === property.policy)?.inputs;
    if (policy && inputs) results.push(await runProperty({ property, policy, inputs, loaded }, options));
  }
  return results;
}

/** One law on one policy. */
interface Subject {
  readonly property: PropertyModel;
  readonly policy: PolicyIr;
  readonly inputs: readonly InputModel[];
  readonly loaded: LoadedBundle;
}

async function runProperty(subject: Subject, options: PropertyOptions): Promise<PropertyResult> {
  const { runs, seed, onProgress, cancelled = () => false } = options;
  const { property, policy } = subject;
  const trial = trialOf(property, policy, interestOf(policy, property.law.subject));
  const skipped: Partial<Record<Skip, number>> = {};
  let tried = 0;
  let done = 0;
  const result = (status: PropertyResult['status'], counterexample?: Counterexample): PropertyResult => ({
    title: property.title,
    policy: property.policy,
    span: property.span,
    status,
    runs: done,
    tried,
    skipped,
    seed,
    ...(trial.tolerance === undefined ? {} : { tolerance: yuanFromFen(trial.tolerance) }),
    ...(counterexample ? { counterexample } : {}),
  });
  for (let slice = 0; done < runs; slice += 1) {
    if (cancelled()) return result('cancelled');
    const numRuns = Math.min(SLICE, runs - done);
    let counting = true;
    const law = fc.property(trial.cases, (drawn) => {
      const outcome = judge(drawn, subject, trial);
      if (!counting) return outcome.kind !== 'broken';
      if (outcome.kind === 'skipped') skipped[outcome.why] = (skipped[outcome.why] ?? 0) + 1;
      else tried += 1;
      done += 1;
      // What follows the first counterexample is its shrinking, which is no further case.
      if (outcome.kind === 'broken') counting = false;
      return counting;
    });
    const details = fc.check(law, { numRuns, seed: seed + slice });
    if (details.failed) {
      const [smallest] = details.counterexample ?? [];
      if (!smallest) throw details.errorInstance ?? new Error('a law failed without a case');
      return result('broken', patient(smallest, subject));
    }
    await onProgress?.({ property: property.title, done, of: runs });
  }
  return result(tried === 0 ? 'untried' : 'held');
}

type Outcome = { readonly kind: 'holds' | 'broken' } | { readonly kind: 'skipped'; readonly why: Skip };

function judge(drawn: Case, subject: Subject, trial: LawTrial): Outcome {
  const { inputs } = subject;
  const { guard, law } = subject.property;
  if (guard && !drawn.alternatives.flat().every((visit) => guardHolds(guard, visit, inputs))) return { kind: 'skipped', why: 'outside' };
  const { alternatives } = settleCase(drawn, subject);
  const read = alternatives.map((answers) => answers.map((answer) => subjectOf(answer, law.subject)));
  const skip = read.flat().find((amount) => typeof amount === 'string');
  // A bound is about each visit alone; the other laws compare visits, all of which must be readable.
  if (law.kind === 'bounded') {
    const amounts = read.map((one) => one.filter((amount) => typeof amount === 'bigint'));
    if (skip !== undefined && amounts.flat().length === 0) return { kind: 'skipped', why: skip };
    return { kind: trial.holds(amounts) ? 'holds' : 'broken' };
  }
  if (skip !== undefined) return { kind: 'skipped', why: skip };
  return { kind: trial.holds(read.map((one) => one.filter((amount) => typeof amount === 'bigint'))) ? 'holds' : 'broken' };
}

/** Fen of the subject; a posting of a patient who is not entitled is 0. */
function subjectOf(answer: Answer, subject: string): bigint | Skip {
  const amount = amountOf(answer, subject);
  const fen = amount === undefined ? undefined : fenFromYuan(amount);
  if (fen !== undefined) return fen;
  return answer.status === 'settled' ? 'absent' : answer.status;
}

function settleCase(drawn: Case, { policy, loaded }: Subject): { readonly alternatives: readonly (readonly Answer[])[] } {
  const run = (visits: readonly Visit[], from: Ledger, first: number): { readonly answers: readonly Answer[]; readonly ledger: Ledger } => {
    let ledger = from;
    const answers = visits.map((visit, index) => {
      const settled = settle(loaded, encounterOf(visit, policy, first + index), ledger, { policy: policy.id, explain: false });
      ledger = settled.ledger;
      return settled.answer;
    });
    return { answers, ledger };
  };
  const before = run(drawn.history, emptyLedger(), 0);
  return { alternatives: drawn.alternatives.map((visits) => run(visits, before.ledger, drawn.history.length).answers) };
}

function encounterOf(visit: Visit, policy: PolicyIr, index: number): EncounterInput {
  const fields = policy.inputs.flatMap((field) => {
    const value = visit[field.name];
    return value === undefined ? [] : [[field.name, given(field, value)] as const];
  });
  return { id: `第${index + 1}次`, policy: policy.id, fields: Object.fromEntries(fields) };
}

function patient(drawn: Case, subject: Subject): Counterexample {
  const { property, policy } = subject;
  const { alternatives } = settleCase(drawn, subject);
  const visitOf = (visit: Visit, index: number): PatientVisit => ({
    fields: Object.fromEntries(policy.inputs.flatMap((field) => {
      const value = visit[field.name];
      return value === undefined ? [] : [[field.name, shown(field, value)] as const];
    })),
    encounter: encounterOf(visit, policy, index),
  });
  return {
    history: drawn.history.map(visitOf),
    alternatives: drawn.alternatives.map((visits, which) =>
      visits.map((visit, index) => {
        const answer = alternatives[which]?.[index];
        const amount = answer ? subjectOf(answer, property.law.subject) : 'absent';
        return { ...visitOf(visit, drawn.history.length + index), amount: typeof amount === 'bigint' ? `${yuanFromFen(amount)}元` : amount };
      }),
    ),
  };
}
