/** 期初 追溯: an accumulator that a later law brings in starts from what was booked before. */
import { describe, expect, it } from 'vitest';
import type { EncounterInput, Ledger } from '../../../runtime/index.ts';
import { cellsOf, ledgerFromJson, ledgerToJson, loadUnverified, settle } from '../../../runtime/index.ts';
import { draft, FEN, fileOf, greatest, INTEGER, least, minus, TEXT, yearOf, yuan } from '../../kit/ir.ts';
import { reversal, settleAll } from '../../kit/settling.ts';

/** Pays half; the later law pays no more than 100 yuan a year, and counts what was paid before it. */
function policies() {
  const make = (later: boolean) => {
    const p = draft().field('院', TEXT).accumulator('年付', 'sum', FEN, [TEXT, INTEGER]);
    const period = [p.in('参保人'), yearOf(p.in('就诊日'))];
    if (later) p.step('已付', FEN, p.used('年付', ...period));
    const half = least(p.in('范围内'), yuan(60));
    p.post('付', later ? least(half, greatest(yuan(0), minus(yuan(100), p.read('已付')))) : half, '基金', ['范围内']);
    if (later) p.entry('年付', p.read('付'), period);
    const ir = p.finish();
    return later
      ? { ...ir, programs: ir.programs.map((one) => ({ ...one, entries: one.entries.map((entry) => ({ ...entry, retroactive: true })) })) }
      : { ...ir, accumulators: [] };
  };
  return { old: loadUnverified(fileOf(make(false)), 'sha256:old'), later: loadUnverified(fileOf(make(true)), 'sha256:later') };
}

const { old, later } = policies();
const event = (id: string, inScope: number, day = '2023-03-01', more: object = {}): EncounterInput => ({
  id,
  fields: { 参保人: '甲', 就诊日: day, 范围内: inScope, 范围外: 0, ...more },
});
const earlier = () => settleAll(old, [event('a', 30), event('x', 50, '2022-12-31'), event('b', 500)]).ledger;
const paid = (ledger: Ledger, one: EncounterInput) => settle(later, one, ledger, { bundles: [old] }).answer.amounts.付;

describe('期初 追溯', () => {
  it('[L24] what earlier events of the period were paid counts, as it was booked', () => {
    expect(paid(earlier(), event('c', 500))).toBe('10.00');
    expect(paid(earlier(), event('c', 500, '2024-01-01'))).toBe('60.00');
    expect(paid(earlier(), event('c', 500, '2022-12-31'))).toBe('50.00');
  });
  it('[L24] each counts once, also those that a law without it settles afterwards', () => {
    let { ledger } = settleAll(later, [event('c', 5)], earlier());
    ledger = settleAll(old, [event('d', 2)], ledger).ledger;
    expect(paid(ledger, event('e', 500))).toBe('3.00');
    ledger = settleAll(later, [event('e', 1), event('f', 1)], ledger).ledger;
    expect(cellsOf(ledger).find(({ keys }) => keys.includes('2023'))?.value).toBe('99.00');
  });
  it('[L24] voiding or correcting an earlier event takes its entry along', () => {
    const { ledger } = settleAll(later, [event('c', 5)], earlier());
    const voided = settle(later, reversal('b'), ledger, { bundles: [old] });
    expect(voided.answer.status).toBe('settled');
    expect(paid(voided.ledger, event('d', 500))).toBe('60.00');
    const corrected = settle(later, { id: 'k', kind: 'correct', of: 'b', fields: { 范围内: 20 } }, ledger, { bundles: [old] });
    expect(corrected.answer.status).toBe('settled');
    expect(paid(corrected.ledger, event('d', 500))).toBe('45.00');
    const elsewhere = settle(later, { id: 'k', kind: 'correct', of: 'b', fields: { 就诊日: '2022-12-31' } }, ledger, { bundles: [old] });
    expect(elsewhere.answer.status).toBe('settled');
    expect(paid(elsewhere.ledger, event('d', 500))).toBe('60.00');
    expect(paid(elsewhere.ledger, event('d', 500, '2022-12-31'))).toBe('0.00');
  });
  it('[L24, L15] a ledger written and read answers alike', () => {
    const { ledger } = settleAll(later, [event('c', 5)], earlier());
    const read = ledgerFromJson(JSON.parse(JSON.stringify(ledgerToJson(ledger))));
    expect(read.ok && paid(read.ledger, event('d', 500))).toBe('5.00');
    expect(read.ok && ledgerToJson(read.ledger)).toEqual(ledgerToJson(ledger));
  });
  it('[L24] an event that the line cannot be worked out for leaves the cell 待定 and says so', () => {
    const p = draft().field('户', TEXT).accumulator('户付', 'sum', FEN, [TEXT]);
    p.step('已付', FEN, p.used('户付', p.in('户')));
    p.post('付', least(p.in('范围内'), p.read('已付')), '基金', ['范围内']).entry('户付', p.read('付'), [p.in('户')]);
    const ir = p.finish();
    const household = loadUnverified(
      fileOf({
        ...ir,
        programs: ir.programs.map((one) => ({ ...one, entries: one.entries.map((entry) => ({ ...entry, retroactive: true })) })),
      }),
      'sha256:household',
    );
    const { answer } = settle(household, event('c', 5, '2023-03-01', { 户: '一' }), earlier());
    expect(answer.status).toBe('open');
    expect(answer.open[0]?.reason).toContain('没有户');
  });
});
