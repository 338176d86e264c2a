import { describe, expect, it } from 'vitest';
import type { PostingAnswer, WaterfallBar } from '../../../runtime/answer.ts';
import { toneOf } from '../../../studio/charts/payers.ts';
import { layOut } from '../../../studio/charts/waterfall-layout.ts';

const bar = (kind: WaterfallBar['kind'], label: string, amount: string, more: Partial<WaterfallBar> = {}): WaterfallBar => ({
  kind,
  label,
  amount,
  ...more,
});
const posting = (part: string, amount: string): PostingAnswer => ({
  address: '门诊统筹.支付',
  payers: ['统筹基金'],
  amount,
  parts: [{ part, amount }],
});
const places = (bars: readonly WaterfallBar[], postings: readonly PostingAnswer[]) =>
  layOut(bars, postings, () => 'fund').map((row) => [
    row.label,
    row.shown,
    ...row.stretches.map((one) => `${one.tone} ${Math.round(one.from * 100)}–${Math.round(one.to * 100)}`),
  ]);

describe('waterfall', () => {
  it('runs from the total over what is borne to what is paid and what remains', () => {
    const bars = [
      bar('total', '总额', '1000.00'),
      bar('part', '政策范围内', '900.00'),
      bar('part', '先行自付', '0.00'),
      bar('part', '全自费', '100.00'),
      bar('deductible', '起付线', '100.00'),
      bar('copay', '自付', '400.00'),
      bar('capCut', '超限', '100.00'),
      bar('posting', '统筹基金', '300.00', { payer: '统筹基金' }),
      bar('personal', '个人', '700.00'),
      bar('account', '账户', '200.00'),
      bar('cash', '现金', '500.00'),
    ];
    expect(places(bars, [posting('政策范围内', '300.00')])).toEqual([
      ['总额', '1000.00', 'ghost 0–100'],
      ['全自费', '-100.00', 'cash 90–100'],
      ['政策范围内', '900.00', 'ghost 0–90'],
      ['起付线', '-100.00', 'cash 80–90'],
      ['自付', '-400.00', 'cash 40–80'],
      ['超限', '-100.00', 'cut 30–40'],
      ['统筹基金', '300.00', 'fund 0–30'],
      ['个人', '700.00', 'acct 30–50', 'cash 50–100'],
    ]);
  });

  it('a deductible of nothing still stands at its place', () => {
    const rows = layOut(
      [bar('total', '总额', '500.00'), bar('part', '政策范围内', '500.00'), bar('deductible', '起付线', '0.00')],
      [posting('政策范围内', '0.00')],
      () => 'fund',
    );
    expect(rows[2]?.stretches).toEqual([{ from: 1, to: 1, tone: 'cash' }]);
    expect(rows[2]?.shown).toBe('0.00');
  });

  it('without any payment every part is the person’s', () => {
    expect(
      places(
        [
          bar('total', '总额', '400.00'),
          bar('part', '政策范围内', '300.00'),
          bar('part', '全自费', '100.00'),
          bar('personal', '个人', '400.00'),
        ],
        [],
      ),
    ).toEqual([
      ['总额', '400.00', 'ghost 0–100'],
      ['政策范围内', '-300.00', 'cash 25–100'],
      ['全自费', '-100.00', 'cash 0–25'],
      ['个人', '400.00', 'cash 0–100'],
    ]);
  });

  it('two payments stand one after the other', () => {
    const rows = places(
      [
        bar('total', '总额', '100.00'),
        bar('part', '政策范围内', '100.00'),
        bar('posting', '统筹', '60.00'),
        bar('posting', '大病', '30.00'),
      ],
      [posting('政策范围内', '90.00')],
    );
    expect(rows.slice(2)).toEqual([
      ['统筹', '60.00', 'fund 0–60'],
      ['大病', '30.00', 'fund 60–90'],
    ]);
  });

  it('a bill of nothing has no bars', () => {
    expect(layOut([bar('total', '总额', '0.00')], [], () => 'fund')).toEqual([]);
    expect(layOut([], [], () => 'fund')).toEqual([]);
  });

  it.each([
    [{ name: '统筹基金', of: 'fund', interfaceName: 'hifp_pay' }, 'fund'],
    [{ name: '大病基金', of: 'fund', interfaceName: 'hifmi_pay' }, 'fund2'],
    [{ name: '医疗救助', of: 'fund', interfaceName: 'maf_pay' }, 'aid'],
    [{ name: '财政', of: 'fiscal' }, 'fisc'],
    [{ name: '个人账户', of: 'account' }, 'acct'],
    [undefined, 'fund'],
  ] as const)('%j has the colour %s', (payer, tone) => {
    expect(toneOf(payer)).toBe(tone);
  });
});
