import type { Expr, Program } from '../ir/types.ts';
import type { Result } from './gap.ts';
import type { CompiledPolicy } from './program.ts';
import type { State } from './state.ts';

/** An expression made ready: no name or type is looked at again while it runs. */
export type Run = (state: State) => Result;

/** Where an expression stands while it is made ready. */
export interface Site {
  readonly policy: CompiledPolicy;
  readonly program: Program;
  readonly compile: (expr: Expr) => Run;
}
