import { FIRST_DAY, LAST_DAY } from '../../calendar/date.ts';
import { addMonths, age, benefitYear, monthOf, monthStart, quarterOf, wholeMonths, yearOf } from '../../calendar/period.ts';
import { dayOfTime, secondsOf } from '../../calendar/time.ts';
import type { Expr } from '../../ir/types.ts';
import { noSuchDay } from '../faults.ts';
import type { Result } from '../gap.ts';
import { faultGap, gapsOf } from '../gap.ts';
import type { Run, Site } from '../site.ts';

type Of<Op extends Expr['op']> = Extract<Expr, { readonly op: Op }>;

/** More months or days than the calendar has lead outside it, whichever way. */
const FAR = 4_000_000n;

const clamped = (n: bigint): number => Number(n > FAR ? FAR : n < -FAR ? -FAR : n);

const withinCalendar = (day: number): Result => (day < FIRST_DAY || day > LAST_DAY ? faultGap(noSuchDay()) : day);

/** 日期 + n个月, 日期 + n天 */
export function compileAddToDay(expr: Of<'addMonths' | 'addDays'>, { compile }: Site): Run {
  const start = compile(expr.day);
  const amount = compile(expr.op === 'addMonths' ? expr.months : expr.days);
  const move = expr.op === 'addMonths' ? addMonths : (day: number, days: number): number => day + days;
  return (state) => {
    const day = start(state);
    const by = amount(state);
    return typeof day === 'number' && typeof by === 'bigint' ? withinCalendar(move(day, clamped(by))) : gapsOf(day, by);
  };
}

/** 日期 − 日期, 整月数, 周岁 */
export function compileBetween(expr: Of<'daysBetween' | 'wholeMonths' | 'age'>, { compile }: Site): Run {
  const start = compile(expr.from);
  const end = compile(expr.to);
  const count = { daysBetween: (a: number, b: number): number => b - a, wholeMonths, age }[expr.op];
  return (state) => {
    const from = start(state);
    const to = end(state);
    return typeof from === 'number' && typeof to === 'number' ? BigInt(count(from, to)) : gapsOf(from, to);
  };
}

/** 小时数: whole hours, down to the hour that is complete; and seconds, by which times are compared. */
export function compileBetweenTimes(expr: Of<'hoursBetween' | 'secondsBetween'>, { compile }: Site): Run {
  const start = compile(expr.from);
  const end = compile(expr.to);
  const unit = expr.op === 'hoursBetween' ? 3600 : 1;
  return (state) => {
    const from = start(state);
    const to = end(state);
    if (typeof from !== 'string' || typeof to !== 'string') return gapsOf(from, to);
    return BigInt(Math.floor((secondsOf(to) - secondsOf(from)) / unit));
  };
}

/** 所在日 */
export function compileDayOf(expr: Of<'dayOf'>, { compile }: Site): Run {
  const run = compile(expr.time);
  return (state) => {
    const time = run(state);
    return typeof time === 'string' ? dayOfTime(time) : time;
  };
}

/** A key of a day: its year, quarter or month as a number, itself, or the first day of its month. */
export type KeyOfDay = Of<'yearOf' | 'monthOf' | 'quarterOf' | 'dayKey' | 'monthStart' | 'benefitYear'>;

export function compileKeyOfDay(expr: KeyOfDay, { compile }: Site): Run {
  const run = compile(expr.day);
  const key = keyOfDay(expr);
  return (state) => {
    const day = run(state);
    return typeof day === 'number' ? key(day) : day;
  };
}

/** How a key is made of a day. */
export function keyOfDay(expr: KeyOfDay): (day: number) => bigint | number {
  switch (expr.op) {
    case 'yearOf':
      return (day) => BigInt(yearOf(day));
    case 'monthOf':
      return (day) => BigInt(monthOf(day));
    case 'quarterOf':
      return (day) => BigInt(quarterOf(day));
    case 'benefitYear':
      return (day) => BigInt(benefitYear(day, expr.month, expr.dayOfMonth));
    case 'dayKey':
      return (day) => day;
    case 'monthStart':
      return monthStart;
  }
}
