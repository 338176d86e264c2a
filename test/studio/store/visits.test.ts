import { describe, expect, it } from 'vitest';
import type { SampleEncounter, SimulationState } from '../../../studio/store/simulation.ts';
import { currentEncounter, simulation } from '../../../studio/store/simulation.ts';
import { canMove, newVisitId, personFieldSet, visitAdded, visitMoved, visitRemoved } from '../../../studio/store/visits.ts';

const visit = (id: string, reverses?: string): SampleEncounter => ({
  id,
  fields: { 机构等级: '三级' },
  ...(reverses === undefined ? {} : { reverses }),
});
const desk = (...encounters: SampleEncounter[]): SimulationState => ({
  ...simulation.getInitialState(),
  patients: [{ id: 'p', name: '甲', policy: 'x', openings: [], encounters }],
  patientId: 'p',
  encounterId: encounters.at(-1)?.id,
});
const ids = (state: SimulationState) => state.patients[0]?.encounters.map((one) => one.id).join(' ');

describe('visits of a sample patient', () => {
  it('move by one place', () => {
    expect(ids(visitMoved(desk(visit('a'), visit('b'), visit('c')), 'p', 'c', -1))).toBe('a c b');
    expect(ids(visitMoved(desk(visit('a'), visit('b')), 'p', 'a', -1))).toBe('a b');
  });
  it('a reversal never comes before what it voids', () => {
    const visits = [visit('a'), visit('r', 'a')];
    expect([canMove(visits, 'r', -1), canMove(visits, 'a', 1)]).toEqual([false, false]);
  });
  it('go together with their reversals, and the one before is looked at', () => {
    const state = visitRemoved({ ...desk(visit('a'), visit('b'), visit('r', 'b')), encounterId: 'b' }, 'p', 'b');
    expect([ids(state), currentEncounter(state)?.id]).toEqual(['a', 'a']);
  });
  it('the last one stays', () => {
    expect(ids(visitRemoved(desk(visit('a')), 'p', 'a'))).toBe('a');
  });
  it('get ids that nobody has', () => {
    const patient = { id: 'p', name: '甲', policy: 'x', openings: [], encounters: [visit('p-1'), visit('p-3')] };
    expect(newVisitId(patient)).toBe('p-4');
    expect(newVisitId({ ...patient, encounters: [visit('p-2')] })).toBe('p-3');
  });
  it('a fact about the person holds in each of them, not in a reversal', () => {
    const state = personFieldSet(desk(visit('a'), visit('r', 'a'), visit('b')), 'p', '人员类别', '退休');
    expect(state.patients[0]?.encounters.map((one) => one.fields['人员类别'])).toEqual(['退休', undefined, '退休']);
  });
  it('a new one is looked at', () => {
    expect(currentEncounter(visitAdded(desk(visit('a')), 'p', visit('b')))?.id).toBe('b');
  });
});
