import { describe, expect, it } from 'vitest';
import type { Table } from '../../../language/2-syntax/node.ts';
import { parse } from '../../../language/2-syntax/parse.ts';
import { showTable } from '../../kit/notation.ts';

function read(...rows: string[]): string[] {
  const { tree, diagnostics } = parse({ path: '', text: `政策 “甲” {\n定义 乙 : 金额 =\n${rows.join('\n')}\n}` });
  if (diagnostics.length > 0) return diagnostics.map(({ code }) => code);
  const [policy] = tree.items;
  const item = policy?.kind === 'policy' ? policy.items[0] : undefined;
  return item?.kind === 'definition' ? showTable(item.value as Table) : [];
}

describe('cells', () => {
  it.each([
    ['1', '1'],
    ['2 以上', '=2‥∞'],
    ['2以上', '=2‥∞'],
    ['3元 以下', '∞‥=3 yuan'],
    ['3元 以内', '∞‥=3 yuan'],
    ['3元 以外', '3 yuan‥∞'],
    ['超过 3', '3‥∞'],
    ['不满18周岁', '∞‥18 age'],
    ['不足 5', '∞‥5'],
    ['不低于 5', '=5‥∞'],
    ['不超过 5', '∞‥=5'],
    ['不高于 5', '∞‥=5'],
    ['满5年', '=5 years‥∞'],
    ['≥ 5', '=5‥∞'],
    ['< 5', '∞‥5'],
    ['1 至 3', '=1?‥=3?'],
    ['至 3', '∞‥=3?'],
    ['[0元 至 100元)', '=0 yuan‥100 yuan'],
    ['(0元 至 1,000元]', '0 yuan‥=1000 yuan'],
    ['2 以上 不满 5', '=2‥5'],
    ['5 以上 10 以下', '=5‥=10'],
    ['超过 5 不超过 10', '5‥=10'],
    ['二级、一级', '二级、一级'],
    ['二级，一级', '二级、一级'],
    ['任意', 'any'],
    ['其他', 'other'],
    ['“其他”', '"其他"'],
    ['真', 'true'],
    ['上限 以上', '=上限‥∞'],
  ])('%s', (cell, is) => expect(read('| a | → |', `| ${cell} | 5元 |`)).toEqual(['a', `${is} → 5 yuan`]));
});

describe('tables', () => {
  it('in list form', () =>
    expect(read('| a | b | → |', '| 1 | 甲 | 5元 |', '| 任意 | 其他 | 待定 “无” |')).toEqual([
      'a | b',
      '1 | 甲 → 5 yuan',
      'any | other → open "无"',
    ]));
  it('in cross-tab form', () =>
    expect(read('| a ＼ b.c | 1 | 2 以上 |', '| 甲 | 5元 | 基数 |')).toEqual(['a ＼ b.c: 1 | =2‥∞', '甲: 5 yuan | 基数']));
  it('with remarks and blank lines between the rows', () =>
    expect(read('| a | → | // 表头', '', '// 说明', '| 1 | 5元 |')).toEqual(['a', '1 → 5 yuan']));
  it('with keywords as names in the header', () =>
    expect(read('| 次数 | 支付 | → |', '| 1 | 2 | 5元 |')).toEqual(['次数 | 支付', '1 | 2 → 5 yuan']));

  it.each([
    ['an empty cell', ['| a | → |', '| 1 | |'], ['syntax/empty-cell']],
    ['a row too short', ['| a | b | → |', '| 1 | 5元 |'], ['syntax/row-length']],
    ['a row too long', ['| a | → |', '| 1 | 5元 | 6元 |'], ['syntax/row-length']],
    ['a row that is not closed', ['| a | → |', '| 1 | 5元'], ['syntax/row-not-closed']],
    ['a header that is not closed', ['| a | →', '| 1 | 5元 |'], ['syntax/row-not-closed']],
    ['a header without →', ['| a | b |', '| 1 | 5元 |'], ['syntax/header-unclear']],
    ['a formula in a cell', ['| a | → |', '| 1 | 5元 + 6元 |'], ['syntax/formula-in-cell']],
    ['two faulty rows', ['| a | → |', '| 1 | |', '| 2 | 5元', '| 3 | 6元 |'], ['syntax/empty-cell', 'syntax/row-not-closed']],
  ])('%s', (_, rows, codes) => expect(read(...rows)).toEqual(codes));
});
