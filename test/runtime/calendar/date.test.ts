import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromText, dayNumber, dayText, FIRST_DAY, LAST_DAY, monthLength, partsOf } from '../../../runtime/calendar/date.ts';

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

describe('civil days', () => {
  it.each([
    ['1970-01-01', 0],
    ['2000-03-01', 11017],
    ['2023-03-15', 19431],
    ['0001-01-01', FIRST_DAY],
    ['9999-12-31', LAST_DAY],
  ] as const)('[D9] %s is day %s', (text, day) => {
    expect(dayFromText(text)).toBe(day);
    expect(dayText(day)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-31',
    '0000-01-01',
    '2023-1-1',
    '20230101',
    '2023-01-01T00:00',
    '２０２３-01-01',
    '2023/01/01',
    '',
  ])('[D9] %j is no day', (text) => {
    expect(dayFromText(text)).toBeUndefined();
  });

  it('[D9] every day number has one date and comes back from it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: inMonth } = partsOf(day);
        expect(inMonth).toBeGreaterThanOrEqual(1);
        expect(inMonth).toBeLessThanOrEqual(monthLength(year, month));
        expect(dayNumber(year, month, inMonth)).toBe(day);
        expect(dayFromText(dayText(day))).toBe(day);
      }),
    );
  });

  it('[D9] the next day is the next day number, as a host calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(1000, 1, 1), max: LAST_DAY - 1 }), (day) => {
        expect(dayText(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
});
