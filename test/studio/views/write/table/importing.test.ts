import { describe, expect, it } from 'vitest';
import { editSheet } from '../../../../../language/sheets/edit.ts';
import { fitted } from '../../../../../studio/views/write/table/fitting.ts';
import { changeOf, linesOf } from '../../../../../studio/views/write/table/importing.ts';
import { sheetsIn } from '../../../../language/sheets/kit.ts';

const TEXT = `政策 “甲” {
  定义 比例 : 比例 =
    | 级别 ＼ 身份 | 在职 | 退休 |
    | 三级         | 50%  | 60%  |
    | 二级         | 60%  | 70%  |
}
`;

describe('what an import would write', () => {
  it('tells the cells that change and those that cannot, with what stands there now, and nothing of the others', () => {
    const file = sheetsIn(TEXT);
    const sheet = file.sheets.find(({ kind }) => kind === 'table');
    const fit =
      sheet &&
      fitted(sheet, TEXT, [
        ['级别', '在职', '退休'],
        ['三级', '55%', '60%'],
        ['二级', '好多', '70%'],
        ['一级', '80%', '?'],
      ]);
    if (!sheet || !fit) throw new Error('the table is not found');
    const lines = linesOf(sheet, editSheet(file, changeOf(sheet, fit)), 'zh');
    const [first, second, ...added] = lines;
    expect(first).toEqual({ row: 1, col: 1, text: '55%', before: '50%' });
    expect(second).toMatchObject({ row: 2, col: 1, text: '好多', before: '60%' });
    expect(second?.problem).toContain('好多');
    expect(added.map(({ row, col, problem }) => [row, col, problem !== undefined])).toEqual([
      [3, 0, true],
      [3, 1, true],
      [3, 2, true],
    ]);
  });
});
