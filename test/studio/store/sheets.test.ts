import { describe, expect, it } from 'vitest';
import { cellNow, sheets, sheetsRead } from '../../../studio/store/sheets.ts';
import { sheetsIn } from '../../language/sheets/kit.ts';

const WHOLE = `政策 “甲” {
  待遇 乙 {
    适用 医疗类别 是 普通门诊
    报销比例 70%
    支付 由 统筹基金 从 政策范围内
  }
}
`;
const EMPTY = { version: -1, read: undefined, placed: [], lost: {} };
const whole = sheetsIn(WHOLE);
const broken = { ...whole, text: `${WHOLE}x`, sheets: [], complete: false };

describe('sheets of a file that is being written', () => {
  it('stay as they last were while they cannot be read, and go when they were taken away', () => {
    const first = sheetsRead(EMPTY, 1, whole);
    const half = sheetsRead(first, 2, broken);
    expect(Object.keys(half.lost)).toEqual(whole.sheets.map(({ id }) => id));
    expect(Object.values(half.lost)[0]?.text).toBe(WHOLE);
    const still = sheetsRead(half, 3, { ...broken, text: `${WHOLE}xy` });
    expect(Object.values(still.lost)[0]?.text).toBe(WHOLE);
    expect(sheetsRead(still, 4, { ...broken, complete: true }).lost).toEqual({});
    expect(sheetsRead(still, 4, whole).lost).toEqual({});
  });
  it('of an older text or another file do not count', () => {
    const first = sheetsRead(EMPTY, 5, whole);
    expect(sheetsRead(first, 4, broken)).toBe(first);
    expect(sheetsRead(first, 4, { ...broken, file: 'b.yice' }).lost).toEqual({});
  });
});

const TWO = `政策 “甲” {
  字段 等级 : 枚举 { 一级、二级 }
  定义 率 : 比例 =
    | 等级 | →   |
    | 一级 | 50% |
    | 二级 | 60% |
  待遇 乙 {
    适用 医疗类别 是 普通门诊
    报销比例 70%
    支付 由 统筹基金 从 政策范围内
  }
}
`;
const same = (before: string, after: string): readonly string[] => {
  const first = sheetsRead(EMPTY, 1, sheetsIn(before));
  const second = sheetsRead(first, 2, sheetsIn(after));
  return second.placed.flatMap((one) => (first.placed.includes(one) ? [one.sheet.title] : []));
};

describe('a sheet is the same object', () => {
  it('while letters come and go elsewhere', () => {
    expect(same(TWO, TWO.replace('政策 “甲” {', '政策 “甲” {\n  // 一句话'))).toEqual(expect.arrayContaining(['率', '乙']));
    expect(same(TWO, TWO.replace('70%', '75%'))).toContain('率');
  });
  it('until something of it is written otherwise', () => {
    expect(same(TWO, TWO.replace('70%', '75%'))).not.toContain('乙');
    expect(same(TWO, TWO.replace('60%', '65%'))).not.toContain('率');
    expect(same(TWO, TWO.replace('普通门诊', '普通住院'))).not.toContain('乙');
    expect(same(TWO, TWO.replace('  待遇', '  新增 待遇'))).not.toContain('乙');
    // What can be chosen in its heads.
    expect(same(TWO, TWO.replace('一级、二级 }', '一级、二级、三级 }'))).not.toContain('率');
  });
  it('and its cells are found where they stand now', () => {
    const moved = TWO.replace('政策 “甲” {', '政策 “甲” {\n  // 一句话');
    sheets.setState(sheetsRead(sheetsRead(EMPTY, 1, sheetsIn(TWO)), 2, sheetsIn(moved)), true);
    const table = sheets.getState().placed.find(({ sheet }) => sheet.title === '率')?.sheet;
    const cells = table?.rows.flatMap(({ id: row }) => table.columns.map(({ id: column }) => cellNow({ sheet: table.id, row, column })));
    expect(cells?.map((one) => one && moved.slice(one.start, one.end).trim())).toEqual(['一级', '50%', '二级', '60%']);
    expect(cellNow({ sheet: table?.id ?? '', row: 'x', column: 'y' })).toBeUndefined();
    sheets.setState(sheets.getInitialState(), true);
  });
});
