/** Every expression of a program, once. */

import type { Program } from '../../runtime/ir/program.ts';
import type { Expr } from '../../runtime/ir/types.ts';

const isExpr = (value: object): value is Expr => 'op' in value && typeof value.op === 'string';

/** Visits every expression that stands anywhere below `value`. */
export function visitExprs(value: unknown, visit: (expr: Expr) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isExpr(value)) visit(value);
  for (const one of Object.values(value)) visitExprs(one, visit);
}

/** The expressions of a whole program: its steps, conditions, entries and openings. */
export const visitProgram = (program: Program, visit: (expr: Expr) => void): void => visitExprs(program, visit);
