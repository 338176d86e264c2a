/** Civil days as text, "2023-05-08", without time zone; read as Chinese input methods type them. */
export type DayText = string;

const two = (value: number): string => String(value).padStart(2, '0');

const dayOf = (year: number, month: number, day: number): DayText | undefined => {
  const at = new Date(Date.UTC(year, month - 1, day));
  // A Date rolls 02-30 over into March; such a day is refused instead.
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
    ? `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
    : undefined;
};

/** Year, month (1–12) and day of a day text. */
export const partsOfDay = (day: DayText): readonly [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

/** Reads 2023-5-8, 2023/5/8, 2023.5.8, 20230508, 2023年5月8日 in either width. Undefined when it names no day. */
export function readDay(typed: string): DayText | undefined {
  const text = typed
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\s]/g, '');
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The day `days` later (or earlier). */
export function shiftDay(day: DayText, days: number): DayText {
  const [year, month, of] = partsOfDay(day);
  const at = new Date(Date.UTC(year, month - 1, of + days));
  return `${String(at.getUTCFullYear()).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}

/** The same day number `months` later, or that month's last day. */
export function shiftMonth(day: DayText, months: number): DayText {
  const [year, month, of] = partsOfDay(day);
  const target = year * 12 + (month - 1) + months;
  const last = daysInMonth(Math.floor(target / 12), (target % 12) + 1);
  return `${String(Math.floor(target / 12)).padStart(4, '0')}-${two((target % 12) + 1)}-${two(Math.min(of, last))}`;
}

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 0 = Monday … 6 = Sunday, of the first day of the month. */
export const firstWeekday = (year: number, month: number): number => (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;

/** The slice of the axis of knowledge that stands for a caller who does not ask what was known: no day that anybody lives on. */
const NOT_ASKED = '9999-12-31';

/** From when a stretch of law counts as known: a day, `notAsked`, or nothing where knowledge makes no difference. */
export const knownFromOf = ({ knownFrom }: { readonly knownFrom?: string }): string | undefined =>
  knownFrom === NOT_ASKED ? 'notAsked' : knownFrom;
