import { scaleOf } from '../ir/type-of.ts';
import type { PolicyIr } from '../ir/types.ts';
import type { Result } from './gap.ts';
import { bothGaps, Gap, openGap } from './gap.ts';
import type { CompiledPolicy, CompiledReference } from './program.ts';
import type { Outcome } from './run.ts';
import type { State } from './state.ts';
import type { Posted } from './steps/post.ts';

/** An event under one policy alone has no layers below it. */
export const NO_LAYERS: ReadonlyMap<string, Outcome> = new Map();

/** What one layer posted, amounts or gaps; nothing when nobody is entitled under it. */
const postedBy = ({ excluded, state }: Outcome): readonly Posted[] => (excluded || !state ? [] : state.posted);

/** What all layers so far posted. */
export const postedBelow = (layers: ReadonlyMap<string, Outcome>): readonly Posted[] =>
  layers === NO_LAYERS ? [] : [...layers.values()].flatMap(postedBy);

/** A result of an earlier layer, at the scale in which it is read. */
export function readReference(state: State, { ir, layer }: CompiledReference): Result {
  const nothing = ir.type.kind === 'bool' ? false : 0n;
  const below = state.of.layers.get(layer.ir.id);
  if (!below || below.excluded) return nothing;
  if (!below.state) return openGap(below.open);
  const { program } = below.state.of;
  const step = program.addresses.get(ir.address);
  // A rule that this version of the layer does not have gives nothing.
  if (step === undefined) return nothing;
  const { value, reliances } = below.state.apart((of) => of.step(step));
  state.rely(reliances);
  if (typeof value !== 'bigint') return value;
  const own = program.ir.steps[step]?.type;
  return value * ((scaleOf(ir.type) ?? 1n) / ((own && scaleOf(own)) ?? 1n));
}

/** The amount of a reference in fen, if it was worked out: asking for it changes nothing. */
export function knownReference(layers: ReadonlyMap<string, Outcome>, { ir, layer }: CompiledReference): bigint | undefined {
  const below = layers.get(layer.ir.id);
  if (!below || ir.type.kind !== 'money') return undefined;
  if (!below.state || below.excluded) return 0n;
  const step = below.state.of.program.addresses.get(ir.address);
  if (step === undefined) return 0n;
  const value = below.state.memo[step];
  const scale = scaleOf(below.state.of.program.ir.steps[step]?.type ?? ir.type) ?? 1n;
  return typeof value === 'bigint' && value % scale === 0n ? value / scale : undefined;
}

/** What a payment of an earlier layer took from some parts of the bill, which are fields of the policy that asks. */
export function takenByReference(state: State, { ir, layer }: CompiledReference, parts: readonly number[]): bigint {
  const below = state.of.layers.get(layer.ir.id);
  const posted = below && postedBy(below).find(({ posting }) => posting.address === ir.address);
  return posted ? takenFromParts(posted, state.of.policy, parts) : 0n;
}

/** Layers agree on the names of the parts, not on where they stand among the fields. */
function takenFromParts({ posting, taken }: Posted, { ir }: CompiledPolicy, parts: readonly number[]): bigint {
  const names = new Set(parts.map((part) => ir.inputs[part]?.name));
  let sum = 0n;
  posting.ir.parts.forEach((part, index) => {
    if (names.has(nameOf(posting.owner, part))) sum += taken[index] ?? 0n;
  });
  return sum;
}

const nameOf = ({ inputs }: PolicyIr, input: number): string | undefined => inputs[input]?.name;

/** A part of the bill minus what earlier layers took from it; a layer that is not decided leaves the part undecided. */
export function leftByLayers(state: State, part: number): Result {
  const whole = state.input(part);
  if (state.of.layers === NO_LAYERS) return whole;
  const name = nameOf(state.of.policy.ir, part);
  let gap = whole instanceof Gap ? whole : undefined;
  let left = typeof whole === 'bigint' ? whole : 0n;
  for (const posted of postedBelow(state.of.layers)) {
    if (!posted.posting.ir.parts.some((one) => nameOf(posted.posting.owner, one) === name)) continue;
    if (posted.amount instanceof Gap) gap = bothGaps(gap, posted.amount);
    else left -= takenFromParts(posted, state.of.policy, [part]);
  }
  return gap ?? left;
}

/** What all layers that a policy stands on paid for the person: every posting but those from an account. */
export function paidByLayers(state: State): bigint | Gap {
  let gap: Gap | undefined;
  let sum = 0n;
  for (const layer of state.of.policy.layers) {
    const below = state.of.layers.get(layer.ir.id);
    for (const { posting, amount } of below ? postedBy(below) : []) {
      if (posting.ir.payers.some((payer) => posting.owner.payers[payer]?.of === 'account')) continue;
      if (amount instanceof Gap) gap = bothGaps(gap, amount);
      else sum += amount;
    }
  }
  return gap ?? sum;
}
