import { describe, expect, it } from 'vitest';
import type { ExplanationLine } from '../../../runtime/index.ts';
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
  字段 类别 : 枚举 { 门诊、住院、急诊 }
  费用 总额 = 范围内 + 自费
  付方 基金甲 : 基金
  明细 项目 {
    字段 类 : 枚举 { 甲类、乙类 }
    字段 金额 : 分额
  }
  定义 年限 : 金额 =
    出处 旧 “门诊限额1000元,其他500元”
    | 类别 | →      |
    | 门诊 | 1000元 |
    | 其他 | 500元  |
  待遇 门诊 {
    适用 类别 是 门诊
    出处 旧 “报销70%”
    起付线 0元 每次
    报销比例 70%
    限额 支付 年限 每次
    支付 由 基金甲 从 范围内
  }
  出处 旧 “至1000元60%,以上70%”
  分段 住院段 {
    至 1000元 : 60%
    以上 : 70%
  }
  待遇 住院 {
    出处 旧 “住院可报”
    适用 类别 是 住院
    起付线 0元 每次
    分段 住院段
    支付 由 基金甲 从 范围内
  }
  定义 先付(何类 : 枚举 类) : 比例 =
    出处 旧 “乙类10%”
    | 何类 | →   |
    | 甲类 | 0%  |
    | 乙类 | 10% |
  定义 应先付 : 分额 = 合计 四舍五入到分(甲.金额 × 先付(甲.类)) 逐项 甲 于 项目
  待遇 急诊 {
    适用 类别 是 急诊
    起付线 应先付 每次
    报销比例 50%
    支付 由 基金甲 从 范围内
  }
}
修订 “甲” 发布 2022-12-01 自 2023-01-01 起 {
  出处 新 “由70%提高到75%”
  门诊.报销比例 由 70% 改为 75%
  出处 新 “门诊限额由1000元提高到2000元”
  年限[门诊] 由 1000元 改为 2000元
  出处 新 “1000元以上的部分80%”
  住院段[1000元 以上] 由 70% 改为 80%
  出处 新 “乙类改为15%”
  先付[乙类] 由 10% 改为 15%
}
`;
const { loaded } = await ready(
  {
    files: [{ path: '990100-甲市/甲.yice', text: TEXT }],
    documents: [
      { path: '990100-甲市/sources/旧.txt', text: '门诊限额1000元,其他500元。报销70%。至1000元60%,以上70%。住院可报。乙类10%。' },
      { path: '990100-甲市/sources/新.txt', text: '门诊由70%提高到75%。门诊限额由1000元提高到2000元。1000元以上的部分80%。乙类改为15%。' },
    ],
  },
  '990100-甲市',
);
const line = (day: string, address: string, 范围内 = '100.00', 类别 = '门诊'): ExplanationLine | undefined => {
  const 项目 = [
    { 类: '甲类', 金额: '30.00' },
    { 类: '乙类', 金额: '50.00' },
    { 类: '乙类', 金额: '20.00' },
  ];
  const fields = { 参保人: '甲', 就诊日: day, 类别, 范围内, 自费: '0.00', 项目 };
  return settle(loaded, { id: '1', fields }, emptyLedger()).answer.explanation?.lines.find((one) => one.address === address);
};
const quotes = (...of: Parameters<typeof line>): readonly string[] => (line(...of)?.citations ?? []).map(({ quote }) => quote);
const [BEFORE, AFTER] = ['2022-12-31', '2023-01-01'];

describe('[X6] a number with its sentence', () => {
  it('has that of its rule until it is amended', () => expect(quotes(BEFORE, '门诊.报销比例')).toEqual(['报销70%']));
  it('has that of the amendment after it, and the old one no more', () =>
    expect(quotes(AFTER, '门诊.报销比例')).toEqual(['由70%提高到75%']));
  it('has its own before that of the benefit that uses it', () =>
    expect(quotes(BEFORE, '门诊.支付限额')).toEqual(['门诊限额1000元,其他500元', '报销70%']));
  it('has that of the amendment alone where a benefit uses it', () =>
    expect(quotes(AFTER, '门诊.支付限额')).toEqual(['门诊限额由1000元提高到2000元']));
  it.each(['门诊.应付', '门诊.支付'])('what is worked out from it has no sentence that no longer holds: %s', (address) => {
    expect(quotes(BEFORE, address)).toContain('报销70%');
    expect(quotes(AFTER, address)).toEqual(['由70%提高到75%']);
  });
  it('keeps the old sentence for what stands beside it', () => expect(quotes(AFTER, '门诊.起付标准')).toEqual(['报销70%']));
  it('has those of the bands that the expense reached', () => {
    expect(quotes(AFTER, '住院.应付', '900.00', '住院')).toEqual(['至1000元60%,以上70%', '住院可报']);
    expect(quotes(AFTER, '住院.应付', '1500.00', '住院')).toEqual(['1000元以上的部分80%', '至1000元60%,以上70%', '住院可报']);
    expect(quotes(BEFORE, '住院.应付', '1500.00', '住院')).toEqual(['至1000元60%,以上70%', '住院可报']);
  });
});

describe('[X6] a sum over items', () => {
  it('says what each item adds, with its rate', () => {
    expect(line(BEFORE, '急诊.起付标准', '100.00', '急诊')?.formula).toBe('项目 3项合计(30.00 × 0% + 50.00 × 10% + 20.00 × 10%) = 7.00');
    expect(line(AFTER, '急诊.起付标准', '100.00', '急诊')?.formula).toBe('项目 3项合计(30.00 × 0% + 50.00 × 15% + 20.00 × 15%) = 10.50');
  });
  it('has the sentences of the rates that its items took', () => {
    expect(quotes(BEFORE, '急诊.起付标准', '100.00', '急诊')).toEqual(['乙类10%']);
    expect(quotes(AFTER, '急诊.起付标准', '100.00', '急诊')[0]).toBe('乙类改为15%');
  });
});
