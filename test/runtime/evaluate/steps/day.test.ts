import { describe, expect, it } from 'vitest';
import { dayFromText } from '../../../../runtime/calendar/date.ts';
import type { Expr, IrType } from '../../../../runtime/ir/types.ts';
import { constant, DATE, day, draft, INTEGER } from '../../../kit/ir.ts';
import { gapOf, valueIn } from '../../../kit/settling.ts';

const at = (text: string): number => dayFromText(text) ?? Number.NaN;
const months = (n: number): Expr => constant({ kind: 'months' }, String(n));
const days = (n: number): Expr => constant({ kind: 'days' }, String(n));

describe('days in formulas', () => {
  it.each([
    ['a month on', { op: 'addMonths', day: day('2023-01-31'), months: months(1) }, DATE, at('2023-02-28')],
    ['thirty days on', { op: 'addDays', day: day('2023-01-31'), days: days(30) }, DATE, at('2023-03-02')],
    ['days between', { op: 'daysBetween', from: day('2023-01-31'), to: day('2023-03-02') }, { kind: 'days' }, 30n],
    ['days back', { op: 'daysBetween', from: day('2023-03-02'), to: day('2023-01-31') }, { kind: 'days' }, -30n],
    ['whole months', { op: 'wholeMonths', from: day('2022-03-10'), to: day('2022-09-10') }, { kind: 'months' }, 6n],
    ['age', { op: 'age', from: day('2005-05-08'), to: day('2023-05-07') }, INTEGER, 17n],
    ['year', { op: 'yearOf', day: day('2023-05-08') }, INTEGER, 2023n],
    ['month', { op: 'monthOf', day: day('2023-05-08') }, INTEGER, 202305n],
    ['quarter', { op: 'quarterOf', day: day('2023-05-08') }, INTEGER, 20232n],
    ['day', { op: 'dayKey', day: day('2023-05-08') }, DATE, at('2023-05-08')],
    ['first of the month', { op: 'monthStart', day: day('2023-05-08') }, DATE, at('2023-05-01')],
    ['benefit year', { op: 'benefitYear', day: day('2023-05-08'), month: 9, dayOfMonth: 1 }, INTEGER, 2022n],
    [
      'the later of two days',
      {
        op: 'greatest',
        of: [
          { of: day('2023-05-08'), by: '1' },
          { of: day('2023-05-09'), by: '1' },
        ],
      },
      DATE,
      at('2023-05-09'),
    ],
  ] as const)('[D5, D6, D7, D8, D10, A12] %s', (_case, expr, type, value) => {
    expect(valueIn(draft(), expr as Expr, type as IrType)).toBe(value);
  });

  it.each([
    [{ op: 'addMonths', day: day('9999-12-01'), months: months(1) }],
    [{ op: 'addDays', day: day('0001-01-01'), days: days(-1) }],
    [{ op: 'addMonths', day: day('2023-01-01'), months: constant({ kind: 'months' }, '9'.repeat(40)) }],
    [{ op: 'addDays', day: day('2023-01-01'), days: constant({ kind: 'days' }, `-${'9'.repeat(40)}`) }],
  ] as const)('[D11] %j leads outside the calendar', (expr) => {
    expect(gapOf(valueIn(draft(), expr as Expr, DATE))?.faults).toEqual(['impossible']);
  });

  it('a missing day leaves a gap, not an error', () => {
    const p = draft();
    expect(gapOf(valueIn(p, { op: 'age', from: p.in('就诊日'), to: day('2023-01-01') }, INTEGER, {}))?.missing).toEqual(['就诊日']);
  });
});
