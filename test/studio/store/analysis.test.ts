import { describe, expect, it } from 'vitest';
import { analysed, analysis, scenariosRun, summaryOf } from '../../../studio/store/analysis.ts';
import type { Analysis, DeclaredPolicy, PolicySummary, ScenarioOutcome } from '../../../studio/worker/protocol.ts';

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
