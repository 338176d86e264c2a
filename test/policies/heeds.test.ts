/** What settling an event does not read cannot change its answer: tried on every real policy by changing what was not read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EncounterInput, InputField, LoadedBundle, Watch } from '../../runtime/index.ts';
import { emptyLedger, ledgerToJson, settle } from '../../runtime/index.ts';
import { incomplete, streams } from '../kit/arbitraries/stream.ts';
import { areas, ready, realPolicies } from '../kit/policy.ts';

const RUNS = { numRuns: 60 };

/** Another value of a field in the shape an event gives it; undefined takes it away, where the shape has no other value at hand. */
const otherValue = (field: InputField, now: unknown, pick: number): unknown => {
  const others = (field.values ?? []).map(({ name }) => name).filter((name) => name !== now);
  switch (field.type.kind) {
    case 'enum':
      return others[pick % Math.max(1, others.length)];
    case 'set':
      return others.slice(0, pick % (others.length + 1));
    case 'bool':
      return now !== true;
    case 'integer':
      return pick % 2 === 0 ? Number(field.min ?? '0') : Number(field.max ?? '7');
    case 'date':
      return ['1950-01-01', '2001-02-03', '2022-12-31', '2023-06-01'][pick % 4];
    case 'money':
      return pick % 2 === 0 ? '0.00' : '123456.78';
    default:
      return undefined;
  }
};

const settled = (loaded: LoadedBundle, events: readonly EncounterInput[], watch?: Watch) => {
  let ledger = emptyLedger();
  for (const event of events.slice(0, -1)) ({ ledger } = settle(loaded, event, ledger));
  const last = events.at(-1);
  if (!last) throw new Error('a stream has events');
  return { before: ledger, last, ...settle(loaded, last, ledger, watch ? { watch } : {}) };
};

const INVALID = new Set(['wrongType', 'outOfRange', 'unknownValue', 'sumDiffers', 'constraint']);

describe.each(areas())('%s', async (area) => {
  const { loaded } = await ready(realPolicies(), area);
  describe.each(loaded.file.ir.policies.map((policy) => [policy.id, policy] as const))('%s', (_, policy) => {
    const drawn = streams(policy).chain((events) => {
      const last = events.at(-1);
      return last
        ? fc.oneof({ weight: 3, arbitrary: fc.constant(last) }, incomplete(last)).map((one) => [...events.slice(0, -1), one])
        : fc.constant(events);
    });

    it('says the same whatever stands in a field that was not read', () => {
      fc.assert(
        fc.property(drawn, fc.nat(40), fc.nat(40), (events, which, pick) => {
          const watch: Watch = { fields: new Set(), checked: new Set(), broken: new Set(), cells: new Map() };
          const { before, last, answer, ledger } = settled(loaded, events, watch);
          expect(JSON.stringify(answer) === JSON.stringify(settled(loaded, events).answer)).toBe(true);
          const unread = policy.inputs.filter(({ name, bill }) => !watch.fields.has(name) && bill !== true);
          const field = unread[which % Math.max(1, unread.length)];
          if (!field || answer.status === 'refused') return;
          const value = otherValue(field, last.fields[field.name], pick);
          const { [field.name]: _gone, ...rest } = last.fields;
          const changed = settle(loaded, { ...last, fields: value === undefined ? rest : { ...rest, [field.name]: value } }, before);
          if (changed.answer.problems.some(({ code }) => INVALID.has(code))) return;
          expect([field.name, value, JSON.stringify(changed.answer) === JSON.stringify(answer)]).toEqual([field.name, value, true]);
          expect(cellsOf(changed.ledger) === cellsOf(ledger)).toBe(true);
        }),
        RUNS,
      );
    });
  });
});

/** What the ledger counts, without the events as they were given. */
const cellsOf = (ledger: Parameters<typeof ledgerToJson>[0]): string =>
  JSON.stringify(ledgerToJson(ledger), (key, value) => (key === 'encounter' ? undefined : value));
