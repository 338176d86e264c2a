import { describe, expect, it } from 'vitest';
import { parse } from '../../../../language/2-syntax/parse.ts';
import { check } from '../../../../language/3-check/check.ts';
import { openPointsOf } from '../../../../runtime/index.ts';
import { openChoices } from '../../../../studio/views/write/open-choices.ts';
import { ready, realPolicies } from '../../../kit/policy.ts';

const choices = (before: string, written: string, how: 'open' | 'assumed' | 'noted' = 'assumed') =>
  openChoices({ how, source: { file: 'a', start: before.length, end: before.length + written.length, line: 1 } }, before + written).map(
    (one) => (one.kind === 'assume' ? one.kind : `${one.kind} ${one.edit.text}`),
  );

describe('what can be written for something open', () => {
  it.each([
    ['起付线 ', '暂按 0元 待定 “原文未写”', ['settle 0元', 'reopen 待定 “原文未写”']],
    ['例外 甲 : 减 ', '暂按 10个百分点 待定 “未写单位”', ['settle 10个百分点', 'share 乘以 暂按 90% 待定 “未写单位”']],
    ['例外 甲 : 加 ', '暂按 2.5个百分点 待定 “未写”', ['settle 2.5个百分点', 'share 乘以 暂按 102.5% 待定 “未写”']],
    ['自 ', '暂按 2022-01-01 待定 “未写” 不早于 2021-01-01', ['settle 2022-01-01', 'reopen 待定 “未写” 不早于 2021-01-01']],
    ['= ', '待定 “未写”', ['assume']],
  ])('%s%s', (before, written, expected) => {
    expect(choices(before, written, written.startsWith('待定') ? 'open' : 'assumed')).toEqual(expected);
  });
  it('nothing is asked of what no amount needs', () => {
    expect(choices('发布 ', '待定 “未写”', 'noted')).toEqual([]);
  });

  it('keeps every real policy readable, whichever is chosen', async () => {
    const workspace = realPolicies();
    const { file } = await ready(workspace, '510700-绵阳市');
    const points = (file?.ir.policies ?? []).flatMap((policy) =>
      openPointsOf(policy).map(({ point, effect }) => ({ ...point, how: effect })),
    );
    const parsed = new Map(workspace.files.map((one) => [one.path, parse(one)]));
    const tried = new Set<string>();
    for (const point of points) {
      const own = workspace.files.find(({ path }) => path === point.source.file);
      if (!own) continue;
      for (const choice of openChoices(point, own.text)) {
        // One of each kind of place is enough.
        const like = `${choice.kind} ${point.address.split('.').at(-1)}`;
        if (choice.kind === 'assume' || tried.has(like)) continue;
        tried.add(like);
        const { span, text } = choice.edit;
        const changed = { path: own.path, text: own.text.slice(0, span.start) + text + own.text.slice(span.end) };
        const files = workspace.files.map((one) => (one.path === own.path ? changed : one));
        const trees = files.map((one) => (one === changed ? parse(one) : (parsed.get(one.path) ?? parse(one))));
        const { diagnostics } = check({ ...workspace, files }, trees);
        const errors = diagnostics.filter(({ severity, code }) => severity === 'error' && !code.startsWith('scenarios/'));
        expect([like, ...errors.map(({ code, what }) => `${code} ${what.zh}`)]).toEqual([like]);
      }
    }
    expect(tried.size).toBeGreaterThan(8);
  });
});
