import { describe, expect, it } from 'vitest';
import { emptyLedger, settle } from '../../../runtime/index.ts';
import { ready } from '../../kit/policy.ts';

const TEXT = `政策 “甲” {
  统筹区 “990100” 甲市
  险种 职工
  入口 结算
  依据 旧 = 文件 “旧.txt”
  依据 新 = 文件 “新.txt”
  自 2022-01-01 起
  发布 2021-12-01
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  字段 参保人 : 文本
  字段 就诊日 : 日期
  字段 类别 : 枚举 { 门诊、住院 }
  费用 总额 = 范围内 + 自费
  付方 基金甲 : 基金
  待遇 门诊 {
    适用 类别 是 门诊
    起付线 0元 每次
    出处 旧 “报销70%”
    报销比例 70%
    支付 由 基金甲 从 范围内
  }
}
修订 “甲” 发布 2022-12-01 自 2023-01-01 起 {
  出处 新 “提高到75%”
  门诊.报销比例 由 70% 改为 75%
}
`;
const { loaded } = await ready(
  {
    files: [{ path: '990100-甲市/甲.yice', text: TEXT }],
    documents: [
      { path: '990100-甲市/sources/旧.txt', text: '门诊报销70%。' },
      { path: '990100-甲市/sources/新.txt', text: '门诊提高到75%。' },
    ],
  },
  '990100-甲市',
);
const quotes = (day: string): readonly string[] => {
  const fields = { 参保人: '甲', 就诊日: day, 类别: '门诊', 范围内: 100, 自费: 0 };
  const { explanation } = settle(loaded, { id: '1', fields }, emptyLedger()).answer;
  const line = explanation?.lines.find(({ address }) => address === '门诊.报销比例');
  return (line?.citations ?? []).map(({ quote }) => quote);
};

describe('[X6] a number with its sentence', () => {
  it('has that of its rule until it is amended', () => expect(quotes('2022-12-31')).toEqual(['报销70%']));
  it('has that of the amendment after it, and the old one no more', () => expect(quotes('2023-01-01')).toEqual(['提高到75%']));
});
