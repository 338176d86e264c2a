/** 拆单 and 并单: stays in parts, and visits that become part of a stay. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EncounterInput, Ledger } from '../../../runtime/index.ts';
import { cellsOf, ledgerFromJson, ledgerToJson, settle } from '../../../runtime/index.ts';
import { eventsFrom } from '../../../runtime/ledger/ledger.ts';
import { DATE, draft, FEN, greatest, least, load, minus, TEXT, yearOf, yuan } from '../../kit/ir.ts';
import { reversal, settleAll } from '../../kit/settling.ts';

const fen = (yuan: string | undefined): number => Math.round(Number(yuan ?? 0) * 100);
const funds = (ledger: Ledger): number => eventsFrom(ledger, 0).reduce((sum, { booked }) => sum + fen(booked.totals?.funds), 0);
const cells = (ledger: Ledger) =>
  cellsOf(ledger)
    .filter(({ value }) => value !== '0.00')
    .map(({ keys, value }) => `${keys.join(' ')} ${value}`)
    .toSorted();
function throughJson(ledger: Ledger): Ledger {
  const read = ledgerFromJson(JSON.parse(JSON.stringify(ledgerToJson(ledger))));
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.ledger;
}

/** Pays all up to 100 yuan a year; a visit up to 3 days before a stay joins it. */
function joining() {
  const p = draft()
    .field('入院日', DATE)
    .field('类', TEXT)
    .accumulator('年付', 'sum', FEN, [TEXT, { kind: 'integer' }]);
  const period = [p.in('参保人'), yearOf(p.in('就诊日'))];
  p.step('已付', FEN, p.used('年付', ...period));
  p.post('付', least(p.in('范围内'), greatest(yuan(0), minus(yuan(100), p.read('已付')))), '基金', ['范围内']).entry(
    '年付',
    p.read('付'),
    period,
  );
  const is = (kind: string) => ({ op: 'same', a: p.in('类'), b: { op: 'const', type: TEXT, value: kind } }) as const;
  const field = (name: string) => p.finish().inputs.findIndex((one) => one.name === name);
  p.program.joins.push({
    earlier: is('急诊'),
    stay: is('住院'),
    from: field('就诊日'),
    to: field('入院日'),
    within: { op: 'const', type: { kind: 'days' }, value: '3' },
    unit: 'days',
  });
  return load(p.finish());
}
const bundle = joining();
const event = (id: string, kind: string, day: string, admitted: string, inScope: string): EncounterInput => ({
  id,
  fields: { 参保人: '甲', 类: kind, 就诊日: day, 入院日: admitted, 范围内: inScope, 范围外: '0.00' },
});

describe('并单', () => {
  const emergency = event('e', '急诊', '2023-03-01', '2023-03-01', '30.00');
  it.each([
    ['the same day', '2023-03-01', '90.00'],
    ['the last day that counts', '2023-03-04', '90.00'],
    ['a day later', '2023-03-05', '60.00'],
    ['before the visit', '2023-02-28', '60.00'],
  ])('[L26] admitted %s', (_case, admitted, total) => {
    const { answers, ledger } = settleAll(bundle, [emergency, event('s', '住院', '2023-03-08', admitted, '60.00')]);
    expect(answers[1]?.totals?.total).toBe(total);
    expect(funds(ledger)).toBe(9000);
  });
  it('[L26] a stay that cannot be booked takes nothing in', () => {
    const { ledger } = settleAll(bundle, [emergency]);
    const done = settle(
      bundle,
      { ...event('s', '住院', '2023-03-08', '2023-03-01', '60.00'), fields: { ...emergency.fields, 类: '住院', 总额: '1.00' } },
      ledger,
    );
    expect(done.answer.status).toBe('refused');
    expect(done.ledger).toBe(ledger);
  });
  it('[L15, L26] the longest ids there can be are read back', () => {
    const long = (letter: string) => letter.repeat(200);
    const { ledger } = settleAll(bundle, [{ ...emergency, id: long('e') }, event(long('s'), '住院', '2023-03-08', '2023-03-01', '60.00')]);
    expect(ledgerToJson(throughJson(ledger))).toEqual(ledgerToJson(ledger));
  });
  it('[L5, L26] an id that taking a visit in would need is not used twice', () => {
    const taken = event('s/并单/1', '门诊', '2023-03-01', '2023-03-01', '1.00');
    const { ledger } = settleAll(bundle, [emergency, taken]);
    const done = settle(bundle, event('s', '住院', '2023-03-08', '2023-03-01', '60.00'), ledger);
    expect(done.answer.problems[0]?.code).toBe('duplicateEvent');
    expect(done.ledger).toBe(ledger);
  });
  it('[L20] what a stay took in is not corrected away', () => {
    const { ledger } = settleAll(bundle, [emergency, event('s', '住院', '2023-03-08', '2023-03-01', '60.00')]);
    const done = settle(bundle, { id: 'k', kind: 'correct', of: 's', fields: { 范围内: '70.00' } }, ledger);
    expect(done.answer.status).toBe('refused');
    expect(done.ledger).toBe(ledger);
  });
  it('[L26] what taking in several visits changes for another event is told once', () => {
    const visits = [
      event('a', '急诊', '2023-03-01', '2023-03-01', '50.00'),
      event('b', '急诊', '2023-03-02', '2023-03-02', '50.00'),
      event('m', '门诊', '2023-03-03', '2023-03-03', '100.00'),
    ];
    const { answers } = settleAll(bundle, [...visits, event('s', '住院', '2023-03-08', '2023-03-03', '0.00')]);
    const told = answers[3]?.revisions?.map(({ event: id, effect, before, after }) => [
      id,
      effect,
      before.totals?.funds,
      after.totals?.funds,
    ]);
    expect(told?.toSorted()).toEqual([
      ['a', 'joined', '50.00', undefined],
      ['b', 'joined', '50.00', undefined],
      ['m', 'booked', '0.00', '100.00'],
    ]);
  });
  it('[L26] joined and the stay voided is as if the stay had never been', () => {
    const amount = fc.integer({ min: 0, max: 9000 }).map((one) => (one / 100).toFixed(2));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('急诊', '门诊'), fc.constantFrom('2023-03-01', '2023-03-02', '2023-03-09'), amount), {
          maxLength: 5,
        }),
        amount,
        (all, stay) => {
          const visits = all.map(([kind, day, inScope], index) => event(`v${index}`, kind, day, day, inScope));
          const before = settleAll(bundle, visits, undefined, { explain: false }).ledger;
          const joined = settle(bundle, event('s', '住院', '2023-03-10', '2023-03-04', stay), before, { explain: false }).ledger;
          const back = settle(bundle, reversal('s'), throughJson(joined), { explain: false });
          expect(back.answer.status).toBe('settled');
          expect(cells(back.ledger)).toEqual(cells(before));
          expect(funds(back.ledger)).toBe(funds(before));
          expect(ledgerToJson(throughJson(back.ledger))).toEqual(ledgerToJson(back.ledger));
        },
      ),
    );
  });
});

/** Pays all up to 100 yuan a year; a stay across a year is split by the days of its items. */
function splitting(byItems = true) {
  const p = draft()
    .field('出院日', DATE)
    .accumulator('年付', 'sum', FEN, [TEXT, { kind: 'integer' }]);
  const period = [p.in('参保人'), yearOf(p.in('出院日'))];
  p.step('已付', FEN, p.used('年付', ...period));
  const item = { op: 'item', out: 0, field: 0 } as const;
  p.step('算', FEN, { op: 'fold', how: 'sum', over: { kind: 'items', list: 0 }, value: item });
  p.post('付', least(p.in('范围内'), greatest(yuan(0), minus(yuan(100), p.read('已付')))), '基金', ['范围内']).entry(
    '年付',
    p.read('付'),
    period,
  );
  const ir = p.finish();
  const field = (name: string) => ir.inputs.findIndex((one) => one.name === name);
  const lists = [
    {
      name: '项目',
      fields: [
        { name: '金额', type: FEN },
        { name: '发生日', type: DATE },
      ],
    },
  ];
  const split = { period: 'year' as const, from: field('就诊日'), to: field('出院日'), ...(byItems ? { by: { list: 0, field: 1 } } : {}) };
  const programs = ir.programs.map((one) => ({
    ...one,
    splits: [split],
    computed: [{ input: field('范围内'), step: one.steps.findIndex(({ address }) => address === '算') }],
  }));
  return load({ ...ir, lists, programs, periodDay: field('出院日'), versionDay: field('出院日') });
}
const stay = (items: readonly (readonly [string, string])[], more: object = {}): EncounterInput => ({
  id: 's',
  fields: {
    参保人: '甲',
    就诊日: '2022-12-20',
    出院日: '2023-01-10',
    范围外: '0.00',
    项目: items.map(([金额, 发生日]) => ({ 金额, 发生日 })),
    ...more,
  },
});

describe('拆单', () => {
  const both = splitting();
  const items = [
    ['70.00', '2022-12-31'],
    ['80.00', '2022-12-20'],
    ['60.00', '2023-01-01'],
  ] as const;
  it('[L25] each part is counted in its own period; the answer is their sum, and voiding takes both', () => {
    const { answers, ledger } = settleAll(both, [stay(items)]);
    expect(answers[0]).toMatchObject({ event: 's', status: 'settled', totals: { total: '210.00', funds: '160.00', personal: '50.00' } });
    expect(cells(ledger)).toEqual(['甲 2022 100.00', '甲 2023 60.00']);
    const back = settle(both, reversal('s'), throughJson(ledger));
    expect(back.answer.totals?.funds).toBe('-160.00');
    expect(cells(back.ledger)).toEqual([]);
    expect(funds(back.ledger)).toBe(0);
    expect(settle(both, reversal('s/1'), ledger).answer.problems[0]?.zh).toContain('撤销“s”');
  });
  it('[L25] what voiding a stay changes for another event is told once', () => {
    const later = { ...stay([['100.00', '2023-05-01']], { 就诊日: '2023-05-01', 出院日: '2023-05-01' }), id: 'n' };
    const before = { ...stay([['100.00', '2022-12-01']], { 就诊日: '2022-12-01', 出院日: '2022-12-01' }), id: 'm' };
    const { ledger } = settleAll(both, [stay(items), later, before]);
    const told = settle(both, reversal('s'), ledger).answer.revisions?.map(({ event, after }) => [event, after.totals?.funds]);
    expect(told?.toSorted()).toEqual([
      ['m', '100.00'],
      ['n', '100.00'],
    ]);
  });
  it.each([
    ['a total that the parts do not come to', stay(items, { 总额: '209.99' }), '加起来'],
    ['an item outside the stay', stay([['1.00', '2023-01-11']]), '不在住院期间'],
    ['an item without a day', { ...stay([]), fields: { ...stay([]).fields, 项目: [{ 金额: '1.00' }] } }, '没有给出'],
    ['an amount that nobody can divide', stay(items, { 范围外: '1.00' }), '不知道怎样分'],
  ])('[L25] %s is refused', (_case, one, why) => {
    const { answers, ledger } = settleAll(both, [one]);
    expect(answers[0]?.status).toBe('refused');
    expect(answers[0]?.problems[0]?.zh).toContain(why);
    expect(eventsFrom(ledger, 0)).toEqual([]);
  });
  it('[L25] a stay within a period is settled whole, and one that is not split by items is told its parts', () => {
    expect(settleAll(both, [stay([['10.00', '2023-01-05']], { 就诊日: '2023-01-01' })]).answers[0]?.totals?.funds).toBe('10.00');
    const { answers } = settleAll(splitting(false), [stay(items)]);
    expect(answers[0]?.problems[0]?.zh).toContain('2022-12-20 至 2022-12-31; 2023-01-01 至 2023-01-10');
  });
});
