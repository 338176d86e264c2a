/**
 * Civil days without time or zone, as day numbers: 1970-01-01 is 0. The Gregorian calendar repeats every 400 years of 146,097 days; counting a
 * year from March puts the leap day last, which makes month lengths a linear formula.
 */

/** A day number. */
export type CivilDate = number;

export const FIRST_DAY: CivilDate = dayNumber(1, 1, 1);
export const LAST_DAY: CivilDate = dayNumber(9999, 12, 31);

/** Year, month 1–12 and day of the month. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** INVARIANT: the parts name a day of the calendar. */
export function dayNumber(year: number, month: number, day: number): CivilDate {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The parts of a day number. */
export function partsOf(date: CivilDate): DayParts {
  const shifted = date + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 };
}

/** 28 to 31. */
export function monthLength(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** "2023-01-01" to its day number; undefined for anything that is not a day of the years 1 to 9999 written so. */
export function dayFromText(text: string): CivilDate | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined;
  return dayNumber(year, month, day);
}

/** The number written between two offsets, -1 when a character is no digit. */
function digits(text: string, from: number, to: number): number {
  let n = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    n = n * 10 + digit;
  }
  return n;
}

/** A day number as "2023-01-01". INVARIANT: within the years 1 to 9999. */
export function dayText(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
