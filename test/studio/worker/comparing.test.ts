import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../../language/index.ts';
import type { CompareRequest } from '../../../studio/worker/compare-messages.ts';
import { createComparing } from '../../../studio/worker/comparing.ts';
import { readTexts } from '../../../studio/worker/reading.ts';
import { outpatient, policyText, workspaceOf } from '../../kit/policy.ts';

const draft = policyText(outpatient('65%'));
const delivered = [{ path: '1.yice', text: policyText(outpatient('60%')) }];
const own = async () => readTexts(createCompiler(), workspaceOf(draft), new Map(), 1);
const side = { policy: '甲', day: '2023-06-01' };
const request: CompareRequest = {
  kind: 'compare',
  part: 'changes',
  before: { ...side, texts: delivered },
  after: side,
  drawn: 10,
  seed: 1,
  patients: [],
};

describe('a comparison in the worker', () => {
  it('settles the delivered text beside the draft', async () => {
    const compared = await createComparing().compare(request, own, {});
    expect(compared).toMatchObject({
      part: 'changes',
      measure: 'funds',
      changes: {
        values: [{ address: '门诊.报销比例', how: 'changed', difference: { value: '1', type: { kind: 'points', scale: '20' } } }],
      },
    });
  });

  it('counts while it works, and its answers are plain data', async () => {
    const heard: number[] = [];
    const work = { onProgress: (done: number) => void heard.push(done) };
    const effects = await createComparing().compare({ ...request, part: 'effects', drawn: 50 }, own, work);
    expect(effects).toMatchObject({ part: 'effects', drawn: { drawn: 50, less: 0 } });
    expect(heard.length).toBeGreaterThan(0);
    expect(structuredClone(effects)).toEqual(effects);
    const witnesses = await createComparing().compare({ ...request, part: 'witnesses' }, own, {});
    expect(structuredClone(witnesses)).toMatchObject({ part: 'witnesses', changes: [{ witnesses: [{ bill: '200.04' }, {}, {}] }] });
  });

  it('finds who notices one text put in place of another of the workspace, which stays as it is', async () => {
    const nudged = [{ path: '1.yice', text: draft.replace('65%', '66%') }];
    const asked: CompareRequest = { ...request, part: 'witnesses', before: side, after: { ...side, instead: nudged } };
    const comparing = createComparing();
    expect(await comparing.compare(asked, own, {})).toMatchObject({ changes: [{ witnesses: [{ before: {}, after: {} }, {}, undefined] }] });
    const changes = await comparing.compare({ ...asked, part: 'changes' }, own, {});
    expect(changes).toMatchObject({ changes: { values: [{ address: '门诊.报销比例', difference: { value: '1' } }] } });
    expect(await comparing.compare({ ...asked, after: { ...side, instead: [] } }, own, {})).toMatchObject({ changes: [] });
  });

  it('says which side has no law', async () => {
    const before = { ...side, policy: '乙' };
    expect(await createComparing().compare({ ...request, before }, own, {})).toEqual({
      part: 'problem',
      side: 'before',
      problem: { kind: 'noPolicy' },
    });
  });
});
