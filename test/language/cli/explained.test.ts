import { describe, expect, it } from 'vitest';
import { explained } from '../../../language/cli/explained.ts';
import { emptyLedger, settle } from '../../../runtime/index.ts';
import { outpatient, policyText, readyFrom } from '../../kit/policy.ts';

const { loaded } = await readyFrom(
  policyText(outpatient('50%')),
  policyText(
    `
  引用 “甲” : 门诊.支付
  定义 剩余 : 分额 = 余(政策范围内, 经 门诊.支付)
  支付 大病 由 大病基金 从 政策范围内 = 取大(0元, 剩余 - 1000元) × 60%
`,
    '乙',
  ),
);
const told = (amount: string, lang: 'zh' | 'en' = 'zh'): readonly string[] => {
  const fields = { 参保人: '甲', 就诊日: '2023-05-08', 医疗类别: '普通门诊', 人员类别: '在职', 政策范围内: amount, 全自费: '0.00' };
  return explained(settle(loaded, { id: 'e1', policy: '乙', fields }, emptyLedger()).answer, lang).split('\n');
};

describe('the headline of an explanation', () => {
  it('names the policy that pays, and which one was asked', () => {
    expect(told('1000.00').slice(0, 2)).toEqual(['e1  已结算  甲', '  问的是 乙']);
    expect(told('1000.00', 'en').slice(0, 2)).toEqual(['e1  settled  甲', '  asked of 乙']);
  });
  it('names all that pay, in the order in which they do', () => expect(told('5000.00')[0]).toBe('e1  已结算  甲、乙'));
  it('names the one that was asked where nobody pays', () => expect(told('100.00')[0]).toBe('e1  已结算  乙'));
});
