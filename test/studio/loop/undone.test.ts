import { describe, expect, it } from 'vitest';
import { cellNear, placesIn } from '../../../studio/loop/cells-at.ts';
import { undoneWords } from '../../../studio/loop/undone.ts';
import { sheetsIn } from '../../language/sheets/kit.ts';

const TEXT = `政策 “甲” {
  定义 门诊比例 : 比例 =
    | 机构等级 ＼ 人员类别 | 在职 | 退休 |
    | 三级                 | 55%  | 60%  |
    | 二级                 | 60%  | 70%  |
  待遇 慢病 {
    适用 医疗类别 是 门诊慢特病
    报销比例 70%
    支付 由 统筹基金 从 政策范围内
  }
}
`;
const file = sheetsIn(TEXT);
const said = (after: string, read = file) => undoneWords('undo', TEXT, after, read);

describe('what undo says', () => {
  it('names the cell by the heads of its row and column', () => {
    expect(said(TEXT.replace('55%', '50%')).zh).toBe('撤销：门诊比例 三级 在职 55% → 50%');
  });
  it('names the line of a rule', () => {
    expect(said(TEXT.replace('报销比例 70%', '报销比例 75%')).zh).toBe('撤销：慢病 报销比例 70% → 75%');
    expect(said(TEXT.replace('报销比例 70%', '报销比例 75%')).en).toBe('Undone: 慢病 报销比例 70% → 75%');
  });
  it('names the line of the text where no cell is, and says when there was nothing', () => {
    expect(undoneWords('redo', TEXT, TEXT.replace('待遇 慢病', '待遇 慢病种'), undefined).zh).toMatch(/^重做：第 6 行/);
    expect(said(TEXT).zh).toBe('没有可撤销的');
  });
});

describe('the cell at a place of the text', () => {
  const at = (text: string) => {
    const near = cellNear(file, TEXT.indexOf(text));
    return near && TEXT.slice(near.start, near.end);
  };
  it('is the one there, or the nearest on the line', () => {
    expect([at('60%'), at('|  60%'), at('报销比例 70')]).toEqual(['60%', undefined, '70%']);
    expect(at('三级  ')).toBe('三级');
  });
  it('is the narrowest of those around', () => {
    const place = TEXT.indexOf('55%');
    expect(placesIn(file, place, place + 3).map(({ start, end }) => TEXT.slice(start, end))[0]).toBe('55%');
  });
});
