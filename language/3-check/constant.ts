/**
 * Exact values of expressions that no visit can change: candidates, ranges, bounds of bands, and what 断言 says about the policy's numbers.
 * Anything that reads the visit or the ledger "varies"; what the law leaves open is "open". 暂按 counts as its stated value.
 */
import { dayNumber, FIRST_DAY, LAST_DAY, partsOf } from '../../runtime/calendar/date.ts';
import { addMonths, age, benefitYear, monthOf, monthStart, quarterOf, wholeMonths, yearOf } from '../../runtime/calendar/period.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { add, compare, divide, multiply, rational, subtract } from '../../runtime/money/rational.ts';
import { roundToMultiple } from '../../runtime/money/rounding.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { AdjustmentModel, CivilDay, Expr, Value } from '../model/types.ts';

export type Fixed = { readonly kind: 'known'; readonly value: Value } | { readonly kind: 'varies' | 'open'; readonly span: Span };

/** Definitions by address, and fields by name, when the expression may read them. */
export type Lookup = (address: string) => { readonly value: Expr; readonly rounds: readonly (readonly AdjustmentModel[])[] } | undefined;

const none: Lookup = () => undefined;
const known = (value: Value): Fixed => ({ kind: 'known', value });
const num = (value: Rational): Fixed => known({ kind: 'number', value });
const truth = (value: boolean): Fixed => known({ kind: 'truth', value });
const whole = (value: number): Fixed => num(rational(BigInt(value)));
const number = (day: CivilDay): number => dayNumber(day.year, day.month, day.day);
const onDay = (day: number, otherwise: Fixed): Fixed =>
  day >= FIRST_DAY && day <= LAST_DAY ? known({ kind: 'date', value: partsOf(day) }) : otherwise;
const deepest = 400;

/** The value of an expression over literals alone. */
export function constantOf(e: Expr): Value | undefined {
  const result = evaluate(e, none);
  return result.kind === 'known' ? result.value : undefined;
}

/** The value of an expression and the definitions it reads. */
export function evaluate(e: Expr, lookup: Lookup, depth = 0): Fixed {
  const varies: Fixed = { kind: 'varies', span: e.span };
  if (depth > deepest) return varies;
  const of = (inner: Expr): Fixed => evaluate(inner, lookup, depth + 1);
  const each = (of_: readonly Expr[], then: (values: readonly Value[]) => Fixed): Fixed => {
    const values: Value[] = [];
    for (const inner of of_) {
      const result = of(inner);
      if (result.kind !== 'known') return result;
      values.push(result.value);
    }
    return then(values);
  };
  const numbers = (inner: readonly Expr[], then: (values: readonly Rational[]) => Fixed): Fixed =>
    each(inner, (values) => {
      const found = values.flatMap((value) => (value.kind === 'number' ? [value.value] : []));
      return found.length === values.length ? then(found) : varies;
    });
  const two = (a: Expr, b: Expr, then: (a: Rational, b: Rational) => Fixed): Fixed =>
    numbers([a, b], ([x, y]) => (x && y ? then(x, y) : varies));
  const days = (inner: readonly Expr[], then: (values: readonly number[]) => Fixed): Fixed =>
    each(inner, (values) => {
      const found = values.flatMap((value) => (value.kind === 'date' ? [number(value.value)] : []));
      return found.length === values.length ? then(found) : varies;
    });
  switch (e.kind) {
    case 'constant':
      return known(e.value);
    case 'open':
      return { kind: 'open', span: e.span };
    case 'assumed':
      return of(e.of);
    case 'input':
    case 'definition': {
      const definition = lookup(e.kind === 'input' ? e.name : e.address);
      return definition && definition.rounds.length === 0 ? of(definition.value) : varies;
    }
    case 'sum':
      return numbers(
        e.terms.map((term) => term.of),
        (values) =>
          num(
            values.reduce(
              (total, value, index) => (e.terms[index]?.sign === -1 ? subtract(total, value) : add(total, value)),
              rational(0n),
            ),
          ),
      );
    case 'product':
      return two(e.a, e.b, (a, b) => num(multiply(a, b)));
    case 'quotient':
      return two(e.a, e.b, (a, b) => (b.num === 0n ? varies : num(divide(a, b))));
    case 'least':
    case 'greatest':
      return numbers(e.of, (values) =>
        num(values.reduce((best, value) => (compare(value, best) < 0 === (e.kind === 'least') ? value : best))),
      );
    case 'round':
      return numbers([e.of], ([value]) => (value ? num(round(value, e.mode, e.unit)) : varies));
    case 'asPoints':
      return numbers([e.of], ([value]) => (value ? num(divide(value, rational(100n))) : varies));
    case 'complement':
      return numbers([e.of], ([value]) => (value ? num(subtract(rational(1n), value)) : varies));
    case 'compare':
      return each([e.a, e.b], ([a, b]) => (a && b ? compareValues(e.test, a, b) : varies));
    case 'oneOf':
      return each([e.of], ([value]) => (value?.kind === 'enum' || value?.kind === 'text' ? truth(e.values.includes(value.value)) : varies));
    case 'contains':
      return each([e.of], ([value]) => (value?.kind === 'set' ? truth(e.values.some((one) => value.values.includes(one))) : varies));
    case 'all':
    case 'any':
      return junction(e.of.map(of), e.kind === 'all');
    case 'not':
      return each([e.of], ([value]) => (value?.kind === 'truth' ? truth(!value.value) : varies));
    case 'choose': {
      const condition = of(e.if);
      if (condition.kind !== 'known' || condition.value.kind !== 'truth') return condition.kind === 'known' ? varies : condition;
      return of(condition.value.value ? e.then : e.otherwise);
    }
    case 'bands':
      return each([...e.bounds, ...e.ratios, e.from, e.to], (values) => bandSum(values, e.bounds.length) ?? varies);
    case 'addMonths':
      return each([e.day, e.months], ([day, by]) =>
        day?.kind === 'date' && by?.kind === 'number' ? onDay(addMonths(number(day.value), Number(by.value.num)), varies) : varies,
      );
    case 'addDays':
      return each([e.day, e.days], ([day, by]) =>
        day?.kind === 'date' && by?.kind === 'number' ? onDay(number(day.value) + Number(by.value.num), varies) : varies,
      );
    case 'daysBetween':
      return days([e.from, e.to], ([from = 0, to = 0]) => whole(to - from));
    case 'wholeMonths':
      return days([e.from, e.to], ([from = 0, to = 0]) => whole(wholeMonths(from, to)));
    case 'age':
      return days([e.from, e.to], ([from = 0, to = 0]) => whole(age(from, to)));
    case 'yearOf':
      return days([e.day], ([day = 0]) => whole(yearOf(day)));
    case 'monthOf':
      return days([e.day], ([day = 0]) => whole(monthOf(day)));
    case 'quarterOf':
      return days([e.day], ([day = 0]) => whole(quarterOf(day)));
    case 'benefitYear':
      return days([e.day], ([day = 0]) => whole(benefitYear(day, e.month, e.dayOfMonth)));
    case 'dayKey':
      return of(e.day);
    case 'monthStart':
      return days([e.day], ([day = 0]) => onDay(monthStart(day), varies));
    default:
      return varies;
  }
}

/** Decided by a side that settles it, whatever the others are. */
function junction(results: readonly Fixed[], all: boolean): Fixed {
  const settles = results.find((one) => one.kind === 'known' && one.value.kind === 'truth' && one.value.value !== all);
  if (settles) return settles;
  return results.find((one) => one.kind !== 'known') ?? truth(all);
}

function compareValues(test: '=' | '≠' | '<' | '≤' | '>' | '≥', a: Value, b: Value): Fixed {
  const order =
    a.kind === 'number' && b.kind === 'number'
      ? compare(a.value, b.value)
      : a.kind === 'date' && b.kind === 'date'
        ? number(a.value) - number(b.value)
        : undefined;
  const same = order === undefined ? JSON.stringify(plain(a)) === JSON.stringify(plain(b)) : order === 0;
  if (test === '=' || test === '≠') return truth(same === (test === '='));
  const by = order ?? 0;
  return truth(test === '<' ? by < 0 : test === '≤' ? by <= 0 : test === '>' ? by > 0 : by >= 0);
}

const plain = (value: Value): unknown =>
  value.kind === 'set' ? [...value.values].sort() : value.kind === 'number' ? String(value.value.num) : value.value;

const fenIn = { fen: 1n, jiao: 10n, yuan: 100n } as const;

/** Yuan rounded to a multiple of the unit. */
function round(value: Rational, mode: 'halfUp' | 'down' | 'up', unit: 'fen' | 'jiao' | 'yuan' | 'one'): Rational {
  if (unit === 'one') return rational(roundToMultiple(value.num, value.den, 1n, mode));
  return rational(roundToMultiple(value.num * 100n, value.den, fenIn[unit], mode), 100n);
}

/** Σ width × ratio over the bands between from and to; bounds, then ratios (one more), then from and to. */
function bandSum(values: readonly Value[], bounds: number): Fixed | undefined {
  const found = values.flatMap((value) => (value.kind === 'number' ? [value.value] : []));
  const from = found.at(-2);
  const to = found.at(-1);
  if (found.length !== values.length || !from || !to) return undefined;
  const clamp = (value: Rational, low: Rational, high: Rational | undefined): Rational =>
    compare(value, low) < 0 ? low : high && compare(value, high) > 0 ? high : value;
  let total = rational(0n);
  let low = rational(0n);
  for (let band = 0; band <= bounds; band += 1) {
    const high = band < bounds ? found[band] : undefined;
    const share = found[bounds + band];
    if (!share) return undefined;
    const width = subtract(clamp(to, low, high), clamp(from, low, high));
    total = add(total, multiply(width, share));
    low = high ?? low;
  }
  return num(total);
}
