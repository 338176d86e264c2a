import { describe, expect, it } from 'vitest';
import { compile } from '../../../language/index.ts';
import { realPolicies } from '../../kit/policy.ts';

const workspace = realPolicies();
const EXAMPLE = '150500-通辽市/居民基本医疗保险.scenarios.yice';
const ABOVE = '510000-四川省/职工医保个人账户.yice';

describe('what is quoted', () => {
  it('has a place in its document, also where nobody settles by the policy, and in an example', async () => {
    const { cited } = await compile(workspace);
    expect(cited.filter(({ found }) => !found)).toEqual([]);
    expect([ABOVE, EXAMPLE].map((path) => cited.some(({ span }) => span.file === path))).toEqual([true, true]);
    for (const { document, quote, found } of cited.filter(({ span }) => span.file === EXAMPLE)) {
      const text = workspace.documents.find(({ path }) => path.endsWith(`/${document}`))?.text ?? '';
      expect(text.slice(found?.start, found?.end)).toBe(quote);
    }
  });
  it('keeps its place while its policy has an error', async () => {
    const files = workspace.files.map((one) => (one.path === ABOVE ? { ...one, text: one.text.replace('缴费基数 ×', '缴费基书 ×') } : one));
    const { cited, diagnostics } = await compile({ ...workspace, files });
    expect(diagnostics.map(({ code }) => code)).toContain('names/unknown');
    expect(cited.filter(({ span }) => span.file === ABOVE).every(({ found }) => found)).toBe(true);
  });
  it('must stand there when an example quotes it', async () => {
    const files = workspace.files.map((one) =>
      one.path === EXAMPLE ? { ...one, text: one.text.replace('“白麗泉這次', '“白麗泉那次') } : one,
    );
    const { diagnostics } = await compile({ ...workspace, files });
    expect(diagnostics.map(({ code, labels }) => [code, labels[0]?.span.file])).toEqual([['citations/quote-not-found', EXAMPLE]]);
  });
});
