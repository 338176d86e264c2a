import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { coverageOf, unaccounted } from '../../../language/coverage/coverage.ts';
import { sentencesOf } from '../../../language/coverage/sentences.ts';

const NOTICE = '990100-甲市/sources/通知.txt';
const TEXT = `甲市医保局2023年通知
在职职工起付标准200元;退休职工150元。统筹基金支付限额为2000元。
一是做好宣传,统一思想。全市240万人参保。大病起付另行规定,不低于1万元。`;

const coverage = (policy: string) => coverageOf([parse({ path: '990100-甲市/甲.yice', text: policy })], [{ path: NOTICE, text: TEXT }]);
const fates = (policy: string): readonly string[] =>
  coverage(policy).documents.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => sentence.fates.map(({ number, fate }) => `${number.text} ${fate ?? '-'}`)),
  );
const POLICY = (lines: string): string => `政策 “甲” {\n  依据 通知 = 文件 “通知.txt”\n${lines}\n}\n`;

describe('numbers of a document', () => {
  it.each([
    ['起付200元', ['200元']],
    ['比例百分之七十五', ['百分之七十五']],
    ['提高5个百分点', ['5个百分点']],
    ['两种及以上一年一次', ['两种', '一年', '一次']],
    ['一是统一认识,第一次会议,一次性支付', []],
    ['限额1.3万元,其中3,000元', ['1.3万元', '3,000元']],
  ])('%s', (text, numbers) => {
    expect(sentencesOf(text).flatMap((one) => one.numbers.map((number) => number.text))).toEqual(numbers);
  });

  it('stand at their offsets', () => {
    for (const { numbers, start, end, text } of sentencesOf(TEXT)) {
      expect(TEXT.slice(start, end)).toBe(text);
      for (const number of numbers) expect(TEXT.slice(number.start, number.end)).toBe(number.text);
    }
  });
});

describe('coverage', () => {
  it('tells every number without a fate', () => {
    expect(fates(POLICY(''))).toEqual(['2023年 -', '200元 -', '150元 -', '2000元 -', '240万 -', '1万元 -']);
  });

  it('counts what a rule quotes, and only that', () => {
    const policy = POLICY('  定义 起付 : 金额 =\n    出处 通知 “在职职工起付标准200元”\n    200元');
    expect(fates(policy)).toEqual(['2023年 -', '200元 rule', '150元 -', '2000元 -', '240万 -', '1万元 -']);
  });

  it('knows a rule that leaves something open, what cannot be said, and what is no rule', () => {
    const policy = `${POLICY('  参数 大病起付 : 金额 =\n    出处 通知 “不低于1万元”\n    待定 “另行规定”\n  未能表达 “统筹基金支付……2000元” “试”')}
核对 “通知.txt” {
  非规则 “2023年” “标题”
  非规则 “全市240万人参保” “统计”
}
`;
    expect(fates(policy)).toEqual(['2023年 notARule', '200元 -', '150元 -', '2000元 unexpressed', '240万 notARule', '1万元 pending']);
  });

  it('tells a rule that quotes nothing, but not 金额上限', () => {
    const policy = POLICY('  金额上限 1000万元\n  定义 起付 : 金额 = 200元');
    expect(coverage(policy).uncited.map(({ numbers }) => numbers)).toEqual([['200元']]);
  });

  it('is complete when nothing is left', () => {
    const policy = `${POLICY('')}核对 “通知.txt” {\n  非规则 “甲市……1万元” “全部”\n}\n`;
    expect(coverage(policy).documents.flatMap(unaccounted)).toEqual([]);
  });
});
