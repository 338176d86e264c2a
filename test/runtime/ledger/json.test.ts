import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EncounterInput } from '../../../runtime/answer.ts';
import type { Ledger } from '../../../runtime/index.ts';
import { emptyLedger, ledgerFromJson, ledgerToJson, settle, withOpenings } from '../../../runtime/index.ts';
import { CENTI_FEN, choose, compare, DATE, draft, FEN, INTEGER, integer, load, percent, sum, TEXT, times, yuan } from '../../kit/ir.ts';
import { outpatient, visit } from '../../kit/outpatient.ts';
import { reversal, settleAll } from '../../kit/settling.ts';

const bundle = load(outpatient());

function throughJson(ledger: Ledger): Ledger {
  const read = ledgerFromJson(JSON.parse(JSON.stringify(ledgerToJson(ledger))));
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.ledger;
}

/** A policy that writes one cell of each kind. */
function everyCell() {
  const p = draft()
    .choice('病种', { 高血压: undefined, 糖尿病: undefined })
    .point('未知', '多少未写', { type: FEN })
    .point('暂', '暂按一元', { type: FEN });
  const kinds = [
    ['和', 'sum', FEN],
    ['次', 'count', INTEGER],
    ['最大', 'greatest', CENTI_FEN],
    ['最近', 'latest', DATE],
    ['种', 'set', { kind: 'set', name: '病种' }],
    ['开', 'sum', FEN],
    ['钥', 'sum', FEN],
  ] as const;
  for (const [name, how, type] of kinds) p.accumulator(name, how, type, [TEXT]);
  const key = [p.in('参保人')];
  const read = (name: string) => p.used(name, ...key);
  const later = compare(p.step('次数', INTEGER, read('次')).read('次数'), '>', integer(0));
  p.step(
    '都已',
    FEN,
    sum(
      read('和'),
      { of: choose({ op: 'contains', of: read('种'), values: ['糖尿病'] }, yuan(1), yuan(0)), by: '1' },
      choose({ op: 'same', a: read('最近'), b: { op: 'const', type: DATE, value: '2023-05-01' } }, yuan(10), yuan(0)),
    ),
  );
  p.post(
    '付',
    choose(
      later,
      choose(
        compare(p.in('范围内'), '=', yuan(77)),
        sum(read('开'), read('钥')),
        choose(compare(p.read('都已'), '>', yuan(0)), yuan(1), yuan(0)),
      ),
      p.assume(yuan(1), '暂'),
    ),
    '基金',
    ['范围内'],
  );
  p.entry('和', p.read('付'), key)
    .entry('次', integer(1), key)
    .entry('最大', times(p.in('范围内'), percent(33)), key)
    .entry('最近', p.in('就诊日'), key)
    .entry('种', p.in('病种'), key);
  p.entry('开', p.open('未知'), key, compare(p.in('范围内'), '=', yuan(66))).entry(
    '钥',
    p.in('范围内'),
    [p.open('未知')],
    compare(p.in('范围内'), '=', yuan(55)),
  );
  return load(p.finish());
}

describe('a ledger as JSON', () => {
  it('[L15] answers alike after it was written and read', () => {
    const { ledger } = settleAll(bundle, [visit(1000, { 机构等级: '三级' }, 'a'), visit(500, {}, 'b'), visit(10, {}, 'x'), reversal('x')]);
    const next = visit(4000, {}, 'c');
    expect(settle(bundle, next, throughJson(ledger)).answer).toEqual(settle(bundle, next, ledger).answer);
    expect(settle(bundle, reversal('a'), throughJson(ledger)).answer).toEqual(settle(bundle, reversal('a'), ledger).answer);
    expect(ledgerToJson(throughJson(ledger))).toEqual(ledgerToJson(ledger));
  });
  it.each([
    ['a long of', { of: 'x'.repeat(500) }],
    ['a long scheme', { scheme: 'x'.repeat(500), policy: bundle.file.ir.policies[0]?.id }],
    ['an entry of its own', { note: 'x' }],
    ['an empty of', { of: '' }],
  ])('[L15] an event with %s is refused, or can be read back', (_case, more) => {
    const { ledger } = settleAll(bundle, [{ ...visit(1000, {}, 'a'), ...more } as EncounterInput]);
    expect(ledgerToJson(throughJson(ledger))).toEqual(ledgerToJson(ledger));
  });
  it('[L15] a reversal without fields, or with any, can be read back', () => {
    for (const more of [{ fields: undefined }, { fields: { x: 1n } }, { policy: 'x'.repeat(300) }]) {
      const { answers, ledger } = settleAll(bundle, [visit(1000, {}, 'a'), { ...reversal('a'), ...more } as EncounterInput]);
      expect(answers[1]?.status).toBe('settled');
      expect(ledgerToJson(throughJson(ledger))).toEqual(ledgerToJson(ledger));
    }
  });
  it('[L15] money is yuan as text', () => {
    const { ledger } = settleAll(bundle, [visit(1000, {}, 'a')]);
    expect(ledgerToJson(ledger)).toMatchObject({
      format: 'yice-ledger/2',
      events: [
        {
          id: 'a',
          person: '甲',
          digest: 'sha256:test',
          entries: [
            { accumulator: '年门诊起付', keys: ['甲', '2023'], value: '200.00' },
            { accumulator: '年门诊', value: '480.00' },
          ],
        },
      ],
    });
  });
  it('[L15] cells of every kind, open ones and assumed ones, and given openings', () => {
    const policy = everyCell();
    const event = (id: string, inScope: number, illness = '高血压', day = '2023-05-01') => ({
      id,
      fields: { 参保人: '甲', 就诊日: day, 范围内: inScope, 范围外: 0, 病种: illness },
    });
    let ledger = withOpenings(emptyLedger(), [{ accumulator: '和', keys: ['甲'], value: '5.00' }]);
    for (const one of [event('a', 10), event('b', 66, '糖尿病'), event('c', 55, '高血压', '2023-01-01')])
      ledger = settle(policy, one, ledger).ledger;
    for (const next of [event('d', 20), event('e', 77)]) {
      const answer = settle(policy, next, ledger).answer;
      expect(settle(policy, next, throughJson(throughJson(ledger))).answer).toEqual(answer);
    }
    expect(settle(policy, event('d', 20), ledger).answer.assumed).toMatchObject([{ address: '暂' }]);
    expect(settle(policy, event('e', 77), throughJson(ledger)).answer).toMatchObject({ status: 'open', open: [{ reason: '多少未写' }] });
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['another format', { format: 'yice-ledger/3', events: [], openings: [] }],
    ['an event without entries', { format: 'yice-ledger/2', events: [{ id: 'a' }], openings: [] }],
  ])('[L15] %s is no ledger', (_case, json) => {
    const read = ledgerFromJson(json);
    expect(read.ok).toBe(false);
    if (!read.ok) for (const reason of read.reasons) expect(reason.zh && reason.en && reason.path.startsWith('ledger')).toBeTruthy();
  });
  it('[L15] a value that is not of its type is refused', () => {
    const json = JSON.parse(JSON.stringify(ledgerToJson(settleAll(bundle, [visit(1000, {}, 'a')]).ledger)).replace('"200.00"', '"200元"'));
    expect(ledgerFromJson(json)).toMatchObject({ ok: false, reasons: [{ path: 'ledger.events[0]' }] });
  });
  it('[L15] an id used twice is refused', () => {
    const json = { ...(ledgerToJson(settleAll(bundle, [visit(1000, {}, 'a')]).ledger) as { readonly events: readonly unknown[] }) };
    expect(ledgerFromJson({ ...json, events: [...json.events, ...json.events] })).toMatchObject({ ok: false });
  });
  it('[L15] no JSON at all makes reading throw', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.boolean(),
        (json, wrap) => typeof ledgerFromJson(wrap ? { format: 'yice-ledger/2', events: json, openings: [json] } : json).ok === 'boolean',
      ),
    );
  });
});
