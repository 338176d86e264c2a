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

  const OTHERS = `政策 “甲” {
  分段 大病段 {
    至 1万元 : 0%
    至 5万元 : 60%
    以上 : 70%
  }
}
修订 “甲” 自 2024-01-01 起 {
  慢病.报销比例 由 70% 改为 75%
  慢病限额[2 以上] 由 1500元 改为 3000元
}
`;
  const brought = (kind: string, cells: readonly (readonly string[])[]) => {
    const file = sheetsIn(OTHERS);
    const sheet = file.sheets.find((one) => one.kind === kind);
    const fit = sheet && fitted(sheet, OTHERS, cells);
    if (!sheet || !fit) throw new Error(`${kind} is not found`);
    return { fit, lines: linesOf(sheet, editSheet(file, changeOf(sheet, fit)), 'zh') };
  };

  it('finds bands by where they end, however that is said', () => {
    const { fit, lines } = brought('bands', [
      ['费用段', '支付比例'],
      ['0-10,000元', '0%'],
      ['1万元至5万元(含)', '65%'],
      ['5万元以上', '75%'],
      ['8万元', '80%'],
    ]);
    expect(lines).toEqual([
      { row: 1, col: 1, text: '65%', before: '60%' },
      { row: 2, col: 1, text: '75%', before: '70%' },
    ]);
    expect(fit).toMatchObject({ left: 0, added: 0, foreign: ['8万元'] });
  });

  it('finds changes by their address, writes what they become, and tells of another value until now', () => {
    const { fit, lines } = brought('changes', [
      ['项目', '现行标准', '调整后标准'],
      ['慢病 报销比例', '70%', '80%'],
      ['慢病限额[2 以上]', '1600', '3500元'],
    ]);
    expect(lines).toEqual([
      { row: 0, col: 2, text: '80%', before: '75%' },
      { row: 1, col: 2, text: '3500元', before: '3000元' },
    ]);
    expect(fit).toMatchObject({ otherwise: ['慢病限额[2 以上]'], foreign: [], strange: [] });
  });
});
