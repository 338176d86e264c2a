import { dayFromText } from './date.ts';

/** A civil day with the time of day, as "2023-05-01 13:30" or, when the second is not 0, "2023-05-01 13:30:05". Such texts sort by time. */
export type CivilTime = string;

const WRITTEN = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** A time in the one way in which it is kept; undefined for anything that is no time of the years 1 to 9999. */
export function timeFromText(text: string): CivilTime | undefined {
  const match = WRITTEN.exec(text);
  const [, day = '', hour, minute, second = '00'] = match ?? [];
  if (!match || dayFromText(day) === undefined) return undefined;
  return `${day} ${hour}:${minute}${second === '00' ? '' : `:${second}`}`;
}

/** Seconds since the beginning of 1970-01-01, without zone. INVARIANT: the text is a time. */
export function secondsOf(time: CivilTime): number {
  const at = (from: number): number => Number(time.slice(from, from + 2));
  return (dayFromText(time.slice(0, 10)) ?? 0) * 86_400 + at(11) * 3600 + at(14) * 60 + (time.length > 16 ? at(17) : 0);
}

/** The day number of a time. */
export const dayOfTime = (time: CivilTime): number => dayFromText(time.slice(0, 10)) ?? 0;
