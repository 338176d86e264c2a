import type { ReasonRef } from '../answer.ts';
import type { Value } from '../ir/value.ts';
import { unite } from '../ledger/reliance.ts';
import { agree } from './agree.ts';
import type { CompiledPolicy } from './program.ts';
import { runVersion } from './run.ts';
import type { Outcome } from './run.ts';
import type { Circumstances } from './state.ts';

/**
 * Where the law is open between few possibilities, the event is settled once in each world: under every version an open amendment day leaves
 * possible, and for every candidate of an open point that was met and mattered. A world in which another such point is met splits again.
 * What all worlds decide alike is decided.
 */
export function settleInWorlds(
  policy: CompiledPolicy,
  versions: readonly number[],
  point: number | undefined,
  given: Omit<Circumstances, 'program' | 'parameters' | 'policy'>,
): Outcome {
  const outcomes: Outcome[] = [];
  let reasons: readonly ReasonRef[] = [];
  for (const version of versions) {
    const found = overCandidates(policy, version, given, MOST_WORLDS - outcomes.length);
    outcomes.push(...found.outcomes);
    reasons = unite(reasons, found.reasons);
  }
  if (versions.length > 1 && point !== undefined) reasons = unite([policy.reasons[point] as ReasonRef], reasons);
  const [only] = outcomes;
  return outcomes.length === 1 && only ? only : agree(outcomes, reasons);
}

/** Combinations tried for one event; beyond that a value is simply open. */
const MOST_WORLDS = 64;

interface World {
  readonly chosen: ReadonlyMap<number, Value>;
  readonly outcome: Outcome;
}

/** One version under every combination of the candidates that matter; under none of them when there are too many. */
function overCandidates(
  policy: CompiledPolicy,
  version: number,
  given: Omit<Circumstances, 'program' | 'parameters' | 'policy'>,
  most: number,
): { readonly outcomes: readonly Outcome[]; readonly reasons: readonly ReasonRef[] } {
  const run = (chosen: ReadonlyMap<number, Value>): World => ({
    chosen,
    outcome: runVersion(policy.version(version), { ...given, policy, ...(chosen.size > 0 ? { world: chosen } : {}) }),
  });
  const plain = run(new Map());
  const done: World[] = [];
  const pending = [plain];
  for (let world = pending.pop(); world !== undefined; world = pending.pop()) {
    const point = splitting(world.outcome);
    if (point === undefined) {
      done.push(world);
      continue;
    }
    const candidates = policy.candidates[point] ?? [];
    if (done.length + pending.length + candidates.length > most) return { outcomes: [plain.outcome], reasons: [] };
    for (const candidate of candidates) pending.push(run(new Map(world.chosen).set(point, candidate)));
  }
  const points = new Set(done.flatMap(({ chosen }) => [...chosen.keys()]));
  return { outcomes: done.map(({ outcome }) => outcome), reasons: [...points].map((point) => policy.reasons[point] as ReasonRef) };
}

/** An open point with candidates that keeps this world from being decided. */
function splitting({ status, open, state }: Outcome): number | undefined {
  if (status !== 'open' && status !== 'settled') return undefined;
  return state?.touched.find((point) => open.includes(state.of.policy.reasons[point] as ReasonRef));
}
