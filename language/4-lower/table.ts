import { partsOf } from '../../runtime/calendar/date.ts';
import type { Axis } from '../../runtime/ir/types.ts';
import { leastCommonMultiple } from '../../runtime/money/rational.ts';
import type { AxisModel, Expr, TableModel } from '../model/types.ts';
import type { Lower } from './arithmetic.ts';
import { alignAll } from './arithmetic.ts';
import { joinBounds } from './bounds.ts';
import { literal, scaleOfValue } from './literal.ts';
import { irType, isNumeric } from './scales.ts';
import type { Lowered, Scope } from './scope.ts';
import { align } from './scope.ts';

/** A table: its axes cut into classes, its results at one scale. */
export function lowerTable(table: TableModel, scope: Scope, lower: Lower): Lowered {
  const results = alignAll(table.results.map((result) => lower(result, scope)));
  const bounds = results.values.map((value) => value.bounds).reduce(joinBounds);
  return {
    expr: {
      op: 'table',
      axes: table.axes.map((axis) => lowerAxis(axis, scope, lower)),
      grid: table.grid,
      results: results.values.map((value) => value.expr),
    },
    scale: results.scale,
    bounds,
  };
}

function lowerAxis(axis: AxisModel, scope: Scope, lower: Lower): Axis {
  const value = lower(axis.of, scope);
  if (axis.kind === 'values') return { kind: 'values', of: value.expr, classes: axis.classes, ...(axis.rest ? { rest: true } : {}) };
  if (axis.kind === 'truth') return { kind: 'truth', of: value.expr };
  const { type } = axis.of;
  const cuts = axis.cuts.map(({ at, closed }) => ({
    value: type.kind === 'date' ? ({ kind: 'date', value: partsOf(Number(at.num)) } as const) : ({ kind: 'number', value: at } as const),
    closed,
  }));
  const scale = cuts.map((cut) => scaleOfValue(cut.value, type)).reduce(leastCommonMultiple, value.scale);
  return {
    kind: 'cuts',
    of: align(value, scale).expr,
    cuts: cuts.map((cut) => ({
      at: { op: 'const', type: irType(type, scale), value: literal(cut.value, type, scale) },
      closed: cut.closed,
    })),
  };
}

/** 若…则…否则: both branches at one scale. */
export function lowerChoice(expr: Extract<Expr, { kind: 'choose' }>, scope: Scope, lower: Lower): Lowered {
  const condition = lower(expr.if, scope);
  const { values, scale } = alignAll([lower(expr.then, scope), lower(expr.otherwise, scope)]);
  const [then, otherwise] = values;
  if (!then || !otherwise) throw new Error('alignment keeps the number of values');
  return {
    expr: { op: 'choose', if: condition.expr, then: then.expr, otherwise: otherwise.expr },
    scale,
    bounds: isNumeric(expr.type) ? joinBounds(then.bounds, otherwise.bounds) : {},
  };
}
