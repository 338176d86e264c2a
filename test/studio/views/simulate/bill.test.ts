import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SampleEncounter } from '../../../../studio/store/simulation.ts';
import { addsUp } from '../../../../studio/strings/money.ts';
import { balanced, balanceOf, billTyped, gapOf } from '../../../../studio/views/simulate/bill.ts';

const bill = { total: '总额', parts: ['政策范围内', '先行自付', '全自费'] };
const start = balanced({ id: '1', fields: { 政策范围内: '1000.00' } }, bill);
const figures = (visit: SampleEncounter) => [bill.total, ...bill.parts].map((name) => visit.fields[name]);

describe('a bill as it is typed', () => {
  it('begins with the total left to its parts', () => {
    expect([gapOf(start, bill), figures(start)]).toEqual(['总额', ['1000.00', '1000.00', '0.00', '0.00']]);
  });
  it('another part raises the total', () => {
    expect(figures(billTyped(start, bill, '全自费', '180.00'))).toEqual(['1180.00', '1000.00', '0.00', '180.00']);
  });
  it('a typed total leaves the first part to the others', () => {
    const visit = billTyped(billTyped(start, bill, '全自费', '180.00'), bill, '总额', '4180.00');
    expect([gapOf(visit, bill), figures(visit)]).toEqual(['政策范围内', ['4180.00', '4000.00', '0.00', '180.00']]);
  });
  it('typing over the part that was left hands the gap back to the total', () => {
    const visit = billTyped(billTyped(start, bill, '总额', '2000.00'), bill, '政策范围内', '500.00');
    expect([gapOf(visit, bill), figures(visit)]).toEqual(['总额', ['500.00', '500.00', '0.00', '0.00']]);
  });
  it('a cleared figure becomes the gap and the former one stays as it was', () => {
    const visit = billTyped(billTyped(start, bill, '全自费', '180.00'), bill, '全自费', undefined);
    expect([gapOf(visit, bill), figures(visit)]).toEqual(['全自费', ['1180.00', '1000.00', '0.00', '180.00']]);
  });
  it('parts beyond the total are said and the gap is left open', () => {
    const visit = billTyped(billTyped(start, bill, '总额', '100.00'), bill, '全自费', '180.00');
    expect(balanceOf(visit, bill)).toEqual({ kind: 'exceeds', by: '80.00' });
    expect(visit.fields['政策范围内']).toBeUndefined();
  });
  it('whatever is typed, a full bill adds up to the fen', () => {
    const typed = fc.record({
      name: fc.constantFrom(bill.total, ...bill.parts),
      fen: fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 8 }), (keys) => {
        const end = keys.reduce(
          (visit, { name, fen }) => billTyped(visit, bill, name, fen === undefined ? undefined : (fen / 100).toFixed(2)),
          start,
        );
        const [total, ...parts] = figures(end);
        if (balanceOf(end, bill).kind === 'filled') expect(addsUp(parts.map(String), String(total))).toBe(true);
      }),
    );
  });
});
