import { describe, expect, it } from 'vitest';
import { readLiteral } from '../../../language/1-tokens/literals.ts';

const read = (text: string, inCall = false) => readLiteral({ file: '', text, inCall }, 0);
/** `value unit` of the number at the beginning of a text, and how much of it was read. */
const number = (text: string): string => {
  const one = read(text);
  if (one.kind !== 'number') return one.kind;
  const { num, den } = one.number.value;
  return `${den === 1n ? num : `${num}/${den}`} ${one.number.unit} ${text.slice(0, one.end)}`;
};
const code = (text: string, inCall = false): string | undefined => read(text, inCall).problem?.code;

describe('a number and its unit are one word', () => {
  it.each([
    ['430元', '430 yuan 430元'],
    ['430 元', '430 yuan 430 元'],
    ['1.3万元', '13000 yuan 1.3万元'],
    ['1.3万', '13000 none 1.3万'],
    ['2亿元', '200000000 yuan 2亿元'],
    ['5角', '5 jiao 5角'],
    ['64%', '64 percent 64%'],
    ['64％', '64 percent 64％'],
    ['70%改为', '70 percent 70%'],
    ['1.5‰', '3/2 permille 1.5‰'],
    ['7个百分点', '7 points 7个百分点'],
    ['8个月', '8 months 8个月'],
    ['3年度', '3 years 3年度'],
    ['3年', '3 years 3年'],
    ['26天', '26 days 26天'],
    ['60周岁', '60 age 60周岁'],
    ['2次', '2 times 2次'],
    ['72小时内', '72 hours 72小时'],
    ['12,300元', '12300 yuan 12,300元'],
    ['12，300元', '12300 yuan 12，300元'],
    ['5 yuan', '5 yuan 5 yuan'],
    ['5yuan', '5 yuan 5yuan'],
    ['1.3 wan_yuan', '13000 yuan 1.3 wan_yuan'],
    ['7 points', '7 points 7 points'],
    ['1.7', '17/10 none 1.7'],
    ['5元至10元', '5 yuan 5元'],
    ['2 以上', '2 none 2'],
    ['２０元', '20 yuan ２０元'],
    ['10 分钟', '10 none 10'],
    ['2 yuanshan', '2 none 2'],
  ])('%s', (text, is) => expect([number(text), code(text)]).toEqual([is, undefined]));
});

describe('what may read two ways is refused', () => {
  it.each([
    ['10分钟', 'tokens/unknown-unit'],
    ['60岁', 'tokens/unknown-unit'],
    ['2分段', 'tokens/number-run-on'],
    ['910元改为', 'tokens/number-run-on'],
    ['2型糖尿病', 'tokens/name-needs-quotes'],
    ['3x', 'tokens/name-needs-quotes'],
    ['1,450', 'tokens/grouping-unclear'],
    ['1,45元', 'tokens/grouping-unclear'],
    ['051070', 'tokens/leading-zero'],
    ['00', 'tokens/leading-zero'],
    ['1.2.3', 'tokens/malformed-number'],
    [`${'9'.repeat(41)}元`, 'tokens/number-too-long'],
    ['2023-02-30', 'tokens/no-such-day'],
    ['2023年13月1日', 'tokens/no-such-day'],
    ['2023/3/15', 'tokens/date-form'],
    ['2023.3.15', 'tokens/date-form'],
    ['2023年5月', 'tokens/partial-date'],
    ['2023-05', 'tokens/partial-date'],
  ])('%s', (text, says) => expect(code(text)).toBe(says));

  it.each([
    ['1,450元', 'tokens/grouping-in-brackets'],
    ['1,450', 'tokens/grouping-in-brackets'],
    ['1,2', undefined],
    ['2023,450元', undefined],
  ])('%s in the brackets of a call', (text, says) => expect(code(text, true)).toBe(says));
});

describe('dates', () => {
  it.each([
    ['2023-03-15', { year: 2023, month: 3, day: 15 }],
    ['2023-3-5', { year: 2023, month: 3, day: 5 }],
    ['2023年3月15日', { year: 2023, month: 3, day: 15 }],
    ['２０２３－０３－１５', { year: 2023, month: 3, day: 15 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
  ])('%s', (text, date) => expect(read(text)).toMatchObject({ kind: 'date', date, problem: undefined }));
  it('a year is a number', () => expect(number('2023年')).toBe('2023 years 2023年'));
});
