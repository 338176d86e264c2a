import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFromLink, caseToLink, withoutPerson } from '../../../studio/storage/linked-case.ts';
import type { SamplePatient } from '../../../studio/store/simulation.ts';
import type { PolicySummary } from '../../../studio/worker/protocol.ts';

const input = (name: string, kind: 'text' | 'date') => ({ name, type: { kind } });
const summary: PolicySummary = {
  name: '甲',
  folder: '',
  area: { code: '', name: '' },
  entry: 'settlement',
  files: [],
  versionDay: '日',
  periodDay: '日',
  person: '参保人',
  inputs: [input('参保人', 'text'), input('证号', 'text'), input('日', 'date')],
  lists: [{ name: '项目', fields: [input('名称', 'text'), input('用药日', 'date')] }],
  computed: [],
  initials: {},
  payers: [],
  benefits: [],
  accumulators: [],
  timeline: [],
  open: [],
  unexpressed: [],
};
const patient = (name: string, number: string): SamplePatient => ({
  id: `set#${name}`,
  name,
  policy: '甲',
  encounters: [
    {
      id: `${name}-1`,
      person: name,
      fields: { 参保人: name, 证号: number, 日: '2023-01-02' },
      lists: { 项目: [{ 名称: number, 用药日: '2023-01-02' }] },
    },
    { id: `${name}-2`, fields: {}, reverses: `${name}-1` },
  ],
  openings: [{ accumulator: '年支付', keys: [name, '2023'], value: '1.00' }],
});

describe('a patient in a link', () => {
  it('has nothing by which a person is known: no name, no number, no free text, nowhere', () => {
    // Letters that no other part of the link is made of.
    const secret = fc.string({ unit: fc.constantFrom('囍', '鑫', '淼', '焱'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(secret, secret, (name, number) => {
        const text = JSON.stringify(withoutPerson(patient(name, number), summary));
        expect(/[囍鑫淼焱]/u.test(text)).toBe(false);
        expect(text).toContain('2023-01-02');
      }),
    );
  });
  it('keeps what the result rests on, and the reversal of the same visit', () => {
    expect(withoutPerson(patient('囍', '1'), summary)).toEqual({
      id: '样例',
      name: '样例',
      policy: '甲',
      encounters: [
        { id: '样例-1', fields: { 日: '2023-01-02' }, lists: { 项目: [{ 用药日: '2023-01-02' }] } },
        { id: '样例-2', fields: {}, reverses: '样例-1' },
      ],
      openings: [{ accumulator: '年支付', keys: ['样例', '2023'], value: '1.00' }],
    });
  });
  it('reads back as it was, in letters that need no escaping', () => {
    const one = withoutPerson(patient('囍', '1'), summary);
    const link = caseToLink(one);
    expect(encodeURIComponent(link)).toBe(link);
    expect(caseFromLink(link)).toEqual(one);
  });
  it('is none when the text is anything else', () => {
    fc.assert(fc.property(fc.string(), (text) => caseFromLink(text) === undefined));
  });
});
