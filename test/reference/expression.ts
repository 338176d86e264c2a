/** What an expression of the checked model is worth, read naively: by name, with fractions of a yuan, nothing resolved beforehand. */
import type { Expr } from '../../language/model/types.ts';
import { unreachable } from '../../language/model/unreachable.ts';
import * as calendar from './calendar.ts';
import { ofAllotted, ofBands, ofFold, ofTable } from './composed.ts';
import { hit } from './hits.ts';
import type { Fraction } from './number.ts';
import { dividedBy, fraction, negative, plus, times, toMultiple } from './number.ts';
import type { Item, Worth } from './worth.ts';
import { clock, compared, dayOf, FAULT, Gap, gapIn, membersOf, number, same, Unread, worthOf, ZERO } from './worth.ts';

/** What an expression may ask of the event and the ledger. */
export interface Asked {
  /** Items of a list, each field by field; a set's members as items of the one field ''. */
  readonly items: (list: string) => readonly Item[] | Gap;
  /** What the folds around have in hand, the outermost first. */
  readonly hands?: readonly Item[];
  readonly field: (name: string) => Worth;
  readonly definition: (address: string) => Worth;
  /** What is stated for an open point, or chosen among its candidates. */
  readonly stated: (point: number) => Worth | undefined;
  /** Why a point is open. */
  readonly reason: (point: number) => Gap;
  readonly cell: (accumulator: string, keys: readonly Worth[] | undefined) => Worth;
  /** The cell one period earlier, inside an opening. */
  readonly previous: (accumulator: string) => Worth;
  /** A result of an earlier layer. */
  readonly reference: (name: string) => Worth;
  readonly rest: (parts: readonly string[], after: readonly string[], layers: readonly string[]) => Worth;
  readonly personal: (after: readonly string[]) => Worth;
}

const unitOf = { fen: fraction(1n, 100n), jiao: fraction(1n, 10n), yuan: fraction(1n), one: fraction(1n) } as const;
const whole = (n: number): Fraction => fraction(BigInt(n));
const ONE = fraction(1n);
const HUNDRED = fraction(100n);

const inYears = (day: Date): Worth => (day.getUTCFullYear() >= 1 && day.getUTCFullYear() <= 9999 ? day : FAULT);
/** Far enough to leave the calendar, near enough for it. */
const count = (by: Fraction): number => Math.max(-4_000_000, Math.min(4_000_000, Number(by.over / by.under)));

/** The worth of an expression: a gap as soon as a strict operation meets one. */
export function evaluate(expr: Expr, asked: Asked): Worth {
  const of = (inner: Expr): Worth => evaluate(inner, asked);
  const one = (inner: Expr, then: (value: Worth) => Worth): Worth => {
    const value = of(inner);
    return value instanceof Gap ? value : then(value);
  };
  const two = (a: Expr, b: Expr, then: (a: Worth, b: Worth) => Worth): Worth => {
    const [x, y] = [of(a), of(b)];
    return gapIn(x, y) ?? then(x, y);
  };
  const numbers = (a: Expr, b: Expr, then: (a: Fraction, b: Fraction) => Worth): Worth => two(a, b, (x, y) => then(number(x), number(y)));
  const days = (a: Expr, b: Expr, then: (a: Date, b: Date) => number): Worth => two(a, b, (x, y) => whole(then(dayOf(x), dayOf(y))));
  const key = (inner: Expr, then: (day: Date) => number): Worth => one(inner, (value) => whole(then(dayOf(value))));
  hit(expr.kind);
  switch (expr.kind) {
    case 'constant':
      if (expr.assumed !== undefined) hit('assumed');
      return (expr.assumed === undefined ? undefined : asked.stated(expr.assumed)) ?? worthOf(expr.value);
    case 'open':
      return asked.stated(expr.point) ?? asked.reason(expr.point);
    case 'assumed':
      return asked.stated(expr.point) ?? of(expr.of);
    case 'input':
      return asked.field(expr.name);
    case 'definition':
      return asked.definition(expr.address);
    case 'sum': {
      const values = expr.terms.map((term) => of(term.of));
      return (
        gapIn(...values) ??
        values.map((value, at) => (expr.terms[at]?.sign === -1 ? negative(number(value)) : number(value))).reduce(plus, ZERO)
      );
    }
    case 'product':
      return numbers(expr.a, expr.b, times);
    case 'quotient':
      return numbers(expr.a, expr.b, (a, b) => (b.over === 0n ? FAULT : dividedBy(a, b)));
    case 'least':
    case 'greatest': {
      const values = expr.of.map(of);
      return gapIn(...values) ?? values.reduce((best, value) => (compared(value, best) < 0 === (expr.kind === 'least') ? value : best));
    }
    case 'round':
      return one(expr.of, (value) => toMultiple(number(value), unitOf[expr.unit], expr.mode));
    case 'asPoints':
      return one(expr.of, (value) => dividedBy(number(value), HUNDRED));
    case 'complement':
      return one(expr.of, (value) => plus(ONE, negative(number(value))));
    case 'compare':
      return two(expr.a, expr.b, (a, b) => {
        const equal = expr.test === '=' || expr.test === '≠';
        if (equal && expr.a.type.kind !== 'time') return same(a, b) === (expr.test === '=');
        if (equal) return (compared(a, b) === 0) === (expr.test === '=');
        const by = compared(a, b);
        return expr.test === '<' ? by < 0 : expr.test === '≤' ? by <= 0 : expr.test === '>' ? by > 0 : by >= 0;
      });
    case 'oneOf':
      return one(expr.of, (value) => typeof value === 'string' && expr.values.includes(value));
    case 'contains':
      return one(expr.of, (value) => expr.values.some((member) => membersOf(value).includes(member)));
    case 'all':
    case 'any': {
      const settles = expr.kind === 'any';
      const values: Worth[] = [];
      for (const operand of expr.of) {
        const value = of(operand);
        if (value === settles) return settles;
        values.push(value);
      }
      return gapIn(...values) ?? !settles;
    }
    case 'given':
      return !(of(expr.of) instanceof Gap);
    case 'not':
      return one(expr.of, (value) => value === false);
    case 'choose':
      return one(expr.if, (condition) => of(condition === true ? expr.then : expr.otherwise));
    case 'table':
      return ofTable(expr.table, asked);
    case 'bands':
      return ofBands(expr, asked);
    case 'accumulated': {
      if (expr.keys.length === 0) return asked.cell(expr.accumulator, undefined);
      const keys = expr.keys.map(of);
      return gapIn(...keys) ?? asked.cell(expr.accumulator, keys);
    }
    case 'previous':
      return asked.previous(expr.accumulator);
    case 'remaining':
      return asked.rest(expr.parts, expr.after, expr.layers);
    case 'reference':
      return asked.reference(expr.name);
    case 'personal':
      return asked.personal(expr.after);
    case 'addMonths':
      return two(expr.day, expr.months, (from, by) => inYears(calendar.monthsAfter(dayOf(from), count(number(by)))));
    case 'addDays':
      return two(expr.day, expr.days, (from, by) => inYears(calendar.daysAfter(dayOf(from), count(number(by)))));
    case 'wholeMonths':
      return days(expr.from, expr.to, calendar.wholeMonths);
    case 'age':
      return days(expr.from, expr.to, (from, to) => Math.floor(calendar.wholeMonths(from, to) / 12));
    case 'hoursBetween':
      return two(expr.from, expr.to, (from, to) => fraction(BigInt(Math.floor((clock(to) - clock(from)) / 3_600_000))));
    case 'dayOf':
      return one(expr.time, (time) => new Date(`${String(time).slice(0, 10)}T00:00:00Z`));
    case 'daysBetween':
      return days(expr.from, expr.to, calendar.daysBetween);
    case 'yearOf':
      return key(expr.day, calendar.yearOf);
    case 'monthOf':
      return key(expr.day, calendar.monthOf);
    case 'quarterOf':
      return key(expr.day, calendar.quarterOf);
    case 'benefitYear':
      return key(expr.day, (day) => calendar.benefitYear(day, expr.month, expr.dayOfMonth));
    case 'dayKey':
      return of(expr.day);
    case 'monthStart':
      return one(expr.day, (day) => calendar.monthStart(dayOf(day)));
    case 'fold':
      return ofFold(expr, asked);
    case 'item': {
      const value = asked.hands?.[expr.level]?.[expr.field];
      if (value === undefined) throw new Unread('a field that the item lacks');
      return value;
    }
    case 'allotted':
      return ofAllotted(expr, asked);
    case 'member': {
      const member = asked.hands?.[expr.level]?.[''];
      if (member === undefined) throw new Unread('no member in hand');
      return member;
    }
    default:
      return unreachable(expr);
  }
}
