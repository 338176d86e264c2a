import type { AxisModel, Expr } from '../../model/types.ts';
import { unreachable } from '../../model/unreachable.ts';

/** The expression with parts replaced: where `change` gives something it stands instead, elsewhere the parts inside are looked at. */
export function rewritten(e: Expr, change: (e: Expr) => Expr | undefined): Expr {
  const changed = change(e);
  if (changed) return changed;
  const of = (inner: Expr): Expr => rewritten(inner, change);
  const all = (inner: readonly Expr[]): readonly Expr[] => inner.map(of);
  switch (e.kind) {
    case 'constant':
    case 'open':
    case 'input':
    case 'definition':
    case 'previous':
    case 'remaining':
    case 'personal':
      return e;
    case 'item':
    case 'member':
    case 'reference':
      return e;
    case 'fold':
      return {
        ...e,
        over: e.over.kind === 'members' ? { ...e.over, of: of(e.over.of) } : e.over,
        ...(e.guard ? { guard: of(e.guard) } : {}),
        ...(e.value ? { value: of(e.value) } : {}),
      };
    case 'allotted':
      return { ...e, amount: of(e.amount), limit: of(e.limit), ...(e.guard ? { guard: of(e.guard) } : {}) };
    case 'assumed':
    case 'round':
    case 'asPoints':
    case 'complement':
    case 'oneOf':
    case 'contains':
    case 'not':
    case 'given':
      return { ...e, of: of(e.of) };
    case 'sum':
      return { ...e, terms: e.terms.map((term) => ({ ...term, of: of(term.of) })) };
    case 'product':
    case 'quotient':
    case 'compare':
      return { ...e, a: of(e.a), b: of(e.b) };
    case 'least':
    case 'greatest':
    case 'all':
    case 'any':
      return { ...e, of: all(e.of) };
    case 'choose':
      return { ...e, if: of(e.if), then: of(e.then), otherwise: of(e.otherwise) };
    case 'table':
      return {
        ...e,
        table: {
          ...e.table,
          axes: e.table.axes.map((axis): AxisModel => ({ ...axis, of: of(axis.of) })),
          results: all(e.table.results),
        },
      };
    case 'bands':
      return { ...e, bounds: all(e.bounds), ratios: all(e.ratios), from: of(e.from), to: of(e.to) };
    case 'accumulated':
      return { ...e, keys: all(e.keys) };
    case 'addMonths':
      return { ...e, day: of(e.day), months: of(e.months) };
    case 'addDays':
      return { ...e, day: of(e.day), days: of(e.days) };
    case 'daysBetween':
    case 'wholeMonths':
    case 'age':
    case 'hoursBetween':
      return { ...e, from: of(e.from), to: of(e.to) };
    case 'dayOf':
      return { ...e, time: of(e.time) };
    case 'yearOf':
    case 'monthOf':
    case 'quarterOf':
    case 'dayKey':
    case 'monthStart':
    case 'benefitYear':
      return { ...e, day: of(e.day) };
    default:
      return unreachable(e);
  }
}
