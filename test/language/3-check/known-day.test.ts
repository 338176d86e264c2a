import { describe, expect, it } from 'vitest';
import { emptyLedger, settle } from '../../../runtime/index.ts';
import { ready, realPolicies } from '../../kit/policy.ts';

const { loaded } = await ready(realPolicies(), '510700-绵阳市');
const stay = {
  id: '1',
  policy: '绵阳市职工基本医疗保险',
  fields: {
    参保人: '甲',
    就诊日: '2023-03-09',
    医疗类别: '转外诊治住院',
    机构等级: '三级',
    人员类别: '在职',
    参保日: '2022-03-10',
    异地备案: '已备案',
    政策范围内: 11000,
    先行自付: 0,
    超限价: 0,
    全自费: 0,
  },
};
const assumed = (options: { knownOn?: string }): readonly string[] =>
  settle(loaded, stay, emptyLedger(), options).answer.assumed.map(({ address }) => address);

describe('[O12] a day of publication that is only assumed', () => {
  it('is listed when it is asked what was known before it', () =>
    expect(assumed({ knownOn: '2023-05-30' })).toContain('修订 2022-01-01.发布'));
  it('is listed when it is asked what was known after it', () =>
    expect(assumed({ knownOn: '2023-06-30' })).toContain('修订 2022-01-01.发布'));
  it('is listed once, however many ways lead to it', () => {
    const all = assumed({ knownOn: '2023-06-30' });
    expect(new Set(all).size).toBe(all.length);
  });
});
