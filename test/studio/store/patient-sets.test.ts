import { describe, expect, it } from 'vitest';
import type { PatientSet, SetPatient } from '../../../studio/store/patient-sets.ts';
import {
  corrected,
  freePath,
  fromDesk,
  onDesk,
  patientSetPath,
  patientSetPaths,
  patientsChanged,
  patientsJoined,
  patientsLeft,
  takenBack,
} from '../../../studio/store/patient-sets.ts';
import { givenBack } from '../../../studio/store/returned.ts';
import { withText, workspace } from '../../../studio/store/workspace.ts';

const patient = (id: string): SetPatient => ({
  id,
  name: id,
  policy: '某政策',
  encounters: [{ id: '1', fields: { 政策范围内: '1000.00' } }],
  openings: [],
  expected: { 1: { 个人: '600元' } },
});
const set: PatientSet = { title: '样例', patients: [patient('a'), patient('b'), patient('c')] };

describe('patients given back to the author', () => {
  it('are those whose rules are said to be wrong, each with the reviewer’s words', () => {
    const own = {
      title: '四十例',
      patients: [patient('一'), { ...patient('二'), disposition: { kind: 'rules' as const, reason: '限额少了一档' } }],
    };
    expect(givenBack('a/样例/b.patients.json', own)).toMatchObject([{ set: '四十例', id: '二', reason: '限额少了一档' }]);
  });
});

describe('a patient set', () => {
  it('stands in the folder of its area and is found there', () => {
    const path = patientSetPath('510700-绵阳市', '职工/门诊');
    expect(path).toBe('510700-绵阳市/样例/职工-门诊.patients.json');
    expect(patientSetPaths(withText(workspace.getState(), path, '{}'))).toEqual([path]);
    expect(freePath({ [path]: 1 }, path)).toBe('510700-绵阳市/样例/职工-门诊(2).patients.json');
  });
  it('changes those named and leaves the others the same objects', () => {
    const changed = patientsChanged(set, ['b'], (one) => ({ ...one, note: '看过' }));
    expect(changed.patients.map(({ note }) => note)).toEqual([undefined, '看过', undefined]);
    expect(changed.patients[0]).toBe(set.patients[0]);
    expect(patientsLeft(set, ['a', 'c']).patients.map(({ id }) => id)).toEqual(['b']);
  });
  it('takes in patients under ids of their own', () => {
    expect(patientsJoined(set, [patient('a'), patient('a'), patient('d')]).patients.map(({ id }) => id)).toEqual([
      ...['a', 'b', 'c'],
      ...['a-2', 'a-3', 'd'],
    ]);
  });
  it('keeps what stood there before a correction, also after a second one', () => {
    const once = corrected(patient('a'), [{ visit: '1', label: '个人', from: '600元', to: '500元' }], '漏算年限额');
    const twice = corrected(once, [{ visit: '1', label: '个人', from: '500元', to: '400元' }], '舍入');
    expect(twice.expected).toEqual({ 1: { 个人: '400元' } });
    expect(twice.disposition).toMatchObject({ reason: '舍入', corrections: [{ from: '600元' }, { from: '500元', to: '400元' }] });
  });
  it('lends a patient to the desk and takes the changes back', () => {
    const path = '510700-绵阳市/样例/门诊#1.patients.json';
    const lent = onDesk(path, patient('b#x'));
    expect(fromDesk(lent.id)).toEqual({ path, patient: 'b#x' });
    expect(fromDesk('p1')).toBeUndefined();
    const back = takenBack(set, 'b', { ...lent, name: '乙', encounters: [{ id: '2', fields: {} }] });
    expect(back.patients[1]).toMatchObject({ id: 'b', name: '乙', encounters: [{ id: '2' }], expected: {} });
    expect(back.patients[0]).toBe(set.patients[0]);
  });
});
