import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../studio/editor/changes.ts';

const made = (text: string, changes: ReturnType<typeof changesBetween>): string =>
  changes.toReversed().reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);

describe('what makes one text the other', () => {
  it('is a change for each line that differs, and nothing between', () => {
    expect(changesBetween('字段   甲\n不变\n字段  乙', '字段 甲\n不变\n字段 乙')).toEqual([
      { start: 3, end: 5, text: '' },
      { start: 13, end: 14, text: '' },
    ]);
  });
  it('gives the wanted text, also when lines come or go', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', ' ', '\n', ':'), maxLength: 30 });
    fc.assert(fc.property(text, text, (before, after) => made(before, changesBetween(before, after)) === after));
  });
  it('nothing for the same text', () => expect(changesBetween('一\n二', '一\n二')).toEqual([]));
});
