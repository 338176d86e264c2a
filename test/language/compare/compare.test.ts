import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { changesOf } from '../../../language/compare/changes.ts';
import { classesOf } from '../../../language/compare/classes.ts';
import { drawnOf } from '../../../language/compare/drawn.ts';
import { groundOf } from '../../../language/compare/ground.ts';
import { sampleResults, scenarioPatients } from '../../../language/compare/sample-set.ts';
import type { Side, SideChoice } from '../../../language/compare/side.ts';
import { sideOf } from '../../../language/compare/side.ts';
import { Stopped } from '../../../language/compare/slices.ts';
import { witnessesOf } from '../../../language/compare/witnesses.ts';
import type { LoadedBundle } from '../../../runtime/index.ts';
import { outpatient, policyText, ready, readyFrom, realPolicies } from '../../kit/policy.ts';

const THRESHOLDS = [1, 100, 10_000];

const side = (loaded: LoadedBundle, choice: SideChoice): Side => {
  const found = sideOf(loaded, choice);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.side;
};

/** Two texts of one policy as two sides. */
const twoTexts = async (before: string, after: string): Promise<readonly [Side, Side]> => {
  const choice = { policy: '甲', day: '2023-06-01' };
  const [old, now] = [await readyFrom(policyText(before)), await readyFrom(policyText(after))];
  return [side(old.loaded, choice), side(now.loaded, choice)];
};

describe('the outpatient rules of 2022 and 2023', () => {
  const policy = '绵阳市职工基本医疗保险';
  let before: Side;
  let after: Side;
  let loaded: LoadedBundle;
  beforeAll(async () => {
    ({ loaded } = await ready(realPolicies()));
    before = side(loaded, { policy, day: '2022-12-31' });
    after = side(loaded, { policy, day: '2023-01-01' });
  });

  it('name every value that changed, with its difference', () => {
    const { values, structure, same, alike } = changesOf(before, after);
    expect(
      values
        .filter(({ how }) => how === 'changed')
        .map(({ address, group, before: old, after: now, difference }) => [address, group, old?.value, now?.value, difference]),
    ).toEqual([
      ['慢病限额[1]', '门诊慢性病', '100000', '200000', { value: '100000', type: { kind: 'money', scale: '1' } }],
      ['慢病限额[2 以上]', '门诊慢性病', '150000', '300000', { value: '150000', type: { kind: 'money', scale: '1' } }],
      ['门诊慢性病.报销比例', '门诊慢性病', '70', '75', { value: '1', type: { kind: 'points', scale: '20' } }],
    ]);
    const added = values.filter(({ how }) => how === 'new');
    expect(added).toHaveLength(8);
    expect(new Set(added.map(({ group }) => group))).toEqual(new Set(['门诊统筹']));
    expect(same).toBe(5);
    expect(alike).toEqual([]);
    expect(structure).toContainEqual(expect.objectContaining({ what: 'benefit', how: 'new', name: '门诊统筹' }));
    expect(values.find(({ address }) => address === '门诊慢性病.报销比例')?.after?.quotes[0]?.quote).toContain('75%');
  });

  it('say nothing of a law and itself', () => {
    expect(changesOf(before, before)).toMatchObject({ values: [], structure: [], same: 8 });
  });

  it('gather the six classes that get more, with their kinks', async () => {
    const { classes, same } = await classesOf(groundOf(before, after), {});
    const kinks = classes.map(({ after: now }) => ('kinks' in now ? now.kinks.map(({ at }) => at) : []));
    expect(kinks).toEqual([
      ['200.00', '4200.00'],
      ['200.00', '3533.33'],
      ['150.00', '4316.67'],
      ['150.00', '3721.43'],
      ['2666.67'],
      ['4000.00'],
    ]);
    expect(classes.map(({ most, least }) => [most, least])).toEqual(
      ['2000.00', '2000.00', '2500.00', '2500.00', '1000.00', '1500.00'].map((most) => [most, undefined]),
    );
    expect(classes.map(({ traits }) => traits.find(({ field }) => field === '机构等级')?.members)).toContainEqual([
      '二级',
      '一级',
      '未定级',
      '药店',
    ]);
    expect(same).toBeGreaterThan(0);
  });

  it('find the smallest patient of each change', async () => {
    const found = await witnessesOf(groundOf(before, after), changesOf(before, after), THRESHOLDS, {});
    expect(
      found.map(({ unit, witnesses }) => ['address' in unit ? unit.address : unit.kind, ...witnesses.map((one) => one?.bill)]),
    ).toEqual([
      ['慢病限额[1]', '1428.58', '1430.00', '1571.43'],
      ['慢病限额[2 以上]', '2142.87', '2144.28', '2285.71'],
      ['门诊慢性病.报销比例', '0.02', '19.82', '1999.82'],
      ['newBenefit', '150.01', '151.66', '292.85'],
    ]);
    const [cap] = found;
    expect(cap?.witnesses[0]).toMatchObject({
      before: { amount: '1000.00' },
      after: { amount: '1000.01' },
      traits: [{ field: '医疗类别', members: ['门诊慢特病'] }, { field: '参保日' }, { field: '认定病种数', from: 1, to: 1 }],
    });
  });

  it('agree with the patients drawn and with those of the scenarios', async () => {
    const ground = groundOf(before, after);
    const drawn = await drawnOf(ground, 300, 1, {});
    expect(drawn.less).toBe(0);
    expect(drawn.more).toBeGreaterThan(30);
    expect(drawn.more + drawn.less + drawn.same + drawn.neither).toBe(300);
    expect(await drawnOf(ground, 300, 1, {})).toEqual(drawn);
    const results = sampleResults(ground, scenarioPatients(loaded.file.scenarios, [policy]));
    const chronic = results.find(({ title }) => title.startsWith('M2 两种病'));
    expect(chronic).toMatchObject({ before: { amount: '1500.00' }, after: { amount: '3000.00' }, difference: '1500.00', how: 'more' });
    const firstSame = results.findIndex(({ how }) => how === 'same');
    expect(results.slice(firstSame).every(({ how }) => how === 'same')).toBe(true);
  });

  it('what is taken back counts for nothing, under either law', () => {
    const ground = groundOf(before, after);
    const fields = {
      参保人: '甲',
      就诊日: '2023-06-01',
      医疗类别: '门诊慢特病',
      机构等级: '二级',
      人员类别: '在职',
      参保日: '2015-01-01',
      认定病种数: 1,
      异地备案: '已备案',
      政策范围内: '1000.00',
      先行自付: '0.00',
      超限价: '0.00',
      全自费: '0.00',
    };
    const encounters = [
      { id: 'a', policy, fields },
      { id: 'b', policy, fields },
      { id: 'c', kind: 'reverse' as const, of: 'a', policy, fields: {} },
    ];
    // The second visit no longer meets a cap that the first had used up.
    expect(sampleResults(ground, [{ title: '退一次', of: '', encounters, openings: [] }])).toMatchObject([
      { visits: 3, before: { amount: '700.00' }, after: { amount: '750.00' }, difference: '50.00' },
    ]);
  });

  it('can be stopped', async () => {
    await expect(classesOf(groundOf(before, after), { cancelled: () => true })).rejects.toThrow(Stopped);
  });

  it.each([
    ['before the policy', '2021-06-01', { kind: 'noLaw', begins: '2022-01-01' }],
    ['where the day of an amendment is open', '2023-03-01', { kind: 'openLaw' }],
  ])('there is no side %s', (_, day, problem) => {
    const knownOn = problem.kind === 'openLaw' ? { knownOn: '2023-05-30' } : {};
    expect(sideOf(loaded, { policy, day, ...knownOn })).toMatchObject({ ok: false, problem });
  });

  it('two areas are matched by name, and what is not is listed', () => {
    const there = side(loaded, { policy: '海南省城乡居民基本医疗保险', day: '2023-01-01' });
    const here = side(loaded, { policy: '绵阳市城乡居民基本医疗保险', day: '2023-01-01' });
    const { values } = changesOf(here, there);
    expect(values.filter(({ how }) => how === 'gone').map(({ address }) => address)).toContain('生育限额[顺产]');
    expect(values.filter(({ how }) => how === 'new').map(({ address }) => address)).toContain('住院.起付标准');
  });
});

describe('two texts', () => {
  it('a benefit by another name and the same condition is the same benefit', async () => {
    const renamed = outpatient('65%').replaceAll('门诊.', '门诊待遇.').replace('待遇 门诊 ', '待遇 门诊待遇 ');
    const { values, alike, structure } = changesOf(...(await twoTexts(outpatient('60%'), renamed)));
    expect(alike).toEqual([{ before: '门诊', after: '门诊待遇' }]);
    expect(values.map(({ address, how }) => [address, how])).toEqual([['门诊待遇.报销比例', 'changed']]);
    expect(structure).toEqual([]);
  });

  it('a rule that is written otherwise is said, with its parts', async () => {
    const other = outpatient().replace('医疗类别 是 普通门诊', '医疗类别 是 普通门诊、普通住院');
    const { values, structure } = changesOf(...(await twoTexts(outpatient(), other)));
    expect(values).toEqual([]);
    expect(structure).toMatchObject([{ what: 'benefit', how: 'changed', name: '门诊', parts: ['门诊.适用'] }]);
  });

  it('who loses is found, by the boundary patients and by those drawn', async () => {
    const [before, after] = await twoTexts(outpatient('60%', '200元'), outpatient('65%', '300元'));
    const ground = groundOf(before, after);
    const { classes } = await classesOf(ground, {});
    expect(classes).toMatchObject([{ most: '93.85', least: '-60.00' }]);
    expect((await drawnOf(ground, 200, 5, {})).worst).toBeDefined();
  });

  it('the witness of a drawn change notices, and nobody with a smaller bill does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 20, max: 95 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 100, max: 3_000 }),
        fc.constantFrom('share', 'deductible', 'cap'),
        fc.integer({ min: 1, max: 5 }),
        async (share, deductible, cap, which, by) => {
          const text = (more: number) =>
            outpatient(
              `${share + (which === 'share' ? more : 0)}%`,
              `${deductible + (which === 'deductible' ? more * 10 : 0)}元`,
              `${cap + (which === 'cap' ? more * 100 : 0)}元`,
            );
          const [before, after] = await twoTexts(text(0), text(by));
          const changes = changesOf(before, after);
          const ground = groundOf(before, after);
          const [found] = await witnessesOf(ground, changes, [1], {});
          const [witness] = found?.witnesses ?? [];
          expect(changes.values).toHaveLength(1);
          expect(witness?.before.amount).not.toBe(witness?.after.amount);
          // Nobody with a smaller bill notices: every fen below is tried.
          const exact = (bill: number, rate: number, first: number, most: number): number =>
            Math.min(most * 100, Math.floor((Math.max(0, bill - first * 100) * rate + 50) / 100));
          const [old, now] = [
            [share, deductible, cap] as const,
            [
              share + (which === 'share' ? by : 0),
              deductible + (which === 'deductible' ? by * 10 : 0),
              cap + (which === 'cap' ? by * 100 : 0),
            ] as const,
          ];
          let first = 1;
          while (exact(first, ...old) === exact(first, ...now)) first += 1;
          expect(witness?.bill).toBe(`${Math.floor(first / 100)}.${String(first % 100).padStart(2, '0')}`);
        },
      ),
      { numRuns: 12, seed: 11 },
    );
  });
});
