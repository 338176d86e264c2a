import { describe, expect, it } from 'vitest';
import { figureOf, summed } from '../../../../studio/views/check/select.ts';
import type { ScenarioOutcome } from '../../../../studio/worker/protocol.ts';

const range = { file: 'a.yice', start: 0, end: 1 };
const tick = { label: '支付', expected: '1.00元', actual: '1.00元', pass: true, range, event: 0 };
const scenario = (title: string, policy: string, pass: boolean, ticks = 1): ScenarioOutcome => ({
  title,
  policy,
  range,
  pass,
  stream: { events: [], openings: [], suppose: {} },
  ticks: Array.from({ length: ticks }, () => tick),
});

describe('scenarios at a glance', () => {
  it('those that differ stand first, others keep their order, other policies stay away', () => {
    const { own, failing, ticks } = summed(
      [scenario('一', '甲', true, 3), scenario('二', '乙', false), scenario('三', '甲', false, 2), scenario('四', '甲', true)],
      '甲',
    );
    expect([own.map(({ title }) => title), failing, ticks]).toEqual([['三', '一', '四'], 1, 6]);
  });
  it.each([
    ['1300.00元', '1,300.00'],
    ['-1100.05元', '−1,100.05'],
    ['不享受', '不享受'],
    ['待定: 原文未写 3000元', '待定: 原文未写 3000元'],
  ])('%s is read as %s', (text, shown) => {
    expect(figureOf(text)).toBe(shown);
  });
});
