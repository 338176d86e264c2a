/** Laws under which nothing is paid: after a 停止, and on days before the first. */
import { describe, expect, it } from 'vitest';
import type { LoadedBundle } from '../../../runtime/index.ts';
import { policyText, readyFrom } from '../../kit/policy.ts';
import { settleAll, settleOne } from '../../kit/settling.ts';

const amendment = (lines: string): string => `修订 “甲” 发布 2022-12-01 自 2023-01-01 起 {\n${lines}\n}\n`;
const day = (就诊日: string) => ({
  id: 就诊日,
  fields: { 参保人: '甲', 就诊日, 医疗类别: '普通住院', 人员类别: '在职', 身份: [], 次: 1, 政策范围内: '100.00', 全自费: '0.00' },
});

describe('a law that an amendment leaves without a payment', () => {
  it.each([
    [
      'of a 待遇',
      '待遇 住院 {\n  适用 医疗类别 是 普通住院\n  起付线 0元 每次\n  报销比例 60%\n  支付 由 统筹基金 从 政策范围内\n}',
      '住院',
    ],
    ['outside any 待遇', '支付 住院 由 统筹基金 从 政策范围内 = 60% × 政策范围内', '住院'],
  ])('[S6] has none for any event: %s', async (_, lines, name) => {
    const { loaded } = await readyFrom(`${policyText(lines)}${amendment(`停止 ${name}`)}`);
    expect(settleOne(loaded, day('2022-12-31'))).toMatchObject({ status: 'settled', totals: { funds: '60.00' } });
    expect(settleOne(loaded, day('2023-01-01'))).toMatchObject({
      status: 'ineligible',
      ineligible: [{ reason: '无此待遇' }],
      totals: { funds: '0.00', personal: '100.00' },
    });
  });
  it('[S6] a policy that pays under none of its laws keeps count', async () => {
    const { loaded } = await readyFrom(policyText('累计 次数 = 合计 1 每 参保人'));
    expect(settleOne(loaded, day('2023-01-01'))).toMatchObject({ status: 'settled', totals: { personal: '100.00' } });
  });
});

describe('a stay that begins before the first law', () => {
  const loaded = async (versionDay: string): Promise<LoadedBundle> =>
    (
      await readyFrom(
        policyText(`
  字段 入院日 : 日期
  明细 项目 { 字段 金额 : 分额; 字段 发生日 : 日期 }
  算得 政策范围内 = 合计 甲.金额 逐项 甲 于 项目
  算得 全自费 = 0元
  支付 付 由 统筹基金 从 政策范围内 = 60% × 政策范围内
  拆单 于 年末 自 入院日 至 就诊日 按 项目.发生日
`).replace('版本日 就诊日', `版本日 ${versionDay}`),
      )
    ).loaded;
  const stay = {
    id: 's',
    fields: {
      参保人: '甲',
      入院日: '2021-12-30',
      就诊日: '2022-01-03',
      项目: [
        { 金额: '30.00', 发生日: '2021-12-31' },
        { 金额: '70.00', 发生日: '2022-01-02' },
      ],
    },
  };
  it('[L25] the part without a law is nobody’s benefit, the rest is settled', async () => {
    expect(settleAll(await loaded('就诊日'), [stay]).answers).toMatchObject([
      { status: 'settled', totals: { total: '100.00', funds: '42.00', personal: '58.00' }, ineligible: [{ reason: '该日没有此政策' }] },
    ]);
  });
  it('[D3] a stay whose version day has no law is nobody’s benefit as a whole', async () => {
    expect(settleAll(await loaded('入院日'), [stay]).answers).toMatchObject([
      { status: 'ineligible', ineligible: [{ reason: '该日没有此政策' }] },
    ]);
  });
});
