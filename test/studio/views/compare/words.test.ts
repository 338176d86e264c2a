import { describe, expect, it } from 'vitest';
import { quantityText, ruleName } from '../../../../studio/strings/quantities.ts';
import { sayIn } from '../../../../studio/strings/strings.ts';
import { compareWords } from '../../../../studio/views/compare/strings.ts';
import { differenceText, gapText, valueText, whoText } from '../../../../studio/views/compare/words.ts';

const zh = sayIn(compareWords, 'zh');
const en = sayIn(compareWords, 'en');
const source = { file: 'a.yice', start: 0, end: 1, line: 1 };

describe('values', () => {
  it.each([
    ['100000', { kind: 'money', scale: '1' }, '1,000 元', '1,000 yuan'],
    ['12345678', { kind: 'money', scale: '1' }, '123,456.78 元', '123,456.78 yuan'],
    ['70', { kind: 'ratio', scale: '100' }, '70%', '70%'],
    ['-1', { kind: 'points', scale: '20' }, '\u22125 个百分点', '\u22125 points'],
    ['12', { kind: 'months' }, '12 个月', '12 months'],
  ] as const)('%s', (value, type, chinese, english) => {
    expect(quantityText(value, type, 'zh')).toBe(chinese);
    expect(quantityText(value, type, 'en')).toBe(english);
  });

  it('say what is open or assumed', () => {
    const type = { kind: 'ratio', scale: '100' } as const;
    expect(valueText({ kind: 'open', type, source, quotes: [] }, zh, 'zh')).toBe('待定');
    expect(valueText({ kind: 'assumed', value: '68', type, source, quotes: [] }, zh, 'zh')).toBe('暂按 68%');
    expect(valueText(undefined, zh, 'zh')).toBe('—');
  });

  it('differences have a sign; what is new or gone says so', () => {
    const money = { kind: 'money', scale: '1' } as const;
    const change = { address: '甲', group: '甲', how: 'changed' as const };
    expect(differenceText({ ...change, difference: { value: '100000', type: money } }, zh, 'zh')).toBe('+1,000 元');
    expect(differenceText({ ...change, difference: { value: '-100000', type: money } }, en, 'en')).toBe('\u22121,000 yuan');
    expect(differenceText({ ...change, how: 'gone' }, zh, 'zh')).toBe('没有了');
  });

  it.each([
    ['门诊慢性病.报销比例', '门诊慢性病', '报销比例'],
    ['慢病限额[2 以上]', '门诊慢性病', '慢病限额 · 2 以上'],
    ['门诊比例[三级, 在职]', '门诊统筹', '门诊比例 · 三级, 在职'],
  ])('%s under %s', (address, group, name) => {
    expect(ruleName({ address, group })).toBe(name);
  });
});

describe('who', () => {
  it('the narrowest trait first, days apart', () => {
    const traits = [
      { field: '医疗类别', members: ['普通门诊', '定点药店购药'] },
      { field: '人员类别', members: ['退休'] },
      { field: '参保日', until: '2022-07-01' },
    ];
    expect(whoText(traits, zh)).toEqual({ who: '退休 · 普通门诊、定点药店购药', when: '参保日 2022-07-01 及以前' });
    expect(whoText([], en).who).toBe('Everyone');
    expect(whoText([{ field: '认定病种数', from: 2 }], zh).who).toBe('认定病种数 2 及以上');
    expect(whoText([{ field: '建档立卡', value: false }], zh).who).toBe('不是建档立卡');
  });

  it('the largest difference, or both ends', () => {
    expect(gapText({ most: '1000.00' }, zh)).toBe('最多 +1,000');
    expect(gapText({ most: '93.85', least: '-60.00' }, zh)).toBe('\u221260 到 +93.85');
  });
});
