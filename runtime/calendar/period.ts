import type { CivilDate } from './date.ts';
import { dayNumber, monthLength, partsOf } from './date.ts';

/** The same day number n months on, or the month's last day (Civil Code 202). n may be negative. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayNumber(toYear, toMonth, Math.min(day, monthLength(toYear, toMonth)));
}

/** The greatest n with `from` + n months ≤ `to`. */
export function wholeMonths(from: CivilDate, to: CivilDate): number {
  const a = partsOf(from);
  const b = partsOf(to);
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  return addMonths(from, months) <= to ? months : months - 1;
}

/** Complete years: reached on the birthday, or on the last day of February for one born on the 29th. */
export const age = (born: CivilDate, on: CivilDate): number => Math.floor(wholeMonths(born, on) / 12);

/** 2023 */
export const yearOf = (date: CivilDate): number => partsOf(date).year;

/** 202305 */
export function monthOf(date: CivilDate): number {
  const { year, month } = partsOf(date);
  return year * 100 + month;
}

/** 20232 */
export function quarterOf(date: CivilDate): number {
  const { year, month } = partsOf(date);
  return year * 10 + Math.ceil(month / 3);
}

/** The first day of the month. */
export function monthStart(date: CivilDate): CivilDate {
  const { year, month } = partsOf(date);
  return dayNumber(year, month, 1);
}

/** The year in which the year that begins on month-day and holds `date` began. */
export function benefitYear(date: CivilDate, month: number, day: number): number {
  const at = partsOf(date);
  return at.month > month || (at.month === month && at.day >= day) ? at.year : at.year - 1;
}

/** Kinds of period that a key may be. */
export type Period = 'year' | 'quarter' | 'month' | 'day';

/** The key of the period before. */
export function previousPeriod(kind: Period, key: number): number {
  switch (kind) {
    case 'year':
    case 'day':
      return key - 1;
    case 'quarter':
      return key % 10 === 1 ? key - 10 + 3 : key - 1;
    case 'month':
      return key % 100 === 1 ? key - 100 + 11 : key - 1;
  }
}

/** The first day of the period of a key; `begins` is the month and day on which a year begins that does not begin on 1 January. */
export function periodStart(kind: Period, key: number, begins: { readonly month: number; readonly day: number }): CivilDate {
  switch (kind) {
    case 'year':
      return dayNumber(key, begins.month, begins.day);
    case 'quarter':
      return dayNumber(Math.floor(key / 10), ((key % 10) - 1) * 3 + 1, 1);
    case 'month':
      return dayNumber(Math.floor(key / 100), key % 100, 1);
    case 'day':
      return key;
  }
}
