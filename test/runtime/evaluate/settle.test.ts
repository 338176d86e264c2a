import { describe, expect, it } from 'vitest';
import { emptyLedger, settle } from '../../../runtime/index.ts';
import { BOOL, draft, FEN, least, load, percent, rounded, rule, times, truth, yuan } from '../../kit/ir.ts';
import { outpatient, visit } from '../../kit/outpatient.ts';
import { settleAll, settleOne } from '../../kit/settling.ts';

const bundle = load(outpatient());

describe('a year of outpatient visits', () => {
  const paid = (
    answers: readonly { readonly amounts: Readonly<Record<string, string>>; readonly totals?: { readonly personal: string } }[],
  ) => answers.map(({ amounts, totals }) => [amounts['门诊统筹.起付'], amounts['门诊统筹.支付'], totals?.personal]);

  it('在职: the deductible once, then 50 and 60 %, until the cap of the year is reached', () => {
    const { answers } = settleAll(bundle, [visit(1000, { 机构等级: '三级' }), visit(500), visit(4000)]);
    expect(paid(answers)).toEqual([
      ['200.00', '400.00', '600.00'],
      ['0.00', '300.00', '200.00'],
      ['0.00', '1300.00', '2700.00'],
    ]);
  });
  it('退休: 150, then 60 and 70 %, until 2500', () => {
    const retired = { 人员类别: '退休' };
    const { answers } = settleAll(bundle, [visit(1000, { ...retired, 机构等级: '三级' }), visit(1000, retired), visit(5000, retired)]);
    expect(paid(answers)).toEqual([
      ['150.00', '510.00', '490.00'],
      ['0.00', '700.00', '300.00'],
      ['0.00', '1290.00', '3710.00'],
    ]);
  });
  it('[L2] the next year begins anew', () => {
    const { answers } = settleAll(bundle, [visit(5000), visit(1000, { 就诊日: '2024-01-01' })]);
    expect(paid(answers)).toEqual([
      ['200.00', '2000.00', '3000.00'],
      ['200.00', '480.00', '520.00'],
    ]);
  });
  it('[L2] another person has her own cells', () => {
    const { answers } = settleAll(bundle, [visit(5000), visit(1000, { 参保人: '乙' })]);
    expect(paid(answers)[1]).toEqual(['200.00', '480.00', '520.00']);
  });
  it('[S6] before the benefit exists there is none, and the bill is the person’s', () => {
    expect(settleOne(bundle, visit(1000, { 就诊日: '2022-12-31' }))).toMatchObject({
      status: 'ineligible',
      totals: { total: '1000.00', funds: '0.00', personal: '1000.00' },
      ineligible: [{ reason: '无此待遇' }],
    });
  });
  it('[S6] a visit that no benefit is for has none', () => {
    expect(settleOne(bundle, visit(1000, { 医疗类别: '普通住院' }))).toMatchObject({
      status: 'ineligible',
      totals: { personal: '1000.00' },
      postings: [{ amount: '0.00' }],
    });
  });
});

describe('what is asked, in order', () => {
  const seen = settle(bundle, visit(100, {}, 'seen'), emptyLedger()).ledger;

  it.each([
    ['an event that is none', null, 'malformed'],
    ['an event without id', { fields: {} }, 'malformed'],
    ['an id that was used', { ...visit(100), id: 'seen', fields: { 就诊日: 'x' } }, 'duplicateEvent'],
    ['a policy that is not there', { ...visit(100), policy: '乙市职工' }, 'noPolicy'],
    ['a scheme that is not there', { ...visit(100), scheme: '居民' }, 'noPolicy'],
    ['a field that is wrong', visit('many'), 'wrongType'],
    ['a reversal of nothing named', { id: 'r', kind: 'reverse', fields: {} }, 'malformed'],
    ['an event of no known kind', { id: 'r', kind: 'adjust', fields: {} }, 'malformed'],
  ])('[S1] %s is refused', (_case, event, code) => {
    const { answer, ledger } = settle(bundle, event as never, seen);
    expect(answer).toMatchObject({ status: 'refused', problems: [{ code }] });
    expect(answer.totals).toBeUndefined();
    expect(ledger).toBe(seen);
  });

  it('[O9] a person or day not given is named, and nothing else', () => {
    expect(settleOne(bundle, visit(100, { 参保人: undefined, 人员类别: undefined }))).toMatchObject({
      status: 'missing',
      missing: ['参保人'],
    });
    expect(settleOne(bundle, visit(100, { 就诊日: undefined }))).toMatchObject({ status: 'missing', missing: ['就诊日'] });
  });
  it('[O9] fields that were needed are named, and only those', () => {
    expect(settleOne(bundle, visit(1000, { 人员类别: undefined, 机构等级: undefined })).missing.toSorted()).toEqual([
      '人员类别',
      '机构等级',
    ]);
    expect(settleOne(bundle, visit(1000, { 医疗类别: '普通住院', 人员类别: undefined }))).toMatchObject({
      status: 'ineligible',
      missing: [],
    });
  });
  it('[S8] a part that is needed and not given is missing', () => {
    expect(settleOne(bundle, visit(1000, { 政策范围内: undefined, 总额: '1000.00' }))).toMatchObject({
      status: 'missing',
      missing: ['政策范围内'],
    });
    expect(settleOne(bundle, visit(1000, { 全自费: undefined }))).toMatchObject({ status: 'missing', missing: ['全自费'] });
    expect(settleOne(bundle, visit(1000, { 全自费: undefined, 总额: '1100.00' }))).toMatchObject({
      status: 'settled',
      totals: { total: '1100.00', personal: '620.00' },
    });
  });
});

describe('choosing the policy', () => {
  const two = load(outpatient(), outpatient({ id: '绵阳市城乡居民基本医疗保险', scheme: '居民' }));
  it.each([
    [{ policy: '绵阳市城乡居民基本医疗保险' }, {}, '绵阳市城乡居民基本医疗保险'],
    [{ scheme: '职工' }, {}, '绵阳市职工基本医疗保险'],
    [{ scheme: '职工' }, { policy: '绵阳市城乡居民基本医疗保险' }, '绵阳市城乡居民基本医疗保险'],
  ])('[S12] %j with %j', (event, options, policy) => {
    expect(settleOne(two, { ...visit(1000), ...event }, options)).toMatchObject({ status: 'settled', policy });
  });
  it('[S12] several that may apply are refused by name', () => {
    const { problems } = settleOne(two, visit(1000));
    expect(problems).toMatchObject([{ code: 'noPolicy' }]);
    expect(problems[0]?.zh).toContain('绵阳市职工基本医疗保险、绵阳市城乡居民基本医疗保险');
  });
});

describe('eligibility', () => {
  const policy = () => {
    const p = draft().field('参保日', { kind: 'date' }).field('已备案', BOOL).point('等待期', '原文未写等待期');
    p.step('住院.适用', BOOL, truth(true)).step('住院.备案', BOOL, p.in('已备案'));
    p.step('住院.用', BOOL, { op: 'all', of: [p.read('住院.适用'), p.read('住院.备案')] });
    p.post(
      '住院.支付',
      { op: 'choose', if: p.read('住院.用'), then: rounded(times(p.in('范围内'), percent(50)), 100), otherwise: yuan(0) },
      '基金',
      ['范围内'],
    );
    p.benefit('住院', '住院.适用', '住院.用', rule('备案', p.read('住院.备案'), '没有备案'));
    return p;
  };
  const event = (fields: object) => ({
    id: 'e',
    fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: 100, 范围外: 0, 已备案: true, ...fields },
  });

  it('[S4] a 资格 that is false: every reason, postings 0, all personal', () => {
    const p = policy()
      .eligible('参保', truth(false), '没有参保')
      .eligible('缴费', truth(false), '没有缴费')
      .eligible('其他', truth(true), '不会出现');
    expect(settleOne(load(p.finish()), event({}))).toMatchObject({
      status: 'ineligible',
      ineligible: [
        { name: '参保', reason: '没有参保' },
        { name: '缴费', reason: '没有缴费' },
      ],
      postings: [{ address: '住院.支付', amount: '0.00' }],
      totals: { funds: '0.00', personal: '100.00' },
      amounts: { '住院.支付': '0.00' },
    });
  });
  it('[S5] one that is open blocks, one that is missing asks for the field', () => {
    const open = policy();
    open.eligible('等待期', open.open('等待期'), '还在等待期');
    expect(settleOne(load(open.finish()), event({}))).toMatchObject({ status: 'open', open: [{ reason: '原文未写等待期' }] });
    const asks = policy();
    asks.eligible(
      '参保',
      { op: 'compare', test: '≤', a: { of: asks.in('参保日'), by: '1' }, b: { of: asks.in('就诊日'), by: '1' } },
      '还没有参保',
    );
    expect(settleOne(load(asks.finish()), event({}))).toMatchObject({ status: 'missing', missing: ['参保日'] });
  });
  it('[S5] another that is false settles what one leaves open', () => {
    const p = policy();
    p.eligible('等待期', p.open('等待期'), '还在等待期').eligible('参保', truth(false), '没有参保');
    expect(settleOne(load(p.finish()), event({}))).toMatchObject({ status: 'ineligible', ineligible: [{ name: '参保' }], open: [] });
  });
  it('[S7] a benefit’s own 资格 that is false: 0, with its reason', () => {
    expect(settleOne(load(policy().finish()), event({ 已备案: false }))).toMatchObject({
      status: 'ineligible',
      ineligible: [{ name: '备案', reason: '没有备案' }],
      totals: { personal: '100.00' },
    });
  });
  it('[S7] what another posting pays stands, and the reason is listed with it', () => {
    const p = policy();
    p.post('救助', yuan(10), '基金', ['范围内']);
    expect(settleOne(load(p.finish()), event({ 已备案: false }))).toMatchObject({
      status: 'settled',
      ineligible: [{ name: '备案' }],
      totals: { funds: '10.00' },
    });
  });
  it('[S3] a 约束 that is false refuses; one that cannot be decided does not', () => {
    const p = policy();
    p.program.constraints.push({ name: '已备案才能住院', holds: p.in('已备案'), source: { file: 'f', start: 0, end: 1, line: 1 } });
    expect(settleOne(load(p.finish()), event({ 已备案: false }))).toMatchObject({
      status: 'refused',
      problems: [{ code: 'constraint', field: '已备案才能住院' }],
    });
    const asks = policy();
    asks.program.constraints.push({
      holds: { op: 'same', a: asks.in('参保日'), b: asks.in('就诊日') },
      source: { file: 'f', start: 0, end: 1, line: 1 },
    });
    expect(settleOne(load(asks.finish()), event({}))).toMatchObject({ status: 'settled' });
  });
});

describe('only what is needed', () => {
  it('[S2] a step that nothing asks for cannot block, be missing or be at fault', () => {
    const p = draft().field('别的', FEN).point('口', '不知道');
    p.step('没人要', FEN, p.open('口')).step('也没人要', FEN, p.in('别的'));
    p.step('会出错', FEN, { op: 'table', axes: [], grid: [-1], results: [yuan(1)] });
    p.post('付', least(yuan(10), p.in('范围内')), '基金', ['范围内']);
    expect(settleOne(load(p.finish()), { id: 'e', fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: 100, 范围外: 0 } })).toMatchObject({
      status: 'settled',
      amounts: { 付: '10.00' },
    });
  });
  it('[S13] amounts that no payment needs are named when they are asked for', () => {
    const named = settleOne(bundle, visit(1000)).amounts;
    expect(named['门诊统筹.共付']).toBeUndefined();
    expect(named['门诊统筹.起付']).toBe('200.00');
    expect(settleOne(bundle, visit(1000), { also: ['门诊统筹.共付', '没有'] }).amounts['门诊统筹.共付']).toBe('320.00');
  });
  it('[S13] an amount that is no whole fen is not named', () => {
    const p = draft();
    p.step(
      '三分之一',
      { kind: 'money', scale: '3' },
      { op: 'product', a: p.in('范围内'), b: { op: 'const', type: { kind: 'number', scale: '3' }, value: '1' }, wide: false },
    );
    p.post('付', rounded(p.read('三分之一'), 3), '基金', ['范围内']);
    const answer = (amount: string) =>
      settleOne(load(p.finish()), { id: 'e', fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: amount, 范围外: 0 } }).amounts;
    expect(answer('1.00')).toEqual({ 付: '0.33' });
    expect(answer('3.00')).toEqual({ 付: '1.00', 三分之一: '1.00' });
  });
  it('[S15] what was asked for and is no amount in whole fen is named exactly, and only then', () => {
    const p = draft();
    p.step(
      '三分之一',
      { kind: 'money', scale: '3' },
      { op: 'product', a: p.in('范围内'), b: { op: 'const', type: { kind: 'number', scale: '3' }, value: '1' }, wide: false },
    );
    p.step('多', { kind: 'bool' }, { op: 'const', type: { kind: 'bool' }, value: true });
    p.step('比例', { kind: 'ratio', scale: '1000' }, { op: 'const', type: { kind: 'ratio', scale: '1000' }, value: '640' });
    p.post('付', rounded(p.read('三分之一'), 3), '基金', ['范围内']);
    const answer = (amount: string, ...also: readonly string[]) =>
      settleOne(load(p.finish()), { id: 'e', fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: amount, 范围外: 0 } }, { also }).values;
    expect(answer('1.00')).toBeUndefined();
    expect(answer('1.00', '多', '比例', '三分之一', '没有')).toEqual({
      多: { kind: 'bool', value: true },
      比例: { kind: 'ratio', value: '0.64' },
      三分之一: { kind: 'money', value: '1/3' },
    });
    expect(answer('3.00', '三分之一')).toBeUndefined();
  });
  it('[S14] the same event against the same ledger gives the same answer', () => {
    expect(settleOne(bundle, visit('777.77', {}, 'same'))).toEqual(settleOne(load(outpatient()), visit('777.77', {}, 'same')));
    expect(settleOne(bundle, visit(1)).digest).toBe('sha256:test');
  });
});
