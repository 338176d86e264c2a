import { describe, expect, it } from 'vitest';
import { analysed, analysis, foundWrong, propertyTried, scenariosRun, summaryOf } from '../../../studio/store/analysis.ts';
import type { Analysis, DeclaredPolicy, PolicySummary, PropertyOutcome, ScenarioOutcome } from '../../../studio/worker/protocol.ts';

const nothing: Analysis = {
  diagnostics: [],
  outlines: {},
  colours: {},
  folds: {},
  symbols: [],
  policies: [],
  declared: [],
  citations: [],
  language: '',
  tookMs: 0,
};
const summary = (name: string): PolicySummary => ({
  name,
  folder: '',
  area: { code: '', name: '' },
  entry: 'settlement',
  files: [],
  versionDay: '',
  periodDay: '',
  person: '',
  inputs: [],
  lists: [],
  computed: [],
  initials: {},
  payers: [],
  benefits: [],
  accumulators: [],
  timeline: [],
  open: [],
  unexpressed: [],
});
const range = { file: 'a.yice', start: 0, end: 1 };
const declared = (name: string): DeclaredPolicy => ({ name, folder: '', files: [], range, errors: 0 });
const outcome = (title: string, policy: string): ScenarioOutcome => ({
  title,
  policy,
  range,
  pass: true,
  ticks: [],
  stream: { events: [], openings: [], suppose: {} },
});
const begin = analysis.getInitialState();
const both: Analysis = { ...nothing, policies: [summary('甲'), summary('乙')], declared: [declared('甲'), declared('乙')] };
const broken: Analysis = { ...both, policies: [summary('乙')] };

describe('what is known of the text', () => {
  it('an older result changes nothing', () => {
    const now = analysed(begin, 7, both);
    expect(analysed(now, 6, nothing)).toBe(now);
  });
  it('what is wrong may be known of a newer text than the rest', () => {
    const found = foundWrong(analysed(begin, 7, both), 8, []);
    expect([found.findingsVersion, found.version, found.analysis]).toEqual([8, 7, both]);
    const late = analysed(foundWrong(found, 9, nothing.diagnostics), 8, broken);
    expect([late.findingsVersion, late.version]).toEqual([9, 8]);
    expect(foundWrong(found, 6, [])).toBe(found);
  });
  it('a policy that cannot be settled now is shown as it last was, and said to be so', () => {
    const now = analysed(analysed(begin, 1, both), 2, broken);
    expect([summaryOf(now, '甲')?.fresh, summaryOf(now, '乙')?.fresh, summaryOf(now, '丙')]).toEqual([false, true, undefined]);
  });
  it('its scenarios stay too, those of a policy that is gone do not', () => {
    const before = scenariosRun(analysed(begin, 1, both), 1, [outcome('一', '甲'), outcome('二', '乙'), outcome('三', '丙')]);
    const now = scenariosRun(analysed(before, 2, broken), 2, [outcome('二', '乙')]);
    expect(now.scenarios.map(({ title }) => title)).toEqual(['二', '一']);
  });
});

describe('a property tried portion after portion', () => {
  const UNTRIED = { zh: '都跳过了', en: 'all skipped' };
  const part = (title: string, runs: number, over: Partial<PropertyOutcome> = {}): PropertyOutcome => ({
    title,
    policy: '甲',
    range,
    holds: runs > 0,
    runs,
    drawn: 100,
    counterexample: [],
    patients: [],
    ...(runs === 0 ? { problem: UNTRIED } : {}),
    ...over,
  });
  const shown = (state: typeof begin) =>
    state.properties.map(({ title, runs, holds, problem }) => [title, runs, holds, problem === undefined]);
  it('adds up those who decided something, and is tried as soon as one did', () => {
    let state = propertyTried(begin, 3, part('一', 0), true);
    expect(shown(state)).toEqual([['一', 0, false, false]]);
    for (const runs of [70, 0, 80]) state = propertyTried(state, 3, part('一', runs), false);
    state = propertyTried(state, 3, part('二', 40), true);
    expect(shown(state)).toEqual([
      ['一', 150, true, true],
      ['二', 40, true, true],
    ]);
    expect(shown(propertyTried(state, 3, part('一', 10), true))).toContainEqual(['一', 10, true, true]);
  });
  it('is broken by the first counterexample, however many held before', () => {
    const broken = part('一', 3, { holds: false, counterexample: [{ name: '=', value: '1 ↔ 2' }] });
    const state = propertyTried(propertyTried(begin, 3, part('一', 90), true), 3, broken, false);
    expect(state.properties).toMatchObject([{ holds: false, runs: 93, drawn: 200, counterexample: [{ name: '=' }] }]);
  });
  it('what was tried on another text goes', () => {
    const before = propertyTried(propertyTried(begin, 3, part('一', 90), true), 3, part('二', 90), true);
    expect(shown(propertyTried(before, 4, part('二', 50), true))).toEqual([['二', 50, true, true]]);
  });
});
