import { describe, expect, it } from 'vitest';
import { reachedParts } from '../../../language/scenarios/reached.ts';
import { policyText, readyFrom } from '../../kit/policy.ts';

const LAW = policyText(`
  定义 份额 : 比例 =
    | 人员类别 | →   |
    | 在职     | 50% |
    | 退休     | 60% |
  例外 低保加 当 身份 含 低保 : 加 5个百分点
  资格 要参保 : 次 ≥ 2 否则 “还没参保”
  待遇 门诊 {
    适用 医疗类别 是 普通门诊
    起付线 0元 每次
    报销比例 份额
    支付 由 统筹基金 从 政策范围内
  }
  待遇 住院 {
    适用 医疗类别 是 普通住院
    起付线 0元 每次
    报销比例 90%
    支付 由 统筹基金 从 政策范围内
  }
`);
const scenario = (title: string, facts: string, expects: string): string => `
示例 “${title}” 于 “甲” {
  参保人 甲 { ${facts} }
  就诊 2023-01-02 { 医疗类别 普通门诊; 政策范围内 100元; 全自费 0元 }
  期望 { ${expects} }
}
`;
const reached = async (...scenarios: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> => {
  const { built, loaded } = await readyFrom(LAW, scenarios.join(''));
  return Object.fromEntries(
    reachedParts(built, loaded, '甲').map(({ kind, name, owner, scenarios: by }) => [`${kind} ${owner} ${name}`, by]),
  );
};

describe('what the scenarios of a policy reach', () => {
  it('is nothing without any', async () => {
    const parts = await reached();
    expect(Object.keys(parts)).toContain('row 份额 份额[在职]');
    expect(Object.values(parts).flat()).toEqual([]);
  });

  it('is the row that was chosen, the benefit that applied, the exception and the eligibility that decided', async () => {
    const active = scenario('在职', '人员类别 在职; 身份 无; 次 2', '门诊.支付 50元');
    const poor = scenario('低保', '人员类别 在职; 身份 低保; 次 2', '门诊.支付 55元');
    const early = scenario('没参保', '人员类别 在职; 身份 无; 次 1', '状态 不享受');
    const parts = await reached(active, poor, early);
    expect(parts['row 份额 份额[在职]']).toEqual(['在职', '低保']);
    expect(parts['row 份额 份额[退休]']).toEqual([]);
    expect(parts['exception 份额 低保加']).toEqual(['低保']);
    expect(parts['eligibility 要参保 要参保']).toEqual(['没参保']);
    expect(parts['rule 门诊 报销比例']).toEqual(['在职', '低保']);
    expect(parts['rule 住院 报销比例']).toEqual([]);
  });

  it('has each part once, at its place in the text', async () => {
    const { built, loaded } = await readyFrom(LAW);
    const places = reachedParts(built, loaded, '甲').map(({ kind, range }) => `${kind} ${range.start}-${range.end}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { range } of reachedParts(built, loaded, '甲')) expect(LAW.slice(range.start, range.end)).not.toBe('');
  });
});
