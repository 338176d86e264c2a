import type { Expr } from '../../model/types.ts';
import { unreachable } from '../../model/unreachable.ts';

/** The expressions directly inside one. */
export function children(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case 'constant':
    case 'open':
    case 'input':
    case 'definition':
    case 'previous':
    case 'reference':
    case 'remaining':
    case 'personal':
    case 'item':
    case 'member':
      return [];
    case 'assumed':
    case 'round':
    case 'asPoints':
    case 'complement':
    case 'oneOf':
    case 'contains':
    case 'not':
    case 'given':
      return [e.of];
    case 'sum':
      return e.terms.map((term) => term.of);
    case 'product':
    case 'quotient':
    case 'compare':
      return [e.a, e.b];
    case 'least':
    case 'greatest':
    case 'all':
    case 'any':
      return e.of;
    case 'choose':
      return [e.if, e.then, e.otherwise];
    case 'table':
      return [...e.table.axes.map((axis) => axis.of), ...e.table.results];
    case 'allotted':
      return [e.amount, e.limit, ...(e.together ? [...e.together.keys, e.together.limit] : []), ...(e.guard ? [e.guard] : [])];
    case 'bands':
      return [...e.bounds, ...e.ratios, e.from, e.to];
    case 'accumulated':
      return e.keys;
    case 'addMonths':
      return [e.day, e.months];
    case 'addDays':
      return [e.day, e.days];
    case 'daysBetween':
    case 'wholeMonths':
    case 'age':
    case 'hoursBetween':
      return [e.from, e.to];
    case 'dayOf':
      return [e.time];
    case 'yearOf':
    case 'monthOf':
    case 'quarterOf':
    case 'dayKey':
    case 'monthStart':
    case 'benefitYear':
      return [e.day];
    case 'fold':
      return [...(e.over.kind === 'members' ? [e.over.of] : []), ...(e.guard ? [e.guard] : []), ...(e.value ? [e.value] : [])];
    default:
      return unreachable(e);
  }
}
