import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromText, dayText, monthLength, partsOf } from '../../../runtime/calendar/date.ts';
import {
  addMonths,
  age,
  benefitYear,
  monthOf,
  monthStart,
  previousPeriod,
  quarterOf,
  wholeMonths,
  yearOf,
} from '../../../runtime/calendar/period.ts';

const at = (text: string): number => dayFromText(text) ?? Number.NaN;
const days = fc.integer({ min: at('1900-01-01'), max: at('2200-12-31') });
const months = fc.integer({ min: -1200, max: 1200 });

describe('months', () => {
  it.each([
    ['2022-03-10', 6, '2022-09-10'],
    ['2022-03-10', 12, '2023-03-10'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-01-15', -13, '2021-12-15'],
    ['2023-05-05', 0, '2023-05-05'],
  ] as const)('[D5] %s + %s months = %s', (from, by, to) => {
    expect(dayText(addMonths(at(from), by))).toBe(to);
  });

  it('[D5] the month is n further, the day number kept or the month’s last', () => {
    fc.assert(
      fc.property(days, months, (day, by) => {
        const before = partsOf(day);
        const after = partsOf(addMonths(day, by));
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + by);
        expect(after.day).toBe(Math.min(before.day, monthLength(after.year, after.month)));
      }),
    );
  });

  it.each([
    ['2022-03-10', '2022-09-09', 5],
    ['2022-03-10', '2022-09-10', 6],
    ['2023-01-31', '2023-02-28', 1],
    ['2023-01-31', '2023-02-27', 0],
    ['2023-05-05', '2023-05-04', -1],
  ] as const)('[D6] from %s to %s: %s whole months', (from, to, n) => {
    expect(wholeMonths(at(from), at(to))).toBe(n);
  });

  it('[D6] n is the greatest with from + n ≤ to', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const n = wholeMonths(from, to);
        expect(addMonths(from, n)).toBeLessThanOrEqual(to);
        expect(addMonths(from, n + 1)).toBeGreaterThan(to);
      }),
    );
  });

  it.each([
    ['2000-05-08', '2018-05-07', 17],
    ['2000-05-08', '2018-05-08', 18],
    ['2000-02-29', '2001-02-28', 1],
    ['2000-02-29', '2004-02-28', 3],
    ['2000-02-29', '2004-02-29', 4],
  ] as const)('[D7] born %s, on %s: %s', (born, on, years) => {
    expect(age(at(born), at(on))).toBe(years);
  });
});

describe('keys of days', () => {
  it.each([
    ['2023-01-01', 2023, 202301, 20231, '2023-01-01'],
    ['2023-05-31', 2023, 202305, 20232, '2023-05-01'],
    ['2024-12-31', 2024, 202412, 20244, '2024-12-01'],
  ] as const)('[D8] %s', (text, year, month, quarter, start) => {
    expect([yearOf(at(text)), monthOf(at(text)), quarterOf(at(text)), dayText(monthStart(at(text)))]).toEqual([
      year,
      month,
      quarter,
      start,
    ]);
  });

  it.each([
    ['2023-06-30', 2022],
    ['2023-07-01', 2023],
    ['2024-06-30', 2023],
  ] as const)('[D8] %s is in the benefit year from 7-1 of %s', (text, year) => {
    expect(benefitYear(at(text), 7, 1)).toBe(year);
  });

  it('[D8] the period before a period is the key of the last day before it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month } = partsOf(day);
        expect(previousPeriod('year', yearOf(day))).toBe(year - 1);
        expect(previousPeriod('month', monthOf(day))).toBe(monthOf(monthStart(day) - 1));
        expect(previousPeriod('quarter', quarterOf(day))).toBe(quarterOf(addMonths(monthStart(day), -3)));
        expect(previousPeriod('day', day)).toBe(day - 1);
        expect(month).toBeGreaterThan(0);
      }),
    );
  });
});
