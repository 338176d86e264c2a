/** What must be true of every answer, whatever the policy: tried on the real policies with drawn streams. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, EncounterInput, Ledger, LoadedBundle, PolicyIr } from '../../runtime/index.ts';
import { emptyLedger, ledgerFromJson, ledgerToJson, settle } from '../../runtime/index.ts';
import { fenFromYuan } from '../../runtime/money/fen.ts';
import { incomplete, streams, supposed } from '../kit/arbitraries/stream.ts';
import { areas, ready, realPolicies } from '../kit/policy.ts';

const RUNS = { numRuns: 75 };

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
  /** Which cells hold what was used: payments that share a cap share its cells. */
  readonly cells: string;
}

/** Indexes that an expression holds under one operation, however deep. */
const indexesOf = (value: unknown, op: string, key: string): readonly number[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value);
  const index = own.find(([name]) => name === key)?.[1];
  const here = own.some(([name, is]) => name === 'op' && is === op) && typeof index === 'number' ? [index] : [];
  return [...here, ...own.flatMap(([, inner]) => indexesOf(inner, op, key))];
};

/** The caps of benefits in any version: each payment step with its limits and what earlier visits used of them. */
function caps(policy: PolicyIr): readonly Cap[] {
  const found = new Map<string, Cap>();
  for (const { steps } of policy.programs) {
    for (const { address: payment, note } of steps) {
      if (note.form.kind !== 'payment') continue;
      for (const { limit, used } of note.form.limits) {
        const cap = {
          payment,
          limit: steps[limit]?.address ?? '',
          ...(used === undefined ? {} : { used: steps[used]?.address ?? '' }),
          cells: used === undefined ? `${payment} ${limit}` : indexesOf(steps[used], 'accumulated', 'accumulator').join(),
        };
        found.set(`${payment} ${cap.limit}`, cap);
      }
    }
  }
  return [...found.values()];
}

/** What left or came to the person in an answer, in the terms of its entry. */
const sumPaid = ({ totals, sums }: Answer): bigint => {
  if (totals) return fen(totals.funds);
  if (!sums) return 0n;
  return fen(sums.entry === 'contribution' ? sums.due : sums.paid);
};

/** due = now + deferred = Σ dues = Σ payers, paid = account + cash; only a clearing takes anything back. */
const expectAddsUp = (sums: NonNullable<Answer['sums']>): void => {
  const all = (of: readonly string[]): bigint => of.reduce((sum, one) => sum + fen(one), 0n);
  if (sums.entry === 'clearing') return;
  if (sums.entry === 'cashBenefit') {
    expect(fen(sums.paid)).toBe(fen(sums.account) + fen(sums.cash));
    for (const one of [sums.account, sums.cash]) expect(fen(one) >= 0n).toBe(true);
    return;
  }
  expect(fen(sums.due)).toBe(fen(sums.now) + fen(sums.deferred));
  expect(all(sums.dues.map(({ amount }) => amount))).toBe(fen(sums.due));
  expect(all(sums.payers.flatMap(({ now, deferred }) => [now, deferred]))).toBe(fen(sums.due));
  for (const one of [...sums.dues.map(({ amount }) => amount), ...sums.payers.flatMap(({ now, deferred }) => [now, deferred])])
    expect(fen(one) >= 0n).toBe(true);
};

/** Whether under every law every payment reads something open for which no ratio can be supposed: such a policy pays nobody anything yet. */
const isWhollyOpen = ({ programs, versions, openPoints }: PolicyIr): boolean =>
  versions.every(({ program: at, parameters }) => {
    const program = programs[at];
    const stays = (point: number): boolean => openPoints[point]?.type?.kind !== 'ratio' && openPoints[point]?.candidates.length === 0;
    const seen = new Set<number>();
    const reads = (index: number): boolean => {
      if (seen.has(index)) return false;
      seen.add(index);
      const step = program?.steps[index];
      return (
        indexesOf(step, 'open', 'point').some(stays) ||
        indexesOf(step, 'param', 'index').some((slot) => {
          const given = parameters[slot];
          return given?.kind === 'open' && stays(given.point);
        }) ||
        indexesOf(step, 'step', 'index').some(reads)
      );
    };
    if (!program) return false;
    return program.postings.every((posting) => {
      seen.clear();
      return reads(posting);
    });
  });

/** Whether the text of the policy caps what a benefit pays. */
const writesCap = (id: string): boolean =>
  realPolicies().files.some(({ text }) => text.includes(`政策 “${id}” {`) && /^\s*限额 /mu.test(text));

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

    it('reaches answers that pay, or says of every answer what keeps it from paying', () => {
      const answers = fc
        .sample(drawn, { numRuns: 100, seed: 1 })
        .flatMap(([events, suppose]) => settleAll(loaded, events, suppose).answers);
      const paid = answers.filter((answer) => sumPaid(answer) > 0n);
      // Items, and the fields of the policies that it refers to, are not drawn: such an event asks for them.
      if (policy.lists.length > 0 || policy.references.length > 0) {
        for (const { status, missing, open } of answers)
          if (status !== 'ineligible' && status !== 'refused') expect([...missing, ...open].length > 0 || paid.length > 0).toBe(true);
        return;
      }
      // A law that leaves every payment open pays nothing: each event that it is for is 待定, with its reason.
      if (!isWhollyOpen(policy)) expect(paid.length).toBeGreaterThan(50);
      else {
        expect(paid).toEqual([]);
        const open = answers.filter(({ status }) => status === 'open');
        expect(open.length).toBeGreaterThan(50);
        for (const one of open) expect(one.open.length).toBeGreaterThan(0);
      }
    });

    it('what the checker accepts breaks no law when it runs', () => {
      law((answers) => {
        expect(answers.filter(({ status }) => status === 'violation').map(({ problems }) => problems)).toEqual([]);
      });
    });

    it('total = funds + hospital + personal, personal = account + cash, nothing negative', () => {
      law((answers) => {
        for (const { totals, sums, status } of answers) {
          if (sums) expectAddsUp(sums);
          else if (!totals) expect(['open', 'missing', 'refused']).toContain(status);
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
        for (const [index, { totals, sums, postings }] of answers.entries()) {
          if (sums)
            expect(postings.reduce((sum, { amount }) => sum + fen(amount), 0n)).toBe(
              fen(sums.entry === 'contribution' ? sums.due : sums.paid),
            );
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
      // A policy without a 限额 has no cap to exceed; one that writes it and has none here has lost it.
      if (writesCap(policy.id)) expect(limits.length).toBeGreaterThan(0);
      law((answers, events) => {
        const paidBefore = new Map<string, bigint>();
        for (const [index, { amounts, status }] of answers.entries()) {
          if (status !== 'settled') continue;
          const { 参保人: person, 就诊日: day } = events[index]?.fields ?? {};
          for (const { payment, limit, used, cells } of limits) {
            const [paid, most, before] = [amounts[payment], amounts[limit], used === undefined ? '0.00' : amounts[used]];
            if (paid === undefined || most === undefined || before === undefined || fen(paid) === 0n) continue;
            const cell = `${person} ${String(day).slice(0, 4)} ${cells}`;
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
