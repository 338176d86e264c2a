/** What an expression of the IR is worth, as an exact fraction in the IR's unit: for holding lowering to the model's own arithmetic. */
import type { Expr, Term } from '../../../runtime/ir/types.ts';
import type { Rational } from '../../../runtime/money/rational.ts';
import { rational } from '../../../runtime/money/rational.ts';

/** Numerators of parameters, inputs and steps. */
export interface Values {
  readonly params: readonly bigint[];
  readonly inputs: readonly bigint[];
  readonly steps: readonly bigint[];
}

const roundTo = (value: Rational, unit: bigint, mode: 'halfUp' | 'down' | 'up'): bigint => {
  const size = value.num < 0n ? -value.num : value.num;
  const by = value.den * unit;
  const rest = size % by;
  const up = mode === 'up' ? rest > 0n : mode === 'halfUp' && rest * 2n >= by;
  return (value.num < 0n ? -1n : 1n) * (size / by + (up ? 1n : 0n)) * unit;
};

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** The numerator of an expression. */
export function numeratorOf(expr: Expr, values: Values): bigint {
  const of = (e: Expr): bigint => numeratorOf(e, values);
  const term = ({ of: e, by }: Term): bigint => of(e) * BigInt(by);
  switch (expr.op) {
    case 'const':
      return BigInt(String(expr.value));
    case 'param':
      return values.params[expr.index] ?? 0n;
    case 'input':
      return values.inputs[expr.index] ?? 0n;
    case 'step':
      return values.steps[expr.index] ?? 0n;
    case 'sum':
      return expr.terms.map(term).reduce((a, b) => a + b, 0n);
    case 'product':
      return of(expr.a) * of(expr.b);
    case 'least':
      return expr.of.map(term).reduce(smaller);
    case 'greatest':
      return expr.of.map(term).reduce(larger);
    case 'round':
      return roundTo(rational(of(expr.of), BigInt(expr.scale)), BigInt(expr.unit), expr.mode);
    case 'mulDivRound':
      return roundTo(
        rational(
          expr.numerators.map(term).reduce((a, b) => a * b, 1n),
          term(expr.divisor),
        ),
        BigInt(expr.unit),
        expr.mode,
      );
    default:
      throw new Error(`${expr.op} is not arithmetic`);
  }
}
