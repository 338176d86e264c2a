import { describe, expect, it } from 'vitest';
import { format } from '../../../language/format/format.ts';

/** The lines of a policy's block in canonical layout, without the block's own indentation. */
const lines = (text: string, language?: 'zh' | 'en'): string[] =>
  format(`政策 “甲” {\n${text}\n}`, language)
    .text.split('\n')
    .slice(1, -2)
    .map((line) => line.slice(2));
const line = (text: string): string => lines(text).join('\n');

describe('spaces and signs', () => {
  it.each([
    ['定义 甲（乙：金额，丙：数）：金额＝乙＊２', '定义 甲(乙 : 金额, 丙 : 数) : 金额 = 乙 × 2'],
    ['定义 甲:金额=(a+b)*c/d-e', '定义 甲 : 金额 = (a + b) × c ÷ d - e'],
    ['断言 “a” : a<=b 且 c!=d 且 e >= -5元', '断言 “a” : a ≤ b 且 c ≠ d 且 e ≥ -5元'],
    ['继承 “国家” : 甲， 乙,丙、丁', '继承 “国家” : 甲、乙、丙、丁'],
    ['定义 甲 : 金额 = 余( 乙 、丙 , 经 丁 )', '定义 甲 : 金额 = 余(乙、丙, 经 丁)'],
    ['定义 甲 : 金额 = 段(0元～5元)', '定义 甲 : 金额 = 段(0元 至 5元)'],
    ['断言 “a” : a 是 [0元 至 12,300 元）', '断言 “a” : a 是 [0元 至 12,300元)'],
    ['自 2023年3月15日 起', '自 2023年3月15日 起'],
    ['字段 甲 : 枚举｛三级 “3”、二级｝', '字段 甲 : 枚举 { 三级 “3”、二级 }'],
    ['倾斜 甲 当 乙 {a 乘以 6０％；b 加 4 个百分点 ;}', '倾斜 甲 当 乙 { a 乘以 60%; b 加 4个百分点 }'],
    ['出处 访谈 “（原文，）  照旧”', '出处 访谈 “（原文，）  照旧”'],
    ['等待期 6 months 自 甲', '等待期 6 months 自 甲'],
    ['断言 “a” : 住院 . 支付[ 三级 ,1 ] = 5元', '断言 “a” : 住院.支付[三级, 1] = 5元'],
    ['险种 职工 // 说明', '险种 职工  // 说明'],
    ['险种 职工; // 说明', '险种 职工  // 说明'],
    ['险种 职工。自 2023-01-01 起', '险种 职工\n自 2023-01-01 起'],
  ])('%s', (text, is) => expect(line(text)).toBe(is));
});

describe('lines', () => {
  it.each([
    ['keep one blank line of several', '险种 职工\n\n\n\n入口 结算', ['险种 职工', '', '入口 结算']],
    ['drop blank lines at the ends of a block', '\n\n险种 职工\n\n', ['险种 职工']],
    ['keep a block that stands on one line', '倾斜 甲 当 乙 { a 加 1元; b 加 2元 }', ['倾斜 甲 当 乙 { a 加 1元; b 加 2元 }']],
    ['give each statement of any other block its own', '待遇 住院 { 适用 甲; 基数 乙\n}', ['待遇 住院 {', '  适用 甲', '  基数 乙', '}']],
    ['indent what a statement goes on with', '定义 甲 : 金额 =\na\n+ b', ['定义 甲 : 金额 =', '  a', '  + b']],
    ['put a table under its statement', '定义 甲 : 金额 = | a | → |\n| 1 | 5元 |', ['定义 甲 : 金额 =', '  | a | →   |', '  | 1 | 5元 |']],
    [
      'put 出处 above the table',
      '定义 甲 : 金额 = 出处 乙 “一”\n| a | → |\n| 1 | 5元 |',
      ['定义 甲 : 金额 = 出处 乙 “一”', '  | a | →   |', '  | 1 | 5元 |'],
    ],
    [
      'put exceptions under their definition',
      '定义 甲 : 数 = 1\n例外 乙 : 加 1\n// 说明\n再\n出处 丙 “一”\n例外 丁 : 加 2\n例外 戊 于 甲 : 加 3',
      ['定义 甲 : 数 = 1', '  例外 乙 : 加 1', '  // 说明', '  再', '  出处 丙 “一”', '  例外 丁 : 加 2', '例外 戊 于 甲 : 加 3'],
    ],
    [
      'keep a remark behind a brace',
      '待遇 住院 { // 说明\n适用 甲 // 其一\n// 其二\n}',
      ['待遇 住院 {  // 说明', '  适用 甲    // 其一', '  // 其二', '}'],
    ],
    [
      'keep a list as it was broken',
      '字段 甲 : 枚举 {\n三级、二级、\n一级\n} 接口 “x”',
      ['字段 甲 : 枚举 {', '  三级、二级、', '  一级', '} 接口 “x”'],
    ],
    ['align remarks', '险种 职工 // 一\n入口 现金待遇 // 二', ['险种 职工      // 一', '入口 现金待遇  // 二']],
  ])('%s', (_, text, is) => expect(lines(text)).toEqual(is));

  it('align tables, Han as wide as two', () =>
    expect(lines('定义 甲 : 金额 =\n| 机构等级＼次 | 1 | 2以上 |\n| 三级、二级 | 910元 | 待定 “无” |\n| 其他 | 1元 | 2元 |')).toEqual([
      '定义 甲 : 金额 =',
      '  | 机构等级 ＼ 次 | 1     | 2 以上    |',
      '  | 三级、二级     | 910元 | 待定 “无” |',
      '  | 其他           | 1元   | 2元       |',
    ]));

  it('align the old values of neighbouring changes', () =>
    expect(format('修订 “甲” {\n甲[1] 由 1元 改为 2元\n门诊.比例 由 1% 改为 2%\n\n乙 由 1元 改为 2元\n}').text).toBe(
      '修订 “甲” {\n  甲[1]     由 1元 改为 2元\n  门诊.比例 由 1% 改为 2%\n\n  乙 由 1元 改为 2元\n}\n',
    ));
});

describe('the other language', () => {
  it.each([
    ['限额 支付 1.3万元 累计于 年支付', 'cap pay 1.3 wan_yuan counted_in 年支付'],
    ['适用 类别 是 甲、乙', 'applies_when 类别 is 甲, 乙'],
    ['基数 余(甲、乙, 经 住院.支付)', 'base remaining(甲、乙, after 住院.pay)'],
    ['等待期 6个月 自 参保日 当日起', 'waiting_period 6 months starting 参保日 from_same_day'],
  ])('%s', (zh, en) => {
    const inside = (text: string, language: 'zh' | 'en'): string | undefined => lines(`待遇 住院 {\n${text}\n}`, language)[1]?.trim();
    expect([inside(zh, 'en'), inside(en, 'zh')]).toEqual([en, zh]);
  });

  it('counts an event in its own way', () => {
    const text = (line: string) => `示例 “题” 于 “甲” {\n  ${line}\n}\n`;
    expect(format(text('撤销 第 2'), 'en').text).toContain('reverse event 2\n');
    expect(format(text('reverse event 2'), 'zh').text).toContain('撤销 第2次\n');
  });

  it('leaves words as they are when no language is asked for', () =>
    expect(lines('define 甲 : 金额 = 5 yuan')).toEqual(['define 甲 : 金额 = 5 yuan']));
});

describe('a text with faults', () => {
  const text = '政策“甲”{\n定义 甲 金额=5元\n}';
  it('comes back as it is, with what stands in the way', () => {
    const laid = format(text);
    expect([laid.text, laid.changed, laid.diagnostics.map(({ code }) => code)]).toEqual([text, false, ['syntax/missing']]);
  });
});

describe('the ends of a text', () => {
  it.each([
    ['', ''],
    ['\n\n', ''],
    ['// 说明', '// 说明\n'],
    ['\ufeff政策 “甲” { }\n\n\n', '政策 “甲” { }\n'],
    ['政策 “甲” { }\r\n政策 “乙” { }', '政策 “甲” { }\n政策 “乙” { }\n'],
  ])('%j', (text, is) => expect(format(text).text).toBe(is));
});
