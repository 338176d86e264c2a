import { describe, expect, it } from 'vitest';
import { found, rowsShown, valuesOf } from '../../../../studio/ui/grid/finding.ts';
import { highlighted } from '../../../../studio/ui/grid/highlighted.ts';

const rows = [
  ['三级', '50%', 'Ａ类'],
  ['二级', '60%', 'b类'],
  ['一级', '60%', 'a类'],
];
const text = (row: number, col: number): string => rows[row]?.[col] ?? '';
const keys = ['level', 'ratio', 'class'];
const shown = (holding: string, wanted: Record<string, string[]> = {}) => rowsShown(3, keys, text, { holding, wanted });

describe('finding in a grid', () => {
  it('does not mind width and case, and goes in reading order', () => {
    expect(found([0, 1, 2], 3, text, 'A类')).toEqual([
      { row: 0, col: 2 },
      { row: 2, col: 2 },
    ]);
    expect(found([0, 1, 2], 3, text, '')).toEqual([]);
  });
  it('counts rows as they stand on the screen', () => {
    expect(found([2, 1], 3, text, '60')).toEqual([
      { row: 0, col: 1 },
      { row: 1, col: 1 },
    ]);
  });
  it('shows the rows that hold a text and have the values wanted', () => {
    expect(shown('')).toBeUndefined();
    expect(shown('60')).toEqual([1, 2]);
    expect(shown('', { ratio: ['60%'], class: ['b类', 'Ａ类'] })).toEqual([1]);
    expect(shown('三', { ratio: ['60%'] })).toEqual([]);
    expect(shown('', { gone: ['x'] })).toBeUndefined();
  });
  it('offers the values of a column, most frequent first', () => {
    expect(valuesOf(3, (row) => text(row, 1))).toEqual([
      { value: '60%', count: 2 },
      { value: '50%', count: 1 },
    ]);
  });
  it('marks what is sought and nothing else', () => {
    expect(highlighted('ａ6A', 'a').map(({ text: one, marked }) => (marked ? `[${one}]` : one))).toEqual(['[ａ]', '6', '[A]']);
    expect(highlighted('三级', '').length).toBe(1);
  });
});
