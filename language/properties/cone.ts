import type { Expr, PolicyIr, Program, Step } from '../../runtime/ir/types.ts';

/** What a subject depends on in one version's code. */
export interface Cone {
  readonly steps: readonly Step[];
  /** Every expression in those steps, and in the conditions under which the policy pays at all. */
  readonly expressions: readonly Expr[];
}

const isExpr = (value: object): value is Expr => 'op' in value;

/** All expressions inside a value, outermost first. */
export function expressionsIn(value: unknown, into: Expr[] = []): Expr[] {
  if (typeof value !== 'object' || value === null) return into;
  if (!Array.isArray(value) && isExpr(value)) into.push(value);
  for (const part of Object.values(value)) expressionsIn(part, into);
  return into;
}

/** The steps that stand for a subject: the one at its address, or every posting for the totals of the answer. */
export const subjectSteps = ({ steps, postings }: Program, subject: string): readonly number[] => {
  const index = steps.findIndex(({ address }) => address === subject);
  return index >= 0 ? [index] : postings;
};

/** Everything that decides the subject's amount in one program. Cells lead on to what feeds them. */
export function coneOf(program: Program, subject: string): Cone {
  const reached = new Set<number>();
  const cells = new Set<number>();
  const expressions: Expr[] = [];
  const queue: unknown[] = [];
  const reach = (index: number): void => {
    if (reached.has(index)) return;
    reached.add(index);
    const step = program.steps[index];
    if (step) queue.push(step.value, step.rounds);
  };
  subjectSteps(program, subject).forEach(reach);
  queue.push(program.eligibility, program.constraints, program.benefits);
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    for (const expr of expressionsIn(part)) {
      expressions.push(expr);
      if (expr.op === 'step') reach(expr.index);
      if (expr.op === 'remaining' || expr.op === 'personal') expr.after.forEach(reach);
      if (expr.op === 'accumulated' && !cells.has(expr.accumulator)) {
        cells.add(expr.accumulator);
        queue.push(program.entries.filter(({ accumulator }) => accumulator === expr.accumulator));
      }
    }
  }
  return { steps: program.steps.filter((_, index) => reached.has(index)), expressions };
}

/**
 * How often money is rounded on the way to the subject, in the version that rounds most: each posting and each rounded deductible
 * may differ by one fen from the exact amount.
 */
export const roundingsTo = (policy: PolicyIr, subject: string): number =>
  Math.max(
    1,
    ...policy.programs.map(
      (program) => coneOf(program, subject).expressions.filter(({ op }) => op === 'round' || op === 'mulDivRound').length,
    ),
  );
