import { describe, expect, it } from 'vitest';
import { format } from '../../../language/format/format.ts';
import { editSheet } from '../../../language/sheets/edit.ts';
import type { SheetChange } from '../../../language/sheets/sheet.ts';
import { applied, knownTo, sheetsIn } from './kit.ts';

const TABLES = `政策 “甲” {
  待遇 慢病 {
    适用 医疗类别 是 门诊慢特病  // 只此一类
    起付线 暂按 0元 待定 “未写起付线” 每次
    报销比例 70%
    限额 支付 2万元 每次
    支付 由 统筹基金 从 政策范围内
  }
  定义 限额 : 金额 =
    | 人员类别 | →      |
    | 在职     | 2000元 |  // 在职的
    | 退休     | 2500元 |
  定义 比例 : 比例 =
    | 机构等级 ＼ 人员类别 | 在职 | 退休 |
    | 三级                 | 50%  | 60%  |
    | 二级、一级           | 60%  | 待定 “没有写” |
  分段 大病段 {
    至 1万元 : 0%
    以上 : 70%
  }
}
修订 “甲” 自 2024-01-01 起 {
  慢病.报销比例 由 70% 改为 75%
}
`;

const did = (change: SheetChange) => editSheet(sheetsIn(TABLES), change, () => knownTo(TABLES));
const write = (sheet: string, row: string, column: string, text: string, settles = false) =>
  did({ do: 'cells', changes: [{ sheet, row, column, text, ...(settles ? { settles } : {}) }] });
const lines = (change: SheetChange): readonly string[] => {
  const now = applied(TABLES, did(change)).split('\n');
  const before = TABLES.split('\n');
  return now.filter((line) => !before.includes(line)).map((line) => line.trim());
};

describe('what is typed into a cell', () => {
  it.each([
    ['限额', '1', 'r1', '３０００', '3000元'],
    ['限额', '1', 'r1', '2,400.50元', '2400.50元'],
    ['限额', '1', 'r1', '￥2400', '2400元'],
    ['限额', '1', 'r1', '1.5万', '1.5万元'],
    ['限额', '1', 'r1', '2000元/年', '2000元'],
    ['限额', '1', 'r1', '每人每年2,400元', '2400元'],
    ['限额', '1', 'r1', '待定 “没有写”', '待定 “没有写”'],
    ['限额', '1', 'a1', '退休', '退休'],
    ['限额', '1', 'a1', '在职,退休', '在职、退休'],
    ['限额', '1', 'a1', '其他', '其他'],
    ['比例', '1', 'c1', '55', '55%'],
    ['比例', '1', 'c1', '5成', '50%'],
    ['比例', '1', 'c1', '7.25成', '72.5%'],
    ['比例', '2', 'c2', '65%', '65%'],
    ['比例', '＼', 'c2', '退休、在职', '退休、在职'],
    ['慢病', '报销比例', 's1', '比例', '比例'],
    ['慢病', '报销比例', 's1', '暂按 60% 待定 “未写”', '暂按 60% 待定 “未写”'],
    ['慢病', '起付线', 's2', '新的原因', '“新的原因”'],
    ['慢病', '支付', 's1', '大病基金、统筹基金', '大病基金、统筹基金'],
    ['大病段', '1', 'upTo', '2万元', '2万元'],
    ['changes', '慢病.报销比例', 'to', '８０％', '80%'],
  ])('%s %s %s: %s', (sheet, row, column, typed, is) => {
    const { cells, edits } = write(sheet, row, column, typed);
    expect(cells[0]?.problem).toBeUndefined();
    expect(cells[0]?.written).toBe(is);
    const now = applied(TABLES, { edits, cells });
    expect(sheetsIn(now).complete).toBe(true);
    expect(now).toContain(is);
  });

  it.each([
    ['限额', '1', 'r1', '约2000', '“约2000” 不是金额。', []],
    ['限额', '1', 'r1', '75%', '“75%” 不是金额。', []],
    ['限额', '1', 'r1', '', '这一格不能空着。', []],
    ['限额', '1', 'r1', '待定', '“待定” 没有写原因。', ['待定 “原文未写”']],
    ['限额', '1', 'r1', '2000元 3000元', '“2000元 3000元” 不是金额。', []],
    ['限额', '1', 'r1', '1,00', '“1,00” 不是金额。', []],
    ['限额', '1', 'a1', '在校', '没有叫 “在校” 的取值。', ['在职', '退休']],
    ['比例', '1', 'c1', '0.75', '“0.75” 有不止一种读法。', ['75%', '0.75%']],
    ['比例', '1', 'c1', '5个百分点', '“5个百分点” 不是比例。', ['5%']],
    ['慢病', '限额', 's1', '3', '“3” 有不止一种读法。', ['3万元', '3元']],
    ['慢病', '适用', 's1', '门诊慢特病、住院', '没有叫 “住院” 的取值。', ['普通住院', '外伤住院', '转外诊治住院', '急诊转住院']],
    ['慢病', '报销比例', 's1', '没有', '没有叫 “没有” 的定义或字段。', []],
    ['慢病', '限额', 's1', '限', '没有叫 “限” 的定义或字段。', []],
    ['慢病', '报销比例', 's1', '约75%', '“约75%” 不是比例。', []],
    ['慢病', '报销比例', 's1', '70% 每次', '“70% 每次” 不是比例。', []],
    ['慢病', '支付', 's1', '没有的基金', '没有叫 “没有的基金” 的取值。', []],
    ['settings', '自', 'value', '2024-02-30', '没有 “2024-02-30” 这一天。', []],
  ])('%s %s %s: %s is refused, with what would be right', (sheet, row, column, typed, what, choices) => {
    const { cells, edits } = write(sheet, row, column, typed);
    expect(edits).toEqual([]);
    expect(cells[0]?.problem?.what.zh).toBe(what);
    expect(cells[0]?.problem?.what.en).not.toBe('');
    if (choices.length > 0) expect(cells[0]?.problem?.choices).toEqual(choices);
  });

  it('an assumption stays one until it is settled', () => {
    const kept = write('open', '慢病', 'value', '100元');
    expect(applied(TABLES, kept)).toContain('起付线 暂按 100元 待定 “未写起付线” 每次');
    for (const [sheet, row, column] of [
      ['open', '慢病', 'value'],
      ['慢病', '起付线', 's1'],
    ] as const) {
      expect(applied(TABLES, write(sheet, row, column, '100', true))).toContain('    起付线 100元 每次\n');
    }
  });

  it('what was read beyond the value is said', () => {
    expect(write('限额', '1', 'r1', '2,000元/年').cells[0]?.note?.zh).toBe(
      '写入 2000元; “/年” 是每年, 由 每次 或 累计于 来说, 没有写进这一格。',
    );
    expect(write('比例', '2', 'c2', '65%').cells[0]?.note?.zh).toBe('写入后不再是待定。');
    expect(write('比例', '1', 'c1', '5成').cells[0]?.note?.en).toBe('“5成” is 50%.');
  });

  it('bars stay in line while there is room', () => {
    expect(lines({ do: 'cells', changes: [{ sheet: '限额', row: '1', column: 'r1', text: '0元' }] })).toEqual([
      '| 在职     | 0元    |  // 在职的',
    ]);
  });
});

describe('rows and columns', () => {
  it('a row comes behind another, laid out like it', () => {
    expect(lines({ do: 'insertRow', sheet: '限额', after: '1', cells: ['其他', '9'] })).toEqual(['| 其他     | 9元    |']);
    expect(lines({ do: 'insertRow', sheet: '比例', cells: ['药店', '50', '60'] })).toEqual(['| 药店                 | 50%  | 60%  |']);
    expect(lines({ do: 'insertRow', sheet: '大病段', after: '1', cells: ['5万元', '60%'] })).toEqual(['至 5万元 : 60%']);
    expect(lines({ do: 'insertRow', sheet: 'changes', after: '慢病.报销比例', cells: ['限额[在职]', '2000元', '3000元'] })).toEqual([
      '限额[在职] 由 2000元 改为 3000元',
    ]);
  });

  it('an incomplete row is refused cell by cell', () => {
    const { edits, cells } = did({ do: 'insertRow', sheet: '限额', cells: ['在职'] });
    expect(edits).toEqual([]);
    expect(cells.map(({ problem }) => problem?.what.zh)).toEqual([undefined, '这一格不能空着。']);
  });

  it('rows go with the remark on them, one stays', () => {
    const gone = applied(TABLES, did({ do: 'removeRows', sheet: '限额', rows: ['1'] }));
    expect(gone).not.toContain('在职的');
    expect(sheetsIn(gone).complete).toBe(true);
    expect(did({ do: 'removeRows', sheet: '限额', rows: ['1', '2'] }).problem?.what.zh).toBe('表至少留一行。');
  });

  it('a row is copied below itself', () => {
    const now = applied(TABLES, did({ do: 'duplicate', sheet: '限额', row: '2' }));
    expect(now.split('| 退休     | 2500元 |')).toHaveLength(3);
    expect(sheetsIn(now).complete).toBe(true);
  });

  it('values that share a row or a column get one of their own, with the same figures', () => {
    expect(lines({ do: 'split', at: { sheet: '比例', row: '2', column: 'a1' }, values: ['一级'] })).toEqual([
      '| 二级                 | 60%  | 待定 “没有写” |',
      '| 一级                 | 60%  | 待定 “没有写” |',
    ]);
    const joined = applied(TABLES, write('比例', '＼', 'c2', '退休、在职'));
    const now = applied(
      joined,
      editSheet(sheetsIn(joined), { do: 'split', at: { sheet: '比例', row: '＼', column: 'c2' }, values: ['在职'] }, () => knownTo(joined)),
    );
    expect(now).toMatch(/\| 在职 \| 退休 +\| 在职 +\|\n +\| 三级 +\| 50% +\| 60% +\| 60% +\|/u);
    expect(sheetsIn(now).complete).toBe(true);
    // Nothing would be left, or nothing of the kind is there.
    for (const values of [['一级', '二级'], ['三级'], []])
      expect(did({ do: 'split', at: { sheet: '比例', row: '2', column: 'a1' }, values })).toMatchObject({ edits: [], problem: {} });
  });

  it('columns of a cross-tab come and go', () => {
    const wider = applied(TABLES, did({ do: 'insertColumn', sheet: '比例', after: 'c1', head: '其他', cells: ['40%', '45'] }));
    expect(wider).toContain('| 机构等级 ＼ 人员类别 | 在职 | 其他 | 退休 |\n    | 三级                 | 50%  | 40%  | 60%  |');
    expect(sheetsIn(wider).complete).toBe(true);
    const first = applied(TABLES, did({ do: 'insertColumn', sheet: '比例', head: '其他', cells: ['40%', '45'] }));
    expect(first).toContain('| 机构等级 ＼ 人员类别 | 其他 | 在职 | 退休 |');
    const narrower = applied(TABLES, did({ do: 'removeColumn', sheet: '比例', column: 'c2' }));
    expect(narrower).toContain('| 机构等级 ＼ 人员类别 | 在职 |\n    | 三级                 | 50%  |');
    expect(sheetsIn(narrower).complete).toBe(true);
  });
});

describe('blocks', () => {
  it('from a spreadsheet, quoted cells and all, rows beyond the end are added', () => {
    const at = { sheet: '限额', row: '2', column: 'a1' };
    const change: SheetChange = { do: 'paste', at, block: '退休\t"2,600"\r\n其他\t1万元/年\r\n' };
    expect(did(change).cells.map(({ problem, written }) => written ?? problem?.what.zh)).toEqual(['退休', '2600元', '其他', '1万元']);
    expect(lines(change)).toEqual(['| 退休     | 2600元 |', '| 其他     | 1万元  |']);
  });

  it('a refused cell leaves the others', () => {
    const { cells, edits } = did({ do: 'paste', at: { sheet: '比例', row: '1', column: 'c1' }, block: '55%\t约60\t1\n65%\t70' });
    expect(cells.map(({ problem, written }) => written ?? problem?.what.zh)).toEqual([
      '55%',
      '“约60” 不是比例。',
      '65%',
      '70%',
      '这一格在表的外面。',
    ]);
    const now = applied(TABLES, { edits, cells });
    expect(now).toContain('| 55%  | 60%  |');
    expect(now).toContain('| 65%  | 70% ');
  });

  it('filling down writes one cell into others', () => {
    expect(lines({ do: 'fill', from: { sheet: '限额', row: '1', column: 'r1' }, rows: ['2'] })).toEqual(['| 退休     | 2000元 |']);
  });
});

it('an empty cell of a half-written row is filled in its place', () => {
  const text = TABLES.replace('| 退休     | 2500元 |', '| 退休     |  |');
  const file = sheetsIn(text);
  const edited = editSheet(file, { do: 'cells', changes: [{ sheet: '限额', row: '2', column: 'r1', text: '2500' }] });
  const now = applied(text, edited);
  expect(now).toContain('| 退休     | 2500元 |');
  expect(format(now).diagnostics).toEqual([]);
});
