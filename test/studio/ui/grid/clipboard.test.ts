import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockToText, landings, textToBlock } from '../../../../studio/ui/grid/clipboard.ts';
import { single } from '../../../../studio/ui/grid/selecting.ts';

const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '5', '%', '级', ' '), maxLength: 6 });
const blocks = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, cols]) => fc.array(fc.array(cell, { minLength: cols, maxLength: cols }), { minLength: rows, maxLength: rows }))
  // A last row of one empty cell is written as nothing, as spreadsheets do.
  .filter((rows) => rows.at(-1)?.join('') !== '');

describe('a block on the clipboard', () => {
  it('comes back as it was copied, whatever stands in its cells', () => {
    fc.assert(
      fc.property(blocks, (rows) => {
        expect(textToBlock(blockToText(rows))).toEqual(rows);
      }),
    );
  });

  it.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1\n2', [['1'], ['2']]],
    ['"a\tb"\tc', [['a\tb', 'c']]],
    ['"多\n行"\t"说""好"""', [['多\n行', '说"好"']]],
    ['"没有收尾\t2', [['"没有收尾', '2']]],
    ['a\t\tb', [['a', '', 'b']]],
  ])('reads %j', (text, rows) => {
    expect(textToBlock(text)).toEqual(rows);
  });
});

describe('a paste', () => {
  const size = { rows: 3, cols: 3 };
  const now = (row: number, col: number) => ({ text: `${row}${col}`, editable: col > 0 });
  const fates = (text: string, selected = single({ row: 1, col: 1 })) =>
    landings(textToBlock(text), selected, size, now).map(({ row, col, fate }) => `${row}${col} ${fate}`);

  it('lands from the active cell on, and says what cannot', () => {
    expect(fates('a\t12\tb\nc\td')).toEqual(['11 lands', '12 same', '13 outside', '21 lands', '22 lands']);
    expect(fates('a', single({ row: 0, col: 0 }))).toEqual(['00 fixed']);
  });
  it('repeats over a block that it fits into', () => {
    expect(fates('a', { at: { row: 0, col: 1 }, to: { row: 1, col: 2 } })).toEqual(['01 lands', '02 lands', '11 lands', '12 lands']);
  });
});
