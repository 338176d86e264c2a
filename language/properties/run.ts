/**
 * 性质 over drawn patients. Runs in slices so that the caller can show progress and stop; the same seed gives the same patients. A case in
 * which the subject cannot be read (open, missing, refused …) decides nothing: it is skipped, counted and reported.
 */
import fc from 'fast-check';
import type { LoadedBundle } from '../../runtime/index.ts';
import { statedFields } from '../../runtime/index.ts';
import { yuanFromFen } from '../../runtime/money/fen.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { layersOf, withFieldsOf } from '../model/layers.ts';
import type { Model, PropertyModel } from '../model/types.ts';
import { interestOf } from './interest.ts';
import type { Counterexample, Skip, Subject } from './judge.ts';
import { judge, patient } from './judge.ts';
import { trialOf } from './laws.ts';

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
    const own = loaded.file.ir.policies.find(({ id }) => id === property.policy);
    const asked = model.policies.find(({ name }) => name === property.policy);
    // A patient of a later layer has what the earlier ones read too; fields of the policy itself keep their places.
    const policy = own && { ...own, ...statedFields(own, loaded.file.ir.policies) };
    const inputs = asked && withFieldsOf(asked, layersOf(asked, model.policies)).inputs;
    if (policy && inputs) results.push(await runProperty({ property, policy, inputs, loaded }, options));
  }
  return results;
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
      return result('broken', patient(smallest, subject, trial));
    }
    await onProgress?.({ property: property.title, done, of: runs });
  }
  return result(tried === 0 ? 'untried' : 'held');
}
