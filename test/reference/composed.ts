/** Expressions that are made of many: tables, bands, folds, and what an item of a list is given. */
import type { AxisModel, Expr, OverModel, TableModel } from '../../language/model/types.ts';
import { daysBetween } from './calendar.ts';
import type { Asked } from './expression.ts';
import { evaluate } from './expression.ts';
import type { Fraction } from './number.ts';
import { fraction, negative, order, plus, times } from './number.ts';
import type { Item, Worth } from './worth.ts';
import { compared, FAULT, Gap, gapIn, membersOf, number, PLACE, same, Unread, ZERO } from './worth.ts';

type Of<Kind extends Expr['kind']> = Extract<Expr, { readonly kind: Kind }>;

/** What a fold goes over. */
export function itemsOf(over: OverModel, asked: Asked): readonly Item[] | Gap {
  if (over.kind === 'items') return asked.items(over.list);
  const set = evaluate(over.of, asked);
  return set instanceof Gap ? set : membersOf(set).map((member) => ({ '': member }));
}

/** What is asked with an item in hand. */
export const within = (asked: Asked, item: Item): Asked => ({ ...asked, hands: [...(asked.hands ?? []), item] });

export function ofFold({ how, over, guard, value, type }: Of<'fold'>, asked: Asked): Worth {
  const items = itemsOf(over, asked);
  if (items instanceof Gap) return items;
  const found = items.flatMap((item): Worth[] => {
    const own = within(asked, item);
    const counts = guard ? evaluate(guard, own) : true;
    if (counts instanceof Gap) return [counts];
    return counts === true ? [value ? evaluate(value, own) : fraction(1n)] : [];
  });
  const gap = gapIn(...found);
  if (gap) return gap;
  if (how === 'sum' || how === 'count') return found.map(number).reduce(plus, ZERO);
  if (found.length === 0) return how === 'least' || type.kind === 'date' ? FAULT : ZERO;
  return found.reduce((best, one) => (compared(one, best) !== 0 && compared(one, best) < 0 === (how === 'least') ? one : best));
}

/** What the item in hand was given: everything is given out from the beginning, for each item that asks. */
export function ofAllotted(expr: Of<'allotted'>, asked: Asked): Worth {
  const mine = asked.hands?.[expr.level]?.[PLACE];
  const shared: { readonly keys: readonly Worth[]; readonly given: Fraction }[] = [];
  const items = asked.items(expr.list);
  if (items instanceof Gap) return items;
  let left = evaluate(expr.amount, { ...asked, hands: [] });
  for (const item of items) {
    const own = shareOf(item);
    if (item[PLACE] === mine) return own;
    if (!(left instanceof Gap)) left = own instanceof Gap ? own : plus(number(left), negative(number(own)));
  }
  throw new Unread('an item of another list');

  function shareOf(item: Item): Worth {
    const of = (inner: Expr): Worth => evaluate(inner, { ...asked, hands: [item] });
    if (left instanceof Gap) return left;
    if (order(number(left), ZERO) <= 0) return ZERO;
    const counts = expr.guard ? of(expr.guard) : true;
    if (counts !== true) return counts instanceof Gap ? counts : ZERO;
    const limit = of(expr.limit);
    if (limit instanceof Gap) return limit;
    const most = [number(left), number(limit)];
    if (most.some((one) => order(one, ZERO) <= 0)) return ZERO;
    const least = (all: readonly Fraction[]): Fraction => all.reduce((a, b) => (order(b, a) < 0 ? b : a));
    if (!expr.together) return least(most);
    const keys = expr.together.keys.map(of);
    const bound = of(expr.together.limit);
    const gap = gapIn(bound, ...keys);
    if (gap) return gap;
    const before = shared.filter((one) => one.keys.every((key, at) => same(key, keys[at] ?? FAULT))).map(({ given }) => given);
    const given = least([...most, plus(number(bound), negative(before.reduce(plus, ZERO)))]);
    const own = order(given, ZERO) < 0 ? ZERO : given;
    shared.push({ keys, given: own });
    return own;
  }
}

const EPOCH = new Date(0);

/** Which class of an axis a value is in; -1 when in none. */
function classOf(axis: AxisModel, value: Worth): number {
  if (axis.kind === 'values') {
    const listed = axis.classes.findIndex((names) => names.includes(String(value)));
    return listed === -1 && axis.rest ? axis.classes.length : listed;
  }
  if (axis.kind === 'truth') return value === true ? 1 : 0;
  // Days are cut at the number of days since 1970-01-01.
  const place = value instanceof Date ? fraction(BigInt(daysBetween(EPOCH, value))) : number(value);
  const cut = axis.cuts.findIndex(({ at, closed }) => {
    const by = order(place, fraction(at.num, at.den));
    return by < 0 || (closed && by === 0);
  });
  return cut === -1 ? axis.cuts.length : cut;
}

const sizeOf = (axis: AxisModel): number =>
  axis.kind === 'values' ? axis.classes.length + (axis.rest ? 1 : 0) : axis.kind === 'truth' ? 2 : axis.cuts.length + 1;

export function ofTable({ axes, grid, results }: TableModel, asked: Asked): Worth {
  const values = axes.map((axis) => (axis.kind === 'cuts' && axis.cuts.length === 0 ? ZERO : evaluate(axis.of, asked)));
  const gap = gapIn(...values);
  if (gap) return gap;
  const classes = axes.map((axis, at) => classOf(axis, values[at] ?? FAULT));
  if (classes.includes(-1)) return FAULT;
  const place = axes.reduce((start, axis, at) => start * sizeOf(axis) + (classes[at] ?? 0), 0);
  const result = results[grid[place] ?? -1];
  return result ? evaluate(result, asked) : FAULT;
}

/** Band by band what of the stretch lies in it; a band that the stretch does not touch is not asked for its ratio. */
export function ofBands(expr: Of<'bands'>, asked: Asked): Worth {
  const ends = [expr.from, expr.to, ...expr.bounds].map((one) => evaluate(one, asked));
  const gap = gapIn(...ends);
  if (gap) return gap;
  const [from = ZERO, to = ZERO, ...bounds] = ends.map(number);
  if (bounds.some((bound, at) => at > 0 && order(bound, bounds[at - 1] ?? bound) < 0)) return FAULT;
  const backwards = order(to, from) < 0;
  const [low, high] = backwards ? [to, from] : [from, to];
  const parts = expr.ratios.map((ratio, at): Worth => {
    const [bottom, top] = [bounds[at - 1], bounds[at]];
    const start = bottom && order(bottom, low) > 0 ? bottom : low;
    const end = top && order(top, high) < 0 ? top : high;
    if (order(end, start) <= 0) return ZERO;
    const share = evaluate(ratio, asked);
    return share instanceof Gap ? share : times(plus(end, negative(start)), number(share));
  });
  const open = gapIn(...parts);
  if (open) return open;
  const sum = parts.map(number).reduce(plus, ZERO);
  return backwards ? negative(sum) : sum;
}
