/** 引用 of an accumulator: one policy spends what another has booked; 另: several lines feed one cell. */
import { describe, expect, it } from 'vitest';
import type { Answer, EncounterInput } from '../../../runtime/index.ts';
import { emptyLedger, ledgerFromJson, ledgerToJson } from '../../../runtime/index.ts';
import { readyFrom } from '../../kit/policy.ts';
import { reversal, settleAll } from '../../kit/settling.ts';

const lines = `
  统筹区 “990100” 甲市
  险种 职工
  自 2023-01-01 起
  发布 2022-12-01
  版本日 日
  归属日 日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  字段 参保人 : 文本
  字段 日 : 日期
`;

const credit = `政策 “划入” {${lines}
  入口 现金待遇
  付方 统筹 : 基金
  付方 个账 : 账户
  字段 月额 : 分额
  字段 等待 : 布尔
  支付 划入额 由 统筹 入 个账 = 如果 等待 则 待定 “划多少没有写” 否则 月额
  累计 年划入 = 合计 划入额 每 参保人、自然年(归属日)
}`;

const spend = `政策 “使用” {${lines}
  入口 结算
  付方 个账 : 账户
  费用 总额 = 范围内
  建账日 2023-01-01
  字段 户主 : 文本
  引用 “划入” : 年划入 为 到账
  累计 年用 = 合计 账户付 每 参保人、自然年(归属日) 期初 上期(年用) - 上期(到账)
  累计 年用 另 = 减 1元 当 范围内 > 100元 每 户主、自然年(归属日)
  支付 账户付 由 个账 从 范围内 = 取小(范围内, 取大(0元, 已累计(到账) - 已累计(年用)))
}`;

const { loaded } = await readyFrom(credit, spend);
const credited = (id: string, day: string, more: Readonly<Record<string, unknown>> = {}): EncounterInput => ({
  id,
  policy: '划入',
  fields: { 参保人: '张', 日: day, 月额: '100.00', 等待: false, ...more },
});
const spent = (id: string, day: string, amount: string, more: Readonly<Record<string, unknown>> = {}): EncounterInput => ({
  id,
  policy: '使用',
  fields: { 参保人: '张', 日: day, 范围内: amount, 户主: '李', ...more },
});
const account = ({ status, totals, sums }: Answer): string => totals?.account ?? (sums?.entry === 'cashBenefit' ? sums.account : status);
const run = (...events: EncounterInput[]) => settleAll(loaded, events, emptyLedger());

describe('cells of another policy', () => {
  it('[R13] are read as booked before, whatever the day and the entry of the event', () => {
    const { answers } = run(
      credited('1', '2023-02-01'),
      spent('2', '2023-01-05', '30.00'),
      credited('3', '2023-03-01'),
      spent('4', '2023-03-02', '90.00'),
    );
    expect(answers.map(account)).toEqual(['100.00', '30.00', '100.00', '90.00']);
  });

  it("[R13] are somebody else's for somebody else, and of another year in another year but for what an opening carries over", () => {
    const { answers } = run(
      credited('1', '2023-02-01'),
      spent('2', '2023-02-05', '30.00', { 参保人: '王' }),
      spent('3', '2024-02-05', '30.00'),
      spent('4', '2024-02-06', '80.00'),
    );
    expect(answers.map(account)).toEqual(['100.00', '0.00', '30.00', '70.00']);
  });

  it('[R13] settle their readers again when an event there is voided', () => {
    const { answers, ledger } = run(credited('1', '2023-02-01'), spent('2', '2023-02-05', '70.00'), reversal('1'));
    expect(answers[2]?.revisions?.map(({ event, effect, after }) => [event, effect, after.totals?.account])).toEqual([
      ['2', 'booked', '0.00'],
    ]);
    const read = ledgerFromJson(JSON.parse(JSON.stringify(ledgerToJson(ledger))));
    if (!read.ok) throw new Error(JSON.stringify(read.reasons));
    expect(settleAll(loaded, [credited('4', '2023-03-01'), spent('5', '2023-03-02', '200.00')], read.ledger).answers.map(account)).toEqual([
      '100.00',
      '100.00',
    ]);
  });

  it('[R13] are open for whoever reads them while an event there is open', () => {
    const { answers } = run(credited('1', '2023-02-01', { 等待: true }), spent('2', '2023-02-05', '70.00'));
    expect(answers.map(({ status, open }) => [status, open.map(({ reason }) => reason)])).toEqual([
      ['open', ['划多少没有写']],
      ['open', ['划多少没有写']],
    ]);
  });

  it('[L27] each line feeds the cell of its own keys, and 减 takes off', () => {
    const { answers } = run(
      credited('1', '2023-02-01'),
      credited('2', '2023-02-01', { 参保人: '李' }),
      spent('3', '2023-02-05', '150.00'),
      spent('4', '2023-02-06', '150.00', { 参保人: '李', 户主: '赵' }),
    );
    expect(answers.map(account)).toEqual(['100.00', '100.00', '100.00', '101.00']);
  });
});
