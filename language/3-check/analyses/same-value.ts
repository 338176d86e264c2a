import { equal } from '../../../runtime/money/rational.ts';
import type { Argument, Bound, Cell, Expression, Path } from '../../2-syntax/node.ts';
import type { Type } from '../../model/types.ts';
import { unreachable } from '../../model/unreachable.ts';
import { readQuantity } from '../literal.ts';

/**
 * Whether two texts of law say the same value: 0.7万元 = 7000元, 70% = 0.7, 1年 = 12个月; values of a list in any order; a 待定 or 暂按 only
 * with the same reason. Names are compared as written.
 */
export function sameValue(a: Expression, b: Expression): boolean {
  switch (a.kind) {
    case 'quantity':
      return b.kind === 'quantity' && sameQuantity(a, b);
    case 'date':
      return b.kind === 'date' && a.year === b.year && a.month === b.month && a.day === b.day;
    case 'time':
      return b.kind === 'time' && a.text === b.text;
    case 'truth':
      return b.kind === 'truth' && a.value === b.value;
    case 'text':
    case 'reference': {
      const word = wordOf(a);
      return word === undefined ? a.kind === 'reference' && b.kind === 'reference' && samePath(a.path, b.path) : word === wordOf(b);
    }
    case 'call':
      return b.kind === 'call' && samePath(a.callee, b.callee) && pairwise(a.args, b.args, sameArgument);
    case 'slice':
      return b.kind === 'slice' && samePath(a.callee, b.callee) && sameValue(a.from, b.from) && sameValue(a.to, b.to);
    case 'remaining':
      return b.kind === 'remaining' && pairwise(a.parts, b.parts, samePath) && pairwise(a.after, b.after, samePath);
    case 'binary':
      return b.kind === 'binary' && a.operator === b.operator && sameValue(a.left, b.left) && sameValue(a.right, b.right);
    case 'compare':
      return b.kind === 'compare' && a.operator === b.operator && sameValue(a.left, b.left) && sameValue(a.right, b.right);
    case 'is':
      return b.kind === 'is' && sameValue(a.subject, b.subject) && sameCell(a.cell, b.cell);
    case 'contains':
      return b.kind === 'contains' && sameValue(a.subject, b.subject) && sameSet(a.values, b.values);
    case 'and':
    case 'or':
      return b.kind === a.kind && sameSet(a.operands, b.operands);
    case 'not':
      return b.kind === 'not' && sameValue(a.operand, b.operand);
    case 'if':
      return b.kind === 'if' && sameValue(a.condition, b.condition) && sameValue(a.then, b.then) && sameValue(a.otherwise, b.otherwise);
    case 'open':
      return b.kind === 'open' && folded(a.reason.text) === folded(b.reason.text) && sameSet(a.candidates, b.candidates);
    case 'assumed':
      return b.kind === 'assumed' && folded(a.reason.text) === folded(b.reason.text) && sameValue(a.value, b.value);
    case 'asOf':
      return b.kind === 'asOf' && sameValue(a.subject, b.subject) && sameValue(a.day, b.day);
    case 'fold':
      return (
        b.kind === 'fold' &&
        a.how === b.how &&
        a.item.text === b.item.text &&
        sameValue(a.list, b.list) &&
        sameOptional(a.body, b.body) &&
        sameOptional(a.guard, b.guard)
      );
    default:
      return unreachable(a);
  }
}

/** Whether two cells cover the same values. A whole number stands for the interval of itself, 超过 1 for 2 以上. */
export function sameCell(a: Cell, b: Cell): boolean {
  const x = ends(a);
  const y = ends(b);
  if (x && y) return sameBound(x.low, y.low) && sameBound(x.high, y.high);
  if (a.kind === 'values' && b.kind === 'values') return sameSet(a.values, b.values);
  if (a.kind === 'has' && b.kind === 'has') return sameSet(a.some, b.some) && sameSet(a.none, b.none);
  return a.kind === b.kind && (a.kind === 'any' || a.kind === 'other');
}

/** Names joined by dots are the same names, with the same keys in any order. */
export const samePath = (a: Path, b: Path): boolean =>
  pairwise(a.names, b.names, (x, y) => x.text === y.text) &&
  a.keys.length === b.keys.length &&
  a.keys.every((key) => b.keys.some((other) => sameCell(key.cell, other.cell)));

type Quantity = Extract<Expression, { readonly kind: 'quantity' }>;

/** Types that may be written for one another: 70% and 0.7. */
const families: Readonly<Partial<Record<Type['kind'], string>>> = { fen: 'money', integer: 'number', ratio: 'number' };

function sameQuantity(a: Quantity, b: Quantity): boolean {
  const x = readQuantity(a);
  const y = readQuantity(b);
  if (!x || !y) return a.unit === b.unit && equal(a.value, b.value);
  return (families[x.type.kind] ?? x.type.kind) === (families[y.type.kind] ?? y.type.kind) && equal(x.value, y.value);
}

const wordOf = (e: Expression): string | undefined =>
  e.kind === 'text'
    ? e.value
    : e.kind === 'reference' && e.path.names.length === 1 && e.path.keys.length === 0
      ? e.path.names[0]?.text
      : undefined;

const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

const pairwise = <Left, Right>(a: readonly Left[], b: readonly Right[], same: (x: Left, y: Right) => boolean): boolean =>
  a.length === b.length && a.every((x, at) => at in b && same(x, b[at] as Right));

const sameArgument = (a: Argument, b: Argument): boolean => a.name?.text === b.name?.text && sameValue(a.value, b.value);
const sameOptional = (a: Expression | undefined, b: Expression | undefined): boolean => (a && b ? sameValue(a, b) : a === b);
const sameSet = (a: readonly Expression[], b: readonly Expression[]): boolean =>
  a.length === b.length && a.every((x) => b.some((y) => sameValue(x, y)));

interface End {
  readonly value: Expression;
  readonly included: boolean;
}

const isWhole = (e: Expression): e is Quantity =>
  e.kind === 'quantity' && e.value.den === 1n && (e.unit === 'none' || e.unit === 'age' || e.unit === 'times');

/** A cell as an interval; undefined for lists of words. A bound of whole numbers is written as the included one. */
function ends(cell: Cell): { readonly low?: End | undefined; readonly high?: End | undefined } | undefined {
  const whole = (bound: Bound | undefined, step: bigint): End | undefined => {
    if (!bound || bound.included || !isWhole(bound.value)) return bound;
    return { value: { ...bound.value, value: { num: bound.value.value.num + step, den: 1n } }, included: true };
  };
  if (cell.kind === 'interval') return { low: whole(cell.low, 1n), high: whole(cell.high, -1n) };
  const [only, ...more] = cell.kind === 'values' ? cell.values : [];
  if (!only || more.length > 0 || only.kind !== 'quantity') return undefined;
  return { low: { value: only, included: true }, high: { value: only, included: true } };
}

const sameBound = (a: End | undefined, b: End | undefined): boolean =>
  a && b ? a.included === b.included && sameValue(a.value, b.value) : a === b;
