import { describe, expect, it } from 'vitest';
import { alternativesTo } from '../../../../studio/views/simulate/alternatives.ts';
import { patient, summary } from '../../../kit/mianyang-answers.ts';

const [first, , third] = patient.encounters;
if (!first || !third) throw new Error('the hand-made patient has three visits');

describe('one thing changed', () => {
  const found = alternativesTo(patient, third, summary);

  it('asks what the officer would ask: without the others, another person, the law before, another hospital', () => {
    expect(found.map((one) => one.difference)).toEqual([
      { kind: 'alone' },
      { kind: 'person', field: '人员类别', value: '退休' },
      { kind: 'day', day: '2022-12-31' },
      { kind: 'visit', field: '机构等级', value: '三级' },
      { kind: 'visit', field: '机构等级', value: '一级' },
    ]);
  });
  it('the visit asked about comes last in each', () => {
    expect(found.map((one) => one.patient.encounters.at(-1)?.id)).toEqual(found.map(() => 'p1-3'));
  });
  it('a person who was retired was so in every visit', () => {
    expect(found[1]?.patient.encounters.map((one) => one.fields['人员类别'])).toEqual(['退休', '退休', '退休']);
  });
  it('before the version, later visits have not happened', () => {
    expect(found[2]?.patient.encounters.map((one) => [one.id, one.fields['就诊日']])).toEqual([['p1-3', '2022-12-31']]);
  });
  it('a first visit has none before it, and the first version no law before it', () => {
    const early = { ...first, fields: { ...first.fields, 就诊日: '2022-05-01' } };
    const kinds = alternativesTo({ ...patient, encounters: [early] }, early, summary).map((one) => one.difference.kind);
    expect(kinds).not.toContain('alone');
    expect(kinds).not.toContain('day');
  });
  it('a reversal has no other condition', () => {
    const reversal = { id: 'r', fields: {}, reverses: 'p1-1' };
    expect(alternativesTo({ ...patient, encounters: [first, reversal] }, reversal, summary)).toEqual([]);
  });
});
