import type { Expr, IrType, PolicyIr, Program, Step } from '../../runtime/ir/types.ts';

const isExpr = (part: object): part is Expr => 'op' in part && typeof part.op === 'string';

function walk(part: unknown, change: (expr: Expr) => Expr | undefined): unknown {
  if (Array.isArray(part)) {
    const changed = part.map((one) => walk(one, change));
    return changed.some((one, at) => one !== part[at]) ? changed : part;
  }
  if (typeof part !== 'object' || part === null) return part;
  const instead = isExpr(part) ? change(part) : undefined;
  if (instead !== undefined) return instead;
  const entries = Object.entries(part);
  const changed = entries.map(([key, value]) => [key, walk(value, change)] as const);
  return changed.some(([, value], at) => value !== entries[at]?.[1]) ? Object.fromEntries(changed) : part;
}

/** A part of a policy with some of its expressions replaced, outermost first; what did not change stays the same object. */
export const rewritten = <Part>(part: Part, change: (expr: Expr) => Expr | undefined): Part => walk(part, change) as Part;

/** A policy with its steps changed in every version; undefined from `change` leaves a step as it is. The same policy when none changed. */
export function withSteps(policy: PolicyIr, change: (step: Step, program: Program) => Step | undefined): PolicyIr {
  let any = false;
  const programs = policy.programs.map((program) => {
    const steps = program.steps.map((step) => change(step, program) ?? step);
    if (steps.every((step, at) => step === program.steps[at])) return program;
    any = true;
    return { ...program, steps };
  });
  return any ? { ...policy, programs } : policy;
}

/** Nothing, in the type of a step. */
export const zeroOf = (type: IrType): Expr => ({ op: 'const', type, value: '0' });
