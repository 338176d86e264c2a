/** What the checker accepts runs: whatever policy, its IR is well typed, and no event makes the runtime throw or break a law of amounts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../language/compile.ts';
import { emptyLedger, loadBundle, loadUnverified, settle } from '../../runtime/index.ts';
import { fenFromYuan } from '../../runtime/money/fen.ts';
import { policyTexts } from '../kit/arbitraries/policy.ts';
import { streams } from '../kit/arbitraries/stream.ts';
import { workspaceOf } from '../kit/policy.ts';

const RUNS = 150;
const STREAMS = 4;

/** What a policy itself may be at fault for; anything else would be a fault of the compiler. */
const OWN_FAULTS = ['negative', 'overpaid', 'overLimit', 'impossible'];

const fen = (yuan: string): bigint => fenFromYuan(yuan) ?? -1n;

describe('policies drawn at random', () => {
  it('compile without a throw, and what is accepted runs', async () => {
    const seen = { accepted: 0, paid: 0 };
    await fc.assert(
      fc.asyncProperty(policyTexts, fc.nat(), async (text, seed) => {
        const { file, bytes, digest } = await compile(workspaceOf(text));
        if (!file || bytes === undefined || digest === undefined) return;
        seen.accepted += 1;
        expect(await loadBundle(new TextEncoder().encode(bytes), { expectDigest: digest })).toMatchObject({ ok: true });
        const loaded = loadUnverified(file, digest);
        const [policy] = file.ir.policies;
        if (!policy) return;
        for (const events of fc.sample(streams(policy), { numRuns: STREAMS, seed })) {
          let ledger = emptyLedger();
          for (const event of events) {
            const settled = settle(loaded, event, ledger);
            ledger = settled.ledger;
            const { status, problems, totals } = settled.answer;
            if (status === 'violation') expect(OWN_FAULTS).toEqual(expect.arrayContaining(problems.map(({ code }) => code)));
            if (!totals) continue;
            if (fen(totals.funds) > 0n) seen.paid += 1;
            expect(fen(totals.total)).toBe(fen(totals.funds) + fen(totals.hospital) + fen(totals.personal));
            expect(Object.values(totals).every((amount) => fen(amount) >= 0n)).toBe(true);
          }
        }
      }),
      { numRuns: RUNS },
    );
    // A generator that is always refused, or never pays, would prove nothing.
    expect(seen.accepted).toBeGreaterThan(RUNS / 10);
    expect(seen.paid).toBeGreaterThan(RUNS / 10);
  }, 120_000);
});
