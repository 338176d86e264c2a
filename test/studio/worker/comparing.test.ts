import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../../language/index.ts';
import { comparison } from '../../../studio/store/comparison.ts';
import { nothingCompared } from '../../../studio/views/compare/select.ts';
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

  it('names the lists that the bill is worked out from, for which nobody was looked at, and the values of today alone', async () => {
    const items = policyText(`
  明细 项目 {
    字段 编码 : 文本
    字段 金额 : 分额
    字段 发生日 : 日期
  }
  定义 先付比例(码 : 文本) : 比例 =
    | 码   | →    |
    | “甲” | 30%  |
    | 其他 | 100% |
  算得 全自费 = 合计 四舍五入到分(甲.金额 × 先付比例(甲.编码) 于 甲.发生日) 逐项 甲 于 项目
  算得 政策范围内 = 合计 甲.金额 逐项 甲 于 项目 - 全自费
${outpatient('60%')}`);
    const amended = `${items}修订 “甲” 发布 2022-12-20 自 2023-01-01 起 { 先付比例[“甲”] 由 30% 改为 15% }\n`;
    const listed = async () => readTexts(createCompiler(), workspaceOf(amended), new Map(), 1);
    const asked: CompareRequest = { ...request, before: { policy: '甲', day: '2022-12-31' }, after: { policy: '甲', day: '2023-01-01' } };
    const comparing = createComparing();
    const changes = await comparing.compare(asked, listed, {});
    expect(changes).toMatchObject({ changes: { values: [{ address: '先付比例[“甲”]', how: 'changed' }] } });
    const effects = await comparing.compare({ ...asked, part: 'effects' }, listed, {});
    expect(effects).toMatchObject({ classes: { classes: [], same: 0, lists: ['项目'] }, drawn: { neither: 10 } });
    const state = { ...comparison.getInitialState(), ...(effects?.part === 'effects' ? { effects } : {}) };
    expect(nothingCompared(state)).toEqual({ lists: ['项目'] });
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
