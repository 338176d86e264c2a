import { describe, expect, it } from 'vitest';
import type { SetPatient } from '../../../studio/store/patient-sets.ts';
import { outcomeOf, reviewOf } from '../../../studio/store/review-outcome.ts';
import { decided, decidedTogether, drawn, filledIn, undecided, withLine } from '../../../studio/views/patients/deciding.ts';
import { casesIn, filtered, groupsOf, isTodo } from '../../../studio/views/patients/select.ts';
import type { JudgedValue, ReviewedPatient, ReviewedVisit } from '../../../studio/worker/protocol.ts';

const source = { file: 'a.yice', start: 0, end: 1, line: 1 };
const came = (verdict: JudgedValue['verdict'], status: ReviewedVisit['status'] = 'settled'): ReviewedVisit => ({
  event: '1',
  status,
  values: [{ label: '门诊统筹.支付', expected: '2400元', actual: '1300.00元', verdict }],
  amounts: {},
  open: status === 'open' ? [{ address: '市外比例', reason: '没有写', source }] : [],
  assumed: [],
  reasons: [],
});
const patient = (id: string): SetPatient => ({
  id,
  name: id,
  policy: '甲',
  encounters: [{ id: '1', fields: {} }],
  openings: [],
  expected: { 1: { '门诊统筹.支付': '2400元' } },
});
const set = { title: '样例', patients: ['a', 'b', 'c', 'd', 'e'].map(patient) };
const results: Record<string, ReviewedPatient> = Object.fromEntries(
  [came('differs'), came('differs'), came('open', 'open'), came('same'), { ...came('same', 'missing'), values: [] }].map((visit, at) => {
    const id = 'abcde'[at] ?? '';
    return [id, { id, visits: [visit] }];
  }),
);
const cause = { key: 'cap', kind: 'cap' as const, policy: '甲', address: '门诊统筹.支付限额' };
const cases = casesIn(set, results);
const groups = groupsOf(cases, [{ cause, patients: ['a', 'b'] }]);

describe('a case that lacks a fact', () => {
  const lacking = (id: string, ...reasons: string[]): ReviewedPatient => ({ id, visits: [{ ...came('open', 'missing'), reasons }] });
  const all = { a: lacking('a', '参保日'), b: lacking('b', '参保日'), c: lacking('c', '认定病种数', '参保日') };
  const stuck = casesIn({ title: '样例', patients: ['a', 'b', 'c'].map(patient) }, all);
  it('is neither a difference nor passed, and stands with those that lack the same', () => {
    expect(stuck.map(({ outcome }) => outcome)).toEqual(['stuck', 'stuck', 'stuck']);
    expect(groupsOf(stuck, []).map(({ reason, cases: own }) => [reason, own.length])).toEqual([
      ['参保日', 2],
      ['认定病种数、参保日', 1],
    ]);
  });
  it('has it filled in for all of them; what a visit says already stays', () => {
    const told = { ...patient('b'), encounters: [{ id: '1', fields: { 参保日: '2020-01-01' } }] };
    const filled = filledIn({ title: '样例', patients: [patient('a'), told, patient('c')] }, ['a', 'b'], { 参保日: '2015-03-01' });
    expect(filled.patients.map(({ encounters }) => encounters[0]?.fields.参保日)).toEqual(['2015-03-01', '2020-01-01', undefined]);
  });
});

describe('one decision', () => {
  it('is for all that share a cause, and for the one alone where none was found', () => {
    const [first, second] = cases;
    const [shared] = groups;
    const [alone] = groupsOf(cases, []);
    if (!first || !second || !shared || !alone) throw new Error('no cases');
    expect(decidedTogether(first, shared)).toEqual([first, second]);
    expect(alone.cases).toHaveLength(2);
    expect(decidedTogether(second, alone)).toEqual([second]);
  });
});

describe('what came of a set', () => {
  it('tells differing, open, stuck and passed apart; the rules stopping is no difference', () => {
    expect(cases.map(({ outcome }) => outcome)).toEqual(['differs', 'differs', 'open', 'passed', 'stuck']);
    expect(outcomeOf(patient('x'), undefined)).toBe('waiting');
  });
  it('stands failures first under their cause, and what passed last', () => {
    expect(groups.map(({ outcome, cases: own }) => [outcome, own.length])).toEqual([
      ['differs', 2],
      ['open', 1],
      ['stuck', 1],
      ['passed', 1],
    ]);
    expect(groups[0]?.cause).toBe(cause);
    expect(filtered(groups, { filter: 'todo', sample: [] }).map(({ outcome }) => outcome)).toEqual(['differs', 'open', 'stuck']);
    expect(filtered(groups, { filter: 'sample', sample: ['d'] }).map(({ outcome }) => outcome)).toEqual(['passed']);
  });
  it('counts for sign-off: nothing may differ, and each open case needs its line', () => {
    expect(reviewOf(set, results, 'sha256:1')).toMatchObject({
      ...{ patients: 5, compared: 4, equal: 1, passed: 1, differing: 2, open: 1, openWithoutLine: 1, unsettled: 1 },
      digest: 'sha256:1',
    });
    const lined = withLine(set, ['c'], ' 等文件 ');
    expect(reviewOf(lined, results, undefined)).toMatchObject({ open: 1, openWithoutLine: 0, lines: [{ patient: 'c', line: '等文件' }] });
    expect(casesIn(lined, results).filter(isTodo)).toHaveLength(3);
    expect(withLine(lined, ['c'], '').patients[2]).not.toHaveProperty('line');
  });
  it('takes one decision for all the cases of a cause', () => {
    const own = groups[0]?.cases ?? [];
    const fixed = decided(set, own, 'expectation', '漏算年限额');
    expect(fixed.patients.slice(0, 2).map(({ expected }) => expected)).toEqual([
      { 1: { '门诊统筹.支付': '1300.00元' } },
      { 1: { '门诊统筹.支付': '1300.00元' } },
    ]);
    expect(fixed.patients[0]?.disposition).toMatchObject({ reason: '漏算年限额', corrections: [{ from: '2400元', to: '1300.00元' }] });
    const returned = decided(set, own, 'rules', '条件写反了');
    expect(reviewOf(returned, results, undefined)).toMatchObject({ differing: 2 });
    expect(reviewOf(decided(set, own, 'notice', '没写累计'), results, undefined)).toMatchObject({
      differing: 0,
      open: 3,
      openWithoutLine: 1,
    });
    expect(undecided(returned, ['a', 'b'])).toEqual(set);
  });
  it('draws passes only, none twice', () => {
    expect(drawn(cases, 10, () => 0.99)).toEqual(['d']);
  });
});
