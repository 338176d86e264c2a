import type { Expr, Term } from '../../ir/types.ts';
import { roundToMultiple } from '../../money/rounding.ts';
import { dividedByNothing } from '../faults.ts';
import type { Result } from '../gap.ts';
import { faultGap, Gap, gapsOf } from '../gap.ts';
import type { Run, Site } from '../site.ts';

type Of<Op extends Expr['op']> = Extract<Expr, { readonly op: Op }>;

/** A term: its expression times the integer that aligns it. Days have no factor. */
export function scaledTerm({ of, by }: Term, { compile }: Site): Run {
  const run = compile(of);
  const factor = BigInt(by);
  if (factor === 1n) return run;
  return (state) => {
    const value = run(state);
    return typeof value === 'bigint' ? value * factor : value;
  };
}

export function compileSum({ terms }: Of<'sum'>, site: Site): Run {
  const runs = terms.map((term) => scaledTerm(term, site));
  const [first, second] = runs;
  if (first && !second) return first;
  if (first && second && runs.length === 2) {
    return (state) => {
      const a = first(state);
      const b = second(state);
      return typeof a === 'bigint' && typeof b === 'bigint' ? a + b : gapsOf(a, b);
    };
  }
  return (state) => {
    let sum = 0n;
    const gaps: Gap[] = [];
    for (const run of runs) {
      const value = run(state);
      if (typeof value === 'bigint') sum += value;
      else gaps.push(gapsOf(value));
    }
    return gaps.length === 0 ? sum : gapsOf(...gaps);
  };
}

export function compileProduct({ a, b }: Of<'product'>, { compile }: Site): Run {
  const left = compile(a);
  const right = compile(b);
  return (state) => {
    const x = left(state);
    const y = right(state);
    return typeof x === 'bigint' && typeof y === 'bigint' ? x * y : gapsOf(x, y);
  };
}

/** 取小, 取大: of numbers or of days. */
export function compileExtreme({ op, of }: Of<'least' | 'greatest'>, site: Site): Run {
  const runs = of.map((term) => scaledTerm(term, site));
  const least = op === 'least';
  return (state) => {
    let best: Result | undefined;
    let gap: Gap | undefined;
    for (const run of runs) {
      const value = run(state);
      if (value instanceof Gap) gap = gap ? gapsOf(gap, value) : value;
      else if (best === undefined || (least ? value < best : value > best)) best = value;
    }
    return gap ?? best ?? gapsOf();
  };
}

/** Several numerators multiplied, divided and rounded in one go. */
export function compileMulDivRound({ numerators, divisor, unit, mode }: Of<'mulDivRound'>, site: Site): Run {
  const factors = numerators.map((term) => scaledTerm(term, site));
  const below = scaledTerm(divisor, site);
  const multiple = BigInt(unit);
  return (state) => {
    const den = below(state);
    const values = factors.map((run) => run(state));
    let num = 1n;
    for (const value of values) if (typeof value === 'bigint') num *= value;
    if (typeof den !== 'bigint' || values.some((value) => value instanceof Gap)) return gapsOf(den, ...values);
    if (den === 0n) return faultGap(dividedByNothing());
    return den < 0n ? roundToMultiple(-num, -den, multiple, mode) : roundToMultiple(num, den, multiple, mode);
  };
}

/** Money at a scale to whole fen. */
export function compileRound({ of, scale, unit, mode }: Of<'round'>, { compile }: Site): Run {
  const run = compile(of);
  const den = BigInt(scale);
  const multiple = BigInt(unit);
  return (state) => {
    const value = run(state);
    return typeof value === 'bigint' ? roundToMultiple(value, den, multiple, mode) : value;
  };
}
