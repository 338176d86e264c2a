import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLedger, loadBundle, settle } from '../../../runtime/index.ts';
import { fileOf } from '../../kit/ir.ts';
import { mutationsOf } from '../../kit/mutation.ts';
import { outpatient, visit } from '../../kit/outpatient.ts';

const file = fileOf(outpatient());
const bytesOf = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));
const bytes = bytesOf(file);
const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const changed = (change: object) => loadBundle(bytesOf({ ...file, ...change }));

describe('loading a bundle', () => {
  it('[B1] its digest is the SHA-256 of exactly its bytes, and answers name it', async () => {
    const loaded = await loadBundle(bytes, { expectDigest: digest });
    expect(loaded).toMatchObject({ ok: true, bundle: { digest } });
    if (loaded.ok) expect(settle(loaded.bundle, visit(1000), emptyLedger()).answer).toMatchObject({ digest, totals: { funds: '480.00' } });
  });
  it('[B1] bytes that change after they were handed over change nothing', async () => {
    const own = Uint8Array.from(bytes);
    const pending = loadBundle(own, { expectDigest: digest });
    own.fill(32);
    expect(await pending).toMatchObject({ ok: true });
  });
  it('[B1] a view into something larger is hashed alone', async () => {
    const larger = new Uint8Array(bytes.length + 20);
    larger.set(bytes, 10);
    expect(await loadBundle(larger.subarray(10, 10 + bytes.length), { expectDigest: digest })).toMatchObject({ ok: true });
  });
  it('[B2] any byte flipped is refused by the expected digest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const flipped = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ by : byte));
        const loaded = await loadBundle(flipped, { expectDigest: digest });
        expect(loaded.ok).toBe(false);
        if (!loaded.ok) expect(loaded.reasons[0]?.zh).toContain(digest);
      }),
      { numRuns: 50 },
    );
  });
  it.each([
    ['no JSON', new TextEncoder().encode('{')],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe)],
    ['nothing', new Uint8Array()],
    ['a list', bytesOf([])],
    ['a byte-order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes)],
    ['deeply nested', new TextEncoder().encode(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  ])('[B3] %s is refused', async (_case, given) => {
    const loaded = await loadBundle(given);
    expect(loaded.ok).toBe(false);
    if (!loaded.ok) for (const { zh, en, path } of loaded.reasons) expect(zh && en && path).toBeTruthy();
  });
  it('[B3] each reason names its place', async () => {
    expect(await changed({ manifest: { ...file.manifest, area: { code: 1, name: '甲市' } }, scenarios: [{ title: 'x' }] })).toMatchObject({
      ok: false,
      reasons: expect.arrayContaining([
        expect.objectContaining({ path: 'bundle.manifest.area.code' }),
        expect.objectContaining({ path: 'bundle.scenarios[0].policy' }),
      ]),
    });
  });
  it('[B4] a feature that is not known is refused, by name', async () => {
    const loaded = await changed({ features: ['批量清算'] });
    expect(loaded).toMatchObject({ ok: false });
    if (!loaded.ok) expect(loaded.reasons[0]?.zh).toContain('批量清算');
  });
  it.each([{ format: 'yice-bundle/2' }, { ir: { irVersion: 2, policies: [] } }, { more: true }])('[B3] %j is refused', async (change) => {
    expect(await changed(change)).toMatchObject({ ok: false });
  });
  it('[B3] whatever changes, reading never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        mutationsOf(JSON.parse(JSON.stringify(file))),
        async (json) => typeof (await loadBundle(bytesOf(json))).ok === 'boolean',
      ),
      { numRuns: 100 },
    );
  });
  it('[B3] scenarios are read as they are run', async () => {
    const scenario = {
      title: '一次门诊',
      policy: '绵阳市职工基本医疗保险',
      suppose: {},
      openings: [{ accumulator: '年门诊', keys: ['甲', '2023'], value: '1.00' }],
      events: [
        {
          encounter: visit(1000, {}, 'a'),
          expects: [
            { kind: 'amount', address: '门诊统筹.支付', value: '480.00' },
            { kind: 'status', status: 'settled' },
            { kind: 'reason', text: 'x' },
            { kind: 'value', address: '门诊统筹.报销比例', is: { kind: 'ratio', value: '0.6' } },
            { kind: 'value', address: '困难', is: { kind: 'bool', value: false } },
            { kind: 'value', address: '身份', is: { kind: 'set', value: ['低保'] } },
          ],
        },
      ],
    };
    const loaded = await changed({ scenarios: [scenario] });
    expect(loaded.ok && loaded.bundle.file.scenarios).toEqual([scenario]);
    for (const is of [
      { kind: 'bool', value: '真' },
      { kind: 'set', value: '低保' },
      { kind: 'ratio', value: true },
      { kind: 'fen', value: '1' },
    ]) {
      const [event] = scenario.events;
      const wrong = { ...scenario, events: [{ ...event, expects: [{ kind: 'value', address: '比例', is }] }] };
      expect(await changed({ scenarios: [wrong] })).toMatchObject({ ok: false });
    }
  });
});
