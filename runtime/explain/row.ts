import type { Expr, ParameterValue } from '../ir/types.ts';
import { countedIn, withItem } from './in-hand.ts';
import { operandsOf } from './reach.ts';
import type { View } from './view.ts';

/** The amendable number that a value came from, and the table row that chose it. */
export interface Row {
  /** "门诊比例[三级, 在职]" */
  readonly address: string;
  readonly value: ParameterValue;
  /** What the table asked, as this event answers it: "三级", "认定病种数 2". Empty when no table chose. */
  readonly because: readonly string[];
}

/** Follows a value through branches, tables and steps that only pass it on, to the number it is. */
export function rowOf(expr: Expr, view: View, version: readonly ParameterValue[], because: readonly string[] = []): Row | undefined {
  const { program } = view.state.of;
  switch (expr.op) {
    case 'param': {
      const value = version[expr.index];
      const spec = program.ir.parameters[expr.index];
      return value && spec ? { address: spec.address, value, because } : undefined;
    }
    case 'step': {
      const step = program.ir.steps[expr.index];
      return step ? rowOf(step.value, view, version, because) : undefined;
    }
    case 'sum': {
      const [only, ...others] = expr.terms;
      return only && others.length === 0 ? rowOf(only.of, view, version, because) : undefined;
    }
    case 'choose': {
      const holds = view.value(expr.if);
      return typeof holds === 'boolean' ? rowOf(holds ? expr.then : expr.otherwise, view, version, because) : undefined;
    }
    case 'assume':
      return rowOf(expr.of, view, version, because);
    case 'table': {
      const chosen = view.chosen(expr);
      const result = typeof chosen === 'number' ? expr.results[chosen] : undefined;
      return result && rowOf(result, view, version, [...because, ...expr.axes.map((axis) => axisWords(axis.of, view))]);
    }
    default:
      return undefined;
  }
}

/** Items of a fold whose numbers are told. */
const MOST_ITEMS = 50;

/** Every amendable number that an expression took on the branches that hold: of a fold for each item, of bands those that were reached. */
export function rowsIn(expr: Expr, view: View, version: readonly ParameterValue[]): readonly Row[] {
  const inside = (one: Expr): readonly Row[] => rowsIn(one, view, version);
  switch (expr.op) {
    case 'param':
      return [rowOf(expr, view, version)].flatMap((row) => row ?? []);
    case 'choose': {
      const holds = view.value(expr.if);
      return typeof holds === 'boolean' ? inside(holds ? expr.then : expr.otherwise) : [];
    }
    case 'table': {
      const chosen = view.chosen(expr);
      const result = typeof chosen === 'number' ? expr.results[chosen] : undefined;
      return result ? inside(result) : [];
    }
    case 'bands':
      return bandsReached(expr, view).flatMap(({ ratio }) => inside(ratio));
    case 'fold': {
      const { value } = expr;
      const items = value === undefined ? [] : (countedIn(expr, view) ?? []).slice(0, MOST_ITEMS);
      return items.flatMap((item) => (value === undefined ? [] : withItem(expr, item, view, (within) => rowsIn(value, within, version))));
    }
    case 'step':
    case 'input':
    case 'remaining':
    case 'personal':
      return [];
    default:
      return operandsOf(expr).flatMap(inside);
  }
}

/** One band that a stretch touches, with how much of it. */
export interface BandReached {
  readonly ratio: Expr;
  readonly width: bigint;
}

/** The bands between both ends, in order; none when an end is not known. */
export function bandsReached({ bounds, ratios, from, to }: Extract<Expr, { readonly op: 'bands' }>, view: View): readonly BandReached[] {
  const [a, b] = [view.value(from), view.value(to)];
  if (typeof a !== 'bigint' || typeof b !== 'bigint') return [];
  const cuts = bounds.map(view.value);
  const [low, high] = a <= b ? [a, b] : [b, a];
  return ratios.flatMap((ratio, band) => {
    const below = cuts[band - 1];
    const above = cuts[band];
    const bottom = typeof below === 'bigint' && below > low ? below : low;
    const top = typeof above === 'bigint' && above < high ? above : high;
    return top > bottom ? [{ ratio, width: top - bottom }] : [];
  });
}

/** A value speaks for itself; a number or a condition needs its name. */
function axisWords(of: Expr, view: View): string {
  const value = view.value(of);
  const text = view.shown(value, view.typeOf(of));
  return typeof value === 'string' ? text : `${nameOf(of, view)} ${text}`.trim();
}

function nameOf(of: Expr, { state }: View): string {
  if (of.op === 'input') return state.of.policy.ir.inputs[of.index]?.name ?? '';
  if (of.op === 'step') return state.of.program.ir.steps[of.index]?.address ?? '';
  return '';
}

/** The step that another only passes on; undefined when it does more than that. */
export function passedOn(index: number, { state, value }: View): number | undefined {
  const step = state.of.program.ir.steps[index];
  if (!step || step.rounds.length > 0) return undefined;
  let expr = step.value;
  for (;;) {
    if (expr.op === 'step') return expr.index;
    if (expr.op === 'choose') {
      const holds = value(expr.if);
      if (typeof holds !== 'boolean') return undefined;
      expr = holds ? expr.then : expr.otherwise;
    } else if (expr.op === 'sum' && expr.terms.length === 1 && expr.terms[0]) expr = expr.terms[0].of;
    else return undefined;
  }
}
