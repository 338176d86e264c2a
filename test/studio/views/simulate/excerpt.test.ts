import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../../studio/strings/strings.ts';
import { excerptOf, LINES } from '../../../../studio/views/simulate/excerpt.ts';
import { simulateWords } from '../../../../studio/views/simulate/strings.ts';
import { versionName } from '../../../../studio/views/simulate/version-name.ts';
import type { OutlineNode } from '../../../../studio/worker/protocol.ts';

const text = Array.from({ length: 40 }, (_, line) => `  第${String(line + 1).padStart(2, '0')}行 50%`).join('\n');
const at = (piece: string, from = 0) => ({ file: 'a', start: text.indexOf(piece, from), end: text.indexOf(piece, from) + piece.length });
const ask = { text, outline: [], colours: [], paints: [], remarks: [] };
const node = (from: string, to: string): OutlineNode => ({
  name: '',
  word: '',
  kind: '',
  nameRange: at(from),
  range: { file: 'a', start: at(from).start, end: at(to).end },
  children: [],
});

describe('excerpt', () => {
  it('shows the innermost declaration around the focus', () => {
    expect(excerptOf({ ...ask, focus: at('第12行'), outline: [node('第10行', '第14行')] }).map((line) => line.number)).toEqual([
      10, 11, 12, 13, 14,
    ]);
  });
  it('a long declaration is cut around the focus', () => {
    const lines = excerptOf({ ...ask, focus: at('第30行'), outline: [node('第01行', '第40行')] });
    expect(lines).toHaveLength(LINES);
    expect(lines.some((line) => line.number === 30 && line.focused)).toBe(true);
  });
  it('shows a table alone and from its own left edge', () => {
    const rows = '  定义 甲 =\n    | 一 | 1 |\n    | 二 | 2 |\n  定义 乙 = 1';
    const focus = { file: 'a', start: rows.indexOf('2 |'), end: rows.indexOf('2 |') + 1 };
    const lines = excerptOf({ ...ask, text: rows, focus, rowsOnly: true });
    expect(lines.map(({ runs }) => runs.map((run) => run.text).join(''))).toEqual(['| 一 | 1 |', '| 二 | 2 |']);
  });
  it('paints the narrowest range over a run', () => {
    const [line] = excerptOf({
      ...ask,
      focus: at('第05行'),
      paints: [
        { range: at('第05行 50%'), tone: 'fund' },
        { range: at('50%', text.indexOf('第05行')), tone: 'looked' },
      ],
    });
    expect(line?.runs.map((run) => [run.text, run.paint])).toEqual([
      ['  ', undefined],
      ['第05行 ', 'fund'],
      ['50%', 'looked'],
    ]);
  });
  it('of a row shows its table alone', () => {
    const table = '定义 甲 =\n  出处 乙\n  | 级 | → |\n  | 三级 | 50% |\n  | 二级 | 60% |\n}';
    const start = table.indexOf('50%');
    const lines = excerptOf({
      ...ask,
      text: table,
      focus: { file: 'a', start, end: start + 3 },
      outline: [{ name: '', word: '', kind: '', nameRange: at('第01行'), range: { file: 'a', start: 0, end: table.length }, children: [] }],
      rowsOnly: true,
    });
    expect(lines.map((line) => line.number)).toEqual([3, 4, 5]);
  });
  it('runs join to the line', () => {
    const [line] = excerptOf({
      ...ask,
      focus: at('第05行'),
      colours: [{ start: at('第05行').start, end: at('第05行').end, kind: 'keyword' }],
    });
    expect(line?.runs.map((run) => run.text).join('')).toBe('  第05行 50%');
  });
  it('a remark stands on its line', () => {
    const [line] = excerptOf({ ...ask, focus: at('第05行'), remarks: [{ offset: at('第05行').start, text: '① 200.00', address: 'x' }] });
    expect(line?.remarks.map((remark) => remark.text)).toEqual(['① 200.00']);
  });
  it('a focus from an older, longer text shows nothing', () => {
    expect(excerptOf({ ...ask, focus: { file: 'a', start: 0, end: text.length + 5 } })).toEqual([]);
  });
});

describe('versions', () => {
  it.each([
    ['2022-01-01', '2022-01-01 版'],
    ['2022-01-01+2023-01-01', '2023-01-01 修订'],
  ])('%s is called %s', (id, name) => {
    expect(versionName(id, sayIn(simulateWords, 'zh'))).toBe(name);
  });
});
