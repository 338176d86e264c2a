import type { Value } from '../../ir/value.ts';
import type { Result } from '../gap.ts';
import type { Run } from '../site.ts';
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
    const { value, point } = state.of.parameters[index] as Parameter;
    if (point < 0) return value as Value;
    return value === undefined ? openValue(state, point) : assumedValue(state, point, () => value);
  };
}

/** A field of the event; one that was not given is a gap. */
export const compileInput =
  (index: number): Run =>
  (state) =>
    state.of.inputs[index] as Result;

/** A step, evaluated once. */
export const compileStep =
  (index: number): Run =>
  (state) =>
    state.step(index);

export const compileConstant =
  (value: Value): Run =>
  () =>
    value;
