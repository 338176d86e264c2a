/** What must be true of every answer, whatever the policy: tried on the real policies with drawn streams. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, EncounterInput, Ledger, LoadedBundle, PolicyIr } from '../../runtime/index.ts';
import { emptyLedger, ledgerFromJson, ledgerToJson, settle } from '../../runtime/index.ts';
import { fenFromYuan } from '../../runtime/money/fen.ts';
import { incomplete, streams, supposed } from '../kit/arbitraries/stream.ts';
import { areas, ready, realPolicies } from '../kit/policy.ts';

const RUNS = { numRuns: 150 };

const fen = (yuan: string | undefined): bigint => {
  const value = yuan === undefined ? undefined : fenFromYuan(yuan);
  if (value === undefined) throw new Error(`${yuan} is no amount`);
  return value;
};

type Suppose = Readonly<Record<string, string>>;

const settleAll = (
  loaded: LoadedBundle,
  events: readonly EncounterInput[],
  suppose: Suppose,
  from: Ledger = emptyLedger(),
): { readonly answers: readonly Answer[]; readonly ledger: Ledger } => {
  let ledger = from;
  const answers = events.map((event) => {
    const settled = settle(loaded, event, ledger, { suppose, explain: false });
    ledger = settled.ledger;
    return settled.answer;
  });
  return { answers, ledger };
};

interface Cap {
  readonly payment: string;
  readonly limit: string;
  readonly used?: string;
}

/** The caps of benefits in any version: each payment step with its limits and what earlier visits used of them. */
function caps(policy: PolicyIr): readonly Cap[] {
  const found = new Map<string, Cap>();
  for (const { steps } of policy.programs) {
    for (const { address: payment, note } of steps) {
      if (note.form.kind !== 'payment') continue;
      for (const { limit, used } of note.form.limits) {
        const cap = { payment, limit: steps[limit]?.address ?? '', ...(used === undefined ? {} : { used: steps[used]?.address ?? '' }) };
        found.set(`${payment} ${cap.limit}`, cap);
      }
    }
  }
  return [...found.values()];
}

describe.each(areas())('%s', async (area) => {
  const { loaded } = await ready(realPolicies(), area);
  describe.each(loaded.file.ir.policies.map((policy) => [policy.id, policy] as const))('%s', (_, policy) => {
    const drawn = fc.tuple(streams(policy), supposed(policy));
    const law = (holds: (answers: readonly Answer[], events: readonly EncounterInput[], suppose: Suppose) => void): void => {
      fc.assert(
        fc.property(drawn, ([events, suppose]) => holds(settleAll(loaded, events, suppose).answers, events, suppose)),
        RUNS,
      );
    };

    it('reaches answers that pay', () => {
      const paid = fc
        .sample(drawn, { numRuns: 100, seed: 1 })
        .flatMap(([events, suppose]) =>
          settleAll(loaded, events, suppose).answers.filter(({ totals }) => totals && fen(totals.funds) > 0n),
        );
      expect(paid.length).toBeGreaterThan(50);
    });

    it('what the checker accepts breaks no law when it runs', () => {
      law((answers) => {
        expect(answers.filter(({ status }) => status === 'violation').map(({ problems }) => problems)).toEqual([]);
      });
    });

    it('total = funds + hospital + personal, personal = account + cash, nothing negative', () => {
      law((answers) => {
        for (const { totals, status } of answers) {
          if (!totals) expect(['open', 'missing', 'refused']).toContain(status);
          else {
            expect(fen(totals.total)).toBe(fen(totals.funds) + fen(totals.hospital) + fen(totals.personal));
            expect(fen(totals.personal)).toBe(fen(totals.account) + fen(totals.cash));
            for (const amount of Object.values(totals)) expect(fen(amount) >= 0n).toBe(true);
          }
        }
      });
    });

    it('funds are exactly what was posted, and no part pays more than it holds', () => {
      law((answers, events) => {
        for (const [index, { totals, postings }] of answers.entries()) {
          if (!totals) continue;
          expect(postings.reduce((sum, { amount }) => sum + fen(amount), 0n)).toBe(
            fen(totals.funds) + fen(totals.hospital) + fen(totals.account),
          );
          const parts = new Map<string, bigint>();
          for (const { part, amount } of postings.flatMap((posting) => posting.parts))
            parts.set(part, (parts.get(part) ?? 0n) + fen(amount));
          for (const [part, taken] of parts) expect(taken <= fen(String(events[index]?.fields[part]))).toBe(true);
        }
      });
    });

    it('no payment exceeds its cap, alone or with what was paid before', () => {
      const limits = caps(policy);
      expect(limits.length).toBeGreaterThan(0);
      law((answers, events) => {
        const paidBefore = new Map<string, bigint>();
        for (const [index, { amounts, status }] of answers.entries()) {
          if (status !== 'settled') continue;
          const { 参保人: person, 就诊日: day } = events[index]?.fields ?? {};
          for (const { payment, limit, used } of limits) {
            const [paid, most, before] = [amounts[payment], amounts[limit], used === undefined ? '0.00' : amounts[used]];
            if (paid === undefined || most === undefined || before === undefined || fen(paid) === 0n) continue;
            const cell = `${person} ${String(day).slice(0, 4)} ${payment} ${limit}`;
            // All caps over several visits are of a person and a calendar year here.
            if (used !== undefined) expect(fen(before)).toBe(paidBefore.get(cell) ?? 0n);
            expect(fen(paid) + fen(before) <= fen(most)).toBe(true);
            paidBefore.set(cell, fen(before) + fen(paid));
          }
        }
      });
    });

    it('one by one through a written ledger is the same as the stream', () => {
      law((answers, events, suppose) => {
        let ledger = emptyLedger();
        for (const [index, event] of events.entries()) {
          const read = ledgerFromJson(JSON.parse(JSON.stringify(ledgerToJson(ledger))));
          if (!read.ok) throw new Error(JSON.stringify(read.reasons));
          const settled = settle(loaded, event, read.ledger, { suppose, explain: false });
          ledger = settled.ledger;
          expect(settled.answer).toEqual(answers[index]);
        }
      });
    });

    it('what one person has done changes nothing for another', () => {
      law((answers, events, suppose) => {
        for (const person of ['甲', '乙']) {
          const own = events.flatMap((event, index) => (event.fields['参保人'] === person ? [{ event, answer: answers[index] }] : []));
          expect(
            settleAll(
              loaded,
              own.map(({ event }) => event),
              suppose,
            ).answers,
          ).toEqual(own.map(({ answer }) => answer));
        }
      });
    });

    it('an incomplete event is settled alike or names what it lacks, and is never at fault', () => {
      fc.assert(
        fc.property(
          drawn.chain(([events, suppose]) => fc.tuple(incomplete(events[0] ?? { id: '', fields: {} }), fc.constant(suppose))),
          ([event, suppose]) => {
            const [answer] = settleAll(loaded, [event], suppose).answers;
            expect(answer?.status).not.toBe('violation');
            for (const field of answer?.missing ?? []) expect(event.fields).not.toHaveProperty([field]);
          },
        ),
        RUNS,
      );
    });

    it('asking for an explanation changes nothing else', () => {
      fc.assert(
        fc.property(drawn, ([[event], suppose]) => {
          if (!event) return;
          const { explanation: _, ...explained } = settle(loaded, event, emptyLedger(), { suppose }).answer;
          expect(explained).toEqual(settle(loaded, event, emptyLedger(), { suppose, explain: false }).answer);
        }),
        RUNS,
      );
    });
  });
});
