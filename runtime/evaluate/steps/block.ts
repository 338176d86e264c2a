import type { Result } from '../gap.ts';
import type { Run } from '../site.ts';
import type { State } from '../state.ts';

/** What the law leaves open: a value supposed for it, the candidate of this world, or a gap with its reason. */
export function openValue(state: State, point: number): Result {
  const supposed = state.of.supposed?.get(point);
  if (supposed !== undefined) {
    state.rely(supposed.reliances);
    return supposed.value;
  }
  const candidate = state.of.world?.get(point);
  if (candidate !== undefined) return candidate;
  const { policy } = state.of;
  if ((policy.candidates[point]?.length ?? 0) > 0) state.touched.push(point);
  return policy.openGaps[point] as Result;
}

export const compileOpen =
  (point: number): Run =>
  (state) =>
    openValue(state, point);
