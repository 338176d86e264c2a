import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, firstWeekday, readDay, shiftDay, shiftMonth } from '../../../studio/strings/days.ts';

describe('days as typed', () => {
  it.each([
    ['2023-05-08', '2023-05-08'],
    ['2023-5-8', '2023-05-08'],
    ['2023/5/8', '2023-05-08'],
    ['2023.5.8', '2023-05-08'],
    ['20230508', '2023-05-08'],
    ['2023年5月8日', '2023-05-08'],
    ['２０２３年５月８日', '2023-05-08'],
    [' 2024-2-29 ', '2024-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });
  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '5月8日', '明天', '2023-5', ''])('%j names no day', (typed) => {
    expect(readDay(typed)).toBeUndefined();
  });
});

describe('steps', () => {
  it.each([
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2023-05-08', 0, '2023-05-08'],
  ])('%s and %i days is %s', (from, by, to) => {
    expect(shiftDay(from, by)).toBe(to);
  });
  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-12-15', 1, '2024-01-15'],
    ['2023-01-15', -1, '2022-12-15'],
    ['2023-05-08', -60, '2018-05-08'],
  ])('%s and %i months is %s', (from, by, to) => {
    expect(shiftMonth(from, by)).toBe(to);
  });
  it('there and back again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        expect(shiftDay(shiftDay('2023-05-08', days), -days)).toBe('2023-05-08');
      }),
    );
  });
  it('a month knows its length and its first weekday', () => {
    expect([daysInMonth(2024, 2), daysInMonth(2023, 2), daysInMonth(2023, 5)]).toEqual([29, 28, 31]);
    expect(firstWeekday(2023, 5)).toBe(0);
    expect(firstWeekday(2023, 10)).toBe(6);
  });
});
