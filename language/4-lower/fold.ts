import type { Expr as IrExpr, Over } from '../../runtime/ir/types.ts';
import type { Expr, OverModel } from '../model/types.ts';
import type { Lower } from './arithmetic.ts';
import { alignAll } from './arithmetic.ts';
import type { Bounds } from './bounds.ts';
import { addBounds, between, greatestBounds, joinBounds, leastBounds, scaleBounds } from './bounds.ts';
import { irType, isNumeric } from './scales.ts';
import type { Lowered, Scope } from './scope.ts';
import { found, term } from './scope.ts';

type Fold = Extract<Expr, { kind: 'fold' }>;

/** The runtime reads no more items than this, so a sum has bounds. */
const MOST_ITEMS = 5000n;

/** 逐项: the guard and the value see what the fold has in hand. */
export function lowerFold(fold: Fold, scope: Scope, lower: Lower): Lowered {
  const over = lowerOver(fold.over, scope, lower);
  const within: Scope = { ...scope, folds: scope.folds + 1 };
  const guard = fold.guard && lower(fold.guard, within).expr;
  const value = fold.value && lower(fold.value, within);
  const expr = { op: 'fold' as const, how: fold.how, over, ...(guard ? { guard } : {}) };
  if (!value) return { expr, scale: 1n, bounds: between(0n, MOST_ITEMS) };
  const nothing = fold.how === 'greatest' && isNumeric(fold.type);
  const none: IrExpr = { op: 'const', type: irType(fold.type, value.scale), value: '0' };
  return {
    expr: { ...expr, value: value.expr, ...(nothing ? { none } : {}) },
    scale: value.scale,
    bounds: fold.how === 'sum' ? summed(value.bounds) : nothing ? joinBounds(value.bounds, between(0n, 0n)) : value.bounds,
  };
}

/** What a fold runs over, as the IR has it. */
export const lowerOver = (over: OverModel, scope: Scope, lower: Lower): Over =>
  over.kind === 'items'
    ? { kind: 'items', list: found(scope.lists, over.list).index }
    : { kind: 'members', of: lower(over.of, scope).expr };

/** From none to all of the items, each within bounds. */
const summed = (each: Bounds): Bounds => joinBounds(addBounds(between(0n, 0n), scaleBounds(each, MOST_ITEMS)), between(0n, 0n));

/** 分得: an amount that is given out has nothing in hand, what an item can take has that item alone. */
export function lowerAllotted(expr: Extract<Expr, { kind: 'allotted' }>, scope: Scope, lower: Lower): Lowered {
  const within: Scope = { ...scope, folds: 1 };
  const amount = lower(expr.amount, { ...scope, folds: 0 });
  const limit = lower(expr.limit, within);
  const guard = expr.guard && lower(expr.guard, within).expr;
  const together = expr.together && lower(expr.together.limit, within);
  const { values, scale } = alignAll([amount, limit, ...(together ? [together] : [])]);
  const most = values.map(({ bounds }) => bounds).reduce(leastBounds);
  return {
    expr: {
      op: 'allotted',
      list: found(scope.lists, expr.list).index,
      amount: term(amount, scale),
      limit: term(limit, scale),
      ...(expr.together && together
        ? { together: { keys: expr.together.keys.map((key) => lower(key, within).expr), limit: term(together, scale) } }
        : {}),
      ...(guard ? { guard } : {}),
      out: scope.folds - 1 - expr.level,
    },
    scale,
    bounds: greatestBounds(between(0n, 0n), most),
  };
}
