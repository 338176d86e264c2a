import { describe, expect, it } from 'vitest';
import type { PolicyDraft } from '../../kit/ir.ts';
import { choose, draft, FEN, least, load, PERCENT, percent, rounded, sum, TEXT, times, yuan } from '../../kit/ir.ts';
import { settleAll, settleOne } from '../../kit/settling.ts';

const event = (inScope: number | string = 100, fields: object = {}, id = 'e') => ({
  id,
  fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: inScope, 范围外: 0, ...fields },
});

describe('待定', () => {
  const blocked = () => {
    const p = draft()
      .field('年龄', { kind: 'integer' })
      .point('住院.比例', '原文没有比例', { type: PERCENT })
      .point('大病.比例', '原文没有大病比例', { type: PERCENT });
    p.step('起付', FEN, yuan(10));
    p.post(
      '住院.支付',
      rounded(times(sum(p.in('范围内'), { of: p.read('起付'), by: '-1' }), p.param('住院.报销比例', PERCENT, { open: '住院.比例' })), 100),
      '基金',
      ['范围内'],
    );
    p.post('大病.支付', rounded(times(p.in('范围内'), p.open('大病.比例')), 100), '基金', ['范围内']);
    return p;
  };
  it('[O5] blocks the answer with every reason, layer by layer', () => {
    const answer = settleOne(load(blocked().finish()), event());
    expect(answer).toMatchObject({ status: 'open', postings: [], amounts: { 起付: '10.00' } });
    expect(answer.totals).toBeUndefined();
    expect(answer.open.map(({ address, reason }) => [address, reason])).toEqual([
      ['住院.比例', '原文没有比例'],
      ['大病.比例', '原文没有大病比例'],
    ]);
  });
  it('[O10] a value supposed for it takes its place, and the answer names it', () => {
    const one = settleOne(load(blocked().finish()), event(), { suppose: { '住院.比例': '60' } });
    expect(one).toMatchObject({ status: 'open', open: [{ address: '大病.比例' }] });
    const both = settleOne(load(blocked().finish()), event(), { suppose: { '住院.比例': '60', '大病.比例': '10' } });
    expect(both).toMatchObject({
      status: 'settled',
      amounts: { '住院.支付': '54.00', '大病.支付': '10.00' },
      supposed: [
        { address: '住院.比例', value: '60%' },
        { address: '大病.比例', value: '10%' },
      ],
    });
  });
  it.each([
    ['起付', '5'],
    ['住院.比率', '60'],
    ['住院.比例', 'x'],
    ['住院.比例', true],
  ] as const)('[O10] supposing %s = %j is refused', (address, value) => {
    expect(settleOne(load(blocked().finish()), event(), { suppose: { [address]: value } })).toMatchObject({
      status: 'refused',
      problems: [{ field: address }],
    });
  });
  it('[O9] a field that is missing comes first; reasons already found are listed with it', () => {
    const p = blocked();
    p.post(
      '别的',
      choose(
        {
          op: 'compare',
          test: '≥',
          a: { of: p.in('年龄'), by: '1' },
          b: { of: { op: 'const', type: { kind: 'integer' }, value: '60' }, by: '1' },
        },
        yuan(1),
        yuan(0),
      ),
      '基金',
      ['范围内'],
    );
    expect(settleOne(load(p.finish()), event())).toMatchObject({
      status: 'missing',
      missing: ['年龄'],
      open: [{ address: '住院.比例' }, { address: '大病.比例' }],
    });
  });
});

describe('暂按', () => {
  const assuming = (more: (p: PolicyDraft) => void = () => undefined) => {
    const p = draft()
      .point('起付线', '原文未写起付线', { type: FEN })
      .point('比例', '原文未写比例', { type: PERCENT })
      .choice('档', { 甲档: undefined, 乙档: undefined });
    p.step('起付', FEN, p.param('起付标准', FEN, { assumed: '1000', point: '起付线' }));
    p.step(
      '付',
      FEN,
      choose(
        { op: 'oneOf', of: p.in('档'), values: ['甲档'] },
        sum(p.in('范围内'), { of: p.read('起付'), by: '-1' }),
        rounded(times(p.in('范围内'), p.assume(percent(50), '比例')), 100),
      ),
    );
    p.post('支付', p.read('付'), '基金', ['范围内']);
    more(p);
    return load(p.finish());
  };
  it('[O6] computes, and the answer lists what it used and nothing else', () => {
    expect(settleOne(assuming(), event(100, { 档: '甲档' }))).toMatchObject({
      amounts: { 支付: '90.00' },
      assumed: [{ address: '起付线', reason: '原文未写起付线' }],
    });
    expect(settleOne(assuming(), event(100, { 档: '乙档' }))).toMatchObject({ amounts: { 支付: '50.00' }, assumed: [{ address: '比例' }] });
  });
  it('[O6] a step read twice is relied on by both readers', () => {
    const bundle = assuming((p) => p.post('二', least(p.read('起付'), yuan(1)), '基金', ['范围内']));
    expect(
      settleOne(bundle, event(100, { 档: '乙档' }))
        .assumed.map(({ address }) => address)
        .toSorted(),
    ).toEqual(['比例', '起付线']);
  });
  it('[O10] what is supposed replaces what was assumed', () => {
    expect(settleOne(assuming(), event(100, { 档: '甲档' }), { suppose: { 起付线: '2000' } })).toMatchObject({
      amounts: { 支付: '80.00' },
      assumed: [],
      supposed: [{ address: '起付线', value: '20.00' }],
    });
    expect(settleOne(assuming(), event(100, { 档: '乙档' }), { suppose: { 比例: '80' } })).toMatchObject({
      amounts: { 支付: '80.00' },
      assumed: [],
      supposed: [{ value: '80%' }],
    });
  });
  it('[O10] a supposition that nothing used is not named', () => {
    expect(settleOne(assuming(), event(100, { 档: '甲档' }), { suppose: { 比例: '80' } }).supposed).toEqual([]);
  });
  it('[O11] travels through the ledger to whoever reads the cell', () => {
    const bundle = assuming((p) => {
      p.accumulator('年', 'sum', FEN, [TEXT]);
      p.step('已用', FEN, p.used('年', p.in('参保人'))).post('第二笔', least(p.read('已用'), yuan(1)), '基金', ['范围内']);
      p.entry('年', p.read('付'), [p.in('参保人')], { op: 'oneOf', of: p.in('档'), values: ['甲档'] });
    });
    const { answers } = settleAll(bundle, [
      event(100, { 档: '乙档' }, 'a'),
      event(100, { 档: '甲档' }, 'b'),
      event(100, { 档: '乙档', 参保人: '乙' }, 'c'),
      event(100, { 档: '乙档' }, 'd'),
    ]);
    expect(answers.map(({ assumed }) => assumed.map(({ address }) => address).toSorted())).toEqual([
      ['比例'],
      ['起付线'],
      ['比例'],
      ['比例', '起付线'],
    ]);
  });
  it('[O12] what the version or the scheme relies on is listed by every answer', () => {
    const p = draft().point('自', '未写从哪天起').point('险种', '未写险种');
    p.post('付', yuan(0), '基金', ['范围内']);
    const bundle = load(p.finish({ schemeAssumed: p.pointAt('险种'), versions: [p.version('v', 0, {}, ['自'])] }));
    expect(settleOne(bundle, event()).assumed.map(({ address }) => address)).toEqual(['自', '险种']);
  });
});
