import { describe, expect, it } from 'vitest';
import { completeAt } from '../../../language/services/completion.ts';
import { inPolicy, withCaret } from '../../kit/caret.ts';

const offered = (marked: string): readonly string[] => {
  const { state, at } = withCaret(marked);
  return completeAt(state, at).items.map((item) => item.label);
};

const SCENARIO = (line: string): string => inPolicy('', `示例 “一” 于 “甲市职工医保” {\n${line}\n}\n`);

describe('completion', () => {
  it.each([
    ['a file begins with a block', '‸', ['政策', '修订', '示例', '性质']],
    ['a policy line begins with a declaration or a line of law', inPolicy('  ‸'), ['待遇', '定义', '累计', '支付舍入']],
    [
      'after 新增 stands what it adds',
      `修订 “甲市职工医保” 发布 2023-12-20 自 2024-01-01 起 {\n  新增 ‸\n}\n`,
      ['待遇', '定义', '累计', '一项待遇'],
    ],
    ['a benefit line begins with a line of a benefit', inPolicy('  待遇 住院 {\n    ‸\n  }'), ['适用', '起付线', '报销比例', '限额']],
    ['after 是 stand the values of the field', inPolicy('  定义 甲 : 布尔 = 医疗类别 是 ‸'), ['普通门诊', '门诊慢特病']],
    ['after 、 in a list too', inPolicy('  定义 甲 : 布尔 = 医疗类别 是 普通门诊、‸'), ['普通住院']],
    ['after the colon of a definition stand types', inPolicy('  定义 甲 : ‸'), ['金额', '比例']],
    ['after a number stand units', inPolicy('  定义 甲 : 金额 = 5‸'), ['元', '万元', '个百分点']],
    ['in a formula stand names', inPolicy('  定义 甲 : 比例 = ‸'), ['门诊比例', '取小']],
    ['in a visit stand fields', SCENARIO('就诊 2023-05-08 { ‸ }'), ['医疗类别', '政策范围内']],
    ['after a field of a visit stand its values', SCENARIO('就诊 2023-05-08 { 机构等级 ‸ }'), ['三级', '药店']],
    ['a scenario begins a line with its own words', SCENARIO('‸'), ['就诊', '期望', '设']],
  ])('%s', (_, marked, expected) => {
    expect(offered(marked)).toEqual(expect.arrayContaining(expected));
  });

  it('behind an item of a list stand its fields, and nowhere else', () => {
    const list = '  明细 处方 {\n    字段 药费 : 分额\n    字段 天数 : 整数 0 以上\n  }\n';
    const fold = (body: string): string => inPolicy(`${list}  定义 丙 : 金额 = 合计 ${body} 逐项 乙 于 处方\n`);
    expect(offered(fold('乙.‸'))).toEqual(['药费', '天数']);
    expect(offered(fold('‸'))).not.toContain('处方.药费');
  });

  it('offers only values where only a value can stand', () => {
    expect(offered(inPolicy('  定义 甲 : 布尔 = 机构等级 是 ‸'))).toEqual(['三级', '二级', '一级', '未定级', '药店']);
  });

  it('is found by pinyin initials and by whole pinyin', () => {
    const { state, at } = withCaret(inPolicy('  定义 甲 : 比例 = ‸'));
    const item = completeAt(state, at).items.find((one) => one.label === '门诊比例');
    expect(item?.filter).toBe('门诊比例 mzbl menzhenbili');
  });

  it('replaces the word being typed and nothing else', () => {
    const marked = inPolicy('  定义 甲 : 比例 = 门诊‸');
    const { state, at, text } = withCaret(marked);
    const { replace } = completeAt(state, at);
    expect(text.slice(replace.start, replace.end)).toBe('门诊');
  });

  it.each([
    ['a comment', inPolicy('  // 说明‸')],
    ['a quoted text', inPolicy('  未能表达 “原‸文” “无”')],
  ])('is silent in %s', (_, marked) => {
    expect(offered(marked)).toEqual([]);
  });

  it('speaks English when asked', () => {
    const { state, at } = withCaret('‸');
    expect(completeAt(state, at, 'en').items.map((item) => item.label)).toEqual(expect.arrayContaining(['policy', 'amendment']));
  });
});
