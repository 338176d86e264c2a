import { describe, expect, it } from 'vitest';
import { emptyLedger, loadUnverified, settle } from '../../../runtime/index.ts';
import { eventOf } from '../../../runtime/ledger/ledger.ts';
import { choose, compare, draft, FEN, fileOf, least, load, TEXT, yuan } from '../../kit/ir.ts';
import { outpatient, visit } from '../../kit/outpatient.ts';
import { reversal, settleAll } from '../../kit/settling.ts';

const year = () => [visit(1000, { 机构等级: '三级' }, 'a'), visit(500, {}, 'b'), visit(4000, {}, 'c')];
const recompute = load(outpatient());
const stand = load(outpatient({ onReversal: 'stand' }));

describe('撤销', () => {
  it('[L10] answers with the event’s postings negated', () => {
    const { answers } = settleAll(recompute, [visit(1000, {}, 'a'), reversal('a')]);
    expect(answers[1]).toMatchObject({
      event: '撤销-a',
      status: 'settled',
      totals: { total: '-1000.00', funds: '-480.00', personal: '-520.00' },
      postings: [{ address: '门诊统筹.支付', amount: '-480.00', parts: [{ part: '政策范围内', amount: '-480.00' }] }],
      amounts: { '门诊统筹.支付': '-480.00' },
    });
  });
  it('[L10] voids the entries: what comes after finds the cells as if it had never been', () => {
    const { answers } = settleAll(recompute, [visit(1000, {}, 'a'), reversal('a'), visit(1000, {}, 'b')]);
    expect(answers[2]?.amounts).toMatchObject({ '门诊统筹.起付': '200.00', '门诊统筹.支付': '480.00' });
  });
  it.each([
    ['an event that is not there', [], reversal('x')],
    ['one that is voided already', [visit(1, {}, 'a'), reversal('a')], reversal('a', 'again')],
    ['a reversal', [visit(1, {}, 'a'), reversal('a')], reversal('撤销-a')],
  ] as const)('[L10] %s cannot be voided', (_case, before, last) => {
    const { ledger } = settleAll(recompute, before);
    expect(settle(recompute, last, ledger)).toMatchObject({ answer: { status: 'refused', problems: [{ code: 'unknownEvent' }] }, ledger });
  });
  it('[L5] the id of a voided event stays used', () => {
    const { ledger } = settleAll(recompute, [visit(1, {}, 'a'), reversal('a')]);
    expect(settle(recompute, visit(1, {}, 'a'), ledger).answer).toMatchObject({
      status: 'refused',
      problems: [{ code: 'duplicateEvent' }],
    });
  });
  it('[L10] voiding what was 待定 frees its cells', () => {
    const p = draft().point('多少', '多少未写', { type: FEN }).accumulator('年', 'sum', FEN, [TEXT]);
    p.step('已', FEN, p.used('年', p.in('参保人')));
    p.post('付', choose(compare(p.in('范围内'), '=', yuan(1)), p.open('多少'), least(p.read('已'), yuan(0))), '基金', ['范围内']).entry(
      '年',
      p.read('付'),
      [p.in('参保人')],
    );
    const event = (id: string, inScope: number) => ({ id, fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: inScope, 范围外: 0 } });
    const { answers } = settleAll(load(p.finish()), [event('a', 1), event('b', 2), reversal('a'), event('c', 2)]);
    expect(answers.map(({ status }) => status)).toEqual(['open', 'open', 'settled', 'settled']);
  });
});

describe('撤销后 重算', () => {
  it('[L11] later events are settled again, the differences listed, the ledger as if the event had never been', () => {
    const { answers, ledger } = settleAll(recompute, [...year(), reversal('a')]);
    expect(answers[3]?.revisions).toMatchObject([
      { event: 'b', effect: 'booked', before: { totals: { funds: '300.00' } }, after: { totals: { funds: '180.00' } } },
      { event: 'c', effect: 'booked', before: { totals: { funds: '1300.00' } }, after: { totals: { funds: '1820.00' } } },
    ]);
    const next = visit(1000, {}, 'd');
    const without = settleAll(recompute, [...year().slice(1), next]).answers[2];
    expect(settle(recompute, next, ledger).answer).toEqual(without);
  });
  it('[L11] only those that read its cells are', () => {
    const { answers } = settleAll(recompute, [
      visit(1000, {}, 'a'),
      visit(1000, { 参保人: '乙' }, 'b'),
      visit(1000, {}, 'c'),
      reversal('a'),
    ]);
    expect(answers[3]?.revisions?.map(({ event }) => event)).toEqual(['c']);
  });
  it('[L11] an event that comes out the same is not listed', () => {
    const { answers } = settleAll(recompute, [visit(1000, {}, 'a'), visit(1000, { 就诊日: '2024-01-01' }, 'b'), reversal('a')]);
    expect(answers[2]?.revisions).toEqual([]);
  });
  it('[L11] events of others that read a shared cell follow, and none sees what came later', () => {
    const p = draft().field('户', TEXT).accumulator('户', 'sum', FEN, [TEXT]);
    p.step('已', FEN, p.used('户', p.in('户')))
      .post('付', least(p.in('范围内'), p.read('已')), '基金', ['范围内'])
      .entry('户', p.in('范围内'), [p.in('户')]);
    const event = (id: string, person: string, inScope: number) => ({
      id,
      fields: { 参保人: person, 户: '一', 就诊日: '2023-01-01', 范围内: inScope, 范围外: 0 },
    });
    const { answers } = settleAll(load(p.finish()), [
      event('a', '甲', 10),
      event('b', '甲', 50),
      event('c', '乙', 100),
      reversal('a'),
      event('d', '甲', 1000),
    ]);
    expect(answers[1]?.totals?.funds).toBe('10.00');
    expect(answers[3]?.revisions).toMatchObject([
      { event: 'b', after: { totals: { funds: '0.00' } } },
      { event: 'c', before: { totals: { funds: '60.00' } }, after: { totals: { funds: '50.00' } } },
    ]);
    expect(answers[4]?.totals?.funds).toBe('150.00');
  });
  it('[L13] an event that another bundle settled needs that bundle', () => {
    const other = loadUnverified(fileOf(outpatient()), 'sha256:other');
    const first = settleAll(recompute, [visit(1000, {}, 'a')]).ledger;
    const { ledger } = settleAll(other, [visit(1000, {}, 'b')], first);
    const refused = settle(recompute, reversal('a'), ledger);
    expect(refused.answer).toMatchObject({ status: 'refused', problems: [{ code: 'noPolicy' }] });
    expect(refused.answer.problems[0]?.zh).toContain('sha256:other');
    expect(refused.ledger).toBe(ledger);
    expect(settle(recompute, reversal('a'), ledger, { bundles: [other] }).answer.revisions).toMatchObject([
      { event: 'b', effect: 'booked' },
    ]);
  });
  it('[L14] an event that cannot be settled again stands as booked, and is listed', () => {
    const p = draft().field('另一项', FEN).accumulator('年', 'sum', FEN, [TEXT]);
    p.step('已', FEN, p.used('年', p.in('参保人')));
    p.post('付', choose(compare(p.read('已'), '=', yuan(0)), least(p.in('另一项'), yuan(1)), yuan(2)), '基金', ['范围内']).entry(
      '年',
      p.in('范围内'),
      [p.in('参保人')],
    );
    const event = (id: string, fields: object) => ({ id, fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: 5, 范围外: 0, ...fields } });
    const { answers, ledger } = settleAll(load(p.finish()), [event('a', { 另一项: 9 }), event('b', {}), reversal('a'), event('c', {})]);
    expect(answers[2]?.revisions).toMatchObject([
      { event: 'b', effect: 'unsettled', before: { status: 'settled' }, after: { status: 'missing' } },
    ]);
    expect(eventOf(ledger, 'b')?.booked.totals?.funds).toBe('2.00');
    expect(answers[3]?.totals?.funds).toBe('2.00');
  });
});

describe('撤销后 不重算', () => {
  it('[L12] later answers stand; the answer lists how they would differ', () => {
    const { answers, ledger } = settleAll(stand, [...year(), reversal('a')]);
    expect(answers[3]?.revisions?.map(({ event, effect, after }) => [event, effect, after.totals?.funds])).toEqual([
      ['b', 'reported', '180.00'],
      ['c', 'reported', '1820.00'],
    ]);
    expect(eventOf(ledger, 'b')?.booked.totals?.funds).toBe('300.00');
    const { answer } = settle(stand, visit(1000, {}, 'd'), ledger);
    expect(answer.amounts).toMatchObject({ '门诊统筹.已用[年门诊]': '1600.00', '门诊统筹.起付': '200.00', '门诊统筹.支付': '400.00' });
  });
  it('[L13] what another bundle settled is listed as not settled again', () => {
    const other = loadUnverified(fileOf(outpatient({ onReversal: 'stand' })), 'sha256:other');
    const { ledger } = settleAll(other, [visit(1000, {}, 'b')], settleAll(stand, [visit(1000, {}, 'a')]).ledger);
    expect(settle(stand, reversal('a'), ledger).answer).toMatchObject({
      status: 'settled',
      revisions: [{ event: 'b', effect: 'unsettled' }],
    });
  });
});

describe('what is kept', () => {
  it('[L16] each event as it came in, with the digest and the options that settled it', () => {
    const event = visit('1000.00', { med_type: '11' }, 'a');
    const { ledger } = settle(recompute, event, emptyLedger(), { knownOn: '2024-01-01' });
    expect(eventOf(ledger, 'a')).toMatchObject({ encounter: event, digest: 'sha256:test', knownOn: '2024-01-01', serial: 0, person: '甲' });
  });
  it('[L16] an event is settled again as of the day it was settled as of', () => {
    const { ledger } = settle(recompute, visit(1000, {}, 'b'), settleAll(recompute, [visit(1000, {}, 'a')]).ledger, {
      knownOn: '2024-01-01',
    });
    const { ledger: after } = settle(recompute, reversal('a'), ledger);
    expect(eventOf(after, 'b')).toMatchObject({ knownOn: '2024-01-01', booked: { totals: { funds: '480.00' } } });
  });
  it('[L3] 不享受 is remembered without entries; 拒收, 缺项 and 违规 leave no trace', () => {
    const { ledger } = settleAll(recompute, [
      visit(1000, { 医疗类别: '普通住院' }, 'a'),
      visit('x', {}, 'b'),
      visit(1000, { 人员类别: undefined }, 'c'),
    ]);
    expect(['a', 'b', 'c'].map((id) => eventOf(ledger, id)?.entries)).toEqual([[], undefined, undefined]);
    expect(settle(recompute, visit(1000, {}, 'c'), ledger).answer.status).toBe('settled');
  });
  it('[L1] a ledger that was given says afterwards what it said before', () => {
    const { ledger } = settleAll(recompute, year());
    const again = () => settle(recompute, visit(1000, {}, 'x'), ledger).answer;
    const before = again();
    settle(recompute, reversal('a'), ledger);
    settleAll(recompute, [visit(5000, {}, 'y'), visit(5000, {}, 'z')], ledger);
    expect(again()).toEqual(before);
  });
});
