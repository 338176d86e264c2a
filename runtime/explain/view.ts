import type { Result } from '../evaluate/gap.ts';
import { Gap } from '../evaluate/gap.ts';
import type { State } from '../evaluate/state.ts';
import type { Surroundings } from '../ir/type-of.ts';
import { typeOf } from '../ir/type-of.ts';
import type { Expr, IrType } from '../ir/types.ts';
import { shownText } from '../ir/value.ts';
import { grouped } from '../money/fen.ts';

/** A finished evaluation that can be asked about any part of it, in words. */
export interface View {
  readonly state: State;
  /** The value of an expression in this evaluation. */
  readonly value: (expr: Expr) => Result;
  readonly typeOf: (expr: Expr) => IrType | undefined;
  /** A value as sentences and formulas show it: "4,000.00", "60%". */
  readonly shown: (value: Result, type: IrType | undefined) => string;
}

/** Asks nothing that was not evaluated, and changes nothing that an answer says. */
export function viewOf(state: State): View {
  const { policy, program } = state.of;
  const around: Surroundings = {
    inputs: policy.ir.inputs.map(({ type }) => type),
    references: policy.ir.references.map(({ type }) => type),
    lists: policy.ir.lists.map(({ fields }) => fields.map(({ type }) => type)),
    steps: program.ir.steps.map(({ type }) => type),
    parameters: program.ir.parameters.map(({ type }) => type),
    accumulators: policy.ir.accumulators,
    points: policy.ir.openPoints.map(({ type }) => type),
    parts: policy.parts,
  };
  return {
    state,
    value: (expr) => state.apart(program.site.compile(expr)).value,
    typeOf: (expr) => typeOf(expr, around),
    shown,
  };
}

/** A value in the field's own writing; an open one is a question mark. */
export function shown(value: Result, type: IrType | undefined): string {
  if (value instanceof Gap) return '?';
  const text = shownText(value, type);
  return type?.kind === 'money' ? grouped(text) : text;
}

/** A result of an earlier layer as it is shown. */
export const shownReference = (view: View, index: number): string =>
  shown(view.value({ op: 'reference', index }), view.state.of.policy.ir.references[index]?.type);

/** The value of a step as it is shown. */
export const shownStep = ({ state }: View, step: number): string => shown(state.step(step), state.of.program.ir.steps[step]?.type);
