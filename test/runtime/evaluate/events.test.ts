/** 撤销, 更正, 补差 as laws over streams of visits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Difference, EncounterInput, Ledger, LoadedBundle } from '../../../runtime/index.ts';
import { bookDifferences, cellsOf, differencesOf, ledgerFromJson, ledgerToJson, loadUnverified, settle } from '../../../runtime/index.ts';
import { eventOf, eventsFrom } from '../../../runtime/ledger/ledger.ts';
import { standing } from '../../../runtime/ledger/replay.ts';
import { fileOf, load } from '../../kit/ir.ts';
import { outpatient, visit } from '../../kit/outpatient.ts';
import { reversal, settleAll } from '../../kit/settling.ts';

const recompute = load(outpatient());
const stand = load(outpatient({ onReversal: 'stand' }));

/** The same policy when a later law pays 70% where it was 60%. */
function raised(onReversal: 'recompute' | 'stand' = 'recompute'): LoadedBundle {
  const policy = outpatient({ onReversal });
  return loadUnverified(
    fileOf({
      ...policy,
      versions: policy.versions.map((version) => ({
        ...version,
        parameters: version.parameters.map((one) => (one.kind === 'known' && one.value === '60' ? { ...one, value: '70' } : one)),
      })),
    }),
    'sha256:raised',
  );
}

const amount = fc.integer({ min: 0, max: 900_000 }).map((fen) => (fen / 100).toFixed(2));
const fields = fc.record({
  参保人: fc.constantFrom('甲', '乙'),
  就诊日: fc.constantFrom('2022-12-31', '2023-01-01', '2023-06-30'),
  医疗类别: fc.constantFrom('普通门诊', '普通住院'),
  机构等级: fc.constantFrom('三级', '一级'),
  人员类别: fc.constantFrom('在职', '退休'),
  政策范围内: amount,
  先行自付: fc.constant('0.00'),
  超限价: fc.constant('0.00'),
  全自费: amount,
});
const stream = fc
  .array(fields, { minLength: 1, maxLength: 10 })
  .map((all) => all.map((one, index): EncounterInput => ({ id: `v${index}`, fields: one })));
const pick = fc.nat();

const correction = (of: string, changed: Readonly<Record<string, unknown>>, id = `更正-${of}`): EncounterInput => ({
  id,
  kind: 'correct',
  of,
  fields: changed,
});
const quiet = { explain: false };
const cellsIn = (ledger: Ledger) =>
  cellsOf(ledger)
    .map(({ accumulator, keys, value }) => `${accumulator} ${keys.join(' ')} ${value}`)
    .toSorted();
const standsIn = (ledger: Ledger) =>
  eventsFrom(ledger, 0).flatMap((record) => (record.kind === 'settle' && !record.voidedBy ? [[record.id, standing(ledger, record)]] : []));
const found = (bundle: LoadedBundle, ledger: Ledger, bundles: readonly LoadedBundle[] = []): readonly Difference[] =>
  [...differencesOf(bundle, ledger, { bundles })].filter((one) => one !== undefined);
const fen = (yuan: string | undefined): number => Math.round(Number(yuan ?? 0) * 100);
function throughJson(ledger: Ledger): Ledger {
  const read = ledgerFromJson(JSON.parse(JSON.stringify(ledgerToJson(ledger))));
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.ledger;
}

describe('撤销', () => {
  it('[L11] voided and settled again last is as if it had only come last', () => {
    fc.assert(
      fc.property(stream, pick, (events, at) => {
        const chosen = events[at % events.length] as EncounterInput;
        const late = { ...chosen, id: 'again' };
        const { ledger } = settleAll(recompute, [...events, reversal(chosen.id), late], undefined, quiet);
        const other = settleAll(recompute, [...events.filter((one) => one !== chosen), late], undefined, quiet).ledger;
        expect(cellsIn(ledger)).toEqual(cellsIn(other));
        expect(standsIn(ledger)).toEqual(standsIn(other));
      }),
    );
  });

  it('[L23] persons whose events share no cell can arrive in any order among each other', () => {
    fc.assert(
      fc.property(stream, (events) => {
        const of = (person: string) => events.filter((one) => one.fields.参保人 === person);
        const apart = settleAll(recompute, [...of('甲'), ...of('乙')], undefined, quiet).ledger;
        const mixed = settleAll(recompute, events, undefined, quiet).ledger;
        expect(cellsIn(mixed)).toEqual(cellsIn(apart));
        expect(new Map(standsIn(mixed) as [string, unknown][])).toEqual(new Map(standsIn(apart) as [string, unknown][]));
      }),
    );
  });
});

describe('更正', () => {
  it('[L19] is as if the event had come in so: every cell, every answer, and what is settled next', () => {
    fc.assert(
      fc.property(stream, pick, fields, (events, at, corrected) => {
        const chosen = events[at % events.length] as EncounterInput;
        const instead = { ...chosen, fields: { ...corrected, 参保人: chosen.fields.参保人 } };
        const done = settleAll(recompute, [...events, correction(chosen.id, instead.fields)], undefined, quiet);
        expect(done.answers.at(-1)?.problems).toEqual([]);
        const other = settleAll(
          recompute,
          events.map((one) => (one === chosen ? instead : one)),
          undefined,
          quiet,
        ).ledger;
        expect(cellsIn(done.ledger)).toEqual(cellsIn(other));
        expect(standsIn(done.ledger)).toEqual(standsIn(other));
        expect(ledgerToJson(throughJson(done.ledger))).toEqual(ledgerToJson(done.ledger));
      }),
    );
  });

  const two = [visit(1000, { 机构等级: '三级' }, 'a'), visit(500, {}, 'b')];

  it('[L19] answers with what the event comes to now, and lists it first among what changed', () => {
    const { answers } = settleAll(recompute, [...two, correction('a', { 政策范围内: '100.00', 总额: '100.00' })]);
    expect(answers[2]).toMatchObject({
      event: '更正-a',
      status: 'settled',
      amounts: { '门诊统筹.起付': '100.00', '门诊统筹.支付': '0.00' },
      revisions: [
        { event: 'a', effect: 'corrected' },
        { event: 'b', effect: 'booked', after: { totals: { funds: '240.00' } } },
      ],
    });
  });
  it('[L19] a field stated under its other name takes the place of the one given', () => {
    const { answers } = settleAll(recompute, [...two, correction('a', { hosp_lv: '一级' })]);
    expect(answers[2]?.status).toBe('settled');
    expect(answers[2]?.amounts['门诊统筹.支付']).toBe('480.00');
  });
  it('[L19] 不重算: later answers stand, and how they would differ is listed', () => {
    const { answers, ledger } = settleAll(stand, [...two, correction('a', { 政策范围内: '100.00' })]);
    expect(answers[2]?.revisions?.map(({ event, effect }) => [event, effect])).toEqual([
      ['a', 'corrected'],
      ['b', 'reported'],
    ]);
    expect(eventOf(ledger, 'b')?.booked.totals?.funds).toBe('300.00');
  });
  it.each([
    ['what is not there', correction('x', {}), '不能更正'],
    ['a correction', correction('更正-a', {}, 'again'), '不是一次结算'],
    ['an event into another person’s', correction('a', { 参保人: '丁' }, 'other'), '另一个人'],
    ['to what cannot be read', correction('a', { 政策范围内: 'x' }, 'other'), '政策范围内'],
  ] as const)('[L20] %s is not corrected, and the ledger stays', (_case, event, why) => {
    const { ledger } = settleAll(recompute, [...two, correction('a', {})]);
    const done = settle(recompute, event, ledger);
    expect(done.answer.status).toBe('refused');
    expect(done.answer.problems[0]?.zh).toContain(why);
    expect(done.ledger).toBe(ledger);
  });
  it('[L20] a voided event is not corrected, and a correction is not voided', () => {
    const { answers } = settleAll(recompute, [
      ...two,
      correction('a', {}),
      reversal('更正-a'),
      reversal('a'),
      correction('a', {}, 'again'),
    ]);
    expect(answers.slice(2).map(({ status }) => status)).toEqual(['settled', 'refused', 'settled', 'refused']);
  });
  it('[L6] an event with an earlier day that arrives later comes after those before it', () => {
    const late = settleAll(recompute, [visit(1000, { 就诊日: '2023-06-30' }, 'june'), visit(1000, { 就诊日: '2023-02-01' }, 'february')]);
    expect(late.answers.map(({ amounts }) => amounts['门诊统筹.起付'])).toEqual(['200.00', '0.00']);
  });
});

describe('补差', () => {
  const both = [
    [recompute, raised()],
    [stand, raised('stand')],
  ] as const;

  it('[L21] the same law changes nothing, whatever was voided and corrected before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...both), stream, pick, (pair, events, at) => {
        const [old] = pair;
        const chosen = events[at % events.length] as EncounterInput;
        const next = events[(at + 1) % events.length] as EncounterInput;
        const more = next === chosen ? [] : [correction(next.id, { 政策范围内: '1234.56' })];
        const { ledger } = settleAll(old, [...events, reversal(chosen.id), ...more], undefined, quiet);
        expect(found(old, ledger)).toEqual([]);
        // Another file of the same law is no other law, given the old one.
        const again = loadUnverified(old.file, 'sha256:again');
        expect(found(again, ledger, [old])).toEqual([]);
      }),
    );
  });

  it('[L22] booked once, it lists nothing more; what is paid then is what the new law gives; voided, all is as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...both), stream, (pair, events) => {
        const [old, later] = pair;
        const { ledger } = settleAll(old, events, undefined, quiet);
        const differences = found(later, ledger, [old]);
        const after = bookDifferences(later, ledger, differences, { id: '补差' });
        expect(found(later, after, [old])).toEqual([]);
        const fresh = settleAll(later, events, undefined, quiet).ledger;
        expect(standsIn(after)).toEqual(standsIn(fresh));
        expect(cellsIn(after)).toEqual(cellsIn(fresh));
        expect(ledgerToJson(throughJson(after))).toEqual(ledgerToJson(after));
        for (const { owed } of differences) {
          const { total, funds, hospital, personal } = owed.totals ?? {};
          expect(fen(total)).toBe(fen(funds) + fen(hospital) + fen(personal));
        }
        if (differences.length === 0) return;
        const back = settle(later, reversal('补差'), after, { bundles: [old] });
        expect(back.answer.status).toBe('settled');
        expect(cellsIn(back.ledger)).toEqual(cellsIn(ledger));
        expect(standsIn(back.ledger)).toEqual(standsIn(ledger));
      }),
    );
  });

  it('[L22] an event that was paid back is voided with what stands, and its back payment has nothing left to give back', () => {
    fc.assert(
      fc.property(stream, pick, (events, at) => {
        const later = raised();
        const chosen = events[at % events.length] as EncounterInput;
        const { ledger } = settleAll(recompute, events, undefined, quiet);
        const after = bookDifferences(later, ledger, found(later, ledger), { id: '补差' });
        const done = settle(later, reversal(chosen.id), after, { bundles: [recompute], ...quiet });
        expect(done.answer.status).toBe('settled');
        let sum = 0;
        for (const record of eventsFrom(done.ledger, 0)) sum += fen(record.booked.totals?.funds);
        expect(sum).toBe(
          standsIn(done.ledger).reduce((all, [, one]) => all + fen((one as { totals?: { funds: string } }).totals?.funds), 0),
        );
      }),
    );
  });

  it('[L21] tells the value that changed, the events in order of arrival, and which follow only through their cells', () => {
    const later = raised();
    const { ledger } = settleAll(recompute, [
      visit(1000, {}, 'a'),
      visit(3000, { 机构等级: '三级' }, 'b'),
      visit(4000, { 机构等级: '三级' }, 'c'),
    ]);
    const differences = found(later, ledger, [recompute]);
    expect(differences.map(({ event, cause, owed }) => [event, cause, owed.totals?.funds])).toEqual([
      ['a', 'law', '80.00'],
      ['b', 'cells', '-60.00'],
      ['c', 'cells', '-20.00'],
    ]);
    expect(differences[0]?.changes.values).toEqual([
      expect.objectContaining({ address: '门诊比例[二级、一级、未定级、药店, 在职]', before: '60%', after: '70%' }),
    ]);
  });
});
