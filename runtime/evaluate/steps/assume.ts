import { NOTHING } from '../../ledger/reliance.ts';
import type { Result } from '../gap.ts';
import type { Run } from '../site.ts';
import type { State } from '../state.ts';

/** 暂按: the value, and the assumption it rests on; or what is supposed in its place. */
export function assumedValue(state: State, point: number, value: () => Result): Result {
  const supposed = state.of.supposed?.get(point);
  if (supposed !== undefined) {
    state.rely(supposed.reliances);
    return supposed.value;
  }
  state.rely(state.of.policy.assumptions[point] ?? NOTHING);
  return value();
}

export function compileAssume(of: Run, point: number): Run {
  return (state) => assumedValue(state, point, () => of(state));
}
