import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FEATURES, featuresOf } from '../../../runtime/bundle/features.ts';
import { loadBundle } from '../../../runtime/index.ts';
import { areas, policyText, ready, readyFrom, realPolicies } from '../../kit/policy.ts';

const used = async (lines: string): Promise<readonly string[]> => (await readyFrom(policyText(lines))).file?.features ?? [];

describe('what a bundle asks its reader to understand', () => {
  it('[B4] is little for a policy that only pays a share', async () => {
    expect(await used('支付 报销 由 统筹基金 从 政策范围内 = 政策范围内 × 50%')).toEqual(['known-days']);
  });

  it('[B4] grows with what the policy says', async () => {
    const lines = `
      累计 年支付 = 合计 报销 每 参保人、自然年(归属日)
      定义 份额 : 比例 = 暂按 50% 待定 “原文未写比例”
      支付 报销 由 统筹基金 从 政策范围内 = 政策范围内 × 份额
    `;
    expect(await used(lines)).toEqual(['accumulators', 'known-days', 'assumptions']);
  });

  it('[B4] is known to this runtime for every policy at hand, and a bundle that asks for more is refused', async () => {
    const workspace = realPolicies();
    const seen = new Set<string>();
    for (const area of areas()) {
      const { file, bytes } = await ready(workspace, area);
      expect(file?.features).toEqual(featuresOf(file?.ir ?? { irVersion: 1, policies: [] }));
      for (const feature of file?.features ?? []) seen.add(feature);
      expect((await loadBundle(new TextEncoder().encode(bytes))).ok).toBe(true);
      const more = JSON.stringify({ ...JSON.parse(bytes), features: [...(file?.features ?? []), 'from-the-future'] });
      expect(await loadBundle(new TextEncoder().encode(more))).toMatchObject({ ok: false, reasons: [{ path: 'features' }] });
    }
    const national = workspace.files.filter(({ path }) => path.startsWith('000000-'));
    for (const name of ['39-补缴追溯', '40-跨年住院拆单', '32-急诊并入住院', '41-年中政策变更']) {
      const shape = { path: '1.yice', text: readFileSync(`test/shapes/${name}.yice`, 'utf8') };
      const { file } = await ready({ files: [...national, shape], documents: [] }, shape.path);
      for (const feature of file?.features ?? []) seen.add(feature);
    }
    // Only amendments in the middle of a year ask for these; a policy at hand has none.
    expect(FEATURES.filter((feature) => !seen.has(feature))).toEqual(['retroactive-entries']);
  });
});
