import { describe, expect, it } from 'vitest';
import { createCompiler, parse, sideOf } from '../../../language/index.ts';
import { loadUnverified } from '../../../runtime/index.ts';
import { draftAmendment } from '../../../studio/loop/annual-draft.ts';
import type { AnnualDraft } from '../../../studio/store/annual.ts';
import { freshDraft } from '../../../studio/store/annual.ts';
import { readAnnual, writeAnnual } from '../../../studio/worker/annual.ts';
import { neededPaths } from '../../../studio/worker/needed.ts';
import { realPolicies } from '../../kit/policy.ts';

const policy = '绵阳市职工基本医疗保险';
const aside = '510700-绵阳市/amendments/2023-01-01-职工门诊共济.yice';
const document = '510700-绵阳市/sources/2023-05-31-游仙区访谈.txt';
const workspace = realPolicies();
const compiler = createCompiler();
const annual = readAnnual(compiler, workspace, { kind: 'annual', policy, document, aside });
if (!annual) throw new Error('the notice was not read');

const accepted: AnnualDraft = {
  ...freshDraft(policy),
  document,
  aside,
  decisions: Object.fromEntries(
    annual.reading.proposals.flatMap(({ to, number, text }) =>
      to.kind === 'change' && text !== undefined ? [[number, { kind: 'accept', path: to.path, text }] as const] : [],
    ),
  ),
};
const write = (draft: AnnualDraft) =>
  writeAnnual(createCompiler(), workspace, {
    kind: 'annualText',
    draft: draftAmendment(annual, draft),
    path: aside,
    aside,
    rows: annual.reading.proposals.flatMap(({ to, number, text }) => {
      const value = to.kind === 'change' ? annual.values.find(({ path }) => path === to.path) : undefined;
      return value && text !== undefined ? [{ number, value, text }] : [];
    }),
    reading: annual.reading,
  });

describe('the yearly change in the worker', () => {
  it('reads the values of the day before, and works a question out on an example', () => {
    expect(annual.on).toBe('2022-12-31');
    expect(annual.questions).toEqual([
      {
        number: expect.any(Number),
        path: '市外比例.未备案下调',
        example: { of: '70%', points: '60%', relative: '63%' },
        relative: '停止 市外比例.未备案下调\n新增 例外 未备案下调 于 市外比例 当 异地备案 是 未备案 : 乘以 90%',
      },
    ]);
  });

  it('writes what is accepted, says how far each value moves and that it holds', async () => {
    const written = await write(accepted);
    expect(written.findings.filter(({ own }) => own)).toEqual([]);
    expect(written.checks.map(({ difference, verdict }) => [difference?.zh, verdict])).toEqual([
      ['+5 个百分点', 'agrees'],
      ['+1,000 元', 'agrees'],
      ['+1,500 元', 'agrees'],
    ]);
  });

  it('writes a question in any of its readings', async () => {
    const [question] = annual.questions;
    const number = question?.number ?? -1;
    const relative = { ...accepted, decisions: { [number]: { kind: 'lines', text: question?.relative ?? '' } } } as const;
    const open = { ...accepted, decisions: { [number]: { kind: 'open', path: '市外比例.未备案下调', why: '原文没有写清' } } } as const;
    for (const draft of [relative, open])
      expect((await write(draft)).findings.filter(({ own, severity }) => own && severity === 'error')).toEqual([]);
  });

  it('rests on texts that make a law by themselves, and on no others', async () => {
    const texts = workspace.files.map((file) => ({ path: file.path, items: parse(file).tree.items }));
    const needed = neededPaths(texts, '510700-绵阳市/');
    expect(needed.size).toBeLessThan(workspace.files.length);
    const { text, needed: paths } = await write({
      ...accepted,
      benefits: annual.reading.benefits.map((benefit) => ({ ...benefit, taken: 'yes' })),
    });
    const files = [
      ...workspace.files.filter(({ path }) => paths.includes(path) && !path.endsWith('.scenarios.yice')),
      { path: aside, text },
    ];
    const compiled = await createCompiler().compile({ ...workspace, files }, { despiteErrors: true });
    expect(compiled.diagnostics.filter(({ severity }) => severity === 'error').map(({ what }) => what.zh)).toEqual([]);
    if (!compiled.file || compiled.digest === undefined) throw new Error('no bundle');
    expect(sideOf(loadUnverified(compiled.file, compiled.digest), { policy, day: '2023-01-01' }).ok).toBe(true);
  });
});
