import { describe, expect, it } from 'vitest';
import { correctedExpectation } from '../../../../studio/views/check/expectation.ts';
import type { Tick } from '../../../../studio/worker/protocol.ts';

const LINE = '  期望 { 门诊.支付 400元; 状态 待定; 个人 5元 原文 6元 有误 “多算 1 元”; 原因 “没有写” }';
const TEXT = `示例 “一” 于 “甲” {\n${LINE}\n}\n`;

const tick = (written: string, label: string, expected: string, actual: string): Tick => {
  const start = TEXT.indexOf(written);
  return { label, expected, actual, pass: false, event: 0, range: { file: 'a.yice', start, end: start + written.length } };
};

const corrected = (one: Tick, reason = '抄错'): string | undefined =>
  correctedExpectation(TEXT, one, reason)
    ?.toSorted((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, text: by }) => text.slice(0, span.start) + by + text.slice(span.end), TEXT);

describe('an expectation made what came', () => {
  it('has the new value, and the reason on a line of its own above', () => {
    const text = corrected(tick('门诊.支付 400元', '门诊.支付', '400.00元', '440.50元'));
    expect(text?.split('\n').slice(1, 3)).toEqual(['  // 门诊.支付: 400.00元 → 440.50元; 抄错', LINE.replace('400元', '440.50元')]);
  });
  it('is written without needless decimals', () => {
    expect(corrected(tick('门诊.支付 400元', '门诊.支付', '400.00元', '410.00元'))).toContain('门诊.支付 410元;');
  });
  it('keeps what is said of the source', () => {
    expect(corrected(tick('个人 5元 原文 6元 有误 “多算 1 元”', '个人', '5.00元', '7.00元'))).toContain(
      '个人 7元 原文 6元 有误 “多算 1 元”',
    );
  });
  it('can be a status, without the reasons that were shown with it', () => {
    expect(corrected(tick('状态 待定', '状态', '待定', '不享受: 还没参保'))).toContain('状态 不享受;');
  });
  it('keeps a reason on one line', () => {
    expect(corrected(tick('状态 待定', '状态', '待定', '缺项'), '第一\n  第二 ')).toContain('; 第一 第二\n');
  });
  it.each([
    tick('门诊.支付 400元', '门诊.支付', '400.00元', '待定: 没有写'),
    tick('门诊.支付 400元', '门诊.支付', '400.00元', '不享受'),
    tick('原因 “没有写”', '原因', '没有写', '别的'),
  ])('is not offered where what came cannot stand there: $label $actual', (one) => {
    expect(corrected(one)).toBeUndefined();
  });
});
