import type { Expr } from '../../ir/types.ts';
import { sameValue } from '../../ir/value.ts';
import type { Reliance } from '../../ledger/reliance.ts';
import { NOTHING, unite } from '../../ledger/reliance.ts';
import { bothGaps, Gap, gapsOf } from '../gap.ts';
import type { Run, Site } from '../site.ts';
import { scaledTerm } from './amount.ts';

type Of<Op extends Expr['op']> = Extract<Expr, { readonly op: Op }>;
type Comparable = bigint | number;

const tests: Readonly<Record<Of<'compare'>['test'], (a: Comparable, b: Comparable) => boolean>> = {
  '=': (a, b) => a === b,
  '≠': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '≤': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '≥': (a, b) => a >= b,
};

/** Numbers or days by size. */
export function compileCompare({ test, a, b }: Of<'compare'>, site: Site): Run {
  const left = scaledTerm(a, site);
  const right = scaledTerm(b, site);
  const holds = tests[test];
  return (state) => {
    const x = left(state);
    const y = right(state);
    if (x instanceof Gap || y instanceof Gap) return gapsOf(x, y);
    return holds(x as Comparable, y as Comparable);
  };
}

export function compileSame({ a, b }: Of<'same'>, { compile }: Site): Run {
  const left = compile(a);
  const right = compile(b);
  return (state) => {
    const x = left(state);
    const y = right(state);
    return x instanceof Gap || y instanceof Gap ? gapsOf(x, y) : sameValue(x, y);
  };
}

export function compileOneOf({ of, values }: Of<'oneOf'>, { compile }: Site): Run {
  const run = compile(of);
  const [only] = values;
  if (values.length === 1) {
    return (state) => {
      const value = run(state);
      return value instanceof Gap ? value : value === only;
    };
  }
  const known = new Set<unknown>(values);
  return (state) => {
    const value = run(state);
    return value instanceof Gap ? value : known.has(value);
  };
}

/** True when the set has any of the values. */
export function compileContains({ of, values }: Of<'contains'>, { compile }: Site): Run {
  const run = compile(of);
  return (state) => {
    const value = run(state);
    return value instanceof Gap ? value : typeof value === 'object' && values.some((item) => value.includes(item));
  };
}

export function compileNot({ of }: Of<'not'>, { compile }: Site): Run {
  const run = compile(of);
  return (state) => {
    const value = run(state);
    return value instanceof Gap ? value : value !== true;
  };
}

/** 有: a field that the event leaves out is a gap to those who need it, here it is an answer. */
export function compileGiven({ of }: Of<'given'>, { compile }: Site): Run {
  const run = compile(of);
  return (state) => !(run(state) instanceof Gap);
}

/**
 * 且, 或. One operand that is known to settle it does, whatever the others are and wherever it stands; one that relies on nothing is preferred,
 * so that an assumption is only reported where it made a difference.
 */
export function compileJunction({ op, of }: Of<'all' | 'any'>, { compile }: Site): Run {
  const runs = of.map(compile);
  const settling = op === 'any';
  return (state) => {
    const outer = state.reliances;
    let used: readonly Reliance[] = NOTHING;
    let settledBy: readonly Reliance[] | undefined;
    let gap: Gap | undefined;
    for (const run of runs) {
      state.reliances = NOTHING;
      const value = run(state);
      const own = state.reliances;
      if (value === settling && own.length === 0) {
        state.reliances = outer;
        return settling;
      }
      if (value === settling) settledBy ??= own;
      else used = unite(used, own);
      if (value instanceof Gap) gap = bothGaps(gap, value);
    }
    state.reliances = unite(outer, settledBy ?? used);
    return settledBy ? settling : (gap ?? !settling);
  };
}

/** 如果 … 则 … 否则: the branch not taken is not looked at. */
export function compileChoose({ if: condition, then, otherwise }: Of<'choose'>, { compile }: Site): Run {
  const test = compile(condition);
  const yes = compile(then);
  const no = compile(otherwise);
  return (state) => {
    const holds = test(state);
    if (holds instanceof Gap) return holds;
    return holds === true ? yes(state) : no(state);
  };
}
