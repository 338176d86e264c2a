import { describe, expect, it } from 'vitest';
import type { IrType } from '../../../runtime/ir/types.ts';
import { exampleOf, readQuantity, showQuantity } from '../../../studio/strings/quantities.ts';

const ratio: IrType = { kind: 'ratio', scale: '100' };
const fine: IrType = { kind: 'ratio', scale: '10000' };
const points: IrType = { kind: 'points', scale: '100' };
const money: IrType = { kind: 'money', scale: '1' };
const number: IrType = { kind: 'number', scale: '10' };

describe('quantities as typed', () => {
  it.each([
    ['70%', ratio, '70'],
    ['７０％', ratio, '70'],
    ['70', ratio, '70'],
    ['62.5%', fine, '6250'],
    ['10个百分点', points, '10'],
    ['1000元', money, '100000'],
    ['1.3万', money, '1300000'],
    ['0', money, '0'],
    ['1.5', number, '15'],
    ['6个月', { kind: 'months' }, '6'],
    ['2022年5月1日', { kind: 'date' }, '2022-05-01'],
    ['已备案', { kind: 'enum', name: '异地备案' }, '已备案'],
  ] as const)('%s is %j', (typed, type, literal) => {
    expect(readQuantity(typed, type)).toEqual({ kind: 'literal', literal });
  });
  it.each([
    ['62.5%', ratio, 'tooFine'],
    ['七成', ratio, 'unreadable'],
    ['', ratio, 'empty'],
    ['1.005', money, 'tooFine'],
    ['1.25', number, 'tooFine'],
    ['半年', { kind: 'months' }, 'unreadable'],
  ] as const)('%j is %s', (typed, type, kind) => {
    expect(readQuantity(typed, type).kind).toBe(kind);
  });
});

describe('quantities as the rules write them', () => {
  it.each([
    ['70', ratio, '70%'],
    ['6250', fine, '62.5%'],
    ['-10', points, '\u221210个百分点'],
    ['100000', money, '1000元'],
    ['12345', money, '123.45元'],
    [['低保', '特困'], { kind: 'set', name: '身份' }, '低保、特困'],
    [true, { kind: 'bool' }, '是'],
  ] as const)('%j is %s', (literal, type, shown) => {
    expect(showQuantity(literal, type)).toBe(shown);
  });
  it.each([ratio, points, money, number, { kind: 'months' }, { kind: 'days' }, { kind: 'date' }, { kind: 'integer' }] as const)(
    'an example for %j reads as one',
    (type) => {
      expect(['literal', 'tooFine']).toContain(readQuantity(exampleOf(type), type).kind);
    },
  );
});
