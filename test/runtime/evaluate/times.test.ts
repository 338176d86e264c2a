/** 时刻: times of day, hours between them, and years that begin on another day. */
import { describe, expect, it } from 'vitest';
import type { EncounterInput } from '../../../runtime/index.ts';
import { emptyLedger, settle } from '../../../runtime/index.ts';
import { readyFrom } from '../../kit/policy.ts';

const { loaded } = await readyFrom(`政策 “留观” {
  统筹区 “990100” 甲市
  险种 职工
  入口 结算
  自 2023-01-01 起
  发布 2022-12-01
  版本日 入院日
  归属日 入院日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  字段 参保人 : 文本
  字段 入院日 : 日期
  字段 出院日 : 日期
  字段 始 : 时刻
  字段 终 : 时刻
  明细 项目 { 字段 日 : 日期; 字段 价 : 分额 }
  费用 总额 = 范围内
  付方 统筹 : 基金
  算得 范围内 = 合计 甲.价 逐项 甲 于 项目
  拆单 于 医保年度(7, 1) 自 入院日 至 出院日 按 项目.日
  定义 时 : 整数 = 小时数(始, 终)
  定义 早 : 布尔 = 始 < 终
  定义 同 : 布尔 = 始 = 终
  定义 日 : 日期 = 所在日(终)
  累计 年付 = 合计 付 每 参保人、医保年度(归属日, 7, 1)
  支付 付 由 统筹 从 范围内 = 取小(范围内, 取大(0元, 100元 - 已累计(年付)))
}`);

const visit = (from: string, to: string, more: Readonly<Record<string, unknown>> = {}): EncounterInput => ({
  id: 'e',
  fields: {
    参保人: '甲',
    入院日: '2023-06-01',
    出院日: '2023-06-02',
    始: from,
    终: to,
    项目: [{ 日: '2023-06-01', 价: '150.00' }],
    ...more,
  },
});
const asked = { also: ['时', '早', '同', '日'] };
const values = (from: string, to: string) => {
  const { values: found = {} } = settle(loaded, visit(from, to), emptyLedger(), asked).answer;
  return ['时', '早', '同', '日'].map((name) => found[name]?.value);
};

describe('时刻', () => {
  it.each([
    ['2023-05-01 13:30', '2023-05-04 13:30', '72', true, false, '2023-05-04'],
    ['2023-05-01 13:30', '2023-05-04 13:29:59', '71', true, false, '2023-05-04'],
    ['2023-05-01T13:30:00', '2023-05-01 13:30', '0', false, true, '2023-05-01'],
    ['2023-05-01 13:30', '2023-05-01 13:29', '-1', false, false, '2023-05-01'],
    ['2023-12-31 23:59:59', '2024-01-01 00:00', '0', true, false, '2024-01-01'],
  ])('[D14] from %s to %s', (from, to, ...expected) => {
    expect(values(from, to)).toEqual(expected);
  });

  it.each(['2023-05-01', '2023-05-01 24:00', '2023-02-29 10:00', '2023-05-01 1:00', 20230501])('[D14] %s is no time', (given) => {
    const { answer } = settle(loaded, visit('2023-05-01 13:30', String(given)), emptyLedger());
    expect([answer.status, answer.problems.map(({ field }) => field)]).toEqual(['refused', ['终']]);
  });

  it('[L25] a stay is split where the year that begins in July turns', () => {
    const stay = visit('2023-06-01 00:00', '2023-07-02 00:00', {
      出院日: '2023-07-02',
      项目: [
        { 日: '2023-06-30', 价: '150.00' },
        { 日: '2023-07-01', 价: '70.00' },
      ],
    });
    const { answer } = settle(loaded, stay, emptyLedger());
    expect([answer.status, answer.totals?.funds, answer.totals?.total]).toEqual(['settled', '170.00', '220.00']);
  });
});
