import { describe, expect, it } from 'vitest';
import { emptyLedger, withOpenings } from '../../../runtime/index.ts';
import type { Expr, IrType } from '../../../runtime/ir/types.ts';
import type { PolicyDraft } from '../../kit/ir.ts';
import {
  choose,
  compare,
  DATE,
  day,
  draft,
  FEN,
  INTEGER,
  integer,
  least,
  load,
  sum,
  TEXT,
  textOf,
  truth,
  yearOf,
  yuan,
} from '../../kit/ir.ts';
import { settleAll, settleOne } from '../../kit/settling.ts';

const event = (id: string, inScope: number | string, fields: object = {}) => ({
  id,
  fields: { 参保人: '甲', 就诊日: '2023-05-01', 范围内: inScope, 范围外: 0, ...fields },
});

/** A policy whose posting is the cell's value before the event, and whose entry is the amount in scope. */
function reading(how: 'sum' | 'count' | 'greatest', more: (p: PolicyDraft) => void = () => undefined) {
  const p = draft().accumulator('格', how, how === 'count' ? INTEGER : FEN, [TEXT]);
  const value = p.used('格', p.in('参保人'));
  p.step('已', how === 'count' ? INTEGER : FEN, value);
  p.step('已金额', FEN, how === 'count' ? sum({ of: p.read('已'), by: '100' }) : p.read('已'));
  p.post('付', least(p.read('已金额'), yuan(0)), '基金', ['范围内']);
  p.entry('格', p.in('范围内'), [p.in('参保人')]);
  more(p);
  return load(p.finish());
}
const heldBefore = (bundle: ReturnType<typeof reading>, amounts: readonly number[]) =>
  settleAll(
    bundle,
    amounts.map((amount, index) => event(`e${index}`, amount)),
  ).answers.map(({ amounts: named }) => named['已金额']);

describe('folds', () => {
  it('[L7] 合计 adds; [L2] the current event is never included', () => {
    expect(heldBefore(reading('sum'), [10, 20, 5])).toEqual(['0.00', '10.00', '30.00']);
  });
  it('[L7] 次数 counts, whatever the value', () => {
    expect(heldBefore(reading('count'), [10, 0, 5])).toEqual(['0.00', '1.00', '2.00']);
  });
  it('[L7] 最大 keeps the greatest', () => {
    expect(heldBefore(reading('greatest'), [10, 20, 5, 1])).toEqual(['0.00', '10.00', '20.00', '20.00']);
  });

  /** What a condition on the cell says before each event. */
  const condition = (
    how: 'latest' | 'set',
    type: IrType,
    ask: (value: Expr) => Expr,
    entry: (p: PolicyDraft) => Expr,
    events: readonly object[],
    guard?: (p: PolicyDraft) => Expr,
  ) => {
    const p = draft().choice('病种', { 高血压: undefined, 糖尿病: undefined }).field('转院日', DATE).accumulator('格', how, type, [TEXT]);
    p.step('已', type, p.used('格', p.in('参保人')));
    p.post('付', choose(guard ? guard(p) : truth(true), choose(ask(p.read('已')), yuan(1), yuan(2)), yuan(3)), '基金', ['范围内']);
    p.entry('格', entry(p), [p.in('参保人')]);
    return settleAll(
      load(p.finish()),
      events.map((fields, index) => event(`e${index}`, 9, fields)),
    ).answers;
  };
  it('[L7] 集合 collects, beginning empty', () => {
    const answers = condition(
      'set',
      { kind: 'set', name: '病种' },
      (cell) => ({ op: 'contains', of: cell, values: ['高血压'] }),
      (p) => p.in('病种'),
      [{ 病种: '糖尿病' }, { 病种: '高血压' }, { 病种: '糖尿病' }, { 病种: '糖尿病' }],
    );
    expect(answers.map(({ totals }) => totals?.funds)).toEqual(['2.00', '2.00', '1.00', '1.00']);
  });
  it('[L7] 最近 keeps the last to arrive', () => {
    const answers = condition(
      'latest',
      DATE,
      (cell) => ({ op: 'same', a: cell, b: day('2023-02-02') }),
      (p) => p.in('转院日'),
      [{ 转院日: '2023-02-02' }, { 转院日: '2023-01-01' }, { 转院日: '2023-03-03' }],
      (p) => compare(p.in('转院日'), '≠', p.in('转院日')),
    );
    expect(answers.map(({ status }) => status)).toEqual(['settled', 'settled', 'settled']);
    const asked = condition(
      'latest',
      DATE,
      (cell) => ({ op: 'same', a: cell, b: day('2023-02-02') }),
      (p) => p.in('转院日'),
      [{ 转院日: '2023-02-02' }],
    );
    expect(asked).toMatchObject([{ status: 'violation', problems: [{ field: '格' }] }]);
  });
  it('[L7] 最近 of several is the last, in order of arrival and not of date', () => {
    const p = draft().field('转院日', DATE).accumulator('格', 'latest', DATE, [TEXT]).accumulator('次', 'count', INTEGER, [TEXT]);
    p.step('次数', INTEGER, p.used('次', p.in('参保人'))).step('已', DATE, p.used('格', p.in('参保人')));
    p.post(
      '付',
      choose(
        compare(p.read('次数'), '=', integer(0)),
        yuan(0),
        choose({ op: 'same', a: p.read('已'), b: day('2023-01-01') }, yuan(1), yuan(2)),
      ),
      '基金',
      ['范围内'],
    );
    p.entry('格', p.in('转院日'), [p.in('参保人')]).entry('次', integer(1), [p.in('参保人')]);
    const { answers } = settleAll(
      load(p.finish()),
      ['2023-02-02', '2023-01-01', '2023-03-03'].map((one, index) => event(`e${index}`, 9, { 转院日: one })),
    );
    expect(answers.map(({ totals }) => totals?.funds)).toEqual(['0.00', '2.00', '1.00']);
  });
  it('[L6] events count in order of arrival, whatever their dates', () => {
    const stream = [
      event('a', 10, { 就诊日: '2023-05-05' }),
      event('b', 20, { 就诊日: '2023-01-01' }),
      event('c', 5, { 就诊日: '2023-03-03' }),
    ];
    expect(settleAll(reading('sum'), stream).answers.map(({ amounts }) => amounts['已金额'])).toEqual(['0.00', '10.00', '30.00']);
  });
});

describe('cells', () => {
  const open = { 参保人: '甲' };
  const withOpen = () => {
    const p = draft()
      .point('多少', '多少未写', { type: FEN })
      .choice('档', { 甲档: undefined, 乙档: undefined })
      .accumulator('年', 'sum', FEN, [TEXT, INTEGER])
      .accumulator('门诊', 'sum', FEN, [TEXT, INTEGER]);
    const keys = [p.in('参保人'), yearOf(p.in('就诊日'))];
    const first = isFirst(p);
    p.step('年已', FEN, p.used('年', ...keys)).step('门诊已', FEN, p.used('门诊', ...keys));
    p.post('甲付', choose(first, least(p.open('多少'), p.in('范围内')), yuan(0)), '基金', ['范围内']);
    p.post('乙付', choose(first, yuan(0), least(sum(yuan(1), p.read('门诊已')), p.in('范围内'))), '基金', ['范围内']);
    p.entry('年', p.read('甲付'), keys).entry('门诊', p.read('乙付'), keys);
    p.post('看', choose(compare(p.in('范围内'), '=', yuan(1000)), least(p.read('年已'), yuan(0)), yuan(0)), '基金', ['范围内']);
    return load(p.finish());
  };
  const isFirst = (p: PolicyDraft): Expr => ({ op: 'oneOf', of: p.in('档'), values: ['甲档'] });

  it('[L4] a 待定 answer leaves its cells 待定 for the same reason, and only its own', () => {
    const { answers } = settleAll(withOpen(), [
      event('a', 10, { 档: '甲档' }),
      event('b', 10, { 档: '乙档' }),
      event('c', 1000, { 档: '乙档' }),
      event('d', 1000, { 档: '乙档', 就诊日: '2024-01-01' }),
      event('e', 1000, { ...open, 参保人: '乙', 档: '乙档' }),
    ]);
    expect(answers.map(({ status, open: reasons }) => [status, reasons.map(({ reason }) => reason)])).toEqual([
      ['open', ['多少未写']],
      ['settled', []],
      ['open', ['多少未写']],
      ['settled', []],
      ['settled', []],
    ]);
  });
  it('[L18] an entry that is open while the postings are known: settled, listed, and that cell is 待定', () => {
    const p = draft().point('计多少', '计入多少未写', { type: FEN }).accumulator('年', 'sum', FEN, [TEXT]);
    p.step('已', FEN, p.used('年', p.in('参保人')));
    p.post('付', choose(compare(p.in('范围内'), '=', yuan(1)), yuan(1), least(p.read('已'), yuan(0))), '基金', ['范围内']);
    p.entry('年', p.open('计多少'), [p.in('参保人')]);
    const { answers } = settleAll(load(p.finish()), [event('a', 1), event('b', 2)]);
    expect(answers).toMatchObject([
      { status: 'settled', totals: { funds: '1.00' }, open: [{ reason: '计入多少未写' }] },
      { status: 'open', open: [{ reason: '计入多少未写' }] },
    ]);
  });
  it('[L4] an entry whose key is open may be in any cell', () => {
    const p = draft().point('哪组', '哪一组未写', { type: TEXT }).accumulator('组', 'sum', FEN, [TEXT]);
    p.step('已', FEN, p.used('组', textOf('甲组'))).post(
      '付',
      choose(compare(p.in('范围内'), '=', yuan(1)), yuan(1), least(p.read('已'), yuan(0))),
      '基金',
      ['范围内'],
    );
    p.entry('组', p.in('范围内'), [p.open('哪组')]);
    const { answers } = settleAll(load(p.finish()), [event('a', 1), event('b', 2)]);
    expect(answers.map(({ status }) => status)).toEqual(['settled', 'open']);
  });
  it('[O9] a field that only an entry needs is missing all the same', () => {
    const p = draft().choice('病种', { 高血压: undefined }).accumulator('组', 'count', INTEGER, [TEXT]);
    p.post('付', yuan(1), '基金', ['范围内']).entry('组', integer(1), [p.in('病种')]);
    expect(settleOne(load(p.finish()), event('a', 1))).toMatchObject({ status: 'missing', missing: ['病种'] });
  });

  it('[L8] 已有 is what a cell held before the first event', () => {
    const ledger = withOpenings(emptyLedger(), [{ accumulator: '格', keys: ['甲'], value: '300.00' }]);
    expect(
      settleAll(reading('sum'), [event('a', 10), event('b', 10), event('c', 10, { 参保人: '乙' })], ledger).answers.map(
        ({ amounts }) => amounts['已金额'],
      ),
    ).toEqual(['300.00', '310.00', '0.00']);
    expect(settleAll(reading('greatest'), [event('a', 10)], ledger).answers[0]?.amounts['已金额']).toBe('300.00');
    const counted = withOpenings(emptyLedger(), [{ accumulator: '格', keys: ['甲'], value: '2' }]);
    expect(settleAll(reading('count'), [event('a', 10), event('b', 10)], counted).answers.map(({ amounts }) => amounts['已金额'])).toEqual([
      '2.00',
      '3.00',
    ]);
  });
  it('[L8] 已有 of one policy is not read by another', () => {
    const ledger = withOpenings(emptyLedger(), [{ policy: '别的政策', accumulator: '格', keys: ['甲'], value: '300.00' }]);
    expect(settleAll(reading('sum'), [event('a', 10)], ledger).answers[0]?.amounts['已金额']).toBe('0.00');
  });
  it('[L8] 已有 that cannot be read is said, not taken as 0', () => {
    const ledger = withOpenings(emptyLedger(), [{ accumulator: '格', keys: ['甲'], value: '约300' }]);
    expect(settleAll(reading('sum'), [event('a', 10)], ledger).answers[0]).toMatchObject({
      status: 'violation',
      problems: [{ field: '格' }],
    });
  });
  it('[L17] adding nothing is no entry', () => {
    const { ledger } = settleAll(reading('sum'), [event('a', 0)]);
    expect(JSON.stringify(settleAll(reading('sum'), [event('a', 0)]).ledger.nextSerial)).toBe('1');
    expect(ledger.cells.state).toHaveProperty('table.size', 0);
  });
  it('[L2] policies do not share cells', () => {
    const p = draft().accumulator('格', 'sum', FEN, [TEXT]);
    p.step('已', FEN, p.used('格', p.in('参保人')))
      .post('付', least(p.read('已'), yuan(0)), '基金', ['范围内'])
      .entry('格', p.in('范围内'), [p.in('参保人')]);
    const two = load(p.finish(), p.finish({ id: '乙市', scheme: '居民' }));
    const { answers } = settleAll(two, [
      { ...event('a', 10), scheme: '职工' },
      { ...event('b', 10), scheme: '居民' },
      { ...event('c', 10), scheme: '职工' },
    ]);
    expect(answers.map(({ amounts }) => amounts['已'])).toEqual(['0.00', '0.00', '10.00']);
  });
});

describe('期初', () => {
  /** Half of what is left of 100 yuan a year carries over to the next, on top of 100. */
  const carrying = (more: object = {}) => {
    const p = draft().accumulator('额度', 'sum', FEN, [TEXT, INTEGER]);
    const keys = [p.in('参保人'), yearOf(p.in('就诊日'))];
    p.step('可用', FEN, p.used('额度', ...keys)).post('付', least(p.read('可用'), p.in('范围内')), '基金', ['范围内']);
    p.entry('额度', sum({ of: p.read('付'), by: '-1' }), keys);
    p.opening(
      '额度',
      sum(yuan(100), {
        of: {
          op: 'round',
          of: { op: 'product', a: p.previous('额度'), b: { op: 'const', type: { kind: 'ratio', scale: '2' }, value: '1' }, wide: false },
          scale: '2',
          unit: '1',
          mode: 'down',
        },
        by: '1',
      }),
    );
    return load(p.finish({ booksOpen: '2021-01-01', timeline: [{ version: 0 }], ...more }));
  };
  const available = (events: readonly (readonly [string, number])[], bundle = carrying()) =>
    settleAll(
      bundle,
      events.map(([day, amount], index) => event(`e${index}`, amount, { 就诊日: day })),
    ).answers.map(({ amounts }) => amounts['可用']);

  it('[L9] opens a cell from the one a period earlier, years without events included', () => {
    expect(
      available([
        ['2021-03-01', 40],
        ['2021-06-01', 10],
        ['2022-01-01', 0],
        ['2024-01-01', 0],
      ]),
    ).toEqual(['100.00', '60.00', '125.00', '181.25']);
  });
  it('[L9] before 建账日 there is nothing', () => {
    expect(
      available([
        ['2020-12-31', 5],
        ['2021-01-01', 5],
      ]),
    ).toEqual(['0.00', '100.00']);
  });
  it('[L8] 已有 stands in the place of 期初', () => {
    const ledger = withOpenings(emptyLedger(), [{ accumulator: '额度', keys: ['甲', '2022'], value: '10.00' }]);
    expect(
      settleAll(carrying(), [event('a', 4, { 就诊日: '2022-02-02' }), event('b', 0, { 就诊日: '2023-02-02' })], ledger).answers.map(
        ({ amounts }) => amounts['可用'],
      ),
    ).toEqual(['10.00', '103.00']);
  });
  it('[L9] many periods are gone through without running deep', () => {
    expect(available([['2899-01-01', 0]], carrying())[0]).toBe('199.99');
  });
});
