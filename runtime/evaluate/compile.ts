import type { Expr } from '../ir/types.ts';
import { unreachable } from '../ir/unreachable.ts';
import { valueOfLiteral } from '../ir/value.ts';
import type { Run, Site } from './site.ts';
import { compileAccumulated, compilePrevious } from './steps/accumulate.ts';
import { compileExtreme, compileMulDivRound, compileProduct, compileRound, compileSum } from './steps/amount.ts';
import { compileAssume } from './steps/assume.ts';
import { compileBands } from './steps/band.ts';
import { compileOpen } from './steps/block.ts';
import { compileAddToDay, compileBetween, compileBetweenTimes, compileDayOf, compileKeyOfDay } from './steps/day.ts';
import { compileFold, compileItem } from './steps/fold.ts';
import { compileAllotted } from './steps/give-out.ts';
import {
  compileChoose,
  compileCompare,
  compileContains,
  compileGiven,
  compileJunction,
  compileNot,
  compileOneOf,
  compileSame,
} from './steps/logic.ts';
import { compilePersonal, compileRemaining } from './steps/post.ts';
import { compileConstant, compileInput, compileParameter, compileReference, compileStep } from './steps/read.ts';
import { compileTable } from './steps/table.ts';

/** An expression as a closure over its operands' closures: what can be decided once is decided here. */
export function compileExpr(expr: Expr, site: Site): Run {
  switch (expr.op) {
    case 'const':
      return compileConstant(valueOfLiteral(expr.value, expr.type));
    case 'param':
      return compileParameter(expr.index);
    case 'input':
      return compileInput(expr.index, site);
    case 'step':
      return compileStep(expr.index);
    case 'reference':
      return compileReference(expr.index, site);
    case 'sum':
      return compileSum(expr, site);
    case 'product':
      return compileProduct(expr, site);
    case 'mulDivRound':
      return compileMulDivRound(expr, site);
    case 'least':
    case 'greatest':
      return compileExtreme(expr, site);
    case 'round':
      return compileRound(expr, site);
    case 'compare':
      return compileCompare(expr, site);
    case 'same':
      return compileSame(expr, site);
    case 'oneOf':
      return compileOneOf(expr, site);
    case 'contains':
      return compileContains(expr, site);
    case 'all':
    case 'any':
      return compileJunction(expr, site);
    case 'not':
      return compileNot(expr, site);
    case 'given':
      return compileGiven(expr, site);
    case 'choose':
      return compileChoose(expr, site);
    case 'open':
      return compileOpen(expr.point);
    case 'assume':
      return compileAssume(site.compile(expr.of), expr.point);
    case 'table':
      return compileTable(expr, site);
    case 'bands':
      return compileBands(expr, site);
    case 'accumulated':
      return compileAccumulated(expr, site);
    case 'previous':
      return compilePrevious(expr.accumulator, site);
    case 'remaining':
      return compileRemaining(expr, site);
    case 'personal':
      return compilePersonal(expr, site);
    case 'addMonths':
    case 'addDays':
      return compileAddToDay(expr, site);
    case 'hoursBetween':
    case 'secondsBetween':
      return compileBetweenTimes(expr, site);
    case 'dayOf':
      return compileDayOf(expr, site);
    case 'daysBetween':
    case 'wholeMonths':
    case 'age':
      return compileBetween(expr, site);
    case 'yearOf':
    case 'monthOf':
    case 'quarterOf':
    case 'dayKey':
    case 'monthStart':
    case 'benefitYear':
      return compileKeyOfDay(expr, site);
    case 'fold':
      return compileFold(expr, site);
    case 'item':
      return compileItem(expr.out, expr.field);
    case 'allotted':
      return compileAllotted(expr, site);
    case 'member':
      return compileItem(expr.out, 0);
    default:
      return unreachable(expr);
  }
}
