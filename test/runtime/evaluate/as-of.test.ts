/** A dated definition as it stood on another day, and headers over texts, days, sets and conditions: the day's own law is the measure. */
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { emptyLedger, settle } from '../../../runtime/index.ts';
import { policyText, readyFrom } from '../../kit/policy.ts';

const bill = { 全自费: '0', 身份: [], 次: 1, 人员类别: '在职', 医疗类别: '普通住院' };

const catalogue = `
  字段 编码 : 文本
  字段 用药日 : 日期
  参数 系数 : 比例 = 50%
  定义 先付(码 : 文本) : 比例 =
    | 码             | →   |
    | “X001”、“X002” | 10% |
    | “X003”         | 20% |
    | 其他           | 0%  |
  定义 标准 : 金额 = 100元
    例外 低保 当 身份 含 低保 : 乘以 系数
`;
const amendments = `
修订 “甲” 发布 2023-05-01 自 2023-06-01 起 {
  先付[“X003”] 由 20% 改为 30%
  标准 由 100元 改为 120元
}
修订 “甲” 发布 2023-07-15 自 2023-08-01 起 {
  系数 由 50% 改为 25%
  停止 先付[“X001”、“X002”]
  新增 先付 {
    | “X001” | 15% |
  }
}
`;
const paid = '政策范围内 × 余率(先付(编码)';
const onAnotherDay = await readyFrom(
  policyText(`${catalogue}  支付 付 由 统筹基金 从 政策范围内 = ${paid} 于 用药日) - 标准 于 用药日`) + amendments,
);
const onItsOwnDay = await readyFrom(policyText(`${catalogue}  支付 付 由 统筹基金 从 政策范围内 = ${paid}) - 标准`) + amendments);

const days = ['2022-01-01', '2023-05-31', '2023-06-01', '2023-07-31', '2023-08-01', '2024-02-29'];
const codes = ['X001', 'X002', 'X003', 'X999'];
const known = ['2022-06-01', '2023-05-01', '2023-07-15', undefined];

const pay = (
  from: typeof onItsOwnDay,
  visit: string,
  used: string | undefined,
  code: string,
  poor: boolean,
  knownOn: string | undefined,
): unknown => {
  const { answer } = settle(
    from.loaded,
    {
      id: '1',
      kind: 'settle',
      policy: '甲',
      fields: {
        ...bill,
        参保人: '某',
        就诊日: visit,
        ...(used === undefined ? {} : { 用药日: used }),
        编码: code,
        政策范围内: '1000',
        身份: poor ? ['低保'] : [],
      },
    },
    emptyLedger(),
    knownOn === undefined ? {} : { knownOn },
  );
  return { status: answer.status, amounts: answer.amounts['付'], reasons: answer.open?.map((one) => one.reason) };
};

describe('a definition on another day', () => {
  it.each(known)('[D13] gives what the law of that day gives, known on %s', (knownOn) => {
    for (const visit of days)
      for (const used of days)
        for (const code of codes)
          for (const poor of [true, false])
            expect(pay(onAnotherDay, visit, used, code, poor, knownOn), [visit, used, code, poor].join()).toEqual(
              pay(onItsOwnDay, used, used, code, poor, knownOn),
            );
  });

  it.each([
    ['2023-05-31', 'X003', '700.00'],
    ['2023-06-01', 'X003', '580.00'],
    ['2023-08-01', 'X001', '730.00'],
    ['2023-07-31', 'X002', '780.00'],
    ['2023-08-01', 'X002', '880.00'],
  ])('[D13] on %s, %s leaves %s', (used, code, amount) =>
    expect(pay(onAnotherDay, '2023-01-01', used, code, false, undefined)).toMatchObject({ status: 'settled', amounts: amount }),
  );

  it('[D13] is open before there was any law', () => {
    const before = pay(onAnotherDay, '2023-01-01', '2021-12-31', 'X001', false, undefined);
    expect(before).toMatchObject({ status: 'open' });
    expect(JSON.stringify(before)).toContain('2022-01-01 以前没有规定');
  });
});

describe('a catalogue', () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `    | “XA${String(index).padStart(5, '0')}” | ${index % 50}% |`).join('\n');
  it('[A9] of 3,000 codes is checked in seconds and read at once, and a text that no row lists is 其他', async () => {
    const start = performance.now();
    const big = await readyFrom(
      policyText(`
  字段 编码 : 文本
  定义 先付(码 : 文本) : 比例 =
    | 码 | → |
${rows}
    | 其他 | 100% |
  支付 付 由 统筹基金 从 政策范围内 = 政策范围内 × 余率(先付(编码))`),
    );
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(pay(big, '2023-01-01', undefined, 'XA02949', false, undefined)).toMatchObject({ amounts: '510.00' });
    expect(pay(big, '2023-01-01', undefined, 'XA03000', false, undefined)).toMatchObject({ amounts: '0.00' });
  });
});
