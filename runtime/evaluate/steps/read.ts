import type { Value } from '../../ir/value.ts';
import { computableOf } from '../computed.ts';
import type { Result } from '../gap.ts';
import { readReference } from '../layer.ts';
import type { CompiledReference } from '../program.ts';
import type { Run, Site } from '../site.ts';
import { assumedValue } from './assume.ts';
import { openValue } from './block.ts';

/** A parameter's value in one version. */
export interface Parameter {
  /** Absent when it is open. */
  readonly value?: Value;
  /** The open point it is, or rests on; -1 when the law states it. */
  readonly point: number;
}

export function compileParameter(index: number): Run {
  return (state) => {
    state.of.used?.add(index);
    const { value, point } = state.of.parameters[index] as Parameter;
    if (point < 0) return value as Value;
    return value === undefined ? openValue(state, point) : assumedValue(state, point, () => value);
  };
}

/** A field of the event; one that is neither given nor worked out is a gap. */
export function compileInput(index: number, { program, policy: { ir } }: Site): Run {
  const { steps, total } = computableOf(ir, program);
  if (steps.has(index) || index === total) return (state) => state.input(index);
  return (state) => state.of.inputs[index] as Result;
}

/** A result of an earlier layer. */
export function compileReference(index: number, { policy }: Site): Run {
  const reference = policy.references[index] as CompiledReference;
  return (state) => readReference(state, reference);
}

/** A step, evaluated once. */
export const compileStep =
  (index: number): Run =>
  (state) =>
    state.step(index);

export const compileConstant =
  (value: Value): Run =>
  () =>
    value;
