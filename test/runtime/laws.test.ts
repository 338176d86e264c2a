import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EncounterInput } from '../../runtime/index.ts';
import { emptyLedger, ledgerFromJson, ledgerToJson, settle } from '../../runtime/index.ts';
import { load } from '../kit/ir.ts';
import { LEVELS, outpatient } from '../kit/outpatient.ts';
import { reversal, settleAll } from '../kit/settling.ts';

const policy = outpatient();
const bundle = load(policy);
const names = policy.inputs.flatMap(({ name, interfaceName }) => (interfaceName ? [name, interfaceName] : [name]));

const fenOf = (yuan: string | undefined): number => Math.round(Number(yuan) * 100);
const amount = fc.integer({ min: 0, max: 900_000 }).map((fen) => (fen / 100).toFixed(2));
const anyVisit = fc.record({
  参保人: fc.constantFrom('甲', '乙'),
  就诊日: fc.constantFrom('2022-12-31', '2023-01-01', '2023-06-30', '2024-02-29'),
  医疗类别: fc.constantFrom('普通门诊', '普通住院', '定点药店购药'),
  机构等级: fc.constantFrom(...LEVELS),
  人员类别: fc.constantFrom('在职', '退休'),
  政策范围内: amount,
  先行自付: amount,
  超限价: fc.constant('0.00'),
  全自费: amount,
});
const stream = fc
  .array(anyVisit, { minLength: 1, maxLength: 12 })
  .map((visits) => visits.map((fields, index): EncounterInput => ({ id: `v${index}`, fields })));

describe('laws over streams of visits', () => {
  it('[P7] every bill is borne in full, and nobody bears less than nothing', () => {
    fc.assert(
      fc.property(stream, (events) => {
        for (const { totals } of settleAll(bundle, events, undefined, { explain: false }).answers) {
          expect(fenOf(totals?.funds) + fenOf(totals?.hospital) + fenOf(totals?.personal)).toBe(fenOf(totals?.total));
          expect(fenOf(totals?.account) + fenOf(totals?.cash)).toBe(fenOf(totals?.personal));
          expect(Object.values(totals ?? { none: '-1' }).every((one) => fenOf(one) >= 0)).toBe(true);
        }
      }),
    );
  });

  it('[L2] no person is paid more than the greatest cap of a year, nor deducted more than the greatest deductible', () => {
    fc.assert(
      fc.property(stream, (events) => {
        const { answers } = settleAll(bundle, events, undefined, { explain: false });
        const sums = new Map<string, { paid: number; deducted: number }>();
        for (const [index, { amounts }] of answers.entries()) {
          const { 参保人, 就诊日 } = events[index]?.fields ?? {};
          const key = `${String(参保人)} ${String(就诊日).slice(0, 4)}`;
          const before = sums.get(key) ?? { paid: 0, deducted: 0 };
          sums.set(key, {
            paid: before.paid + fenOf(amounts['门诊统筹.支付'] ?? '0'),
            deducted: before.deducted + fenOf(amounts['门诊统筹.起付'] ?? '0'),
          });
        }
        for (const { paid, deducted } of sums.values()) {
          expect(paid).toBeLessThanOrEqual(250_000);
          expect(deducted).toBeLessThanOrEqual(20_000);
        }
      }),
    );
  });

  it('[S14, L15] one by one, with the ledger written to JSON between, is the same as in one stream', () => {
    fc.assert(
      fc.property(stream, (events) => {
        let ledger = emptyLedger();
        const answers = events.map((event) => {
          const read = ledgerFromJson(JSON.parse(JSON.stringify(ledgerToJson(ledger))));
          if (!read.ok) throw new Error('a ledger that was written is read');
          const settled = settle(bundle, event, read.ledger, { explain: false });
          ledger = settled.ledger;
          return settled.answer;
        });
        expect(answers).toEqual(settleAll(bundle, events, undefined, { explain: false }).answers);
      }),
      { numRuns: 50 },
    );
  });

  it('[L11] after 重算 the ledger is as if the voided event had never been', () => {
    fc.assert(
      fc.property(stream, fc.nat(11), anyVisit, (events, at, last) => {
        const voided = events[at % events.length];
        if (!voided) return;
        const next = { id: 'next', fields: last };
        const after = settleAll(bundle, [...events, reversal(voided.id)], undefined, { explain: false }).ledger;
        const without = settleAll(
          bundle,
          events.filter((event) => event !== voided),
          undefined,
          { explain: false },
        ).ledger;
        expect(settle(bundle, next, after).answer).toEqual(settle(bundle, next, without).answer);
      }),
    );
  });

  it('[S11] whatever an event holds, it has an answer', () => {
    const fields = fc.dictionary(
      fc.constantFrom(...names, '外星', '__proto__'),
      fc.oneof(fc.anything(), fc.constantFrom('甲', '2023-05-05', '普通门诊', '三级', '在职', '100.00', 7)),
    );
    const event = fc.oneof(
      fc.anything(),
      fc.record({ id: fc.oneof(fc.string(), fc.anything()), fields }, { requiredKeys: [] }),
      fc.record({
        id: fc.string(),
        kind: fc.constantFrom('settle', 'reverse', 'x'),
        of: fc.string(),
        fields: fc.oneof(fields, fc.anything()),
      }),
    );
    fc.assert(
      fc.property(event, (given) => {
        const { answer } = settle(bundle, given as EncounterInput, emptyLedger());
        expect(['settled', 'open', 'missing', 'ineligible', 'refused', 'violation']).toContain(answer.status);
      }),
      { numRuns: 500 },
    );
  });
});
