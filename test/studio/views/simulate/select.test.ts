import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { simulation } from '../../../../studio/store/simulation.ts';
import { explanationText } from '../../../../studio/views/simulate/explanation-text.ts';
import { formOf } from '../../../../studio/views/simulate/form.ts';
import { newPatient, nextVisit } from '../../../../studio/views/simulate/samples.ts';
import { scenarioFileOf, scenarioText } from '../../../../studio/views/simulate/scenario-text.ts';
import { balanceLine, cellsAround, countedAgainst, currentAnswer, headlineOf, stepsOf } from '../../../../studio/views/simulate/select.ts';
import { ineligibleAnswer, openAnswer, POLICY, patient, settlement, summary } from '../../../kit/mianyang-answers.ts';

const text = readFileSync('policies/510700-绵阳市/amendments/2023-01-01-职工门诊共济.yice', 'utf8');
const settled = settlement(text);
const state = {
  ...simulation.getInitialState(),
  patients: [patient],
  patientId: 'p1',
  encounterId: 'p1-3',
  settlement: settled,
  settledPatient: 'p1',
};
const [first, , third] = settled.answers;
const visit = patient.encounters[2];
const totals = third?.totals;
if (!first || !third || !totals || !visit) throw new Error('the hand-made stream has three visits');

describe('headline', () => {
  it('names total, payers, account and cash, and their sum holds', () => {
    const figures = headlineOf(third, summary);
    expect(figures.map((figure) => [figure.role, figure.amount])).toEqual([
      ['total', '4320.00'],
      ['payer', '1300.00'],
      ['account', '860.00'],
      ['cash', '2160.00'],
    ]);
    expect(balanceLine(figures)).toEqual({ text: '1,300 + 860 + 2,160 = 4,320', holds: true });
  });
  it('where the policy has no account, the person pays one figure', () => {
    expect(
      headlineOf({ ...third, totals: { ...totals, account: '0.00', cash: '3020.00' } }, { ...summary, payers: [] }).map(
        (figure) => figure.role,
      ),
    ).toEqual(['total', 'payer', 'personal']);
  });
  it('a difference of one fen shows', () => {
    const figures = headlineOf({ ...third, totals: { ...totals, cash: '2160.01' } }, summary);
    expect(balanceLine(figures)?.holds).toBe(false);
  });
  it('without totals there is none', () => {
    expect(headlineOf(openAnswer, summary)).toEqual([]);
  });
});

describe('answers', () => {
  it('are those of the visit that is looked at', () => {
    expect(currentAnswer(state)?.event).toBe('p1-3');
    expect(currentAnswer({ ...state, encounterId: 'p1-1' })?.event).toBe('p1-1');
  });
  it('of another patient are not shown', () => {
    expect(currentAnswer({ ...state, settledPatient: 'p2' })).toBeUndefined();
  });
});

describe('steps', () => {
  it('that carry the result are numbered', () => {
    expect(
      stepsOf(third)
        .filter((step) => !step.supporting)
        .map((step) => `${step.mark} ${step.line.address}`),
    ).toEqual(['① 门诊统筹.起付', '② 门诊统筹.应付', '③ 门诊统筹.支付']);
  });
  it('copy as text that needs no markup', () => {
    const copied = explanationText({
      patient: '甲',
      policy: POLICY,
      figures: [{ name: '统筹支付', amount: '1300.00' }],
      steps: stepsOf(third),
      language: 'zh',
    });
    expect(copied).toContain('统筹支付 1,300.00');
    expect(copied).toContain('③ 年限额只剩 1300.00，截去 1,100.00  1,300.00');
    expect(copied).not.toMatch(/[<|*#]/);
  });
});

describe('running totals', () => {
  it('show before and after, the changed ones first', () => {
    expect(cellsAround(state).map((cell) => [cell.accumulator, cell.keys, cell.before?.value, cell.after?.value])).toEqual([
      ['年门诊', '2023', '700.00', '2000.00'],
      ['年门诊起付', '2023', '200.00', '200.00'],
    ]);
    expect(cellsAround({ ...state, encounterId: 'p1-1' })[0]?.before).toBeUndefined();
  });
  it('know the cap they are counted against', () => {
    expect(countedAgainst(state, '年门诊')).toEqual({ amount: '2000.00', kind: 'cap' });
    expect(countedAgainst(state, '年门诊起付')).toBeUndefined();
  });
});

describe('form', () => {
  it('has every input once, person, visit and bill', () => {
    const form = formOf(summary);
    expect(form.person.map((field) => field.name)).toEqual(['人员类别', '身份', '认定病种数']);
    expect(form.visit.map((field) => field.name)).toEqual(['就诊日', '医疗类别', '机构等级']);
    expect(form.bill.map((field) => field.name)).toEqual(['总额', '政策范围内', '先行自付', '超限价', '全自费']);
  });
  it('a new patient is complete, and has a name of their own', () => {
    const made = newPatient([patient], summary, '2023-05-08');
    expect([made.name, made.id]).toEqual(['乙', 'p2']);
    expect(made.encounters[0]?.fields).toMatchObject({
      就诊日: '2023-05-08',
      医疗类别: '普通门诊',
      总额: '1000.00',
      政策范围内: '1000.00',
      全自费: '0.00',
      身份: [],
    });
  });
  it('days of the person’s life lie before the visit', () => {
    const made = newPatient([], { ...summary, inputs: [...summary.inputs, { name: '参保日', type: { kind: 'date' } }] }, '2023-05-08');
    expect(made.encounters[0]?.fields['参保日']).toBe('2018-05-08');
  });
  it('the next visit is the same a day later', () => {
    expect(nextVisit(patient, summary, '')).toMatchObject({
      id: 'p1-4',
      fields: { 就诊日: '2023-05-09', 机构等级: '二级', 总额: '4320.00' },
    });
  });
});

describe('saved as 示例', () => {
  it('states person, visits and what came out', () => {
    const written = scenarioText({ state, summary, fresh: true, patient, visit }, '三次门诊');
    expect(written.split('\n').slice(0, 5)).toEqual([
      '示例 “三次门诊” 于 “绵阳市职工基本医疗保险” {',
      '  参保人 甲 { 人员类别 在职; 身份 无 }',
      '  就诊 2023-03-02 { 医疗类别 普通门诊; 机构等级 三级; 政策范围内 1000元; 先行自付 0元; 超限价 0元; 全自费 0元 }',
      '  期望 { 门诊统筹.起付 200元; 门诊统筹.支付 400元; 基金 400元; 个人 600元; 账户 600元; 现金 0元 }',
      '  就诊 2023-04-11 { 医疗类别 普通门诊; 机构等级 二级; 政策范围内 500元; 先行自付 0元; 超限价 0元; 全自费 0元 }',
    ]);
  });
  it('states what was supposed, what is known, a reversal and a status', () => {
    const reversed = { ...patient, encounters: [visit, { id: 'r', fields: {}, reverses: visit.id }] };
    const odd = {
      ...state,
      patients: [reversed],
      knownOn: '2023-05-30',
      suppose: { [POLICY]: { 市外比例: '70' } },
      settlement: { ...settled, answers: [ineligibleAnswer] },
    };
    const written = scenarioText({ state: odd, summary, fresh: true, patient: reversed, visit }, '题');
    expect(written).toContain('  知晓日 2023-05-30\n  设 市外比例 = 70%\n');
    expect(written).toContain('期望 { 状态 不享受; 原因 “参保未满 12 个月，2023-03-10 起享受”; 个人 4320元 }');
    expect(written).toContain('  撤销 第1次\n');
  });
  it('goes to the policy’s own scenarios', () => {
    expect(scenarioFileOf(summary.files)).toBe('510700-绵阳市/职工基本医疗保险.scenarios.yice');
    expect(scenarioFileOf(['a/b.yice'])).toBe('a/b.scenarios.yice');
  });
});
