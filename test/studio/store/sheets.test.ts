import { describe, expect, it } from 'vitest';
import { sheetsRead } from '../../../studio/store/sheets.ts';
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
