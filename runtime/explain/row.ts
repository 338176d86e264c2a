import type { Expr, ParameterValue } from '../ir/types.ts';
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
