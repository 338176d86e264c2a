import { Gap } from '../evaluate/gap.ts';
import type { Expr, Step } from '../ir/types.ts';
import { unreachable } from '../ir/unreachable.ts';
import type { View } from './view.ts';

/** The steps that an expression read on the branch that was taken, in order of writing. */
export function readsOf(expr: Expr, view: View): readonly number[] {
  switch (expr.op) {
    case 'step':
      return [expr.index];
    case 'input':
      return workedOut(expr.index, view);
    case 'remaining':
      return [...expr.parts.flatMap((part) => workedOut(part, view)), ...expr.after];
    case 'personal':
      return expr.after;
    case 'fold':
      return [expr.over.kind === 'members' ? expr.over.of : undefined, expr.guard, expr.value, expr.none].flatMap((one) =>
        one ? everyRead(one, view) : [],
      );
    case 'choose': {
      const holds = view.value(expr.if);
      if (typeof holds !== 'boolean') return readsOf(expr.if, view);
      return [...readsOf(expr.if, view), ...readsOf(holds ? expr.then : expr.otherwise, view)];
    }
    case 'table': {
      const axes = expr.axes.flatMap((axis) => readsOf(axis.of, view));
      const chosen = view.chosen(expr);
      const result = typeof chosen === 'number' ? expr.results[chosen] : undefined;
      return result ? [...axes, ...readsOf(result, view)] : axes;
    }
    default:
      return operandsOf(expr).flatMap((operand) => readsOf(operand, view));
  }
}

/** The step that works out a field that was not given; a total is worked out by those of its parts. */
function workedOut(input: number, { state }: View): readonly number[] {
  const { program, policy, inputs } = state.of;
  if (!(inputs[input] instanceof Gap)) return [];
  const fields = input === policy.ir.bill?.total ? [input, ...policy.ir.bill.parts] : [input];
  return fields.flatMap((field) => program.computable.steps.get(field) ?? []);
}

/** All steps that an expression may read: inside a fold each item takes its own branch. */
function everyRead(expr: Expr, view: View): readonly number[] {
  switch (expr.op) {
    case 'choose':
      return [expr.if, expr.then, expr.otherwise].flatMap((one) => everyRead(one, view));
    case 'table':
      return [...expr.axes.map((axis) => axis.of), ...expr.results].flatMap((one) => everyRead(one, view));
    case 'step':
    case 'input':
    case 'remaining':
    case 'personal':
    case 'fold':
      return readsOf(expr, view);
    default:
      return operandsOf(expr).flatMap((one) => everyRead(one, view));
  }
}

/** The expressions directly inside one that has no branches. */
export function operandsOf(
  expr: Exclude<Expr, { readonly op: 'choose' | 'table' | 'step' | 'input' | 'remaining' | 'personal' | 'fold' }>,
): readonly Expr[] {
  switch (expr.op) {
    case 'const':
    case 'param':
    case 'item':
    case 'member':
    case 'open':
    case 'reference':
    case 'previous':
      return [];
    case 'sum':
      return expr.terms.map(({ of }) => of);
    case 'least':
    case 'greatest':
      return expr.of.map(({ of }) => of);
    case 'product':
    case 'same':
      return [expr.a, expr.b];
    case 'compare':
      return [expr.a.of, expr.b.of];
    case 'mulDivRound':
      return [...expr.numerators.map(({ of }) => of), expr.divisor.of];
    case 'round':
    case 'not':
    case 'given':
    case 'assume':
    case 'oneOf':
    case 'contains':
      return [expr.of];
    case 'all':
    case 'any':
      return expr.of;
    case 'allotted':
      return [
        expr.amount.of,
        ...(expr.guard ? [expr.guard] : []),
        expr.limit.of,
        ...(expr.together ? [...expr.together.keys, expr.together.limit.of] : []),
      ];
    case 'bands':
      return [expr.from, expr.to, ...expr.bounds, ...expr.ratios];
    case 'accumulated':
      return expr.keys;
    case 'addMonths':
      return [expr.day, expr.months];
    case 'addDays':
      return [expr.day, expr.days];
    case 'daysBetween':
    case 'wholeMonths':
    case 'age':
    case 'hoursBetween':
    case 'secondsBetween':
      return [expr.from, expr.to];
    case 'dayOf':
      return [expr.time];
    case 'yearOf':
    case 'monthOf':
    case 'quarterOf':
    case 'dayKey':
    case 'monthStart':
    case 'benefitYear':
      return [expr.day];
    default:
      return unreachable(expr);
  }
}

/** The steps that one step read, its adjustments included, and what a 拨付 shares out. */
export function stepReads(index: number, view: View): readonly number[] {
  const step = view.state.of.program.ir.steps[index];
  const reads = view.reads.get(index) ?? (step ? readsOfStep(step, view) : []);
  view.reads.set(index, reads);
  return reads;
}

function readsOfStep(step: Step, view: View): readonly number[] {
  const { pool } = step.posting?.members ?? {};
  const reads = [...(pool === undefined ? [] : [pool]), ...readsOf(step.value, view)];
  for (const { guard, value } of step.rounds.flat()) {
    reads.push(...readsOf(guard, view));
    if (value && view.value(guard) !== false) reads.push(...readsOf(value, view));
  }
  return [...new Set(reads)];
}

/**
 * Everything the roots depend on, themselves included: what a step reads stands before it, and otherwise in the order in which a reader of
 * the rules meets it.
 */
export function reachedFrom(roots: readonly number[], view: View): readonly number[] {
  const { steps } = view.state.of.program.ir;
  const reached = new Set<number>();
  const entered = new Set<number>();
  const pending = roots.toReversed();
  for (let index = pending.at(-1); index !== undefined; index = pending.at(-1)) {
    const step = steps[index];
    if (step === undefined || reached.has(index) || entered.has(index)) {
      pending.pop();
      if (step !== undefined) reached.add(index);
      continue;
    }
    entered.add(index);
    pending.push(
      ...stepReads(index, view)
        .filter((read) => !reached.has(read))
        .toReversed(),
    );
  }
  return [...reached];
}

/** What is due and the postings, from which an explanation begins: those of benefits that do not apply are left out. */
export function explainedPostings({ state, stepAt }: View): readonly number[] {
  const { program } = state.of;
  const idle = program.benefits.filter(({ applies }) => state.step(applies) === false).map(({ name }) => `${name}.`);
  const dues = program.ir.dues.filter((step) => !idle.includes(`${program.ir.steps[step]?.address ?? ''}.`));
  const postings = program.ir.postings.filter((step) => {
    const address = program.ir.steps[step]?.address ?? '';
    const guard = stepAt(`${address}.用`);
    const stands = guard < 0 || state.step(guard) !== false;
    return !(state.step(step) === 0n && (!stands || idle.some((prefix) => address.startsWith(prefix))));
  });
  return [...dues, ...postings];
}
