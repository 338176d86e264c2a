/**
 * The parts of a program by their names instead of their places, and numbers without the scale they happen to be kept at: what is the same in
 * two programs is then the same text.
 */
import type { PolicyIr } from '../../runtime/index.ts';
import type { Program } from '../../runtime/ir/program.ts';
import type { IrType, Literal } from '../../runtime/ir/types.ts';
import { rational } from '../../runtime/money/rational.ts';

/** Keys that say where something stands, how it is explained, or at which scale it is reckoned; none of them is part of the law. */
const APART = new Set(['source', 'citations', 'note', 'scale', 'unit', 'wide', 'found']);
/** Keys whose numbers are indexes of steps. */
const STEPS = new Set(['after', 'shares', 'pool', 'applies', 'fits', 'step', 'dues']);

/** What an index stands for in this policy's program. */
export interface Names {
  readonly policy: PolicyIr;
  readonly program: Program;
  /** Another name for an address, so that a rule that goes by two names is one. */
  readonly alias?: (address: string) => string;
}

/** The numerator at its scale as one exact number. */
export const exact = (value: string, type: IrType): string => {
  const scale = 'scale' in type ? BigInt(type.scale) : 1n;
  const { num, den } = rational(BigInt(value), scale);
  return den === 1n ? String(num) : `${num}/${den}`;
};

/** Whether values of the type are numbers. */
export const isNumeric = (type: IrType): boolean =>
  'scale' in type || type.kind === 'integer' || type.kind === 'months' || type.kind === 'days';

/** A value as text that is the same for the same value at any scale. */
export const literalKey = (value: Literal, type: IrType): string =>
  typeof value === 'string' && isNumeric(type) ? exact(value, type) : JSON.stringify(value);

/** A part of a program as such a text. */
export function namedText(value: unknown, names: Names): string {
  return JSON.stringify(named(value, names, ''));
}

function named(value: unknown, names: Names, key: string): unknown {
  const { policy, program, alias = (address) => address } = names;
  const step = (index: unknown): unknown => (typeof index === 'number' ? alias(program.steps[index]?.address ?? '') : index);
  if (Array.isArray(value)) return STEPS.has(key) ? value.map(step) : value.map((one) => named(one, names, key));
  if (typeof value === 'number') {
    if (STEPS.has(key)) return step(value);
    if (key === 'accumulator') return policy.accumulators[value]?.name;
    if (key === 'point') return policy.openPoints[value]?.address;
    return value;
  }
  if (key === 'by' && typeof value === 'string') return value.startsWith('-') ? '-' : '+';
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !APART.has(name));
  const op = 'op' in value ? value.op : undefined;
  const index = 'index' in value && typeof value.index === 'number' ? value.index : undefined;
  if (index !== undefined && op === 'step') return step(index);
  if (index !== undefined && op === 'param') return { param: alias(program.parameters[index]?.address ?? '') };
  if (index !== undefined && op === 'input') return { input: policy.inputs[index]?.name };
  if (index !== undefined && op === 'reference') {
    const { policy: of, address } = policy.references[index] ?? {};
    return { of, address };
  }
  if (op === 'const' && 'type' in value && 'value' in value) {
    const { type, value: literal } = value as { readonly type: IrType; readonly value: Literal };
    return { [type.kind]: literalKey(literal, type) };
  }
  return Object.fromEntries(
    entries.map(([name, one]) => [
      name,
      name === 'payers' || name === 'into'
        ? [one].flat().map((at) => policy.payers[Number(at)]?.name)
        : name === 'parts'
          ? [one].flat().map((at) => policy.inputs[Number(at)]?.name)
          : named(one, names, name),
    ]),
  );
}
