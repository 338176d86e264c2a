/** Days, months and periods by going through the calendar, not by formulas. */
const DAY = 86_400_000;

const on = (year: number, month: number, day: number): Date => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
};

export const daysAfter = (day: Date, by: number): Date => new Date(day.getTime() + by * DAY);
export const daysBetween = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / DAY);

/** The same day of another month, or its last. */
export function monthsAfter(day: Date, by: number): Date {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + by];
  const last = on(year, month + 1, 0).getUTCDate();
  return on(year, month, Math.min(day.getUTCDate(), last));
}

/** How many months have passed: the greatest n of which the corresponding day has come. */
export function wholeMonths(from: Date, to: Date): number {
  let count = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1;
  while (monthsAfter(from, count) > to) count -= 1;
  return count;
}

export const yearOf = (day: Date): number => day.getUTCFullYear();
export const monthOf = (day: Date): number => yearOf(day) * 100 + day.getUTCMonth() + 1;
export const quarterOf = (day: Date): number => yearOf(day) * 10 + Math.ceil((day.getUTCMonth() + 1) / 3);
export const monthStart = (day: Date): Date => on(yearOf(day), day.getUTCMonth(), 1);
/** The year in which the benefit year that holds a day began. */
export const benefitYear = (day: Date, month: number, dayOfMonth: number): number =>
  day >= on(yearOf(day), month - 1, dayOfMonth) ? yearOf(day) : yearOf(day) - 1;

/** The period before, of a key that one of the above makes. */
export function previousKey(kind: 'year' | 'month' | 'quarter', key: number): number {
  if (kind === 'year') return key - 1;
  const base = kind === 'month' ? 100 : 10;
  const first = key % base === 1;
  return first ? (Math.floor(key / base) - 1) * base + (kind === 'month' ? 12 : 4) : key - 1;
}
