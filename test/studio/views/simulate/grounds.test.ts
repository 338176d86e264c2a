import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../../studio/strings/strings.ts';
import { groundsOf } from '../../../../studio/views/simulate/grounds.ts';
import { paintsOf, remarksOf } from '../../../../studio/views/simulate/marks.ts';
import { noteOf } from '../../../../studio/views/simulate/notes.ts';
import { mostTelling, stepsOf } from '../../../../studio/views/simulate/select.ts';
import { simulateWords } from '../../../../studio/views/simulate/strings.ts';
import { settlement } from '../../../kit/mianyang-answers.ts';

const text = readFileSync('policies/510700-绵阳市/amendments/2023-01-01-职工门诊共济.yice', 'utf8');
const [first, , third] = settlement(text).answers;
if (!first || !third) throw new Error('the hand-made stream has three visits');
const steps = stepsOf(third);
const stepAt = (address: string) => {
  const step = steps.find((one) => one.line.address === address);
  if (!step) throw new Error(address);
  return step;
};
const piece = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);

describe('what a step rests on', () => {
  it('a payment that a cap cut shows the cap, its row and its sentence', () => {
    const grounds = groundsOf(stepAt('门诊统筹.支付').line, third);
    expect(piece(grounds.focus)).toContain('限额 支付');
    expect(grounds.rows.map((row) => row.name)).toEqual(['门诊限额[在职]']);
    expect(grounds.citations.map((one) => one.quote)).toEqual(['在职职工每年不超过2000元,退休职工每年不超过2500元']);
  });
  it('a ratio shows its row', () => {
    expect(groundsOf(stepAt('门诊统筹.应付').line, third).rows.map((row) => row.name)).toEqual([
      '门诊比例[二级、一级、未定级、药店, 在职]',
    ]);
  });
});

describe('on the rule text', () => {
  const looked = stepAt('门诊统筹.支付');
  const grounds = groundsOf(looked.line, third);
  it('what is looked at is painted as such, the deductible as borne', () => {
    expect(paintsOf(steps, looked, grounds).map((paint) => paint.tone)).toEqual(['cash', 'fund', 'looked', 'looked']);
  });
  it('its result stands beside what it rests on', () => {
    expect(remarksOf(steps, looked, grounds.focus).find((remark) => remark.address === looked.line.address)).toMatchObject({
      offset: grounds.focus.start,
      text: '③ 1,300.00',
    });
  });
});

describe('first looked at', () => {
  it('is the cap that cut, else the ratio', () => {
    expect([mostTelling(third), mostTelling(first), mostTelling(undefined)]).toEqual(['门诊统筹.支付', '门诊统筹.应付', undefined]);
  });
});

describe('beside the bars', () => {
  const zh = sayIn(simulateWords, 'zh');
  const row = (kind: 'copay' | 'capCut' | 'posting', address: string) => ({
    kind,
    label: '',
    address,
    amount: '0.00',
    shown: '0.00',
    stretches: [],
    joint: undefined,
    inner: true,
  });
  it('the own share is what the formula leaves', () => {
    expect(noteOf(row('copay', '门诊统筹.应付'), steps, zh, 'zh')).toEqual({ formula: '4,000.00 × 60% 之外', mark: '②' });
  });
  it('the cut is what was payable less what is paid', () => {
    expect(noteOf(row('capCut', '门诊统筹.支付'), steps, zh, 'zh').formula).toBe('2,400.00 \u2212 1,300.00');
  });
  it('a cap over several visits is said in words, and says what was used before', () => {
    expect(noteOf(row('posting', '门诊统筹.支付'), steps, zh, 'zh').formula).toBe('已用 700.00，限 2,000.00');
  });
});
