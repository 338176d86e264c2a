import { describe, expect, it } from 'vitest';
import { editSheet } from '../../../language/sheets/edit.ts';
import type { ConditionTest } from '../../../language/sheets/sheet.ts';
import { applied, knownTo, sheetsIn } from './kit.ts';

const benefit = (condition: string): string => `政策 “甲” {
  字段 认定病种数 : 整数 0 以上
  字段 “本市 医院” : 布尔
  待遇 慢病 {
    适用 ${condition}  // 只此一类
    报销比例 70%
  }
}
`;
const conditionIn = (text: string): string | undefined => /(?:适用|applies_when) (.*?) {2}\/\//u.exec(text)?.[1];
const add = (condition: string, test: ConditionTest, word = '适用') => {
  const text = benefit(condition).replace('适用', word);
  const file = sheetsIn(text);
  const row = file.sheets.find(({ id }) => id === '甲.慢病' || id === '慢病')?.lines?.find((line) => line.condition)?.row ?? '';
  const made = editSheet(file, { do: 'addCondition', sheet: '慢病', row, test }, () => knownTo(text));
  return { made, now: applied(text, made) };
};

describe('a condition added from the form', () => {
  it.each([
    ['医疗类别 是 住院类', '认定病种数', '≥', '2', '医疗类别 是 住院类 且 认定病种数 ≥ 2'],
    ['医疗类别 是 急诊', '机构等级', 'is', '三级,二级', '医疗类别 是 急诊 且 机构等级 是 三级、二级'],
    ['医疗类别 是 急诊 且 人员类别 是 在职', '机构等级', 'not', '三级', '医疗类别 是 急诊 且 人员类别 是 在职 且 非 (机构等级 是 三级)'],
    ['医疗类别 是 急诊 或 人员类别 是 在职', '机构等级', 'is', '三级', '(医疗类别 是 急诊 或 人员类别 是 在职) 且 机构等级 是 三级'],
    ['医疗类别 是 急诊', '本市 医院', 'not', '', '医疗类别 是 急诊 且 非 “本市 医院”'],
    ['医疗类别 是 急诊', '就诊日', '≥', '2023.3.1', '医疗类别 是 急诊 且 就诊日 ≥ 2023-03-01'],
  ] as const)('%s + %s %s %s', (condition, field, how, value, wanted) => {
    const { made, now } = add(condition, { field, how, value });
    expect(made.cells[0]?.problem).toBeUndefined();
    expect(conditionIn(now)).toBe(wanted);
    expect(sheetsIn(now).complete).toBe(true);
  });

  it('speaks the language of its line', () => {
    const { now } = add('医疗类别 is 急诊', { field: '机构等级', how: 'is', value: '三级' }, 'applies_when');
    expect(conditionIn(now)).toBe('医疗类别 is 急诊 and 机构等级 is 三级');
  });

  it.each([
    ['机构等级', 'is', '四级', '没有叫 “四级” 的取值。'],
    ['机构等级', 'is', '', '这一格不能空着。'],
    ['认定病种数', '≥', '两三种', '“两三种” 不是整数。'],
    ['没有的字段', 'is', '1', '没有叫 “没有的字段” 的定义或字段。'],
  ] as const)('%s %s %s is refused with the reason', (field, how, value, what) => {
    const { made } = add('医疗类别 是 急诊', { field, how, value });
    expect(made.edits).toEqual([]);
    expect(made.cells[0]?.problem?.what.zh).toBe(what);
  });
});

describe('a condition taken out', () => {
  const without = (condition: string, part: number) => {
    const text = benefit(condition);
    const made = editSheet(sheetsIn(text), { do: 'removeCondition', sheet: '慢病', row: '适用', part });
    return { made, now: conditionIn(applied(text, made)) };
  };
  it('leaves the others, and one has to stay', () => {
    const three = '医疗类别 是 急诊 且 非 “本市 医院” 且 认定病种数 ≥ 1';
    expect([0, 1, 2].map((part) => without(three, part).now)).toEqual([
      '非 “本市 医院” 且 认定病种数 ≥ 1',
      '医疗类别 是 急诊 且 认定病种数 ≥ 1',
      '医疗类别 是 急诊 且 非 “本市 医院”',
    ]);
    expect(without('医疗类别 是 急诊', 0).made).toMatchObject({ edits: [], problem: {} });
    // What is joined by 或, or stands in brackets, is one.
    expect(without('(医疗类别 是 急诊 或 认定病种数 ≥ 1) 且 认定病种数 ≤ 3', 0).made.edits).toEqual([]);
  });
});
