import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCompiler } from '../../../language/index.ts';
import { keepAnnual, restoreAnnual } from '../../../studio/storage/annual.ts';
import type { AnnualDraft, Decision } from '../../../studio/store/annual.ts';
import { annual } from '../../../studio/store/annual.ts';
import { readAnnual } from '../../../studio/worker/annual.ts';
import { realPolicies } from '../../kit/policy.ts';

const policy = '绵阳市职工基本医疗保险';
const aside = '510700-绵阳市/amendments/2023-01-01-职工门诊共济.yice';
const document = '510700-绵阳市/sources/2023-05-31-游仙区访谈.txt';
const found = readAnnual(createCompiler(), realPolicies(), { kind: 'annual', policy, document, aside })?.reading.benefits ?? [];

/** One of each kind. */
const decisions: { readonly [Kind in Decision['kind']]: Extract<Decision, { readonly kind: Kind }> } = {
  accept: { kind: 'accept', path: '住院.报销比例', text: '75%' },
  open: { kind: 'open', path: '住院.报销比例', why: '另行通知' },
  assume: { kind: 'assume', path: '住院.报销比例', text: '75%', why: '原文未写' },
  lines: { kind: 'lines', text: '停止 住院' },
  keep: { kind: 'keep' },
  notARule: { kind: 'notARule', why: '统计数' },
};
/** Everything that a draft may hold: what is added to one has to be kept too. */
const draft: Required<AnnualDraft> = {
  policy,
  step: 3,
  aside,
  document,
  effective: '2023-01-01',
  published: '2022-12-30',
  publishedBy: '2023-05-31',
  decisions: Object.fromEntries(Object.values(decisions).map((one, at) => [String(at), one])),
  typed: { 9: '78' },
  quotes: { 9: { start: 4, end: 12 } },
  benefits: found.map((benefit) => ({ ...benefit, taken: 'yes' })),
  ended: { 120: '住院' },
  clicks: 5,
  keys: 7,
};

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  annual.setState(annual.getInitialState(), true);
});
afterEach(() => void vi.unstubAllGlobals());

describe('a yearly change on this machine', () => {
  it('comes back as it was left, every decision of it', () => {
    expect(found.length).toBeGreaterThan(0);
    const stop = keepAnnual();
    annual.setState({ drafts: { [policy]: draft } });
    stop();
    annual.setState(annual.getInitialState(), true);
    restoreAnnual();
    expect(annual.getState().drafts).toEqual({ [policy]: draft });
  });

  it('of another shape is left out', () => {
    localStorage.setItem('yice.annual', JSON.stringify({ [policy]: { ...draft, step: 9 } }));
    restoreAnnual();
    expect(annual.getState().drafts).toEqual({});
  });
});
