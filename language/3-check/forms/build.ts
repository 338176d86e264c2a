import { rational } from '../../../runtime/money/rational.ts';
import type { Name, Path, Span } from '../../2-syntax/node.ts';
import type { BinaryOperator, Comparison, Expression } from '../../2-syntax/nodes/expression.ts';

/** A name that a form makes. It may contain brackets (支付限额[年支付]): it is one part of an address, not text to be read again. */
export const nameAt = (text: string, span: Span): Name => ({ text, span, quoted: false });

/** The path of an address; `parts` are joined by dots. */
export const pathAt = (parts: readonly string[], span: Span): Path => ({ names: parts.map((part) => nameAt(part, span)), keys: [], span });

/** Expressions that stand for one line of the text: every node has that line's span. */
export interface Builder {
  readonly ref: (...parts: readonly string[]) => Expression;
  /** A declared name, or a dotted one, as the user wrote it. */
  readonly path: (path: Path) => Expression;
  readonly call: (callee: string, ...args: readonly Expression[]) => Expression;
  readonly least: (...of: readonly Expression[]) => Expression;
  readonly greatest: (...of: readonly Expression[]) => Expression;
  readonly used: (accumulator: Path) => Expression;
  readonly binary: (left: Expression, operator: BinaryOperator, right: Expression) => Expression;
  readonly compare: (left: Expression, operator: Comparison, right: Expression) => Expression;
  readonly both: (operands: readonly Expression[]) => Expression;
  readonly when: (condition: Expression, then: Expression) => Expression;
  readonly sum: (terms: readonly Expression[]) => Expression;
  readonly zero: Expression;
}

/** Builds on the span of one line. */
export function builderAt(span: Span): Builder {
  const zero: Expression = { kind: 'quantity', value: rational(0n), unit: 'yuan', text: '0元', span };
  const reference = (path: Path): Expression => ({ kind: 'reference', path, span });
  const call = (callee: string, ...args: readonly Expression[]): Expression => ({
    kind: 'call',
    callee: pathAt([callee], span),
    args: args.map((value) => ({ value })),
    span,
  });
  const binary = (left: Expression, operator: BinaryOperator, right: Expression): Expression => ({
    kind: 'binary',
    operator,
    left,
    right,
    span,
  });
  const least = (...of: readonly Expression[]): Expression => (of.length === 1 && of[0] ? of[0] : call('取小', ...of));
  return {
    ref: (...parts) => reference(pathAt(parts, span)),
    path: reference,
    call,
    least,
    greatest: (...of) => call('取大', ...of),
    used: (accumulator) => call('已累计', reference(accumulator)),
    binary,
    compare: (left, operator, right) => ({ kind: 'compare', operator, left, right, span }),
    both: (operands) => (operands.length === 1 && operands[0] ? operands[0] : { kind: 'and', operands, span }),
    // An amount of a benefit that is not for this event is 0, whatever its line would give.
    when: (condition, then) => ({ kind: 'if', condition, then, otherwise: zero, span }),
    sum: (terms) => terms.slice(1).reduce((left, right) => binary(left, '+', right), terms[0] ?? zero),
    zero,
  };
}

/** The address of a path: names joined by dots; row keys are not part of it. */
export const addressOf = (path: Path): string => path.names.map((name) => name.text).join('.');
