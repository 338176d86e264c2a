import type { Problem } from '../answer.ts';
import { computedDiffers, computedNegative, inItem, sumDiffers } from '../encounter/problems.ts';
import type { IrType, PolicyIr, Program } from '../ir/types.ts';
import type { Value } from '../ir/value.ts';
import { sameValue, shownText } from '../ir/value.ts';
import { yuanFromFen } from '../money/fen.ts';
import { beyondLimit } from './faults.ts';
import type { Result } from './gap.ts';
import { bothGaps, faultGap, Gap, gapsOf } from './gap.ts';
import type { State } from './state.ts';

/** Fields that are not simply given: those a step works out, and a total whose parts such a step works out. */
export interface Computable {
  /** Per field: the step that works it out. */
  readonly steps: ReadonlyMap<number, number>;
  /** The total, when a part of it is worked out. */
  readonly total: number | undefined;
}

/** What of a policy's fields one program works out. */
export function computableOf({ bill }: PolicyIr, { computed }: Program): Computable {
  const steps = new Map(computed.map(({ input, step }) => [input, step]));
  return { steps, total: bill?.parts.some((part) => steps.has(part)) ? bill.total : undefined };
}

/** A field that was not given: as the policy works it out, else the gap that it leaves. */
export function workedOut(state: State, index: number, absent: Gap): Result {
  const { computable } = state.of.program;
  const step = computable.steps.get(index);
  if (step !== undefined) {
    const value = state.step(step);
    return value instanceof Gap && value.missing.length > 0 ? bothGaps(absent, value) : value;
  }
  return index === computable.total ? totalOf(state) : absent;
}

/** The sum of the parts. */
function totalOf(state: State): Result {
  const { ir, moneyLimit } = state.of.policy;
  const parts = (ir.bill?.parts ?? []).map((part) => state.input(part));
  let sum = 0n;
  for (const part of parts) {
    if (typeof part !== 'bigint') return gapsOf(...parts);
    sum += part;
  }
  return sum > moneyLimit ? faultGap(beyondLimit(ir.inputs[ir.bill?.total ?? 0]?.name ?? '', yuanFromFen(sum))) : sum;
}

/**
 * Fields that were given and come out otherwise when they are worked out, and parts of the bill that come out negative; what cannot be worked
 * out disagrees with nothing.
 */
export function disagreements(state: State): readonly Problem[] {
  const { policy, program, inputs } = state.of;
  const { bill, inputs: fields } = policy.ir;
  const problems = itemDisagreements(state);
  for (const [input, step] of program.computable.steps) {
    const given = inputs[input];
    const field = fields[input];
    if (!field || given === undefined) continue;
    const { value } = state.apart(() => state.step(step));
    if (field.bill && typeof value === 'bigint' && value < 0n) problems.push(computedNegative(field.name, said(value, field.type)));
    else if (given instanceof Gap || value instanceof Gap || sameValue(given, value)) continue;
    else problems.push(computedDiffers(field.name, said(given, field.type), said(value, field.type)));
  }
  if (!bill || program.computable.total === undefined || problems.length > 0) return problems;
  const total = inputs[bill.total];
  const { value: sum } = state.apart(totalOf);
  if (typeof total === 'bigint' && typeof sum === 'bigint' && total !== sum) {
    const names = bill.parts.map((part) => fields[part]?.name ?? '');
    problems.push(sumDiffers(fields[bill.total]?.name ?? '', yuanFromFen(total), names, yuanFromFen(sum)));
  }
  return problems;
}

/** More than these say no more. */
const MOST_PROBLEMS = 50;

/** Items that state a field which is worked out otherwise. */
function itemDisagreements(state: State): Problem[] {
  const { policy, program, lists } = state.of;
  const problems: Problem[] = [];
  for (const { ir, value, agrees } of program.computedItems) {
    const list = policy.ir.lists[ir.list];
    const field = list?.fields[ir.field];
    const items = lists[ir.list];
    if (!list || !field || !items || items instanceof Gap) continue;
    for (const [at, item] of items.entries()) {
      const given = item[ir.field];
      if (given === undefined || given instanceof Gap || problems.length >= MOST_PROBLEMS) continue;
      state.hands.push(item);
      const { value: holds } = state.apart(agrees);
      const { value: worked } = state.apart(value);
      state.hands.pop();
      if (holds !== false || worked instanceof Gap) continue;
      problems.push(inItem(computedDiffers(field.name, said(given, field.type), said(worked, ir.type)), list.name, at + 1));
    }
  }
  return problems;
}

const said = (value: Value, type: IrType): string => shownText(value, type);
