import { describe, expect, it } from 'vitest';
import { reachedParts } from '../../../../language/scenarios/reached.ts';
import type { CheckingState } from '../../../../studio/store/checking.ts';
import { checking, unseenIn } from '../../../../studio/store/checking.ts';
import { unseenOf } from '../../../../studio/views/write/unseen.ts';
import { policyText, readyFrom } from '../../../kit/policy.ts';
import { sheetsIn } from '../../../language/sheets/kit.ts';

const LAW = policyText(`
  定义 份额 : 比例 =
    | 人员类别 | →   |
    | 在职     | 50% |
    | 退休     | 60% |
  例外 低保加 当 身份 含 低保 : 加 5个百分点
  待遇 门诊 {
    适用 医疗类别 是 普通门诊
    起付线 0元 每次
    报销比例 份额
    支付 由 统筹基金 从 政策范围内
  }
  待遇 住院 {
    适用 医疗类别 是 普通住院
    起付线 0元 每次
    报销比例 90%
    支付 由 统筹基金 从 政策范围内
  }
`);
const SCENARIO = `
示例 “在职” 于 “甲” {
  参保人 甲 { 人员类别 在职 }
  就诊 2023-01-02 { 医疗类别 普通门诊; 政策范围内 100元; 全自费 0元 }
  期望 { 门诊.支付 50元 }
}
`;

async function known(): Promise<CheckingState> {
  const { built, loaded } = await readyFrom(LAW, SCENARIO);
  const parts = reachedParts(built, loaded, '甲').map((part) => ({ ...part, range: { ...part.range, file: 'a.yice' } }));
  return { ...checking.getInitialState(), reached: { policy: '甲', version: 3, parts } };
}

describe('where no scenario goes', () => {
  it('is told of the very text and policy only', async () => {
    const state = await known();
    expect(unseenIn(state, '甲', 3).length).toBeGreaterThan(0);
    expect(unseenIn(state, '甲', 4)).toEqual([]);
    expect(unseenIn(state, '乙', 3)).toEqual([]);
  });
  it('is marked on the result of a row, and on the lines of a form', async () => {
    const unseen = unseenIn(await known(), '甲', 3);
    const { sheets } = sheetsIn(LAW);
    const table = sheets.find(({ kind }) => kind === 'table');
    if (!table) throw new Error('no table');
    const marks = unseenOf(table, 'a.yice', unseen);
    expect(table.rows.map((_, row) => table.columns.map((_column, col) => marks.cell(row, col)))).toEqual([
      [undefined, undefined],
      [undefined, 'unreached'],
    ]);
    expect(unseenOf(table, 'b.yice', unseen).row(1)).toBeUndefined();
    const lines = (title: string) => {
      const form = sheets.find((one) => one.title === title);
      const own = form && unseenOf(form, 'a.yice', unseen);
      return form?.lines?.flatMap(({ word, row }) => (own?.row(form.rows.findIndex(({ id }) => id === row)) ? [word] : []));
    };
    expect(lines('门诊')).toEqual([]);
    expect(lines('住院')).toEqual(expect.arrayContaining(['报销比例', '支付']));
  });
  it('yields to a number whose nudge nobody notices', async () => {
    const state = await known();
    const at = LAW.indexOf('60%');
    const number = {
      range: { file: 'a.yice', start: at, end: at + 3 },
      written: '60%',
      owner: '份额',
      nudges: [{ written: '61%', outcome: 'unnoticed' as const }],
    };
    const nudges = { policy: '甲', version: 3, numbers: [number], places: 1, scenarios: 1, running: false };
    const table = sheetsIn(LAW).sheets.find(({ kind }) => kind === 'table');
    if (!table) throw new Error('no table');
    expect(unseenOf(table, 'a.yice', unseenIn({ ...state, nudges }, '甲', 3)).cell(1, 1)).toBe('unnoticed');
  });
});
