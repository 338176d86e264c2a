import { describe, expect, it } from 'vitest';
import { lower } from '../../../language/4-lower/lower.ts';
import { bundleFile } from '../../../language/5-bundle/bundle.ts';
import { canonicalJson } from '../../../language/5-bundle/canonical.ts';
import { typesFor } from '../../../language/5-bundle/types-for.ts';
import type { PolicyModel } from '../../../language/model/types.ts';
import type { Bundle } from '../../../runtime/ir/types.ts';
import { define, inScope, policy, product, ratio, version } from '../../kit/model.ts';

const paying = version([define('支付', product(inScope, ratio('0.7')), { posting: { payers: ['统筹基金'], parts: ['政策范围内'] } })]);
const bundle = (...policies: readonly PolicyModel[]): Bundle => lower({ policies, scenarios: [], properties: [] }, new Map());

describe('manifest', () => {
  it('lists what went in by path, whatever the order', async () => {
    const texts = [
      { path: 'b.yice', text: '乙' },
      { path: 'a.yice', text: '甲' },
    ];
    const one = await bundleFile('甲市', bundle(policy([paying])), [], texts);
    const other = await bundleFile('甲市', bundle(policy([paying])), [], [...texts].reverse());
    expect(canonicalJson(one)).toBe(canonicalJson(other));
    expect(one.manifest.files.map(({ path }) => path)).toEqual(['a.yice', 'b.yice']);
  });

  it('is effective from the first to the last day of any policy', async () => {
    const day = (year: number) => ({ year, month: 1, day: 1 });
    const earlier = policy([paying], { name: '乙', timeline: [{ from: day(2020), to: day(2025), version: 0, candidates: [] }] });
    const { manifest } = await bundleFile(
      '',
      bundle(policy([paying], { timeline: [{ from: day(2022), to: day(2024), version: 0, candidates: [] }] }), earlier),
      [],
      [],
    );
    expect(manifest.effective).toEqual({ from: '2020-01-01', to: '2025-01-01' });
  });

  it('has no last day while one policy has none', async () => {
    const { manifest } = await bundleFile('', bundle(policy([paying])), [], []);
    expect(manifest.effective).toEqual({ from: '2022-01-01' });
  });
});

describe('types for a back-end', () => {
  const types = typesFor(
    bundle(
      policy([paying], {
        name: '甲市“职工”医保',
        points: [{ address: '甲.比例', reason: '', span: inScope.span, type: { kind: 'ratio' }, candidates: [] }],
      }),
    ),
  );

  it.each([
    ['a field by name', 'readonly 人员类别?: "在职" | "11" | "退休";'],
    ['money', 'readonly 政策范围内?: Yuan | number;'],
    ['a range', '/** 0.. */'],
    ['what may be stated', 'export type 甲市_职工_医保Open = "甲.比例";'],
    ['what is posted', 'export type 甲市_职工_医保Posting = "支付";'],
  ])('%s', (_, line) => {
    expect(types).toContain(line);
  });
});
