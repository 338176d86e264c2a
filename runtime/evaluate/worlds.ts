import type { ReasonRef } from '../answer.ts';
import { NOTHING, unite } from '../ledger/reliance.ts';
import { agree } from './agree.ts';
import { tooManyLaws } from './faults.ts';
import type { Layer, World } from './layers.ts';
import { runLayers } from './layers.ts';
import type { Outcome } from './run.ts';
import { outcome } from './run.ts';

/**
 * Where the law is open between few possibilities, the event is settled once in each world: under every version an open amendment day leaves
 * possible, and for every candidate of an open point that was met and mattered. A world in which another such point is met splits again.
 * What all worlds decide alike is decided. The layers of an event are in one world together.
 */
export function settleInWorlds(layers: readonly Layer[]): Outcome {
  const laws = lawsOf(layers);
  if (laws.length > MOST_WORLDS) return outcome('violation', { problems: [tooManyLaws()] });
  const outcomes: Outcome[] = [];
  let reasons: readonly ReasonRef[] = NOTHING;
  for (const versions of laws) {
    const chosen = layers.map(() => undefined);
    const plain = runLayers(layers, { versions, chosen });
    if (splitting(plain, layers) === undefined) {
      if (laws.length === 1) return plain;
      outcomes.push(plain);
      continue;
    }
    const found = overCandidates(plain, layers, { versions, chosen }, MOST_WORLDS - outcomes.length);
    outcomes.push(...found.outcomes);
    reasons = unite(reasons, found.reasons);
  }
  for (const { given, law } of layers) {
    if (law && law.versions.length > 1 && law.point !== undefined) reasons = unite([given.policy.reasons[law.point] as ReasonRef], reasons);
  }
  return agree(outcomes, reasons);
}

/** Combinations tried for one event; beyond that a value is simply open. */
const MOST_WORLDS = 64;

/** Every combination of the versions that the layers may be under; a layer without law has none. */
function lawsOf(layers: readonly Layer[]): readonly World['versions'][] {
  let laws: World['versions'][] = [[]];
  for (const { law } of layers) {
    const versions: readonly (number | undefined)[] = law && law.versions.length > 0 ? law.versions : [undefined];
    laws = laws.slice(0, MOST_WORLDS + 1).flatMap((before) => versions.map((version) => [...before, version]));
  }
  return laws;
}

interface Tried {
  readonly world: World;
  readonly outcome: Outcome;
}

interface Found {
  readonly outcomes: readonly Outcome[];
  readonly reasons: readonly ReasonRef[];
}

/** An open point with candidates, and the layer it belongs to. */
interface Split {
  readonly layer: number;
  readonly point: number;
}

/** One law under every combination of the candidates that matter; under none of them when there are too many. */
function overCandidates(plain: Outcome, layers: readonly Layer[], world: World, most: number): Found {
  const done: Outcome[] = [];
  const pending: Tried[] = [{ world, outcome: plain }];
  let reasons: readonly ReasonRef[] = NOTHING;
  for (let tried = pending.pop(); tried !== undefined; tried = pending.pop()) {
    const split = splitting(tried.outcome, layers);
    if (split === undefined) {
      done.push(tried.outcome);
      continue;
    }
    const policy = (layers[split.layer] as Layer).given.policy;
    const candidates = policy.candidates[split.point] ?? [];
    if (done.length + pending.length + candidates.length > most) return { outcomes: [plain], reasons: NOTHING };
    reasons = unite(reasons, [policy.reasons[split.point] as ReasonRef]);
    for (const candidate of candidates) {
      const chosen = tried.world.chosen.map((known, layer) => (layer === split.layer ? new Map(known).set(split.point, candidate) : known));
      const within = { versions: tried.world.versions, chosen };
      pending.push({ world: within, outcome: runLayers(layers, within) });
    }
  }
  return { outcomes: done, reasons };
}

/** An open point with candidates that keeps this world from being decided. */
function splitting({ status, open, state, layers: below }: Outcome, layers: readonly Layer[]): Split | undefined {
  if (status !== 'open' && status !== 'settled') return undefined;
  const states = [...below.map((one) => one.outcome.state), state];
  for (const [layer, one] of states.entries()) {
    const reasons = (layers[layer] as Layer).given.policy.reasons;
    const point = one?.touched.find((touched) => open.includes(reasons[touched] as ReasonRef));
    if (point !== undefined) return { layer, point };
  }
  return undefined;
}
