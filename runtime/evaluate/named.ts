import type { NamedValue } from '../answer.ts';
import { namedValue } from '../ir/value.ts';
import { Gap } from './gap.ts';
import type { State } from './state.ts';

/** What an evaluation names: money in whole fen that was computed or asked for, and whatever else was asked for. */
export interface Named {
  readonly amounts: ReadonlyMap<string, bigint>;
  readonly values: ReadonlyMap<string, NamedValue>;
}

const NO_VALUES: Named['values'] = new Map();

export const NOTHING_NAMED: Named = { amounts: new Map(), values: NO_VALUES };

/** What an evaluation has worked out by name. What is asked for is worked out now, if no payment needed it. */
export function named(state: State): Named {
  const { memo, of } = state;
  const { program, also } = of;
  let values: Map<string, NamedValue> | undefined;
  for (const address of also) {
    const step = program.addresses.get(address);
    const type = step === undefined ? undefined : program.ir.steps[step]?.type;
    if (step === undefined || !type) continue;
    const { value } = state.apart(() => state.step(step));
    if (value instanceof Gap || (type.kind === 'money' && (value as bigint) % BigInt(type.scale) === 0n)) continue;
    values ??= new Map();
    values.set(address, namedValue(value, type));
  }
  const amounts = new Map<string, bigint>();
  for (const { step, address, scale } of program.amounts) {
    const value = memo[step];
    if (typeof value !== 'bigint') continue;
    if (scale === 1n) amounts.set(address, value);
    else if (value % scale === 0n) amounts.set(address, value / scale);
  }
  return { amounts, values: values ?? NO_VALUES };
}
