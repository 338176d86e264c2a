import { afterEach, describe, expect, it } from 'vitest';
import { patientToStream } from '../../../studio/loop/settling.ts';
import { simulation } from '../../../studio/store/simulation.ts';
import { POLICY, patient, summary } from '../../kit/mianyang-answers.ts';

const [first] = patient.encounters;
if (!first) throw new Error('the hand-made patient has visits');

describe('a sample patient as the runtime reads it', () => {
  afterEach(() => simulation.setState(simulation.getInitialState(), true));

  it('is named in each visit', () => {
    expect(patientToStream(patient, summary).encounters.map((one) => one.fields['参保人'])).toEqual(['甲', '甲', '甲']);
  });
  it('keeps to itself what the policy no longer asks', () => {
    const odd = { ...patient, encounters: [{ ...first, fields: { ...first.fields, 旧字段: '1' } }] };
    expect(patientToStream(odd, summary).encounters[0]?.fields).not.toHaveProperty('旧字段');
    simulation.setState({ suppose: { [POLICY]: { 市外比例: '70', 旧待定: '1' } } });
    expect(patientToStream(patient, summary).suppose).toEqual({ 市外比例: '70' });
  });
  it('a reversal names what it voids and nothing else', () => {
    const reversed = { ...patient, encounters: [first, { id: 'r', fields: {}, reverses: first.id }] };
    expect(patientToStream(reversed, summary).encounters[1]).toEqual({
      id: 'r',
      kind: 'reverse',
      of: first.id,
      policy: POLICY,
      fields: {},
    });
  });
});
