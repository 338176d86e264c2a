/** One change at a time: the earlier law with nothing else of the later one. */
import type { ParameterSpec, Program } from '../../runtime/ir/program.ts';
import type { IrType, Literal, ParameterValue, Version } from '../../runtime/ir/types.ts';
import type { Alike } from './alike.ts';
import type { Changes, ValueChange } from './changes.ts';
import { isNumeric } from './named.ts';
import { statedBy } from './patients.ts';
import { rootOf } from './roots.ts';
import type { Side } from './side.ts';
import { withLaw } from './side.ts';
import type { StructureChange } from './structure.ts';
import type { Law } from './trial.ts';

/** A change that can hold by itself: one value, one benefit that begins or ends, or everything that is written otherwise, together. */
export type Unit =
  | { readonly kind: 'value'; readonly address: string }
  | { readonly kind: 'newBenefit' | 'goneBenefit'; readonly name: string }
  | { readonly kind: 'rules' };

/** A unit, and a law with it and nothing else; without a law it cannot hold by itself. */
export interface Alone {
  readonly unit: Unit;
  readonly law?: Law;
  /** What it is compared with, when that is not the earlier law: the later one without it, where other rules differ too. */
  readonly against?: Law;
}

/** Every unit of the changes, in the order in which they are listed. */
export function eachAlone(before: Side, after: Side, changes: Changes): readonly Alone[] {
  const began = benefitsThat('new', changes.structure);
  const ended = benefitsThat('gone', changes.structure);
  const alias = aliasOf(changes.alike);
  const changed = changes.values.filter(({ how }) => how === 'changed');
  const inBenefit = (group: string): boolean => began.includes(group) || ended.includes(group);
  const rest =
    changes.structure.some(
      ({ what, how, group }) =>
        how === 'changed' || (what === 'rule' && !inBenefit(group)) || what === 'eligibility' || what === 'constraint',
    ) || changes.values.some(({ how, group }) => how !== 'changed' && !inBenefit(group));
  const wanted = new Map(changed.map((change) => [change.address, change]));
  const bare = rest && began.length > 0 ? laterWith(after, wanted, began) : undefined;
  return [
    ...changed.map((change): Alone => {
      const law = withValue(before, alias(change.address), change);
      return { unit: { kind: 'value', address: change.address }, ...(law ? { law } : {}) };
    }),
    ...began.map(
      (name): Alone => ({
        unit: { kind: 'newBenefit', name },
        ...only(
          laterWith(
            after,
            wanted,
            began.filter((other) => other !== name),
          ),
        ),
        ...(bare ? { against: bare } : {}),
      }),
    ),
    ...ended.map(
      (name): Alone => ({ unit: { kind: 'goneBenefit', name }, law: lawWith(before, before.version, without(before.program, [name])) }),
    ),
    ...(rest ? [{ unit: { kind: 'rules' as const }, ...only(laterWith(after, wanted, began)) }] : []),
  ];
}

const only = (law: Law | undefined): { readonly law?: Law } => (law ? { law } : {});

const benefitsThat = (how: StructureChange['how'], structure: readonly StructureChange[]): readonly string[] =>
  structure.filter((one) => one.what === 'benefit' && one.how === how).map(({ name }) => name);

const aliasOf =
  (alike: readonly Alike[]) =>
  (address: string): string => {
    const found = alike.find(({ after }) => rootOf(address) === after);
    return found ? `${found.before}${address.slice(found.after.length)}` : address;
  };

const lawWith = (side: Side, version: Version, program: Program): Law => ({
  bundle: withLaw(side, version, program),
  policy: side.policy.id,
  stated: statedBy(side),
});

/** The earlier law with one value of the later. */
function withValue(before: Side, address: string, { after }: ValueChange): Law | undefined {
  const index = before.program.parameters.findIndex((spec) => spec.address === address);
  const [spec, old] = [before.program.parameters[index], before.version.parameters[index]];
  const value = spec && old && after ? valueFor(spec, old, after.value, after.type) : undefined;
  return value && lawWith(before, replaced(before.version, index, value), before.program);
}

/** The later law with the earlier values, and without some of its benefits. */
function laterWith(after: Side, changed: ReadonlyMap<string, ValueChange>, off: readonly string[]): Law | undefined {
  let version = after.version;
  for (const [index, spec] of after.program.parameters.entries()) {
    const change = changed.get(spec.address);
    if (!change) continue;
    const now = after.version.parameters[index];
    const value = now && change.before ? valueFor(spec, now, change.before.value, change.before.type) : undefined;
    if (!value) return undefined;
    version = replaced(version, index, value);
  }
  return lawWith(after, version, without(after.program, off));
}

const replaced = (version: Version, index: number, value: ParameterValue): Version => ({
  ...version,
  parameters: version.parameters.map((one, at) => (at === index ? value : one)),
});

/** A value at the scale at which the program reads it; undefined when that scale is too coarse for it, or there is no value. */
function valueFor(
  { type }: ParameterSpec,
  { source, citations }: ParameterValue,
  value: Literal | undefined,
  of: IrType,
): ParameterValue | undefined {
  if (value === undefined || type.kind !== of.kind) return undefined;
  if (typeof value !== 'string' || !isNumeric(type)) return { kind: 'known', value, source, citations };
  const scale = (one: IrType): bigint => ('scale' in one ? BigInt(one.scale) : 1n);
  const finer = BigInt(value) * scale(type);
  return finer % scale(of) === 0n ? { kind: 'known', value: String(finer / scale(of)), source, citations } : undefined;
}

/** The program with some benefits that apply to nobody. */
const without = (program: Program, benefits: readonly string[]): Program => ({
  ...program,
  steps: program.steps.map((step) =>
    benefits.some((name) => step.address === `${name}.适用`)
      ? { ...step, value: { op: 'const', type: { kind: 'bool' }, value: false }, rounds: [] }
      : step,
  ),
});
