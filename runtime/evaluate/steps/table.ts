import type { Axis, Expr } from '../../ir/types.ts';
import { unreachable } from '../../ir/unreachable.ts';
import type { Value } from '../../ir/value.ts';
import { outsideTable } from '../faults.ts';
import type { Result } from '../gap.ts';
import { faultGap, Gap, gapsOf } from '../gap.ts';
import type { Run, Site } from '../site.ts';
import type { State } from '../state.ts';

type Table = Extract<Expr, { readonly op: 'table' }>;

/** Class index along one axis; -1 when the value is in none. */
type Classify = (state: State) => number | Gap;

/** A table: each axis gives a class, the classes give a cell, the cell names the result. Only that result is evaluated. */
export function compileTable(table: Table, site: Site): Run {
  const results = table.results.map(site.compile);
  const choose = chosenResult(table, site);
  return (state) => {
    const chosen = choose(state);
    return typeof chosen === 'number' ? (results[chosen] as Run)(state) : chosen;
  };
}

/** Which of a table's results applies; the explanation asks again to name the row. */
export function chosenResult({ axes, grid }: Table, site: Site): (state: State) => number | Gap {
  const classify = axes.map((axis) => classifier(axis, site));
  const sizes = axes.map(sizeOf);
  return (state) => {
    let cell = 0;
    let outside = false;
    let gap: Gap | undefined;
    for (let index = 0; index < classify.length; index++) {
      const found = (classify[index] as Classify)(state);
      if (found instanceof Gap) gap = gap ? gapsOf(gap, found) : found;
      else if (found < 0) outside = true;
      else cell = cell * (sizes[index] as number) + found;
    }
    if (gap) return gap;
    const result = outside ? -1 : (grid[cell] ?? -1);
    return result < 0 ? faultGap(outsideTable()) : result;
  };
}

const sizeOf = (axis: Axis): number =>
  axis.kind === 'values' ? axis.classes.length + (axis.rest ? 1 : 0) : axis.kind === 'truth' ? 2 : axis.cuts.length + 1;

function classifier(axis: Axis, { compile }: Site): Classify {
  const run = compile(axis.of);
  switch (axis.kind) {
    case 'values': {
      const classes = new Map<Value, number>(axis.classes.flatMap((values, index) => values.map((value) => [value, index] as const)));
      const rest = axis.rest ? axis.classes.length : -1;
      return (state) => {
        const value = run(state);
        return value instanceof Gap ? value : (classes.get(value) ?? rest);
      };
    }
    case 'truth':
      return (state) => {
        const value = run(state);
        return value instanceof Gap ? value : value === true ? 1 : 0;
      };
    case 'cuts': {
      const cuts = axis.cuts.map(({ at, closed }) => ({ at: compile(at), closed }));
      if (cuts.length === 0) return () => 0;
      return (state) => {
        const value = run(state);
        if (value instanceof Gap) return value;
        for (let index = 0; index < cuts.length; index++) {
          const cut = cuts[index] as (typeof cuts)[number];
          const at: Result = cut.at(state);
          if (at instanceof Gap) return at;
          if (value < at || (cut.closed && value === at)) return index;
        }
        return cuts.length;
      };
    }
    default:
      return unreachable(axis);
  }
}
