/** What an expression of the checked model is worth, read naively: by name, with fractions of a yuan, nothing resolved beforehand. */
import type { AxisModel, CivilDay, Expr, TableModel, Value } from '../../language/model/types.ts';
import type { Fraction } from './number.ts';
import { dividedBy, fraction, negative, order, plus, times, toMultiple } from './number.ts';

/** A value that the law leaves open. */
export const OPEN = Symbol('open');
export type Worth = Fraction | string | boolean | readonly string[] | Date | typeof OPEN;

/** One item of a list. */
export type Item = Readonly<Record<string, Worth>>;

/** What an expression may ask of the event and the ledger. */
export interface Asked {
  /** Items of a list, each field by field; a set's members as items of the one field ''. */
  readonly items: (list: string) => readonly Item[];
  /** What the folds around have in hand, the outermost first. */
  readonly hands?: readonly Item[];
  readonly field: (name: string) => Worth;
  readonly definition: (address: string) => Worth;
  readonly stated: (point: number) => Worth | undefined;
  readonly cell: (accumulator: string, keys: readonly Worth[] | undefined) => Worth;
  /** A result of an earlier layer. */
  readonly reference: (name: string) => Worth;
  readonly rest: (parts: readonly string[], after: readonly string[], layers: readonly string[]) => Worth;
  readonly personal: (after: readonly string[]) => Worth;
}

/** The least of nothing. */
export class NoValue extends Error {}

/** Something this walker does not read. */
export class Unread extends Error {}

const isNumber = (worth: Worth): worth is Fraction => typeof worth === 'object' && 'over' in worth;

export function number(worth: Worth): Fraction {
  if (isNumber(worth)) return worth;
  throw new Unread('a number was expected');
}

export const dateOf = ({ year, month, day }: CivilDay): Date => new Date(Date.UTC(year, month - 1, day));

export function worthOf(value: Value): Worth {
  switch (value.kind) {
    case 'number':
      return fraction(value.value.num, value.value.den);
    case 'date':
      return dateOf(value.value);
    case 'set':
      return value.values;
    default:
      return value.value;
  }
}

const DAY = 86_400_000;
const months = (day: Date, by: number): Date => {
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + by, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(first.getTime() + (Math.min(day.getUTCDate(), last) - 1) * DAY);
};
const monthsBetween = (from: Date, to: Date): number => {
  let count = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1;
  while (months(from, count) > to) count -= 1;
  return count;
};
const whole = (n: number): Fraction => fraction(BigInt(n));

/** Equal as texts, days, truths or numbers. */
export function same(a: Worth, b: Worth): boolean {
  if (isNumber(a) && isNumber(b)) return order(a, b) === 0;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one) => b.includes(one));
  return a === b;
}

const compared = (a: Worth, b: Worth): number =>
  a instanceof Date && b instanceof Date ? a.getTime() - b.getTime() : order(number(a), number(b));

const unitOf = { fen: fraction(1n, 100n), jiao: fraction(1n, 10n), yuan: fraction(1n), one: fraction(1n) } as const;

/** The worth of an expression: open as soon as a strict operation meets something open. */
export function evaluate(expr: Expr, asked: Asked): Worth {
  const of = (inner: Expr): Worth => evaluate(inner, asked);
  const strictly = (inner: readonly Expr[], then: (values: readonly Worth[]) => Worth): Worth => {
    const values = inner.map(of);
    return values.includes(OPEN) ? OPEN : then(values);
  };
  const two = (a: Expr, b: Expr, then: (a: Worth, b: Worth) => Worth): Worth => strictly([a, b], ([x = OPEN, y = OPEN]) => then(x, y));
  const numbers = (a: Expr, b: Expr, then: (a: Fraction, b: Fraction) => Worth): Worth => two(a, b, (x, y) => then(number(x), number(y)));
  const day = (inner: Expr, then: (day: Date) => Worth): Worth =>
    strictly([inner], ([value]) => {
      if (value instanceof Date) return then(value);
      throw new Unread('a day was expected');
    });
  switch (expr.kind) {
    case 'constant':
      return (expr.assumed === undefined ? undefined : asked.stated(expr.assumed)) ?? worthOf(expr.value);
    case 'open':
      return asked.stated(expr.point) ?? OPEN;
    case 'assumed':
      return asked.stated(expr.point) ?? of(expr.of);
    case 'input':
      return asked.field(expr.name);
    case 'definition':
      return asked.definition(expr.address);
    case 'sum':
      return strictly(
        expr.terms.map((term) => term.of),
        (values) =>
          values
            .map((value, index) => (expr.terms[index]?.sign === -1 ? negative(number(value)) : number(value)))
            .reduce(plus, fraction(0n)),
      );
    case 'product':
      return numbers(expr.a, expr.b, times);
    case 'quotient':
      return numbers(expr.a, expr.b, dividedBy);
    case 'least':
    case 'greatest':
      return strictly(expr.of, (values) =>
        values.map(number).reduce((best, value) => (order(value, best) < 0 === (expr.kind === 'least') ? value : best)),
      );
    case 'round':
      return strictly([expr.of], ([value = OPEN]) => toMultiple(number(value), unitOf[expr.unit], expr.mode));
    case 'asPoints':
      return strictly([expr.of], ([value = OPEN]) => dividedBy(number(value), fraction(100n)));
    case 'complement':
      return strictly([expr.of], ([value = OPEN]) => plus(fraction(1n), negative(number(value))));
    case 'compare':
      return two(expr.a, expr.b, (a, b) => {
        if (expr.test === '=' || expr.test === '≠') return same(a, b) === (expr.test === '=');
        const by = compared(a, b);
        return expr.test === '<' ? by < 0 : expr.test === '≤' ? by <= 0 : expr.test === '>' ? by > 0 : by >= 0;
      });
    case 'oneOf':
      return strictly([expr.of], ([value]) => typeof value === 'string' && expr.values.includes(value));
    case 'contains':
      return strictly([expr.of], ([value]) => Array.isArray(value) && expr.values.some((one) => value.includes(one)));
    case 'all':
    case 'any': {
      const settles = expr.kind === 'any';
      const values = expr.of.map(of);
      return values.includes(settles) ? settles : values.includes(OPEN) ? OPEN : !settles;
    }
    case 'not':
      return strictly([expr.of], ([value]) => value === false);
    case 'choose': {
      const condition = of(expr.if);
      return condition === OPEN ? OPEN : of(condition === true ? expr.then : expr.otherwise);
    }
    case 'table':
      return ofTable(expr.table, asked);
    case 'bands':
      return ofBands(expr, asked);
    case 'accumulated':
      return expr.keys.length === 0 ? asked.cell(expr.accumulator, undefined) : asked.cell(expr.accumulator, expr.keys.map(of));
    case 'remaining':
      return asked.rest(expr.parts, expr.after, expr.layers);
    case 'reference':
      return asked.reference(expr.name);
    case 'personal':
      return asked.personal(expr.after);
    case 'addMonths':
      return two(expr.day, expr.months, (from, by) => {
        if (from instanceof Date) return months(from, Number(number(by).over / number(by).under));
        throw new Unread('a day was expected');
      });
    case 'wholeMonths':
    case 'age':
    case 'daysBetween':
      return day(expr.from, (from) =>
        day(expr.to, (to) => {
          if (expr.kind === 'daysBetween') return whole((to.getTime() - from.getTime()) / DAY);
          const between = monthsBetween(from, to);
          return whole(expr.kind === 'age' ? Math.floor(between / 12) : between);
        }),
      );
    case 'yearOf':
      return day(expr.day, (of_) => whole(of_.getUTCFullYear()));
    case 'fold':
      return ofFold(expr, asked);
    case 'item': {
      const value = asked.hands?.[expr.level]?.[expr.field];
      if (value === undefined) throw new Unread('a field that the item lacks');
      return value;
    }
    case 'allotted':
      return ofAllotted(expr, asked);
    case 'member':
      return asked.hands?.[expr.level]?.[''] ?? OPEN;
    default:
      throw new Unread(expr.kind);
  }
}

function ofFold({ how, over, guard, value }: Extract<Expr, { kind: 'fold' }>, asked: Asked): Worth {
  let items: readonly Item[];
  if (over.kind === 'items') items = asked.items(over.list);
  else if (over.kind === 'members') {
    const set = evaluate(over.of, asked);
    if (set === OPEN) return OPEN;
    items = Array.isArray(set) ? set.map((member: string) => ({ '': member })) : [];
  } else throw new Unread('another list');
  const within = (item: Item): Asked => ({ ...asked, hands: [...(asked.hands ?? []), item] });
  const guards = items.map((item) => (guard ? evaluate(guard, within(item)) : true));
  const values = items.flatMap((item, index): Worth[] =>
    guards[index] === true ? [value ? evaluate(value, within(item)) : whole(1)] : [],
  );
  if (guards.includes(OPEN) || values.includes(OPEN)) return OPEN;
  if (how === 'sum' || how === 'count') return values.map(number).reduce(plus, fraction(0n));
  if (values.length === 0 && how === 'least') throw new NoValue();
  return values.length === 0
    ? fraction(0n)
    : values.reduce((best, one) => (compared(one, best) < 0 === (how === 'least') && !same(one, best) ? one : best));
}

/** By this name an item knows its place in its list. */
export const PLACE = '#';

/** What the item in hand was given: everything is given out from the beginning, for each item that asks. */
function ofAllotted(expr: Extract<Expr, { kind: 'allotted' }>, asked: Asked): Worth {
  const none = fraction(0n);
  const mine = asked.hands?.[expr.level]?.[PLACE];
  const shared: { readonly keys: readonly Worth[]; readonly given: Fraction }[] = [];
  let left = evaluate(expr.amount, { ...asked, hands: [] });
  for (const item of asked.items(expr.list)) {
    const own = shareOf(item);
    if (item[PLACE] === mine) return own;
    left = left === OPEN || own === OPEN ? OPEN : plus(number(left), negative(number(own)));
  }
  throw new Unread('an item of another list');

  function shareOf(item: Item): Worth {
    const of = (inner: Expr): Worth => evaluate(inner, { ...asked, hands: [item] });
    if (left === OPEN) return OPEN;
    if (order(number(left), none) <= 0) return none;
    const counts = expr.guard ? of(expr.guard) : true;
    if (counts !== true) return counts === OPEN ? OPEN : none;
    const limit = of(expr.limit);
    if (limit === OPEN) return OPEN;
    const most = [number(left), number(limit)];
    if (most.some((one) => order(one, none) <= 0)) return none;
    const least = (all: readonly Fraction[]): Fraction => all.reduce((a, b) => (order(b, a) < 0 ? b : a));
    if (!expr.together) return least(most);
    const keys = expr.together.keys.map(of);
    const bound = of(expr.together.limit);
    if (bound === OPEN || keys.includes(OPEN)) return OPEN;
    const before = shared.filter((one) => one.keys.every((key, index) => same(key, keys[index] ?? OPEN))).map(({ given }) => given);
    const given = least([...most, plus(number(bound), negative(before.reduce(plus, none)))]);
    const own = order(given, none) < 0 ? none : given;
    shared.push({ keys, given: own });
    return own;
  }
}

/** Which class of an axis a value is in. */
function classOf(axis: AxisModel, value: Worth): number {
  if (axis.kind === 'values') {
    const listed = axis.classes.findIndex((names) => names.includes(String(value)));
    return listed === -1 && axis.rest ? axis.classes.length : listed;
  }
  if (axis.kind === 'truth') return value === true ? 1 : 0;
  // Days are cut at the number of days since 1970-01-01.
  const place = value instanceof Date ? whole(Math.round(value.getTime() / DAY)) : number(value);
  const cut = axis.cuts.findIndex(({ at, closed }) => {
    const by = order(place, fraction(at.num, at.den));
    return by < 0 || (closed && by === 0);
  });
  return cut === -1 ? axis.cuts.length : cut;
}

const sizeOf = (axis: AxisModel): number =>
  axis.kind === 'values' ? axis.classes.length + (axis.rest ? 1 : 0) : axis.kind === 'truth' ? 2 : axis.cuts.length + 1;

function ofTable({ axes, grid, results }: TableModel, asked: Asked): Worth {
  const values = axes.map((axis) => evaluate(axis.of, asked));
  if (values.includes(OPEN)) return OPEN;
  const place = axes.reduce((start, axis, index) => start * sizeOf(axis) + classOf(axis, values[index] ?? OPEN), 0);
  const result = results[grid[place] ?? -1];
  if (!result) throw new Unread('a combination that cannot be');
  return evaluate(result, asked);
}

function ofBands(expr: Extract<Expr, { kind: 'bands' }>, asked: Asked): Worth {
  const all = [...expr.bounds, ...expr.ratios, expr.from, expr.to].map((one) => evaluate(one, asked));
  if (all.includes(OPEN)) return OPEN;
  const values = all.map(number);
  const bounds = values.slice(0, expr.bounds.length);
  if (bounds.some((bound, index) => index > 0 && order(bound, bounds[index - 1] ?? bound) < 0)) throw new Unread('bounds that cross');
  const ratios = values.slice(expr.bounds.length, -2);
  const [from = fraction(0n), to = fraction(0n)] = values.slice(-2);
  const upTo = (end: Fraction): Fraction =>
    ratios
      .map((ratio, index) => {
        const low = bounds[index - 1] ?? fraction(0n);
        const high = bounds[index];
        const top = high && order(end, high) > 0 ? high : end;
        return order(top, low) > 0 ? times(plus(top, negative(low)), ratio) : fraction(0n);
      })
      .reduce(plus, fraction(0n));
  return plus(upTo(to), negative(upTo(from)));
}
