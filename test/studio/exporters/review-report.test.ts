import { describe, expect, it } from 'vitest';
import { type ReportFacts, reportHtml } from '../../../studio/exporters/review-report.ts';

const range = { file: 'a.yice', start: 0, end: 1 };
const facts: ReportFacts = {
  title: '甲市 <b>',
  digest: `sha256:${'7f3ac91e40d2'.padEnd(64, '0')}`,
  language: 'zh',
  lawLanguage: '0.1',
  madeAt: '2026-11-22T08:10:00Z',
  policies: [
    {
      name: '甲',
      folder: '',
      area: { code: '', name: '' },
      entry: 'settlement',
      files: [],
      versionDay: '日',
      periodDay: '日',
      person: '人',
      inputs: [],
      lists: [],
      computed: [],
      initials: {},
      payers: [],
      benefits: [],
      accumulators: [],
      timeline: [{ from: '2022-01-01', versionId: '2022-01-01', amendments: [] }],
      open: [
        { address: '比例', reason: '原文未写', how: 'open', source: { ...range, line: 1 } },
        { address: '发布', reason: '没写哪天', how: 'noted', source: { ...range, line: 1 } },
      ],
      unexpressed: [{ sentence: '按规定执行', why: '没有写规定' }],
    },
  ],
  scenarios: [
    {
      title: '一例',
      policy: '甲',
      range,
      pass: false,
      ticks: [{ label: '支付', expected: '1000.00元', actual: '1200.50元', pass: false, range, event: 0 }],
      stream: { events: [], openings: [], suppose: {} },
    },
  ],
  reached: { 甲: [{ kind: 'rule', owner: '门诊', name: '起付线', range, scenarios: [] }] },
  changes: [],
  files: [{ path: 'a.yice', sha256: 'ab' }],
  sign: 'signed',
  record: {
    format: 'yice-signoff/1',
    folder: '',
    digest: '',
    language: '0.1',
    tool: '0.1.0',
    author: { name: '林', at: '2026-11-22T08:00:00Z' },
    reviewer: { name: '周', at: '2026-11-22T09:00:00Z' },
    open: [{ policy: '甲', address: '比例', how: 'open', reason: '原文未写', line: '问过市局' }],
    scenarios: { count: 1, values: 1, differing: 1 },
    sets: [{ name: '门诊四十例', sha256: 'cd', patients: 40, values: 120, differing: 0, open: 3 }],
  },
};

describe('the review report', () => {
  it('tells versions of the same days apart by what is known, and never by a day that stands for none', () => {
    const [policy] = facts.policies;
    if (!policy) throw new Error('no policy');
    const from = '2023-01-01';
    const timeline = [
      { from, openReason: '没写', amendments: [] },
      { from, knownFrom: '2023-05-31', openReason: '没写', amendments: [] },
      { from, knownFrom: '9999-12-31', versionId: 'v', amendments: [] },
    ] as const;
    const html = reportHtml({ ...facts, policies: [{ ...policy, timeline }] });
    expect(html).toContain('2023-05-31 起');
    expect(html).toContain('不问');
    expect(html).not.toContain('9999');
  });
  it('an amount stays on its line; a reason is prose and wraps', () => {
    const [scenario] = facts.scenarios;
    const [tick] = scenario?.ticks ?? [];
    if (!scenario || !tick) throw new Error('no tick');
    const reason = '原文只说要根据参保种类、就诊医疗机构的等级来确定';
    const html = reportHtml({ ...facts, scenarios: [{ ...scenario, ticks: [tick, { ...tick, expected: reason, actual: reason }] }] });
    expect(html).toContain('<span class="firm">1,000.00</span>');
    expect(html).toContain(`期望 ${reason}`);
  });

  it.each(['zh', 'en'] as const)('in %s says digest, people, lines, results, coverage and texts', (language) => {
    const html = reportHtml({ ...facts, language });
    for (const part of [
      '7f3a',
      '林',
      '周',
      '问过市局',
      '一例',
      '1,000.00',
      '1,200.50',
      '门诊.起付线',
      '门诊四十例',
      'a.yice',
      '按规定执行',
    ])
      expect(html).toContain(part);
    expect(html).not.toContain('没写哪天');
    expect(html).not.toContain('{{');
  });
  it('carries everything it shows, and runs nothing', () => {
    const html = reportHtml(facts);
    expect(html).not.toMatch(/<script|\bsrc=|\bhref=|https?:|url\(|\son\w+=/i);
    expect(html).toContain('@page { size: A4');
  });
  it('reads every name as text', () => {
    const html = reportHtml(facts);
    expect(html).not.toContain('<b>');
    expect(html).toContain('甲市 &#60;b&#62;');
  });
  it('says that a draft is one, and when a sign-off is void', () => {
    expect(reportHtml({ ...facts, sign: 'draft', record: undefined })).toContain('草稿，没有送复核');
    expect(reportHtml({ ...facts, sign: 'changed' })).toContain('签核作废');
  });
  it('lists what changed since the version before, with the sentence each value rests on', () => {
    const at = { file: 'a.yice', start: 0, end: 1, line: 1 };
    const ratio = (value: string) => ({
      kind: 'known' as const,
      value,
      type: { kind: 'ratio' as const, scale: '100' },
      source: at,
      quotes: [],
    });
    const html = reportHtml({
      ...facts,
      changes: [
        {
          policy: '甲 <政策>',
          against: 'former',
          before: '2022-01-01',
          after: '2023-01-01',
          changes: {
            values: [
              {
                address: '门诊慢性病.报销比例',
                group: '门诊慢性病',
                how: 'changed',
                before: ratio('70'),
                after: { ...ratio('75'), quotes: [{ document: '通知.txt', quote: '提高了5个百分点' }] },
                difference: { value: '5', type: { kind: 'points', scale: '100' } },
              },
              {
                address: '门诊.限额',
                group: '门诊',
                how: 'new',
                after: { kind: 'open', type: { kind: 'money', scale: '1' }, source: at, quotes: [] },
              },
            ],
            structure: [],
            same: 12,
            alike: [],
          },
        },
      ],
    });
    expect(html).toContain('甲 &#60;政策&#62;：2022-01-01 的版本 → 2023-01-01 的版本');
    for (const part of [
      '门诊慢性病 · 报销比例',
      '70%',
      '75%',
      '+5 个百分点',
      '“提高了5个百分点” 通知.txt',
      '门诊 · 限额',
      '新增',
      '另有 12 个数没有变',
    ])
      expect(html).toContain(part);
    expect(reportHtml({ ...facts, language: 'en' })).toContain('nothing to compare');
  });
});
