import { describe, expect, it } from 'vitest';
import { respell } from '../../../language/format/respell.ts';

describe('respell', () => {
  it.each([
    ['en', '起付线 200元 每次', 'deductible 200 yuan each_visit'],
    ['zh', 'deductible 200 yuan each_visit', '起付线 200元 每次'],
    ['en', '累计 甲 = 合计 乙.支付 每 参保人、丙', 'accumulate 甲 = sum 乙.pay per insured, 丙'],
    ['zh', 'accumulate 甲 = sum 乙.pay per insured, 丙', '累计 甲 = 合计 乙.支付 每 参保人、丙'],
    ['zh', '  适用 真   // 说明', '  适用 真'],
    ['zh', '// 一行\n适用 真', '\n适用 真'],
    ['en', '文件 “起付线.txt”', 'file “起付线.txt”'],
  ] as const)('%s: %s', (language, text, spelled) => {
    const inside = (body: string): string => `政策 “甲” {\n待遇 乙 {\n${body}\n}\n}`;
    expect(respell(inside(text), language).split('\n').slice(2, -2).join('\n')).toBe(spelled);
  });
});
