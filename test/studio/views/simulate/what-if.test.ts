import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../../studio/strings/strings.ts';
import { simulateWords } from '../../../../studio/views/simulate/strings.ts';
import { applied, changeText, questionOf } from '../../../../studio/views/simulate/what-if.ts';
import { patient, summary } from '../../../kit/mianyang-answers.ts';

const [first, , third] = patient.encounters;
if (!first || !third) throw new Error('the hand-made patient has three visits');
const zh = sayIn(simulateWords, 'zh');

describe('one circumstance changed', () => {
  it('a fact about the person is changed in every visit up to this one, one about the visit in this one', () => {
    const retired = applied(patient, third, { kind: 'value', field: '人员类别', value: '退休', person: true }, summary);
    expect(retired.encounters.map((one) => one.fields['人员类别'])).toEqual(['退休', '退休', '退休']);
    const elsewhere = applied(patient, third, { kind: 'value', field: '机构等级', value: '三级', person: false }, summary);
    expect(elsewhere.encounters.at(-1)?.fields['机构等级']).toBe('三级');
    expect(elsewhere.encounters[0]).toBe(first);
  });
  it('the visit on another day takes its days along', () => {
    const moved = applied(patient, third, { kind: 'day', day: '2022-12-31' }, summary);
    expect(moved.encounters.at(-1)?.fields['就诊日']).toBe('2022-12-31');
  });
  it('without the others only this one is left', () => {
    expect(applied(patient, third, { kind: 'alone' }, summary).encounters).toEqual([third]);
  });
  it('a bill with another part still adds up', () => {
    const part = summary.bill?.parts[0] ?? '';
    const more = applied(patient, third, { kind: 'boundary', field: part, value: '123.45', person: false }, summary);
    expect(more.encounters.at(-1)?.fields[summary.bill?.total ?? '']).toBe('443.45');
  });
  it('is said in the words of the policy', () => {
    expect(changeText({ kind: 'value', field: '人员类别', value: '退休', person: true }, third, zh)).toBe('人员类别一直是退休');
    expect(changeText({ kind: 'day', day: '2022-12-31' }, third, zh)).toBe('2022-12-31 就诊，按前一版');
  });
  it('the person’s fields are told apart from those of the visit', () => {
    expect(questionOf(summary).personal).toContain('人员类别');
    expect(questionOf(summary).personal).not.toContain('机构等级');
    expect(questionOf(summary).days[0]).toBe('就诊日');
  });
});
