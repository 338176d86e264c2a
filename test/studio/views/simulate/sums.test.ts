/** Answers without a bill: what the headline says, and items of a visit. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../runtime/answer.ts';
import type { SimulationState } from '../../../../studio/store/simulation.ts';
import { simulation } from '../../../../studio/store/simulation.ts';
import { itemsChanged } from '../../../../studio/store/visits.ts';
import { firstItem } from '../../../../studio/views/simulate/samples.ts';
import { balanceLine, headlineOf } from '../../../../studio/views/simulate/select.ts';
import { summary } from '../../../kit/mianyang-answers.ts';

const answer = (more: Pick<Answer, 'sums' | 'postings'>): Answer => ({
  event: '1',
  policy: '',
  digest: '',
  status: 'settled',
  amounts: {},
  open: [],
  assumed: [],
  supposed: [],
  missing: [],
  ineligible: [],
  problems: [],
  ...more,
});
const shown = (one: Answer) => headlineOf(one, undefined).map(({ role, payers, amount }) => [role, payers.join(), amount]);

describe('the headline of an answer without a bill', () => {
  it('says what a cash benefit pays, into the account and in cash', () => {
    const one = answer({ sums: { entry: 'cashBenefit', paid: '100.00', account: '60.00', cash: '40.00' }, postings: [] });
    expect(shown(one)).toEqual([
      ['paid', '', '100.00'],
      ['account', '', '60.00'],
      ['cash', '', '40.00'],
    ]);
    expect(balanceLine(headlineOf(one, undefined))?.holds).toBe(true);
  });

  it('says what is due, who pays it now and who later', () => {
    const payers = [
      { payer: '单位', now: '30.00', deferred: '50.00' },
      { payer: '个人', now: '20.00', deferred: '0.00' },
    ];
    const one = answer({ sums: { entry: 'contribution', due: '100.00', now: '50.00', deferred: '50.00', dues: [], payers }, postings: [] });
    expect(shown(one)).toEqual([
      ['due', '', '100.00'],
      ['payer', '单位', '30.00'],
      ['deferred', '单位', '50.00'],
      ['payer', '个人', '20.00'],
    ]);
    expect(balanceLine(headlineOf(one, undefined))?.holds).toBe(true);
  });

  it('says what a clearing pays, by payment', () => {
    const one = answer({
      sums: { entry: 'clearing', paid: '-5.00' },
      postings: [{ address: '清算', payers: ['统筹基金'], amount: '-5.00', parts: [] }],
    });
    expect(shown(one)).toEqual([
      ['paid', '', '-5.00'],
      ['payer', '统筹基金', '-5.00'],
    ]);
  });
});

describe('items of a visit', () => {
  it('are added, changed and taken away, list by list', () => {
    const list = { name: '项目', fields: [{ name: '金额', type: { kind: 'money', scale: '1' } }] } as const;
    const visit = { id: 'v', fields: {} };
    const start: SimulationState = {
      ...simulation.getState(),
      patients: [{ id: 'p', name: '甲', policy: '', encounters: [visit], openings: [] }],
    };
    const item = firstItem(list, summary, '2023-05-08');
    expect(item).toEqual({ 金额: '100.00' });
    const two = itemsChanged(start, 'p', 'v', '项目', (all) => [...all, item, { 金额: '1.00' }]);
    const one = itemsChanged(two, 'p', 'v', '项目', (all) => all.slice(1));
    expect(two.patients[0]?.encounters[0]?.lists).toEqual({ 项目: [item, { 金额: '1.00' }] });
    expect(one.patients[0]?.encounters[0]?.lists).toEqual({ 项目: [{ 金额: '1.00' }] });
  });
});
