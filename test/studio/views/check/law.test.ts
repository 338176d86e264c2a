import { expect, it } from 'vitest';
import { fileTelling } from '../../../../studio/views/check/painted.ts';
import { lawIn } from '../../../../studio/views/check/select.ts';

it.each([
  ['性质 “不减” 于 “甲市” : 单调 随 费用, 支付 不减少', '单调 随 费用, 支付 不减少'],
  ['性质 “不减” 于 “甲市” 当 类别 是 住院 : 有界 支付 在 0元 至 1元', '当 类别 是 住院 : 有界 支付 在 0元 至 1元'],
  ['property “never less” on “A” : monotone', 'monotone'],
  ['性质 “不减', ''],
])('what %s says', (line, law) => {
  const text = `// 前一行\n${line}\n后一行`;
  expect(lawIn(text, text.indexOf('“'))).toBe(law);
});

it('a file is named where places are called the same', () => {
  const one = (file: string, name: string) => ({ file: `a/${file}.yice`, name });
  const all = [one('基本', '限额'), one('修订', '限额'), one('修订', '比例')];
  expect(all.map((place) => fileTelling(place, all))).toEqual(['基本', '修订', undefined]);
});
