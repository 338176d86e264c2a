import type { Adjustment, Step } from '../../ir/types.ts';
import { unreachable } from '../../ir/unreachable.ts';
import type { Value } from '../../ir/value.ts';
import { notAligned } from '../faults.ts';
import type { Result } from '../gap.ts';
import { bothGaps, faultGap, Gap } from '../gap.ts';
import type { Run, Site } from '../site.ts';
import type { State } from '../state.ts';

/**
 * Exceptions to a value. A 免除 that holds in any round decides at once. Else the last 改为 that holds replaces everything before it, so that
 * what it replaces is not looked at; from there on stage follows stage and round follows round. In between the value is a fraction of the
 * step's own unit, because a factor may leave one that a later stage takes away.
 */
export interface Adjusted {
  readonly run: Run;
  /** Runs again and tells of each adjustment that applied. */
  readonly watch: (state: State, told: Told) => void;
}

/** Values in numerators of the step, cut off where they are no whole ones. */
export type Told = (adjustment: Adjustment, before: Value | undefined, after: Value) => void;

interface Ready {
  readonly ir: Adjustment;
  readonly guard: Run;
  readonly value: Run | undefined;
  /** For multiply. */
  readonly scale: bigint;
}

interface Holding {
  readonly ready: Ready;
  readonly value: Value;
}

const AFTER_SET = ['add', 'multiply', 'atLeast', 'atMost'] as const;
type Stage = 'set' | (typeof AFTER_SET)[number];

export function compileAdjusted(step: Step, { compile }: Site): Adjusted {
  const base = compile(step.value);
  const rounds = step.rounds.map((round) =>
    round.map((ir): Ready => ({ ir, guard: compile(ir.guard), value: ir.value && compile(ir.value), scale: BigInt(ir.scale ?? '1') })),
  );
  if (rounds.every((round) => round.length === 0)) return { run: base, watch: () => undefined };
  const run = (state: State, told?: Told): Result => adjust(state, step.address, base, rounds, told);
  return { run: (state) => run(state), watch: (state, told) => void run(state, told) };
}

function adjust(state: State, address: string, base: Run, rounds: readonly (readonly Ready[])[], told: Told | undefined): Result {
  let gap: Gap | undefined;
  const note = (found: Gap): void => {
    gap = bothGaps(gap, found);
  };
  for (const ready of rounds.flat()) {
    if (ready.ir.how !== 'waive') continue;
    const holds = ready.guard(state);
    if (holds === true) {
      told?.(ready.ir, undefined, 0n);
      return 0n;
    }
    if (holds instanceof Gap) note(holds);
  }

  let first = 0;
  let start: Holding | undefined;
  for (let round = rounds.length - 1; round >= 0 && start === undefined; round--) {
    [start] = holding(state, rounds[round] ?? [], 'set', note);
    if (start) first = round;
  }
  const began = start ? start.value : base(state);
  if (began instanceof Gap) note(began);
  else if (start) told?.(start.ready.ir, undefined, began);
  let num = typeof began === 'bigint' ? began : 0n;
  let den = 1n;
  for (let round = first; round < rounds.length; round++) {
    for (const stage of AFTER_SET) {
      for (const { ready, value } of holding(state, rounds[round] ?? [], stage, note)) {
        if (typeof value !== 'bigint' || typeof began !== 'bigint') continue;
        const before = num / den;
        [num, den] = applied(stage, num, den, value, ready.scale);
        told?.(ready.ir, before, num / den);
      }
    }
  }
  if (gap) return gap;
  if (typeof began !== 'bigint') return began;
  return den === 1n ? num : num % den === 0n ? num / den : faultGap(notAligned(address));
}

function applied(stage: Exclude<Stage, 'set'>, num: bigint, den: bigint, value: bigint, scale: bigint): readonly [bigint, bigint] {
  switch (stage) {
    case 'add':
      return [num + value * den, den];
    case 'multiply':
      return [num * value, den * scale];
    case 'atLeast':
      return num < value * den ? [value, 1n] : [num, den];
    case 'atMost':
      return num > value * den ? [value, 1n] : [num, den];
    default:
      return unreachable(stage);
  }
}

/**
 * The adjustments of one stage that apply: the first that holds, with all that are joined with it, or the extreme of these. One word joins
 * two: the one that says nothing takes part, but of several that say nothing only the first.
 */
function holding(state: State, round: readonly Ready[], stage: Stage, note: (gap: Gap) => void): readonly Holding[] {
  const found: Holding[] = [];
  let join: Adjustment['join'];
  for (const ready of round) {
    if (ready.ir.how !== stage || ready.value === undefined) continue;
    const own = ready.ir.join;
    const word = join ?? own;
    if (found.length > 0 && (word === undefined || (own ?? word) !== word || (own === undefined && found.some(isSilent)))) continue;
    const holds = ready.guard(state);
    if (holds === false) continue;
    const value = ready.value(state);
    if (holds instanceof Gap) note(holds);
    if (value instanceof Gap) note(value);
    else if (holds === true) {
      join = word;
      found.push({ ready, value });
    }
  }
  if (found.length < 2 || join === 'both') return found;
  const best = found.reduce((a, b) => (isAbove(b, a) === (join === 'highest') ? b : a));
  return [best];
}

const isSilent = ({ ready }: Holding): boolean => ready.ir.join === undefined;

/** Factors may have different scales. */
const isAbove = (a: Holding, b: Holding): boolean =>
  typeof a.value === 'bigint' && typeof b.value === 'bigint' ? a.value * b.ready.scale > b.value * a.ready.scale : a.value > b.value;
