import { describe, expect, it } from 'vitest';
import type { PolicyDraft } from '../../kit/ir.ts';
import { BOOL, cell, choose, draft, FEN, least, load, PERCENT, percent, rounded, sum, TEXT, times, truth, yuan } from '../../kit/ir.ts';
import { settleAll, settleOne } from '../../kit/settling.ts';

const event = (inScope: number | string = 100, fields: object = {}, id = 'e') => ({
  id,
  fields: { 参保人: '甲', 就诊日: '2023-05-01', 范围内: inScope, 范围外: 0, ...fields },
});

describe('候选', () => {
  /** Pays 60 or 70 % up to 50 yuan. */
  const either = (more: (p: PolicyDraft) => void = () => undefined) => {
    const p = draft().point('比例', '六成还是七成', { type: PERCENT, candidates: [percent(60), percent(70)] });
    p.step('应付', { kind: 'money', scale: '100' }, times(p.in('范围内'), p.open('比例')));
    p.post('付', least(rounded(p.read('应付'), 100), yuan(50)), '基金', ['范围内']);
    more(p);
    return load(p.finish());
  };
  it('[O7] what all candidates decide alike is decided and lists nothing', () => {
    const answer = settleOne(either(), event(100));
    expect(answer).toMatchObject({ status: 'settled', totals: { funds: '50.00' }, amounts: { 付: '50.00' }, open: [], assumed: [] });
    expect(answer.amounts['应付']).toBeUndefined();
  });
  it('[O7] the rest is 待定 with the reason', () => {
    expect(settleOne(either(), event(10))).toMatchObject({ status: 'open', open: [{ reason: '六成还是七成' }], postings: [] });
  });
  it('[O7] a cell that the candidates fill differently is 待定, the payment is not', () => {
    const bundle = either((p) => {
      p.accumulator('年应付', 'sum', { kind: 'money', scale: '100' }, [TEXT]).accumulator('年付', 'sum', FEN, [TEXT]);
      p.step('已付', FEN, p.used('年付', p.in('参保人'))).step('已应付', { kind: 'money', scale: '100' }, p.used('年应付', p.in('参保人')));
      p.post(
        '看',
        choose(
          { op: 'compare', test: '=', a: { of: p.in('范围内'), by: '1' }, b: { of: yuan(1000), by: '1' } },
          rounded(p.read('已应付'), 100),
          least(p.read('已付'), yuan(0)),
        ),
        '基金',
        ['范围内'],
      );
      p.entry('年应付', p.read('应付'), [p.in('参保人')]).entry('年付', p.read('付'), [p.in('参保人')]);
    });
    const { answers } = settleAll(bundle, [event(100, {}, 'a'), event(200, {}, 'b'), event(1000, {}, 'c')]);
    expect(answers.map(({ status, open }) => [status, open.length])).toEqual([
      ['settled', 1],
      ['settled', 1],
      ['open', 1],
    ]);
  });
  it('[O7] a second point that matters in one world only splits that world', () => {
    const p = draft()
      .point('一', '一未写', { type: BOOL, candidates: [truth(true), truth(false)] })
      .point('二', '二未写', { type: FEN, candidates: [yuan(1), yuan(2)] });
    p.post('付', choose(p.open('一'), p.open('二'), yuan(1)), '基金', ['范围内']);
    expect(settleOne(load(p.finish()), event())).toMatchObject({ status: 'open', open: [{ reason: '一未写' }, { reason: '二未写' }] });
    const same = draft()
      .point('一', '一未写', { type: BOOL, candidates: [truth(true), truth(false)] })
      .point('二', '二未写', { type: FEN, candidates: [yuan(1), yuan(2)] });
    same.post('付', choose(same.open('一'), least(same.open('二'), yuan(1)), yuan(1)), '基金', ['范围内']);
    expect(settleOne(load(same.finish()), event())).toMatchObject({ status: 'settled', totals: { funds: '1.00' }, open: [] });
  });
  it('[O10] a supposed value leaves no worlds', () => {
    expect(settleOne(either(), event(10), { suppose: { 比例: '65' } })).toMatchObject({ status: 'settled', totals: { funds: '6.50' } });
  });
  it('[O7] a point open in all worlds is what is listed', () => {
    const bundle = either((p) => p.point('别的', '别的未写').post('三', p.open('别的'), '基金', ['范围内']));
    expect(settleOne(bundle, event(100)).open).toMatchObject([{ reason: '别的未写' }]);
  });

  const many = (points: number) => {
    const p = draft();
    for (let index = 0; index < points; index++) p.point(`点${index}`, `${index}未写`, { type: FEN, candidates: [yuan(0), yuan(1)] });
    const drawn = Array.from({ length: points }, (_, index) => p.open(`点${index}`));
    p.post('付', least(sum(yuan(100), ...drawn), yuan(50)), '基金', ['范围内']);
    return settleOne(load(p.finish()), event());
  };
  it('[O8] 64 combinations are tried, more are not', () => {
    expect(many(6)).toMatchObject({ status: 'settled', totals: { funds: '50.00' } });
    expect(many(7)).toMatchObject({ status: 'open', open: { length: 7 } });
  });
});

describe('versions', () => {
  /** Pays a sum that each version states. */
  const paying = (amounts: readonly number[], timeline: Parameters<PolicyDraft['finish']>[0]) => {
    const p = draft().point('生效日', '未写从哪天起').point('发布日', '未写哪天发布');
    p.post('付', least(p.in('范围内'), p.param('定额', FEN, { known: '0' })), '基金', ['范围内']);
    return load(
      p.finish({
        versions: amounts.map((amount, index) => p.version(`v${index}`, 0, { 定额: { known: String(amount * 100) } })),
        ...timeline,
      }),
    );
  };
  const change = paying([10, 20], {
    timeline: [
      cell(0, '2022-01-01', '2023-01-01'),
      cell(0, '2023-01-01', undefined, { knownTo: '2023-03-01' }),
      cell(1, '2023-01-01', undefined, { knownFrom: '2023-03-01' }),
    ],
  });
  const on = (day: string, knownOn?: string) => settleOne(change, event(100, { 就诊日: day }), knownOn === undefined ? {} : { knownOn });

  it.each([
    ['2022-12-31', undefined, 'v0', '10.00'],
    ['2023-01-01', undefined, 'v1', '20.00'],
    ['2023-01-01', '2023-02-28', 'v0', '10.00'],
    ['2023-01-01', '2023-03-01', 'v1', '20.00'],
    ['2022-12-31', '2023-02-28', 'v0', '10.00'],
  ] as const)('[D1, D2] on %s as known on %s: %s', (day, knownOn, id, paid) => {
    expect(on(day, knownOn)).toMatchObject({ status: 'settled', version: { id, day }, totals: { funds: paid } });
    expect(on(day, knownOn).version?.knownOn).toBe(knownOn);
  });
  it('[D1] a known day that is none is refused', () => {
    expect(on('2023-01-01', 'gestern')).toMatchObject({ status: 'refused', problems: [{ field: '知晓日' }] });
  });
  it('[D3] a day without law: not entitled, and the bill is the person’s', () => {
    expect(on('2021-12-31')).toMatchObject({
      status: 'ineligible',
      ineligible: [{ reason: '该日没有此政策' }],
      totals: { total: '100.00', personal: '100.00' },
      problems: [],
    });
    expect(settleOne(change, event(100, { 就诊日: '2021-12-31', 范围外: undefined }))).toMatchObject({
      status: 'missing',
      missing: ['范围外'],
    });
  });

  const openDay = paying([10, 20], {
    timeline: [
      cell(0, undefined, '2023-01-01'),
      cell(undefined, '2023-01-01', '2023-07-01', { candidates: [{ version: 0 }, { version: 1 }], point: 0 }),
      cell(1, '2023-07-01'),
    ],
    openDays: [{ point: 0 }],
  });
  it('[D4] between the bounds of an open day what both laws give is decided', () => {
    expect(settleOne(openDay, event(5))).toMatchObject({ status: 'settled', totals: { funds: '5.00' }, open: [] });
    expect(settleOne(openDay, event(5)).version).toBeUndefined();
  });
  it('[D4] and what they give differently is 待定', () => {
    expect(settleOne(openDay, event(100))).toMatchObject({ status: 'open', open: [{ address: '生效日', reason: '未写从哪天起' }] });
  });
  it.each([
    ['2022-12-31', '10.00'],
    ['2023-07-01', '20.00'],
  ])('[D4] outside the bounds there is one law: %s', (day, paid) => {
    expect(settleOne(openDay, event(100, { 就诊日: day }))).toMatchObject({ status: 'settled', totals: { funds: paid } });
  });
});
