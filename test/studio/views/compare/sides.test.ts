import { describe, expect, it } from 'vitest';
import { analysis } from '../../../../studio/store/analysis.ts';
import { comparison } from '../../../../studio/store/comparison.ts';
import { sidesOf } from '../../../../studio/views/compare/sides.ts';
import type { PolicySummary } from '../../../../studio/worker/protocol.ts';

const summary = (name: string, area: string, days: readonly string[]): PolicySummary => ({
  name,
  folder: area,
  area: { code: area, name: area },
  scheme: '职工',
  entry: 'settlement',
  files: [],
  versionDay: '就诊日',
  periodDay: '就诊日',
  person: '参保人',
  inputs: [],
  lists: [],
  payers: [],
  benefits: [],
  computed: [],
  initials: {},
  accumulators: [],
  open: [],
  unexpressed: [],
  timeline: days.map((from, index) => ({ from, versionId: String(index), amendments: [] })),
});

const policies = [summary('甲市职工', '甲市', ['2022-01-01', '2023-01-01']), summary('乙市职工', '乙市', ['2023-06-01'])];
const state = {
  ...analysis.getInitialState(),
  lastGood: Object.fromEntries(policies.map((one) => [one.name, one])),
  analysis: {
    diagnostics: [],
    outlines: {},
    colours: {},
    folds: {},
    symbols: [],
    policies,
    declared: [],
    citations: [],
    language: '0.1',
    tookMs: 0,
  },
};
const choice = comparison.getInitialState();

describe('the two sides', () => {
  it('two years: the version of the chosen day, and the day before it began', () => {
    for (const day of ['2023-01-01', '2024-05-01', '2022-03-01'])
      expect(sidesOf(choice, state, '甲市职工', day)).toMatchObject({
        kind: 'sides',
        before: { policy: '甲市职工', day: '2022-12-31' },
        after: { policy: '甲市职工', day: '2023-01-01' },
      });
  });

  it('with one version there is nothing to compare, unless another day is wished', () => {
    expect(sidesOf(choice, state, '乙市职工', '2023-07-01')).toMatchObject({ kind: 'oneVersion', day: '2023-06-01' });
    expect(sidesOf({ ...choice, before: { day: '2023-06-02' } }, state, '乙市职工', '2023-07-01')).toMatchObject({ kind: 'sides' });
  });

  it('two areas: each on a day on which it has a law', () => {
    expect(sidesOf({ ...choice, mode: 'areas' }, state, '甲市职工', '2023-01-01')).toMatchObject({
      before: { policy: '甲市职工', day: '2023-01-01' },
      after: { policy: '乙市职工', day: '2023-06-01' },
    });
  });

  it('delivered and draft, swapped, and nothing', () => {
    expect(sidesOf({ ...choice, mode: 'draft', swapped: true }, state, '甲市职工', '2023-01-01')).toMatchObject({
      before: { texts: 'workspace' },
      after: { texts: 'delivered' },
    });
    expect(sidesOf(choice, state, undefined, '2023-01-01')).toEqual({ kind: 'nothing' });
  });
});
