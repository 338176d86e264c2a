import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../../language/format/format.ts';
import { editSheet } from '../../../language/sheets/edit.ts';
import type { FileSheets, SheetChange } from '../../../language/sheets/sheet.ts';
import { allCells, applied, cellsOf, knownTo, sheetsIn } from './kit.ts';

const money = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map((yuan) => `${yuan}元`),
  fc.constantFrom('1.5万元', '２０００元', '2,000 元', '待定 “没有写”', '暂按 3元 待定 “不知道”'),
);
const space = fc.constantFrom('', ' ', '   ', '\t', '　');
const bar = fc.constantFrom('|', '｜');
const remark = fc.constantFrom('', '', '', '  // 说明 | 1 |', ' ／／说明');
const between = fc.constantFrom('', '', '', '    // 单独一行\n', '\n', '\n\n');

const rowOf = (cells: readonly string[], bars: string, gap: string, end: string): string =>
  `    ${bars}${cells.map((cell) => `${gap}${cell}${gap}`).join(bars)}${bars}${end}\n`;

/** A table as somebody may have written it: any layout, full-width bars, remarks in and between its rows. */
const drawn: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom('cross', 'list', 'results'))
  .chain(([height, width, shape]) =>
    fc
      .tuple(
        fc.array(fc.array(money, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
        fc.array(fc.tuple(bar, space, remark, between), { minLength: height + 1, maxLength: height + 1 }),
      )
      .map(([cells, looks]) => {
        const results = shape === 'list' ? 1 : width;
        const heads = cells.map((row, at) => [`${at + 1}`, ...row.slice(0, results)]);
        const columns = Array.from({ length: results }, (_, at) =>
          shape === 'cross' ? `${at + 1}` : shape === 'list' ? '→' : `${at === 0 ? '→ ' : ''}甲${'一二三四'.charAt(at)} : 金额`,
        );
        const header = shape === 'cross' ? ['次 ＼ 档', ...columns] : ['次', ...columns];
        const lines = [header, ...heads].map((row, at) => {
          const [bars = '|', gap = ' ', end = '', before = ''] = looks[at] ?? [];
          return (at === 0 ? '' : before) + rowOf(row, bars, gap, end);
        });
        return `政策 “甲” {\n  ${shape === 'results' ? '表 标准' : '定义 标准 : 金额'} =\n${lines.join('')}}\n`;
      }),
  );

const table = (file: FileSheets) => file.sheets.find(({ kind }) => kind === 'table');
const texts = (file: FileSheets): readonly string[] => {
  const one = table(file);
  return one ? cellsOf(file, one).map(({ text }) => text) : [];
};

describe('a table in any layout', () => {
  it('is shown whole, and written as it is changes nothing', () => {
    fc.assert(
      fc.property(drawn, (text) => {
        const file = sheetsIn(text);
        expect(file.complete).toBe(true);
        expect(table(file)?.problems).toEqual([]);
        const changes = allCells(file).map(({ sheet, row, column, text: own }) => ({ sheet, row, column, text: own }));
        expect(editSheet(file, { do: 'cells', changes }).edits).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('edit after edit shows what was written, and nothing else moves', () => {
    const edit = fc.tuple(fc.nat(), fc.constantFrom('7', '８元', '1,234.50', '3万', '待定 “问了”', '暂按 9元 待定 “估”', '12元/年'));
    fc.assert(
      fc.property(drawn, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        const known = knownTo(text);
        let now = text;
        for (const [at, typed] of edits) {
          const file = sheetsIn(now, known);
          const one = table(file);
          const cells = one ? cellsOf(file, one) : [];
          const results = cells.filter(({ kind }) => kind === 'value' || kind === 'open' || kind === 'assumed');
          const cell = results[at % Math.max(results.length, 1)];
          if (!cell) return;
          const edited = editSheet(file, {
            do: 'cells',
            changes: [{ sheet: cell.sheet, row: cell.row, column: cell.column, text: typed }],
          });
          const [outcome] = edited.cells;
          now = applied(now, edited);
          // 7 in a cell of 3万元 can be two amounts, and both are offered.
          if (outcome?.problem) {
            expect(edited.edits).toEqual([]);
            expect(outcome.problem.choices.map((one) => one.replace(/^[\d.]+/u, ''))).toEqual(['万元', '元']);
            continue;
          }
          expect(texts(sheetsIn(now, known))).toEqual(cells.map((other) => (other === cell ? outcome?.written : other.text)));
        }
        const laid = format(now).text;
        expect(texts(sheetsIn(laid, known)).map((cell) => cell.length > 0)).toEqual(texts(sheetsIn(now, known)).map(() => true));
        expect(format(laid).text).toBe(laid);
      }),
      { numRuns: 60 },
    );
  });

  it('rows and columns that come and go leave a table that is read', () => {
    const step = fc.constantFrom<(file: FileSheets) => SheetChange | undefined>(
      (file) => ({ do: 'insertRow', sheet: '标准', cells: ['88', ...(table(file)?.columns.slice(1) ?? []).map(() => '5')] }),
      (file) => ({ do: 'insertRow', sheet: '标准', after: '1', cells: ['77', ...(table(file)?.columns.slice(1) ?? []).map(() => '5元')] }),
      () => ({ do: 'duplicate', sheet: '标准', row: '1' }),
      () => ({ do: 'removeRows', sheet: '标准', rows: ['1'] }),
      (file) => ({
        do: 'insertColumn',
        sheet: '标准',
        after: 'c1',
        head: '66',
        cells: (table(file)?.rows.slice(1) ?? []).map(() => '1元'),
      }),
      () => ({ do: 'removeColumn', sheet: '标准', column: 'c1' }),
      () => ({ do: 'paste', at: { sheet: '标准', row: '1', column: 'a1' }, block: '41\t1元\r\n42\t2元\r\n43\t3元\r\n' }),
    );
    fc.assert(
      fc.property(drawn, fc.array(step, { minLength: 1, maxLength: 4 }), (text, steps) => {
        let now = text;
        for (const change of steps) {
          const file = sheetsIn(now);
          const wanted = change(file);
          if (wanted) now = applied(now, editSheet(file, wanted));
          const after = sheetsIn(now);
          expect(after.complete).toBe(true);
          expect(table(after)?.problems).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('a cell is written while another line cannot be read', () => {
  const text = `政策 “甲” {
  险种 职工
  自 2023-01-01 起
  定义 坏 : 金额 = 1元 再说
  定义 好 : 金额 = 暂按 5元 待定 “估”
  待遇 慢病 {
    报销比例
    起付线 100元 每次
  }
}
`;
  const file = sheetsIn(text);
  expect(file.complete).toBe(false);
  const changes = [
    { sheet: 'settings', row: '自', column: 'value', text: '2024-01-01' },
    { sheet: 'parameters', row: '好', column: 'value', text: '6' },
    { sheet: '慢病', row: '起付线', column: 's1', text: '200' },
  ];
  const edited = editSheet(file, { do: 'cells', changes });
  expect(edited.cells.map(({ written, problem }) => written ?? problem?.what.zh)).toEqual(['2024-01-01', '暂按 6元 待定 “估”', '200元']);
  expect(applied(text, edited)).toBe(text.replace('2023-01-01', '2024-01-01').replace('暂按 5元', '暂按 6元').replace('100元', '200元'));
});
