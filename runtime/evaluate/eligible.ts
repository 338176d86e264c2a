import type { Answer } from '../answer.ts';
import type { Reliance } from '../ledger/reliance.ts';
import { unite } from '../ledger/reliance.ts';
import { bothGaps, Gap } from './gap.ts';
import type { CompiledRule } from './program.ts';
import type { State } from './state.ts';

export type Refusal = Answer['ineligible'][number];

/** What the rules of eligibility say: reasons against, or a gap that leaves it undecided. */
export interface Verdict {
  readonly against: readonly Refusal[];
  readonly gap: Gap | undefined;
}

const ELIGIBLE: Verdict = { against: [], gap: undefined };

/** Asks every rule. One that is false settles it; only if none is does an undecided one count. */
export function judge(state: State, rules: readonly CompiledRule[]): Verdict {
  if (rules.length === 0) return ELIGIBLE;
  const against: Refusal[] = [];
  let gap: Gap | undefined;
  let refused: readonly Reliance[] = [];
  let used: readonly Reliance[] = [];
  for (const { condition, ir } of rules) {
    const { value, reliances } = state.apart(condition);
    if (value === false) {
      against.push({ name: ir.name, reason: ir.reason, source: ir.source });
      refused = unite(refused, reliances);
    } else used = unite(used, reliances);
    if (value instanceof Gap) gap = bothGaps(gap, value);
  }
  state.rely(against.length > 0 ? refused : used);
  return against.length > 0 ? { against, gap: undefined } : { against, gap };
}

/** Which benefits the event comes under. */
export interface Coverage {
  /** At least one applies, or may. */
  readonly possible: boolean;
  /** Benefits that fit and whose own eligibility is false. */
  readonly against: readonly Refusal[];
}

/** Asks every benefit whether it applies, and why not when only its eligibility stands against it. */
export function cover(state: State): Coverage {
  const against: Refusal[] = [];
  let possible = false;
  for (const { applies, fits, eligibility } of state.of.program.benefits) {
    const value = state.step(applies);
    if (value !== false) possible = true;
    else if (eligibility.length > 0 && state.step(fits) === true) against.push(...judge(state, eligibility).against);
  }
  return { possible, against };
}
