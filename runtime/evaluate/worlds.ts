import type { ReasonRef } from '../answer.ts';
import type { Value } from '../ir/value.ts';
import { NOTHING, unite } from '../ledger/reliance.ts';
import { agree } from './agree.ts';
import type { CompiledPolicy } from './program.ts';
import type { Outcome } from './run.ts';
import { runVersion } from './run.ts';
import type { Given } from './state.ts';
import type { CompiledCell } from './version.ts';

/**
 * Where the law is open between few possibilities, the event is settled once in each world: under every version an open amendment day leaves
 * possible, and for every candidate of an open point that was met and mattered. A world in which another such point is met splits again.
 * What all worlds decide alike is decided.
 */
export function settleInWorlds(policy: CompiledPolicy, { versions, point }: CompiledCell, given: Given): Outcome {
  const outcomes: Outcome[] = [];
  let reasons: readonly ReasonRef[] = NOTHING;
  for (const version of versions) {
    const plain = runVersion(policy.version(version), given, undefined);
    if (splitting(plain) === undefined) {
      if (versions.length === 1) return plain;
      outcomes.push(plain);
      continue;
    }
    const found = overCandidates(plain, policy, version, given, MOST_WORLDS - outcomes.length);
    outcomes.push(...found.outcomes);
    reasons = unite(reasons, found.reasons);
  }
  if (versions.length > 1 && point !== undefined) reasons = unite([policy.reasons[point] as ReasonRef], reasons);
  return agree(outcomes, reasons);
}

/** Combinations tried for one event; beyond that a value is simply open. */
const MOST_WORLDS = 64;

interface World {
  readonly chosen: ReadonlyMap<number, Value>;
  readonly outcome: Outcome;
}

interface Found {
  readonly outcomes: readonly Outcome[];
  readonly reasons: readonly ReasonRef[];
}

/** One version under every combination of the candidates that matter; under none of them when there are too many. */
function overCandidates(plain: Outcome, policy: CompiledPolicy, version: number, given: Given, most: number): Found {
  const done: World[] = [];
  const pending: World[] = [{ chosen: new Map(), outcome: plain }];
  for (let world = pending.pop(); world !== undefined; world = pending.pop()) {
    const point = splitting(world.outcome);
    if (point === undefined) {
      done.push(world);
      continue;
    }
    const candidates = policy.candidates[point] ?? [];
    if (done.length + pending.length + candidates.length > most) return { outcomes: [plain], reasons: NOTHING };
    for (const candidate of candidates) {
      const chosen = new Map(world.chosen).set(point, candidate);
      pending.push({ chosen, outcome: runVersion(policy.version(version), given, chosen) });
    }
  }
  const points = new Set(done.flatMap(({ chosen }) => [...chosen.keys()]));
  return { outcomes: done.map(({ outcome }) => outcome), reasons: [...points].map((point) => policy.reasons[point] as ReasonRef) };
}

/** An open point with candidates that keeps this world from being decided. */
function splitting({ status, open, state }: Outcome): number | undefined {
  if (status !== 'open' && status !== 'settled') return undefined;
  return state?.touched.find((point) => open.includes(state.of.policy.reasons[point] as ReasonRef));
}
