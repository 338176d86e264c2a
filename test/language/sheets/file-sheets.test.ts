import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import type { Sheet } from '../../../language/sheets/sheet.ts';
import { allCells, cellsOf, FILES, sheetsIn } from './kit.ts';

const POLICY = `政策 “甲” {
  险种 职工
  自 2023-01-01 起
  累计 年慢病 = 合计 慢病.支付 当 医疗类别 是 门诊慢特病 每 参保人、自然年(就诊日)
  // 按访谈
  定义 限额 : 金额 =
    | 人员类别 ＼ 次 | 1      | 2 以上 |
    | 在职            | 2000元 | 暂按 1500元 待定 “未写” |
    | 退休            | 2500元 | 待定 “没有写” |  // 退休
  待遇 慢病 {
    适用 医疗类别 是 门诊慢特病、普通门诊 且 次 ≥ 2
    起付线 暂按 0元 待定 “未写起付线” 每次
    报销比例 70%
    例外 提高 当 人员类别 是 退休 : 加 5个百分点
    限额 支付 累计于 年慢病
      | 人员类别 | → |
      | 在职 | 5000元 |
      | 退休 | 6000元 |
    支付 由 统筹基金 从 政策范围内、先行自付
  }
  分段 大病段 {
    至 1万元 : 0%
    至 5万元 : 60%
    以上 : 70%
  }
  倾斜 困难 当 身份 含 低保 { 慢病.报销比例 加 4个百分点; 限额 乘以 110% }
}
`;

const file = sheetsIn(POLICY);
const sheet = (id: string): Sheet => {
  const found = file.sheets.find((one) => one.id === id);
  if (!found) throw new Error(`${id}: ${file.sheets.map((one) => one.id).join(' ')}`);
  return found;
};
const sentences = (id: string): readonly string[] =>
  (sheet(id).lines ?? []).map(({ parts }) =>
    parts.map(({ start, end, column }) => (column ? `[${file.text.slice(start, end)}]` : file.text.slice(start, end))).join(''),
  );
const rows = (id: string): readonly string[] =>
  sheet(id).rows.map((row) =>
    cellsOf(file, sheet(id))
      .filter((cell) => cell.row === row.id)
      .map(({ text }) => text)
      .join(' | '),
  );

describe('a policy as sheets', () => {
  it('shows a benefit as sentences with its values in them', () => {
    expect(sentences('慢病')).toEqual([
      '适用 医疗类别 是 [门诊慢特病、普通门诊] 且 次 ≥ [2]',
      '起付线 暂按 [0元] 待定 [“未写起付线”] [每次]',
      '报销比例 [70%]',
      '例外 提高 当 人员类别 是 [退休] : 加 [5个百分点]',
      '限额 支付 [累计于 年慢病]\n      ',
      '支付 由 [统筹基金] 从 [政策范围内、先行自付]',
    ]);
    expect(sheet('慢病').lines?.[4]?.nested).toBe('慢病.限额');
    expect(rows('慢病.限额')).toEqual(['在职 | 5000元', '退休 | 6000元']);
  });

  it('shows a cross-tab with the heads of its columns, and remarks beside the rows', () => {
    expect(rows('限额')).toEqual(['1 | 2 以上', '在职 | 2000元 | 暂按 1500元 待定 “未写”', '退休 | 2500元 | 待定 “没有写”']);
    expect(sheet('限额').rows.map(({ remark }) => remark)).toEqual([undefined, undefined, '退休']);
    expect(cellsOf(file, sheet('限额')).map(({ kind }) => kind)).toEqual([
      'head',
      'head',
      'head',
      'value',
      'assumed',
      'head',
      'value',
      'open',
    ]);
  });

  it('says what may be written: types, units, the values of a field', () => {
    const { columns, cells, allowed } = sheet('限额');
    const at = (row: number, column: number) => allowed[cells.allowed[row * columns.length + column] ?? 0];
    expect(at(1, 0)).toMatchObject({ type: 'enum', values: ['在职', '退休'] });
    expect(at(1, 1)).toMatchObject({ type: 'money', unit: '元', editable: true });
  });

  it('takes what the bands are of from their figures', () => {
    const figures = (text: string) => {
      const bands = sheetsIn(`政策 “甲” {\n  分段 价 {\n${text}\n  }\n}\n`).sheets.find(({ id }) => id === '价');
      return [...(bands?.cells.allowed ?? [])].map((at) => bands?.allowed[at]?.type);
    };
    expect(figures('    至 待定 “未写” : 300元\n    至 90天 : 250元\n    以上 : 暂按 180元 待定 “未写”')).toEqual([
      'days',
      'money',
      'days',
      'money',
      'days',
      'money',
    ]);
    expect(figures('    至 10 : 1个百分点\n    以上 : 0个百分点')?.slice(0, 2)).toEqual(['number', 'points']);
    expect(figures('    至 线 : 高\n    以上 : 低')?.slice(0, 2)).toEqual(['money', 'ratio']);
  });

  it('gathers single lines, bands and tilts', () => {
    expect(rows('accumulators')).toEqual(['年慢病 | 慢病.支付 | 医疗类别 是 门诊慢特病 | 参保人、自然年(就诊日)']);
    expect(rows('settings')).toEqual(['险种 | 职工', '自 | 2023-01-01']);
    expect(rows('大病段')).toEqual(['1万元 | 0%', '5万元 | 60%', '70%']);
    expect(sentences('困难')).toEqual(['[慢病.报销比例] 加 [4个百分点]', '[限额] 乘以 [110%]']);
    expect(rows('open').map((row) => row.split(' | ').at(-1))).toEqual(['“未写”', '“没有写”', '“未写起付线”']);
  });
});

describe('a half-written file', () => {
  it('keeps the row that cannot be read, with what it lacks', () => {
    const broken = sheetsIn(POLICY.replace('2500元', ''));
    const table = broken.sheets.find(({ id }) => id === '限额');
    expect(broken.complete).toBe(false);
    expect(table?.rows.map(({ role }) => role)).toEqual(['head', undefined, 'broken']);
    expect(table && cellsOf(broken, table).filter(({ row }) => row === '2')).toMatchObject([
      { text: '退休', kind: 'head' },
      { text: '', kind: 'empty' },
      { text: '待定 “没有写”', kind: 'open' },
    ]);
    expect(table?.problems).toMatchObject([{ row: '2', column: 'c1' }]);
  });

  it('leaves a line that cannot be read as text and shows the others', () => {
    const text = POLICY.replace('报销比例 70%', '报销比例 70% 再说');
    const broken = sheetsIn(text);
    expect(broken.sheets.find(({ id }) => id === '慢病')?.lines?.map(({ word }) => word)).toContain('起付线');
    expect(sheetsIn(`${POLICY}\n随便写`).rest.map(({ start, end }) => `${POLICY}\n随便写`.slice(start, end))).toEqual(['随便写']);
  });
});

describe('every policy of the repository', () => {
  it.each(FILES)('$path: cells stand in their rows, sheets have names of their own', ({ text }) => {
    const shown = sheetsIn(text);
    expect(shown.complete).toBe(true);
    const ids = shown.sheets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of shown.sheets) {
      expect(one.cells.starts.length).toBe(one.rows.length * one.columns.length);
      expect(new Set(one.rows.map(({ id }) => id)).size).toBe(one.rows.length);
      expect(one.problems).toEqual([]);
    }
    for (const { start, end, text: cell } of allCells(shown)) {
      expect(start).toBeLessThan(end);
      expect(cell.trim()).toBe(cell);
    }
  });

  it('whatever has a number shows it in a cell', () => {
    const missing = FILES.flatMap(({ path, text }) => {
      const shown = sheetsIn(text);
      const cells = allCells(shown);
      const inside = (at: number): boolean =>
        cells.some(({ start, end }) => start <= at && at < end) || shown.rest.some(({ start, end }) => start <= at && at < end);
      return parse({ path, text }).tokens.flatMap(({ kind, start, text: figure }) =>
        kind !== 'number' || inside(start) ? [] : [`${path}: ${figure}`],
      );
    });
    expect(missing).toEqual([]);
  });
});
