import type { At, Reading } from './decode.ts';
import { scaleOf } from './type-of.ts';
import type { Accumulator, Bundle, IrType, PolicyIr, Reference } from './types.ts';

/** Layers that stand on one another nest when an event is settled. */
const MOST_LAYERS = 32;

/** What holds between the policies of a bundle: what one refers to is there, of the same kind, over the same bill, and not in a ring. */
export function checkReferences({ policies }: Bundle, at: At, reading: Reading): void {
  const known = new Map(policies.map((policy) => [policy.id, policy]));
  const heights = new Map<string, number | undefined>();
  for (const [index, policy] of policies.entries()) {
    const place: At = { key: index, up: { key: 'policies', up: at } };
    const names = new Set<string>();
    for (const [number, reference] of policy.references.entries()) {
      const here: At = { key: number, up: { key: 'references', up: place } };
      if (names.has(reference.name))
        reading.refuse(here, `有两个引用叫“${reference.name}”`, `two references are called “${reference.name}”`);
      names.add(reference.name);
      const layer = known.get(reference.policy);
      if (!layer) reading.refuse(here, `包里没有政策“${reference.policy}”`, `the bundle has no policy “${reference.policy}”`);
      else checkReference(policy, layer, reference, here, reading);
    }
    for (const [number, accumulator] of policy.accumulators.entries())
      if (accumulator.policy !== undefined)
        checkCells(policy, known.get(accumulator.policy), accumulator, { key: number, up: { key: 'accumulators', up: place } }, reading);
    const height = heightOf(policy, known, heights);
    if (height === undefined) reading.refuse(place, '引用成了环', 'the references form a ring');
    else if (height > MOST_LAYERS)
      reading.refuse(place, `引用超过 ${MOST_LAYERS} 层`, `references go more than ${MOST_LAYERS} layers deep`);
  }
}

function checkReference(policy: PolicyIr, layer: PolicyIr, { address, type }: Reference, at: At, reading: Reading): void {
  const steps = layer.programs.flatMap((program) => program.steps.filter((step) => step.address === address));
  if (steps.length === 0) reading.refuse(at, `“${layer.id}”没有“${address}”`, `“${layer.id}” has no “${address}”`);
  if (!isReadable(type)) reading.refuse(at, '引用应为数或条件', 'a reference is a number or a condition');
  for (const step of steps)
    if (step.type.kind !== type.kind || (scaleOf(type) ?? 1n) % (scaleOf(step.type) ?? 1n) !== 0n)
      reading.refuse(at, `“${address}”的类型或刻度不同`, `“${address}” is of another type or scale`);
  if (layer.entry !== policy.entry || partNames(layer) !== partNames(policy))
    reading.refuse(at, `与“${layer.id}”的入口或费用划分不同`, `its entry or the parts of its bill differ from those of “${layer.id}”`);
}

/** Cells of another policy are those of one of its own accumulators, of the same kind. */
function checkCells(
  policy: PolicyIr,
  owner: PolicyIr | undefined,
  { name, policy: id, how, type, keyTypes }: Accumulator,
  at: At,
  reading: Reading,
): void {
  const own = owner?.accumulators.find((one) => one.name === name && one.policy === undefined);
  if (!own || owner === policy) reading.refuse(at, `“${id}”没有累计“${name}”`, `“${id}” has no accumulator “${name}”`);
  else if (own.how !== how || JSON.stringify([own.type, own.keyTypes]) !== JSON.stringify([type, keyTypes]))
    reading.refuse(at, `累计“${name}”的种类不同`, `the accumulator “${name}” is of another kind`);
}

/** Values that have a nothing, 0 or false, for an event under which nobody is entitled to the layer. */
const isReadable = ({ kind }: IrType): boolean =>
  kind !== 'date' && kind !== 'time' && kind !== 'text' && kind !== 'enum' && kind !== 'set';

/** The total, then the parts whatever their order. */
const partNames = ({ inputs, bill }: PolicyIr): string =>
  bill ? [inputs[bill.total]?.name, ...bill.parts.map((part) => inputs[part]?.name).sort()].join('\u001f') : '';

/** How many layers stand below a policy; undefined when it stands on itself. A policy that is being measured counts as standing on itself. */
function heightOf(policy: PolicyIr, known: ReadonlyMap<string, PolicyIr>, heights: Map<string, number | undefined>): number | undefined {
  if (heights.has(policy.id)) return heights.get(policy.id);
  heights.set(policy.id, undefined);
  let height: number | undefined = 0;
  for (const id of new Set(policy.references.map((reference) => reference.policy))) {
    const layer = known.get(id);
    const below = layer ? heightOf(layer, known, heights) : 0;
    height = below === undefined || height === undefined ? undefined : Math.max(height, below + 1);
  }
  heights.set(policy.id, height);
  return height;
}
