import { describe, expect, it } from 'vitest';
import type { Stream } from '../../../studio/worker/protocol.ts';
import { settleStream } from '../../../studio/worker/streams.ts';
import { examplesOf, whatIf } from '../../../studio/worker/what-if.ts';
import { areas, outpatient, policyText, ready, readyFrom, realPolicies } from '../../kit/policy.ts';

const visit = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  policy: '甲',
  fields: { 参保人: '甲', 就诊日: '2023-05-08', 医疗类别: '普通门诊', 人员类别: '在职', 政策范围内: '1000.00', 全自费: '0.00', ...more },
});
const stream = (...encounters: Stream['encounters']): Stream => ({ policy: '甲', encounters, openings: [], suppose: {} });
const question = { personal: ['人员类别'], days: ['就诊日'] };

describe('one circumstance changed at a time', () => {
  it('puts what changes the most first, and tries the numbers at which a rule turns', async () => {
    const { loaded } = await readyFrom(policyText(outpatient('如果 人员类别 是 在职 则 60% 否则 80%')));
    const rows = whatIf(loaded, { ...stream(visit('1')), ...question });
    const shown = rows.map(({ change, totals, same }) => [
      change.kind === 'alone' || change.kind === 'day' || change.kind === 'rule' ? change.kind : `${change.field} ${String(change.value)}`,
      totals?.funds,
      same,
    ]);
    expect(shown).toContainEqual(['人员类别 退休', '640.00', false]);
    expect(shown.findIndex(([, , same]) => same)).not.toBe(0);
    expect(rows.some(({ change }) => change.kind === 'boundary' && change.field === '政策范围内')).toBe(true);
  });

  it('takes away one rule that spoke, such as the cap that cut', async () => {
    const { loaded } = await readyFrom(policyText(outpatient()));
    const rows = whatIf(loaded, { ...stream(visit('1', { 政策范围内: '5000.00' })), ...question });
    const rules = rows.flatMap(({ change, totals }) => (change.kind === 'rule' ? [[change.what, change.address, totals?.funds]] : []));
    expect(rules.map(([what, , funds]) => [what, funds])).toEqual(expect.arrayContaining([['cap', '2880.00']]));
  });

  it('changes a fact about the person in the earlier visits too, and can leave these out', async () => {
    const { loaded } = await readyFrom(policyText(outpatient('如果 人员类别 是 在职 则 60% 否则 80%')));
    const rows = whatIf(loaded, { ...stream(visit('1'), visit('2')), ...question });
    const funds = (kind: string): string | undefined =>
      rows.find(({ change }) => change.kind === kind && (change.kind !== 'value' || change.value === '退休'))?.totals?.funds;
    expect(funds('value')).toBe('800.00');
    expect(funds('alone')).toBe('480.00');
  });
});

it('says of each visit which fields its answer rests on', async () => {
  const { loaded } = await readyFrom(policyText(outpatient()));
  const [heeds] = settleStream(loaded, stream(visit('1'))).heeds;
  expect(heeds?.fields).toContain('医疗类别');
  expect(heeds?.fields).not.toContain('人员类别');
});

describe.each(areas())('%s', async (area) => {
  const { loaded } = await ready(realPolicies(), area);
  it.each(loaded.file.ir.policies.map(({ id }) => id))('%s: its examples are visits under it alone', (policy) => {
    const encounters = examplesOf(loaded, policy).flatMap((one) => one.encounters);
    expect(encounters.filter((one) => (one.policy ?? policy) !== policy)).toEqual([]);
  });
});
