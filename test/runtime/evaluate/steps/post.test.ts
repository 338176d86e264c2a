import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bear, isConserved } from '../../../../runtime/evaluate/conserve.ts';
import type { PolicyDraft } from '../../../kit/ir.ts';
import { constant, draft, FEN, fen, least, load, minus, percent, rounded, sum, times, yuan } from '../../../kit/ir.ts';
import { settleAll, settleOne } from '../../../kit/settling.ts';

const event = (inScope: number | string, outside: number | string = 0, id = 'e') => ({
  id,
  fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: inScope, 范围外: outside },
});
const settled = (p: PolicyDraft, inScope: number | string, outside: number | string = 0) =>
  settleOne(load(p.finish()), event(inScope, outside));

describe('postings', () => {
  it('[P1] a negative posting is a violation, and nothing is paid', () => {
    const p = draft().post('付', yuan(-1), '基金', ['范围内']);
    const answer = settled(p, 100);
    expect(answer).toMatchObject({ status: 'violation', problems: [{ code: 'negative', field: '付' }], postings: [], amounts: {} });
    expect(answer.totals).toBeUndefined();
  });
  it('[P1] a posting is rounded by the policy’s own rule', () => {
    const p = draft();
    p.post('付', times(p.in('范围内'), percent(33)), '基金', ['范围内'], { type: { kind: 'money', scale: '100' } });
    expect(settled(p, '100.50').amounts).toEqual({ 付: '33.17' });
    const down = load(p.finish({ rounding: { mode: 'down', unit: '100' } }));
    expect(settleOne(down, event('100.50')).amounts).toEqual({ 付: '33.00' });
  });
  it('[P2] takes from its parts as listed, each at most what is left', () => {
    const p = draft();
    p.post('一', yuan(30), '基金', ['范围内']).post('二', yuan(100), '基金', ['范围内', '范围外']);
    expect(settled(p, 100, 50).postings).toMatchObject([
      { parts: [{ part: '范围内', amount: '30.00' }] },
      {
        parts: [
          { part: '范围内', amount: '70.00' },
          { part: '范围外', amount: '30.00' },
        ],
      },
    ]);
  });
  it('[P3] one fen too many is cut, and said', () => {
    const p = draft();
    const half = (): ReturnType<typeof rounded> => rounded(times(p.in('范围内'), percent(50)), 100);
    p.payer('财政', 'fiscal').post('一', half(), '基金', ['范围内']).post('二', half(), '财政', ['范围内']);
    const answer = settled(p, '100.01');
    expect(answer.postings.map(({ amount, cut }) => [amount, cut])).toEqual([
      ['50.01', undefined],
      ['50.00', '0.01'],
    ]);
    expect(answer.totals).toMatchObject({ funds: '100.01', personal: '0.00' });
    expect(answer.amounts).toMatchObject({ 二: '50.00' });
  });
  it('[P4] two fen too many are a violation that says what was left', () => {
    const p = draft();
    p.post('付', sum(p.in('范围内'), fen(2)), '基金', ['范围内']);
    const { status, problems, ledger } = { ...settled(p, '10.00'), ledger: settleAll(load(p.finish()), [event('10.00')]).ledger };
    expect(status).toBe('violation');
    expect(problems).toMatchObject([{ code: 'overpaid' }]);
    expect(problems[0]?.zh).toContain('范围内只剩 10.00 元');
    expect(ledger.nextSerial).toBe(0);
  });
  it('[P5] 余 is a part minus what the named postings took from it', () => {
    const p = draft();
    p.post('一', yuan(30), '基金', ['范围内']).post('二', yuan(20), '基金', ['范围外', '范围内']);
    p.step('余一', FEN, p.remaining(['范围内'], '一')).step('余二', FEN, p.remaining(['范围内', '范围外'], '一', '二'));
    p.post('三', least(p.read('余一'), fen(1)), '基金', ['范围内']).post('四', least(p.read('余二'), fen(1)), '基金', ['范围内']);
    expect(settled(p, 100, 15).amounts).toMatchObject({ 余一: '70.00', 余二: '65.00' });
  });
  it('[P6] 个人 is what funds, fiscal, hospital and commercial payers leave; the account is inside it', () => {
    const p = draft().payer('账户', 'account').payer('医院', 'hospital').payer('商保', 'commercial');
    p.post('统筹', yuan(50), '基金', ['范围内']).post('扣减', yuan(5), '医院', ['范围内']).post('商', yuan(10), '商保', ['范围内']);
    p.step('个人额', FEN, p.personal('统筹', '扣减', '商')).post('账', least(p.read('个人额'), yuan(20)), '账户', ['范围内', '范围外']);
    expect(settled(p, 100, 40)).toMatchObject({
      totals: { total: '140.00', funds: '60.00', hospital: '5.00', personal: '75.00', account: '20.00', cash: '55.00' },
      amounts: { 个人额: '75.00' },
    });
  });
  it('[P8] when only the shares are open the sum stands, and the open point is listed', () => {
    const p = draft().payer('救助', 'fiscal').point('分摊', '原文未写各付多少').point('由谁', '原文未写由谁付');
    p.post('全额', p.in('范围内'), ['基金', '救助'], ['范围内'], { shareOpen: '分摊' });
    expect(settled(p, 120)).toMatchObject({
      status: 'settled',
      totals: { funds: '120.00', personal: '0.00' },
      open: [{ reason: '原文未写各付多少' }],
      postings: [{ payers: ['基金', '救助'], amount: '120.00', shareOpen: { address: '分摊' } }],
    });
    const unnamed = draft().point('由谁', '原文未写由谁付');
    unnamed.post('补足', yuan(5), [], ['范围内'], { shareOpen: '由谁' });
    expect(settled(unnamed, 120)).toMatchObject({
      status: 'settled',
      totals: { funds: '5.00' },
      open: [{ reason: '原文未写由谁付' }],
      postings: [{ payers: [] }],
    });
    expect(settled(draft().point('由谁', 'x').post('补足', yuan(0), [], ['范围内'], { shareOpen: '由谁' }), 1).open).toEqual([]);
  });
  it('[P8] a posting that is open is not made to look known by an open share', () => {
    const p = draft().point('额', '原文未写补多少').point('由谁', '原文未写由谁付');
    p.post('补足', p.open('额'), [], ['范围内'], { shareOpen: '由谁' });
    expect(settled(p, 120)).toMatchObject({ status: 'open', open: [{ reason: '原文未写补多少' }] });
  });
  it('[A11] an amount beyond the limit is a violation', () => {
    const p = draft();
    p.step('大', FEN, times(p.in('范围内'), constant({ kind: 'integer' }, '3'))).post('付', minus(p.read('大'), p.read('大')), '基金', [
      '范围内',
    ]);
    expect(settleOne(load(p.finish({ moneyLimit: '10000' })), event(30)).status).toBe('settled');
    expect(settleOne(load(p.finish({ moneyLimit: '10000' })), event('33.34'))).toMatchObject({
      status: 'violation',
      problems: [{ code: 'overLimit', field: '大' }],
    });
  });
  it('[A11] so is a cell beyond it', () => {
    const p = draft().accumulator('年', 'sum', FEN, [{ kind: 'text' }]);
    p.post('付', p.in('范围内'), '基金', ['范围内']).entry('年', p.read('付'), [p.in('参保人')]);
    const { answers } = settleAll(load(p.finish({ moneyLimit: '10000' })), [event(60, 0, 'a'), event(40, 0, 'b'), event('0.01', 0, 'c')]);
    expect(answers.map(({ status, problems }) => [status, problems[0]?.field])).toEqual([
      ['settled', undefined],
      ['settled', undefined],
      ['violation', '年'],
    ]);
  });
});

describe('conservation', () => {
  it('[P7] the check sees each way in which shares may not add up', () => {
    const fair = { total: 100n, funds: 60n, hospital: 5n, personal: 35n, account: 10n, cash: 25n };
    expect(isConserved(fair)).toBe(true);
    for (const wrong of [
      { funds: 61n },
      { personal: 36n },
      { account: 11n },
      { cash: 24n },
      { hospital: -5n, personal: 45n, cash: 35n },
      { account: 40n, cash: -5n },
    ])
      expect(isConserved({ ...fair, ...wrong })).toBe(false);
  });

  const kinds = ['fund', 'account', 'fiscal', 'hospital', 'commercial'] as const;
  const posting = fc.record({ of: fc.constantFrom(...kinds), percent: fc.integer({ min: 0, max: 120 }), wide: fc.boolean() });

  it('[P7] whatever is posted: all shares add up, none is negative, no part is overpaid; or nothing is paid at all', () => {
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 5 }), fc.nat(100_000), fc.nat(100_000), (postings, inScope, outside) => {
        const p = draft();
        for (const of of kinds) p.payer(of, of);
        for (const [index, { of, percent: share, wide }] of postings.entries()) {
          p.post(`付${index}`, rounded(times(p.in('范围内'), percent(share)), 100), of, wide ? ['范围内', '范围外'] : ['范围内']);
        }
        const cents = (fenAmount: number): string => (fenAmount / 100).toFixed(2);
        const { status, totals, postings: posted } = settled(p, cents(inScope), cents(outside));
        if (status !== 'settled') {
          expect(status).toBe('violation');
          expect([totals, posted]).toEqual([undefined, []]);
          return;
        }
        const n = (yuanText: string | undefined): number => Math.round(Number(yuanText) * 100);
        expect(n(totals?.funds) + n(totals?.hospital) + n(totals?.personal)).toBe(inScope + outside);
        expect(n(totals?.account) + n(totals?.cash)).toBe(n(totals?.personal));
        expect(Object.values(totals ?? {}).every((amount) => n(amount) >= 0)).toBe(true);
        for (const [part, whole] of [
          ['范围内', inScope],
          ['范围外', outside],
        ] as const) {
          const taken = posted
            .flatMap(({ parts }) => parts)
            .filter((one) => one.part === part)
            .reduce((all, { amount }) => all + n(amount), 0);
          expect(taken).toBeLessThanOrEqual(whole);
        }
        for (const one of posted) expect(one.parts.reduce((all, { amount }) => all + n(amount), 0)).toBe(n(one.amount));
      }),
      { numRuns: 300 },
    );
  });

  it('[P7] a bill without postings is the person’s', () => {
    expect(bear(100n, [])).toEqual({ total: 100n, funds: 0n, hospital: 0n, personal: 100n, account: 0n, cash: 100n });
  });
});
