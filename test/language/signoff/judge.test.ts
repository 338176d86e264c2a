import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsToSign } from '../../../language/signoff/facts.ts';
import { type SignoffFacts, sameName, signoffProblems } from '../../../language/signoff/judge.ts';
import { readSignoff, type SignoffRecord, signoffPath, signoffText } from '../../../language/signoff/record.ts';
import { policyText, readyFrom } from '../../kit/policy.ts';

const DIGEST = `sha256:${'7f3ac91e40d2'.padEnd(64, '0')}`;
const at = '2026-11-22T08:10:00Z';
const point = (address: string, line: string) => ({ policy: '甲', address, how: 'open' as const, reason: '没有写', line });
const record: SignoffRecord = {
  format: 'yice-signoff/1',
  folder: '990100-甲市',
  digest: DIGEST,
  language: '0.1',
  tool: '0.1.0',
  author: { name: '林', at },
  reviewer: { name: '周', at },
  open: [point('起付线', '问了市局, 年底前定'), point('比例', '按 60% 试行')],
  scenarios: { count: 3, values: 9, differing: 0 },
  sets: [{ name: '门诊', sha256: 'a'.repeat(64), patients: 40, values: 120, differing: 0, open: 3 }],
};
const facts: SignoffFacts = { digest: DIGEST, open: [point('起付线', ''), point('比例', '')], differing: 0 };
const kinds = (change: Partial<SignoffRecord>, found: Partial<SignoffFacts> = {}): readonly string[] =>
  signoffProblems({ ...record, ...change }, { ...facts, ...found }).map(({ kind }) => kind);

describe('a sign-off', () => {
  it('holds when two people signed these bytes, nothing differs and all that is open has a line', () => {
    expect(kinds({})).toEqual([]);
  });
  it('does not hold while it is given back, and says by whom and why', () => {
    const back = { ...record, returned: { name: '周', at, reason: '少一档' } };
    expect(signoffProblems(back, facts)).toEqual([{ kind: 'returned', by: '周', reason: '少一档' }]);
    expect(readSignoff(signoffText(back))).toEqual({ ok: true, record: back });
  });
  it('is void for any other bytes, and nothing else is said then', () => {
    expect(kinds({ open: [], author: { name: '', at } }, { digest: DIGEST.replace('7', '8') })).toEqual(['changed']);
  });
  it.each([
    ['周', '周 '],
    ['Lin', 'ｌｉｎ'],
    ['周 晓', '周晓'],
  ])('by %s and “%s” is by one person', (author, reviewer) => {
    expect(sameName(author, reviewer)).toBe(true);
    expect(kinds({ author: { name: author, at }, reviewer: { name: reviewer, at } })).toEqual(['samePerson']);
  });
  it('waits for a reviewer, and a blank is none', () => {
    const { reviewer: _, ...sent } = record;
    expect(signoffProblems(sent, facts).map(({ kind }) => kind)).toEqual(['noReviewer']);
    expect(kinds({ reviewer: { name: ' 　', at } })).toEqual(['noReviewer']);
  });
  it('does not hold while anything differs: when signed, when run again, or in a set', () => {
    expect(kinds({ scenarios: { ...record.scenarios, differing: 1 } })).toEqual(['differing']);
    expect(kinds({}, { differing: 2 })).toEqual(['differing']);
    expect(kinds({ sets: record.sets.map((set) => ({ ...set, differing: 1 })) })).toEqual(['differing']);
  });
  it('needs a line for each open point, also for one that it does not list', () => {
    expect(signoffProblems({ ...record, open: [point('起付线', ' ')] }, facts)).toEqual([
      { kind: 'noLine', policy: '甲', address: '起付线' },
      { kind: 'noLine', policy: '甲', address: '比例' },
    ]);
  });
});

describe('the file of a sign-off', () => {
  it('reads back as written, and stands beside the texts under the start of its digest', () => {
    expect(readSignoff(signoffText(record))).toEqual({ ok: true, record });
    expect(signoffPath(record)).toBe('990100-甲市/签核/7f3ac91e40d2.signoff.json');
  });
  it.each([
    ['no JSON', '{'],
    ['another format', signoffText(record).replace('signoff/1', 'signoff/2')],
    ['a field more', signoffText(record).replace('"folder"', '"more": 1, "folder"')],
    ['a digest that is none', signoffText(record).replace(DIGEST, 'sha256:7f')],
  ])('is refused with %s', (_, text) => {
    expect(readSignoff(text).ok).toBe(false);
  });
  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (json) => typeof readSignoff(json).ok === 'boolean'),
      { numRuns: 100 },
    );
  });
});

it('what is to be signed is what stops or is assumed, each address once', async () => {
  const { loaded } = await readyFrom(
    policyText(`
      定义 份额 : 比例 = 暂按 50% 待定 “原文未写比例”
      定义 门槛 : 金额 = 待定 “原文未写起付”
      支付 报销 由 统筹基金 从 政策范围内 = 取大(0元, 政策范围内 - 门槛) × 份额
    `).replace('发布 2021-12-01', '发布 待定 “原文未写发布日”'),
  );
  expect(pointsToSign(loaded).map(({ address, how, line }) => [address, how, line])).toEqual([
    ['份额', 'assumed', ''],
    ['门槛', 'open', ''],
  ]);
});
