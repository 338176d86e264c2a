import { describe, expect, it } from 'vitest';
import type { Card } from '../../../../../studio/views/write/table/cards.ts';
import { cardsOf, grouped, holds, inColumns, isAdded, piecesOf } from '../../../../../studio/views/write/table/cards.ts';
import {
  bodyRows,
  cellOf,
  columnsOf,
  coverage,
  filledColumns,
  gridCell,
  readable,
} from '../../../../../studio/views/write/table/sheet-cells.ts';
import { sheetsIn } from '../../../../language/sheets/kit.ts';

const TEXT = `修订 “甲” 自 2023-01-01 起 {
  慢病.报销比例 由 70% 改为 75%
  新增 定义 比例表 : 比例 =
    | 机构等级 ＼ 人员类别     | 在职 | 退休 |
    | 三级                     | 50%  | 60%  |
    | 二级、一级、未定级、药店 | 60%  | 70%  |
  新增 定义 限额表 : 金额 =
    | 人员类别 | →       |
    | 在职     | 20000元 |
    | 退休     | 待定 “未写” |
  新增 待遇 门诊统筹 {
    出处 访谈 “一句”
    适用 医疗类别 是 普通门诊
    报销比例 比例表
    限额 支付 限额表 累计于 年门诊
    支付 由 统筹基金 从 政策范围内
  }
}
`;
const file = sheetsIn(TEXT);
const cards = cardsOf(file, {});
const titled = (all: readonly Card[]): readonly string[] => all.map(({ sheet }) => (sheet.kind === 'changes' ? '改动' : sheet.title));
const of = (title: string) => {
  const found = file.sheets.find((one) => one.title === title);
  if (!found) throw new Error(title);
  return found;
};

describe('a file as cards', () => {
  it('begins with its changes and benefits, and folds away what holds for all of it', () => {
    expect(titled(cards.rules).slice(0, 2)).toEqual(['改动', '门诊统筹']);
    expect(cards.ground.map(({ sheet }) => sheet.kind)).toContain('settings');
  });

  it('shows a definition under the line that rests on it and nowhere else', () => {
    const benefit = cards.rules.find(({ sheet }) => sheet.title === '门诊统筹');
    expect(Object.values(benefit?.below ?? {}).map(({ sheet }) => sheet.title)).toEqual(['比例表', '限额表']);
    expect(titled(cards.rules)).not.toContain('比例表');
  });

  it('loses no sheet: each is a card, stands below one, or is nested in one', () => {
    const shown = [...cards.rules, ...cards.ground].flatMap(({ sheet, below }) => [
      sheet.id,
      ...Object.values(below).map((one) => one.sheet.id),
    ]);
    expect(file.sheets.filter(({ id }) => !shown.includes(id)).map(({ id }) => id)).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('keeps a sheet that cannot be read now, as it last could be', () => {
    const lost = { 慢病: { sheet: of('门诊统筹'), text: TEXT } };
    expect(cardsOf({ ...file, sheets: [] }, lost).rules.map((card) => [card.sheet.title, card.lost])).toEqual([['门诊统筹', true]]);
  });

  it('knows what is added, what holds a text, and what a line says', () => {
    expect([isAdded(of('门诊统筹'), TEXT), isAdded({ ...of('门诊统筹'), range: { start: 0, end: 9 } }, TEXT)]).toEqual([true, false]);
    const benefit = cards.rules.find(({ sheet }) => sheet.title === '门诊统筹');
    expect([benefit && holds(benefit, '２００００'), benefit && holds(benefit, '没有')]).toEqual([true, false]);
    const sheet = of('门诊统筹');
    const cap = sheet.lines?.find(({ kind }) => kind === 'cap');
    expect(cap && piecesOf(cap, sheet, TEXT).map(({ words, col }) => words ?? col)).toEqual(['支付', 0, 1]);
  });

  it('tells the parts of a condition from what joins them', () => {
    const text = TEXT.replace(/适用 医疗类别 是 [^\n]*/u, '适用 医疗类别 是 急诊 且 困难 且 病种数 ≥ 2');
    const sheet = sheetsIn(text).sheets.find(({ title }) => title === '门诊统筹');
    const applies = sheet?.lines?.find(({ kind }) => kind === 'applies');
    if (!sheet || !applies) throw new Error('no condition');
    const told = grouped(piecesOf(applies, sheet, text)).map((group) => group.map(({ words, col }) => words ?? col));
    expect(told).toEqual([['医疗类别 是', 0], ['且'], ['困难'], ['且'], ['病种数 ≥', 1]]);
  });

  it('lays cards into columns by what there is', () => {
    const columns = inColumns(cards.rules, 2);
    expect(columns.flat().length).toBe(cards.rules.length);
    expect(columns.every((column) => column.length > 0)).toBe(true);
  });
});

describe('a sheet in the grid', () => {
  const table = of('比例表');
  it('has its heads in the head and reads amounts with separators', () => {
    expect(bodyRows(table).length).toBe(2);
    expect(columnsOf(table, TEXT, ({ title }) => title).map(({ title, kind }) => [title, kind])).toEqual([
      [expect.stringContaining('机构等级'), undefined],
      ['在职', 'number'],
      ['退休', 'number'],
    ]);
    expect(['20000元', '1000.50元', '-1234567元', '75%', '2 以上'].map(readable)).toEqual([
      '20,000 元',
      '1,000.50 元',
      '-1,234,567 元',
      '75%',
      '2 以上',
    ]);
  });

  it('counts what its heads stand for', () => {
    expect(coverage(table, TEXT)).toEqual({
      axes: [
        { title: '机构等级', count: 5 },
        { title: '人员类别', count: 2 },
      ],
      cells: 10,
      drawn: 4,
    });
    expect(coverage(of('限额表'), TEXT)?.cells).toBe(2);
  });

  it('edits the text as written, marks what is open, and leaves what was lost alone', () => {
    const amounts = of('限额表');
    const cell = (row: number, dim = false) => gridCell(cellOf(amounts, TEXT, row, 1), { problem: undefined, looked: false, dim });
    const [first = 0, second = 0] = bodyRows(amounts);
    expect(cell(first)).toMatchObject({ text: '20,000 元', edit: '20000元', editable: true });
    expect(cell(second)).toMatchObject({ mark: 'open' });
    expect(cell(first, true)).toMatchObject({ editable: false, dim: true });
  });

  it('leaves out places that no line uses', () => {
    for (const sheet of file.sheets) expect(filledColumns(sheet).length).toBeGreaterThan(0);
  });
});

describe('a card whose text is unfinished', () => {
  it('keeps its place', () => {
    const text = TEXT.replace(
      '新增 待遇 门诊统筹',
      '新增 待遇 住院 {\n    适用 医疗类别 是 普通住院\n    报销比例 70%\n    支付 由 统筹基金 从 政策范围内\n  }\n  新增 待遇 门诊统筹',
    );
    const all = sheetsIn(text);
    const order = titled(cardsOf(all, {}).rules);
    const gone = all.sheets.find(({ title }) => title === '住院');
    if (!gone) throw new Error('住院');
    const without = { ...all, sheets: all.sheets.filter((one) => one !== gone) };
    expect(titled(cardsOf(without, { 住院: { sheet: gone, text } }).rules)).toEqual(order);
  });
});
