import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patientSetText, readPatientSet } from '../../../studio/storage/patient-set.ts';
import type { PatientSet, SetPatient } from '../../../studio/store/patient-sets.ts';

const text = fc.string({ maxLength: 12 });
const named = fc.string({ minLength: 1, maxLength: 8 }).filter((name) => !name.startsWith('__'));
const fields = fc.dictionary(named, fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 2 })), { maxKeys: 3 });
const patient: fc.Arbitrary<SetPatient> = fc
  .record(
    {
      id: named,
      name: text,
      policy: named,
      encounters: fc.uniqueArray(fc.record({ id: named, fields }), { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
      openings: fc.array(fc.record({ accumulator: named, keys: fc.array(text, { maxLength: 2 }), value: text }), { maxLength: 2 }),
      note: text,
      line: text,
      disposition: fc.oneof(
        fc.record({ kind: fc.constantFrom('rules' as const, 'notice' as const), reason: text }),
        fc.record({
          kind: fc.constant('expectation' as const),
          reason: text,
          corrections: fc.array(fc.record({ visit: named, label: named, from: text, to: text }), { maxLength: 2 }),
        }),
      ),
    },
    { requiredKeys: ['id', 'name', 'policy', 'encounters', 'openings'] },
  )
  .chain((one) =>
    fc.dictionary(named, text, { maxKeys: 2 }).map((expected) => {
      const visit = one.encounters[0];
      return visit ? { ...one, expected: { [visit.id]: expected } } : one;
    }),
  );
const set: fc.Arbitrary<PatientSet> = fc.record({
  title: named,
  patients: fc.uniqueArray(patient, { maxLength: 4, selector: ({ id }) => id }),
});

const one = {
  id: 'a',
  name: '甲',
  policy: '某政策',
  encounters: [{ id: '1', fields: { 机构等级: '三级', 政策范围内: '1000.00', 认定病种数: 2 } }],
  openings: [],
};
const file = (patients: readonly unknown[], rest: object = {}): string =>
  JSON.stringify({ format: 'yice-patients/1', title: '样例', patients, ...rest });
const problems = (given: string): readonly string[] => {
  const read = readPatientSet(given);
  return read.ok ? [] : read.problems.map(({ zh }) => zh);
};

describe('the file of a patient set', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(set, (given) => {
        const read = readPatientSet(patientSetText(given));
        expect(read).toEqual({ ok: true, set: JSON.parse(JSON.stringify(given)) });
      }),
    );
  });
  it.each([
    ['另一个名字', file([{ ...one, 金额: '1' }]), '第 1 名患者: 没有“金额”这一项'],
    [
      '一次就诊里多的',
      file([one, { ...one, id: 'b', encounters: [{ id: '1', fields: {}, day: '' }] }]),
      '第 2 名患者 › encounters › 1: 没有“day”这一项',
    ],
    [
      '不是整数的数',
      file([{ ...one, encounters: [{ id: '1', fields: { 政策范围内: 1000.5 } }] }]),
      '第 1 名患者 › encounters › 1 › fields › 政策范围内: 这里的写法读不成; 金额写成文字, 如 "400.00"',
    ],
    ['别的格式', file([], { format: 'yice-patients/2' }), 'format: 应是 yice-patients/1'],
    ['重复的编号', file([one, one]), '第 2 名患者: 编号“a”已有别人用'],
    ['没有的就诊', file([{ ...one, expected: { 9: { 个人: '1元' } } }]), '第 1 名患者: 期望里的“9”没有这次就诊'],
    ['没有就诊', file([{ ...one, encounters: [] }]), '第 1 名患者 › encounters: 是空的'],
    ['写错的日子', file([{ ...one, knownOn: '2023-5-8' }]), '第 1 名患者 › knownOn: 写成 2023-05-08 这样的日期'],
    ['不是 JSON', '{', '不是 JSON 文件'],
  ])('names %s with its place', (_, given, problem) => {
    expect(problems(given)).toContain(problem);
  });
  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (given) => typeof readPatientSet(given).ok === 'boolean'));
  });
});
