import { describe, expect, it } from 'vitest';
import type { LineAct } from '../../../../../studio/views/write/table/line-acts.ts';
import { columnActs, rowActs } from '../../../../../studio/views/write/table/line-acts.ts';
import { sheetsIn } from '../../../../language/sheets/kit.ts';

const TEXT = `政策 “甲” {
  定义 限额 : 金额 =
    | 人员类别 | →      |
    | 在职     | 2000元 |
  定义 比例 : 比例 =
    | 机构等级 ＼ 人员类别 | 在职 |
    | 三级                 | 50%  |
    | 二级、一级           | 60%  |
    | 其他                 | 70%  |
}
`;
const { sheets } = sheetsIn(TEXT);
const sheet = (title: string) => {
  const found = sheets.find((one) => one.title === title);
  if (!found) throw new Error(title);
  return found;
};
const told = (acts: readonly LineAct[]): readonly string[] =>
  acts.map((act) => [act.kind, 'value' in act ? act.value : ''].join(' ').trim());

describe('what can be done with a row or a column', () => {
  it('offers the values that no head has, and another name for the one that it has', () => {
    expect(told(rowActs(sheet('限额'), TEXT, '1'))).toEqual(['copy', 'add 退休', 'rename 在职', 'remove']);
    expect(told(columnActs(sheet('比例'), TEXT, 'c1'))).toEqual(['add 退休', 'rename 在职']);
  });

  it('offers none where a head covers the rest, and splits what shares one', () => {
    expect(told(rowActs(sheet('比例'), TEXT, '2'))).toEqual(['copy', 'split 二级', 'split 一级', 'remove']);
    expect(told(rowActs(sheet('比例'), TEXT, '3'))).toEqual(['copy', 'remove']);
  });

  it('has nothing for what is no row or column of the table', () => {
    expect(rowActs(sheet('比例'), TEXT, '＼')).toEqual([]);
    expect(columnActs(sheet('限额'), TEXT, 'r1')).toEqual([]);
  });
});
