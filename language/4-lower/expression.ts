import type { Expr as IrExpr } from '../../runtime/ir/types.ts';
import { leastCommonMultiple } from '../../runtime/money/rational.ts';
import type { Expr, InputModel } from '../model/types.ts';
import { unreachable } from '../model/unreachable.ts';
import { lowerBands, lowerComplement, lowerExactQuotient, lowerExtreme, lowerRound, lowerSum, product } from './arithmetic.ts';
import type { Bounds } from './bounds.ts';
import { anything, between, within } from './bounds.ts';
import { lowerAllotted, lowerFold } from './fold.ts';
import { assume, citePoint, lowerConstant } from './parameters.ts';
import { accumulatorKey, fieldScale, isNumeric } from './scales.ts';
import type { Lowered, Scope } from './scope.ts';
import { found, term } from './scope.ts';
import { lowerChoice, lowerTable } from './table.ts';

/** A value that is no numerator, or whose size is bounded by the calendar. */
const plain = (expr: IrExpr, bounds: Bounds = anything): Lowered => ({ expr, scale: 1n, bounds });

/** Whole months and days between two days of the years 1 to 9999. */
const monthsApart = within(120_000n);
const daysApart = within(3_660_000n);
const hoursApart = within(87_840_000n);

/** A percentage point is a hundredth. */
const onePoint: Lowered = {
  expr: { op: 'const', type: { kind: 'points', scale: '100' }, value: '1' },
  scale: 100n,
  bounds: between(1n, 1n),
};

/** A typed expression of the model as one of the IR, with exact scales. */
export function lowerExpression(expr: Expr, scope: Scope): Lowered {
  const value = (of: Expr): IrExpr => lowerExpression(of, scope).expr;
  switch (expr.kind) {
    case 'constant':
    case 'open':
      return lowerConstant(expr, scope);
    case 'assumed':
      citePoint(scope, expr.point, []);
      return assume(lowerExpression(expr.of, scope), expr.point, expr, scope);
    case 'input':
      return input(expr.name, scope);
    case 'definition': {
      const step = found(scope.steps, expr.address);
      return { expr: { op: 'step', index: step.index }, scale: step.scale, bounds: step.bounds };
    }
    case 'reference': {
      const { index, scale, bounds } = found(scope.references, expr.name);
      return { expr: { op: 'reference', index }, scale, bounds };
    }
    case 'sum':
      return lowerSum(expr, scope, lowerExpression);
    case 'product':
      return product(lowerExpression(expr.a, scope), lowerExpression(expr.b, scope));
    case 'quotient':
      return lowerExactQuotient(expr, scope, lowerExpression);
    case 'least':
    case 'greatest':
      return lowerExtreme(expr, scope, lowerExpression);
    case 'round':
      return lowerRound(expr, scope, lowerExpression);
    case 'asPoints':
      return product(lowerExpression(expr.of, scope), onePoint);
    case 'complement':
      return lowerComplement(expr, scope, lowerExpression);
    case 'compare':
      return plain(comparison(expr, scope));
    case 'oneOf':
    case 'contains':
      return plain({ op: expr.kind, of: value(expr.of), values: expr.values });
    case 'all':
    case 'any':
      return plain({ op: expr.kind, of: expr.of.map(value) });
    case 'not':
    case 'given':
      return plain({ op: expr.kind, of: value(expr.of) });
    case 'choose':
      return lowerChoice(expr, scope, lowerExpression);
    case 'table':
      return lowerTable(expr.table, scope, lowerExpression);
    case 'bands':
      return lowerBands(expr, scope, lowerExpression);
    case 'accumulated':
      return cell(
        { op: 'accumulated', accumulator: found(scope.accumulators, expr.accumulator).index, keys: expr.keys.map(value) },
        expr.accumulator,
        scope,
      );
    case 'previous':
      return cell({ op: 'previous', accumulator: found(scope.accumulators, expr.accumulator).index }, expr.accumulator, scope);
    case 'remaining':
      return plain(
        {
          op: 'remaining',
          parts: expr.parts.map((part) => found(scope.inputs, part).index),
          after: stepsOf(expr.after, scope),
          layers: expr.layers.map((name) => found(scope.references, name).index),
        },
        between(0n, scope.moneyLimit),
      );
    case 'personal':
      return plain({ op: 'personal', after: stepsOf(expr.after, scope) }, between(0n, scope.moneyLimit));
    case 'addMonths':
      return plain({ op: 'addMonths', day: value(expr.day), months: value(expr.months) });
    case 'addDays':
      return plain({ op: 'addDays', day: value(expr.day), days: value(expr.days) });
    case 'hoursBetween':
      return plain({ op: 'hoursBetween', from: value(expr.from), to: value(expr.to) }, hoursApart);
    case 'dayOf':
      return plain({ op: 'dayOf', time: value(expr.time) });
    case 'daysBetween':
    case 'wholeMonths':
    case 'age':
      return plain({ op: expr.kind, from: value(expr.from), to: value(expr.to) }, expr.kind === 'daysBetween' ? daysApart : monthsApart);
    case 'yearOf':
    case 'monthOf':
    case 'quarterOf':
    case 'dayKey':
    case 'monthStart':
      return plain({ op: expr.kind, day: value(expr.day) }, isNumeric(expr.type) ? between(0n, 999_912n) : anything);
    case 'benefitYear':
      return plain({ op: 'benefitYear', day: value(expr.day), month: expr.month, dayOfMonth: expr.dayOfMonth }, between(0n, 9999n));
    case 'fold':
      return lowerFold(expr, scope, lowerExpression);
    case 'item':
      return item(expr, scope);
    case 'allotted':
      return lowerAllotted(expr, scope, lowerExpression);
    case 'member':
      return plain({ op: 'member', out: scope.folds - 1 - expr.level });
    default:
      return unreachable(expr);
  }
}

const stepsOf = (addresses: readonly string[], scope: Scope): readonly number[] =>
  addresses.map((address) => found(scope.steps, address).index);

function input(name: string, scope: Scope): Lowered {
  const { index, field } = found(scope.inputs, name);
  return { expr: { op: 'input', index }, scale: fieldScale(field.type), bounds: fieldBounds(field, scope) };
}

/** A field of an item: levels count from the outermost fold, the IR from the innermost. */
function item({ level, list: name, field: own }: Extract<Expr, { kind: 'item' }>, scope: Scope): Lowered {
  const { list } = found(scope.lists, name);
  const index = list.fields.findIndex((one) => one.name === own);
  const field = list.fields[index];
  if (!field) throw new Error(`the checked model names ${name}.${own} without declaring it`);
  return {
    expr: { op: 'item', out: scope.folds - 1 - level, field: index },
    scale: fieldScale(field.type),
    bounds: fieldBounds(field, scope),
  };
}

function fieldBounds({ type, bill }: InputModel, { moneyLimit }: Scope): Bounds {
  const limit = moneyLimit * fieldScale(type);
  if (type.kind === 'money' || type.kind === 'fen') return bill ? between(0n, limit) : within(limit);
  if (type.kind !== 'integer') return anything;
  return { ...(type.min === undefined ? {} : { low: type.min }), ...(type.max === undefined ? {} : { high: type.max }) };
}

/** A cell of an accumulator: money in it never exceeds the limit of the policy that writes it. */
function cell(expr: IrExpr, name: string, scope: Scope): Lowered {
  const { type, of } = found(scope.accumulators, name).accumulator;
  const scale = isNumeric(type) ? scope.book.scale(accumulatorKey(name)) : 1n;
  const money = type.kind === 'money' || type.kind === 'fen';
  return { expr, scale, bounds: money && !of ? within(scope.moneyLimit * scale) : anything };
}

function comparison(expr: Extract<Expr, { kind: 'compare' }>, scope: Scope): IrExpr {
  const a = lowerExpression(expr.a, scope);
  const b = lowerExpression(expr.b, scope);
  if (expr.a.type.kind === 'time' && expr.test !== '=' && expr.test !== '≠') {
    const zero: IrExpr = { op: 'const', type: { kind: 'integer' }, value: '0' };
    return {
      op: 'compare',
      test: expr.test,
      a: { of: { op: 'secondsBetween', from: b.expr, to: a.expr }, by: '1' },
      b: { of: zero, by: '1' },
    };
  }
  const ordered = isNumeric(expr.a.type) || (expr.a.type.kind === 'date' && expr.test !== '=' && expr.test !== '≠');
  if (!ordered) {
    const same: IrExpr = { op: 'same', a: a.expr, b: b.expr };
    return expr.test === '≠' ? { op: 'not', of: same } : same;
  }
  const scale = leastCommonMultiple(a.scale, b.scale);
  return { op: 'compare', test: expr.test, a: term(a, scale), b: term(b, scale) };
}
