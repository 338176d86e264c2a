import { describe, expect, it } from 'vitest';
import { simulation } from '../../../../studio/store/simulation.ts';
import { groupsOf } from '../../../../studio/views/check/groups.ts';
import { onDesk, patientOf, visitOf } from '../../../../studio/views/check/open-patient.ts';
import { paintedLines } from '../../../../studio/views/check/painted.ts';
import { byOwner, inputText } from '../../../../studio/views/check/select.ts';
import type { PolicySummary, ScenarioOutcome } from '../../../../studio/worker/protocol.ts';

const range = { file: 'a.yice', start: 0, end: 1 };
const input = (name: string, kind: 'text' | 'date' | 'enum' | 'money') => ({
  name,
  type: kind === 'money' ? { kind, scale: '1' } : kind === 'enum' ? { kind, name } : { kind },
});
const summary: PolicySummary = {
  name: '甲',
  folder: '',
  area: { code: '', name: '' },
  entry: 'settlement',
  files: [],
  versionDay: '日',
  periodDay: '日',
  person: '参保人',
  inputs: [input('参保人', 'text'), input('日', 'date'), input('级', 'enum'), input('费', 'money')],
  lists: [{ name: '项目', fields: [] }],
  bill: { total: '总', parts: ['费'] },
  payers: [],
  benefits: [],
  accumulators: [],
  timeline: [],
  open: [],
  unexpressed: [],
  computed: [],
  initials: {},
};

const scenario = (title: string, level: string, values: readonly (readonly [string, string, string])[]): ScenarioOutcome => {
  const ticks = values.map(([label, expected, actual]) => ({ label, expected, actual, pass: expected === actual, range, event: 0 }));
  const fields = { 参保人: '乙', 日: '2023-01-01', 级: level, 费: '100.00' };
  return {
    title,
    policy: '甲',
    range,
    pass: ticks.every(({ pass }) => pass),
    ticks,
    stream: { events: [{ id: '第1次', policy: '甲', fields }], openings: [], suppose: { 门槛: '1' } },
  };
};

const own = [
  scenario('一', '三级', [['门诊.支付', '1.00元', '1.00元']]),
  scenario('二', '二级', [
    ['门诊.支付', '2.00元', '3.00元'],
    ['个人', '1.00元', '1.00元'],
  ]),
  scenario('三', '三级', [
    ['个人', '1.00元', '1.00元'],
    ['住院.支付', '1.00元', '1.00元'],
  ]),
  scenario('四', '三级', [['状态', '待定', '待定']]),
];

describe('scenarios as test tables', () => {
  it('one for each benefit, with what differs first and what compares no amount last', () => {
    expect(groupsOf(own, summary).map(({ name, failing, rows }) => [name, failing, rows.map((row) => row.scenario.title)])).toEqual([
      ['门诊', 1, ['二', '一']],
      ['住院', 0, ['三']],
      ['', 0, ['四']],
    ]);
  });
  it('with the inputs that differ as columns and the others said once', () => {
    const [group] = groupsOf(own, summary);
    expect([group?.varying, group?.alike.map(({ name }) => name), group?.labels]).toEqual([['级'], ['日', '费'], ['门诊.支付', '个人']]);
  });
  it('finds by title, value and input', () => {
    expect(groupsOf(own, summary, '二级').flatMap(({ rows }) => rows.map((row) => row.scenario.title))).toEqual(['二']);
    expect(groupsOf(own, summary, '3.00').flatMap(({ rows }) => rows.map((row) => row.scenario.title))).toEqual(['二']);
    expect(groupsOf(own, summary, '没有的')).toEqual([]);
  });
  it.each([
    [undefined, undefined, ''],
    [true, 'bool', '是'],
    [['低保', '特困'], 'set', '低保、特困'],
    ['1000.00', 'money', '1,000.00'],
    [3, 'integer', '3'],
  ])('%s of a %s is read as %s', (value, kind, shown) => {
    expect(inputText(value, kind, '是', '否')).toBe(shown);
  });
});

describe('a scenario on the desk', () => {
  it('is a patient with its visits and what is stated beside them', () => {
    const [one] = own;
    const patient = one && patientOf(one.stream, summary, 's');
    expect(patient).toMatchObject({ name: '乙', policy: '甲', encounters: [{ id: 's-第1次', fields: { 级: '三级', 费: '100.00' } }] });
    expect(patient?.encounters[0]?.fields).not.toHaveProperty('参保人');
    const state = patient && one && onDesk(simulation.getInitialState(), patient, one.stream);
    expect([state?.patientId, state?.suppose]).toEqual(['s', { 甲: { 门槛: '1' } }]);
  });
  it('keeps reversals and the items of lists apart', () => {
    const events = [
      { id: '第1次', policy: '甲', fields: { 项目: [{ 名: '药' }] } },
      { id: '第2次', kind: 'reverse' as const, of: '第1次', policy: '甲', fields: {} },
    ];
    expect(patientOf({ events, openings: [] }, summary, 's')?.encounters).toEqual([
      { id: 's-第1次', fields: {}, lists: { 项目: [{ 名: '药' }] } },
      { id: 's-第2次', fields: {}, reverses: 's-第1次' },
    ]);
  });
  it.each([{ kind: 'backPay' as const }, { policy: '乙' }])('is none with %j', (change) => {
    expect(patientOf({ events: [{ id: '第2次', policy: '甲', fields: {}, ...change }], openings: [] }, summary, 's')).toBeUndefined();
  });
});

describe('the painted text', () => {
  const text = '定义 甲 =\n  | 一 | 1 |\n  | 二 | 2 |\n';
  const part = (words: string, paint: 'reached' | 'unreached') => ({
    range: { file: 'a', start: text.indexOf(words), end: text.indexOf(words) + words.length },
    paint,
  });
  it('paints the inner of two parts, and no indentation', () => {
    const lines = paintedLines('a', text, [part(text.trimEnd(), 'reached'), part('2', 'unreached')]);
    expect(lines.map(({ paint }) => paint)).toEqual(['reached', 'reached', 'unreached', undefined]);
    expect(lines[2]?.stretches.map(({ text: words, paint }) => [words, paint])).toEqual([
      ['  ', undefined],
      ['| 二 | ', 'reached'],
      ['2', 'unreached'],
      [' |', 'reached'],
    ]);
  });
  it('keeps every letter', () => {
    const lines = paintedLines('a', text, [part('一', 'reached'), part('2', 'unreached')]);
    expect(lines.map(({ stretches }) => stretches.map((one) => one.text).join('')).join('\n')).toBe(text);
  });
});

it('things stand under their owners in order', () => {
  expect(byOwner([{ owner: 'b' }, { owner: 'a' }, { owner: 'b' }]).map(({ owner, parts }) => [owner, parts.length])).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
});

describe('a patient that a search found', () => {
  it('is one visit on the day, of the fields that the policy knows', () => {
    const [versionDay] = [summary.versionDay];
    const visit = visitOf(summary, { [versionDay]: '1999-01-01', 不认得: '三级' }, '2024-03-01');
    expect(visit.fields[summary.person]).toBe('甲');
    expect(visit.fields).not.toHaveProperty('不认得');
    const patient = patientOf({ events: [visit], openings: [] }, summary, 'n');
    expect(patient?.encounters).toHaveLength(1);
    expect(patient?.encounters[0]?.fields[versionDay] ?? '2024-03-01').toBe('2024-03-01');
  });
});
