import { expect, it } from 'vitest';
import { openPointsOf } from '../../../runtime/index.ts';
import { outpatient, policyText, readyFrom } from '../../kit/policy.ts';

/** What each open point of the first policy of a text does. */
const effects = async (text: string): Promise<Readonly<Record<string, string>>> => {
  const { loaded } = await readyFrom(text);
  const [policy] = loaded.file.ir.policies;
  return Object.fromEntries((policy ? openPointsOf(policy) : []).map(({ point, effect }) => [point.address, effect]));
};

it.each([
  ['待定 “未写比例”', 'open'],
  ['暂按 60% 待定 “未写比例”', 'assumed'],
])('报销比例 %s is %s', async (ratio, effect) => {
  expect(await effects(policyText(outpatient(ratio)))).toEqual({ '门诊.报销比例': effect });
});

it('a day that no version waits for is noted, one that two versions hang on is open', async () => {
  const amendment = '修订 “甲” 发布 待定 “未写发布日” 自 2023-03-01 起 { 门诊.报销比例 由 60% 改为 70% }\n';
  expect(await effects(`${policyText(outpatient())}\n${amendment}`)).toEqual({ '修订 2023-03-01.发布': 'open' });
});
