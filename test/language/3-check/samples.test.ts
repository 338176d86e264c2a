/** The two policies that the language was drawn up on check without a finding, and mean what they say. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import type { Checked } from '../../../language/3-check/check.ts';
import { check } from '../../../language/3-check/check.ts';
import type { DefinitionModel, VersionModel } from '../../../language/model/types.ts';
import { realPolicies } from '../../kit/policy.ts';

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const vocabulary = realPolicies().files.filter(({ path }) => path.startsWith('000000-'));
const interview = realPolicies()
  .documents.filter(({ path }) => path.endsWith('游仙区访谈.txt'))
  .map((one) => ({ ...one, path: '000_99a13df789b458bd.txt' }));

const checked = (files: readonly { readonly path: string; readonly text: string }[]): Checked =>
  check({ files, documents: interview }, files.map(parse));
const mianyang = checked([...vocabulary, { path: '绵阳.yice', text: text('samples/绵阳.yice') }]);
const jia = checked([{ path: '甲市.yice', text: text('samples/甲市.yice') }]);

const versions = (one: Checked): readonly VersionModel[] => one.model.policies[0]?.versions ?? [];
const definition = (one: Checked, version: number, address: string): DefinitionModel | undefined =>
  versions(one)[version]?.definitions.find((each) => each.address === address);
const points = (one: Checked): readonly string[] =>
  (one.model.policies[0]?.points ?? []).map(({ address, reason }) => `${address}: ${reason}`);
const table = (one: Checked, version: number, address: string): readonly string[] => {
  const value = definition(one, version, address)?.value;
  return value?.kind === 'table'
    ? value.table.results.map((result) =>
        result.kind === 'constant'
          ? `${result.address} = ${result.value.kind === 'number' ? `${result.value.value.num}/${result.value.value.den}` : ''}`
          : result.kind,
      )
    : [];
};

describe('绵阳', () => {
  it('has no finding', () => expect(mianyang.diagnostics).toEqual([]));
  it('has one law until 2023 and another from then on', () =>
    expect(versions(mianyang).map(({ id }) => id)).toEqual(['2022-01-01', '2022-01-01+2023-01-01']));
  it('names each open point by the rule that has it', () =>
    expect(points(mianyang)).toEqual([
      '发布: 原文未写发布日',
      '修订 2023-01-01.发布: 原文未写发布日',
      '门诊慢性病.起付标准: 原文未写起付线',
    ]));
  it('changes the amended rows alone', () => {
    expect(table(mianyang, 0, '慢病限额')).toEqual(['慢病限额[1] = 1000/1', '慢病限额[2 以上] = 1500/1']);
    expect(table(mianyang, 1, '慢病限额')).toEqual(['慢病限额[1] = 2000/1', '慢病限额[2 以上] = 3000/1']);
  });
  it('cites the amendment for what it wrote', () => {
    const { citations } = mianyang.model.policies[0] ?? {};
    const value = definition(mianyang, 1, '门诊慢性病.报销比例')?.value;
    expect(value?.kind === 'constant' && value.citations.map((id) => citations?.[id]?.found !== undefined)).toEqual([true]);
  });
  it('addresses a cell of a cross-tab by both heads', () =>
    expect(table(mianyang, 1, '门诊比例')[2]).toBe('门诊比例[二级、一级、未定级、药店, 在职] = 3/5'));
  it('works out what is read before what reads it', () => {
    const order = versions(mianyang)[1]?.definitions.map(({ address }) => address) ?? [];
    expect(order.indexOf('门诊统筹.起付')).toBeLessThan(order.indexOf('门诊统筹.支付'));
    expect(new Set(order).size).toBe(order.length);
  });
  it('checks its scenario and its property', () =>
    expect([mianyang.model.scenarios.length, mianyang.model.properties.length]).toEqual([1, 1]));
});

describe('甲市', () => {
  it('has no finding', () => expect(jia.diagnostics).toEqual([]));
  it('knows that the first stay is the first', () => expect(definition(jia, 0, '第几次')?.type).toEqual({ kind: 'integer', min: 1n }));
  it('adjusts in two rounds', () =>
    expect(definition(jia, 0, '住院标准')?.rounds.map((round) => round.map(({ name, how }) => `${name} ${how}`))).toEqual([
      ['困难 multiply'],
      ['下限 atLeast'],
    ]));
  it('takes the basic payment before the large one', () => expect(versions(jia)[0]?.postings).toEqual(['住院.支付', '大病支付']));
  it('keeps whole fen in its cells', () =>
    expect(jia.model.policies[0]?.accumulators.map(({ name, type }) => `${name} ${type.kind}`)).toEqual([
      '住院次数 integer',
      '年起付 fen',
      '年费用 fen',
      '年支付 fen',
      '年大病 fen',
    ]));
  it('amends one cell', () => {
    expect(table(jia, 0, '住院标准')[0]).toBe('住院标准[三级, 1] = 910/1');
    expect(table(jia, 1, '住院标准')[0]).toBe('住院标准[三级, 1] = 860/1');
  });
});
