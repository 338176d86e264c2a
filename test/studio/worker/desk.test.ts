import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../../language/index.ts';
import { createDesk } from '../../../studio/worker/desk.ts';
import type { Reply, ReplyBody, RequestBody } from '../../../studio/worker/protocol.ts';
import { realPolicies } from '../../kit/policy.ts';

const workspace = realPolicies();
const NAME = '绵阳市职工基本医疗保险';
const BASE = '510700-绵阳市/职工基本医疗保险.yice';
const base = workspace.files.find(({ path }) => path === BASE)?.text ?? '';

const waiting = new Map<number, (reply: Reply) => void>();
const progress: Reply[] = [];
const desk = createDesk((reply) => (reply.kind === 'progress' ? progress.push(reply) : waiting.get(reply.id)?.(reply)));
let id = 0;
let version = 1;
const ask = (body: RequestBody): Promise<ReplyBody> =>
  new Promise((resolve) => {
    id += 1;
    waiting.set(id, resolve);
    desk.take({ id, version, ...body });
  });
const write = async (text: string): Promise<void> => {
  version += 1;
  await ask({ kind: 'texts', files: [{ path: BASE, text }], documents: [], removed: [] });
};

const visit = (day: string, level: string, inScope: string) => ({
  id: day,
  policy: NAME,
  fields: {
    参保人: '甲',
    就诊日: day,
    参保日: '2015-03-01',
    医疗类别: '普通门诊',
    机构等级: level,
    人员类别: '在职',
    认定病种数: 0,
    异地备案: '已备案',
    政策范围内: inScope,
    先行自付: '0.00',
    超限价: '0.00',
    全自费: '0.00',
  },
});
const stream = {
  policy: NAME,
  encounters: [visit('2023-03-02', '三级', '1000.00'), visit('2023-04-11', '二级', '500.00'), visit('2023-05-08', '二级', '4000.00')],
  openings: [],
  suppose: {},
};
const funds = (reply: ReplyBody) => (reply.kind === 'settled' ? reply.settlement.answers.map(({ totals }) => totals?.funds) : reply);

beforeAll(async () => {
  await ask({ kind: 'texts', files: workspace.files, documents: workspace.documents, removed: [] });
});

describe('the language worker on the real policies', () => {
  it('tells each policy with its files, its versions and what is open', async () => {
    const reply = await ask({ kind: 'analyse' });
    if (reply.kind !== 'analysed') throw new Error(reply.kind);
    const summary = reply.policies.find(({ name }) => name === NAME);
    expect(reply.diagnostics).toEqual([]);
    expect(reply.declared.find(({ name }) => name === NAME)).toMatchObject({
      folder: '510700-绵阳市',
      area: { name: '绵阳市' },
      scheme: '职工',
      errors: 0,
    });
    expect(summary).toMatchObject({
      person: '参保人',
      versionDay: '就诊日',
      bill: { total: '总额', parts: ['政策范围内', '先行自付', '超限价', '全自费'] },
    });
    expect(summary?.open.find(({ address }) => address === '市外比例')).toMatchObject({ how: 'open', type: { kind: 'ratio' } });
    expect(summary?.files[0]).toBe(BASE);
  });
  it('findings come alone and first, and are those of the whole analysis', async () => {
    await write(base.replace('版本日 就诊日', '版本日 就诊甲'));
    const found = await ask({ kind: 'findings' });
    const whole = await ask({ kind: 'analyse' });
    await write(base);
    if (found.kind !== 'found' || whole.kind !== 'analysed') throw new Error(`${found.kind}, ${whole.kind}`);
    expect(found.diagnostics.map(({ code }) => code)).toContain('names/unknown');
    expect(whole.diagnostics).toBe(found.diagnostics);
  });

  it('a rule leads to its sentence in the document', async () => {
    const reply = await ask({ kind: 'analyse' });
    if (reply.kind !== 'analysed') throw new Error(reply.kind);
    const link = reply.citations.find(({ quote }) => quote.startsWith('在职职工每年不超过2000元'));
    const document = workspace.documents.find(({ path }) => path === link?.document)?.text ?? '';
    expect(document.slice(link?.found?.start, link?.found?.end)).toContain('在职职工每年不超过2000元');
  });
  it('three visits of one year give 400, 300 and what the cap leaves, with the cells after each', async () => {
    const reply = await ask({ kind: 'settle', ...stream });
    expect(funds(reply)).toEqual(['400.00', '300.00', '1300.00']);
    expect(
      reply.kind === 'settled' && reply.settlement.cells.map((cells) => cells.find(({ accumulator }) => accumulator === '年门诊')?.value),
    ).toEqual(['400.00', '700.00', '2000.00']);
  });
  it('the curve bends where the cap is reached, to the fen, and says which rule it was', async () => {
    const reply = await ask({ kind: 'curve', ...stream, part: '政策范围内', upTo: '6000.00', points: 40 });
    if (reply.kind !== 'curve') throw new Error(reply.kind);
    expect(reply.curve.kinks).toMatchObject([{ cause: '门诊统筹.支付', funds: '1300.00' }]);
    expect(Math.abs(Number(reply.curve.kinks[0]?.at) - 2166.67)).toBeLessThanOrEqual(0.02);
    expect(reply.curve.here).toEqual({ at: '4000.00', personal: '2700.00', funds: '1300.00' });
  });
  it('a text may be tried without making it the text', async () => {
    const amendment = workspace.files.find(({ path }) => path.includes('门诊共济'));
    const instead = amendment ? [{ path: amendment.path, text: amendment.text.replace('| 50%  | 60%  |', '| 55%  | 60%  |') }] : [];
    expect([funds(await ask({ kind: 'settle', ...stream, instead })), funds(await ask({ kind: 'settle', ...stream }))]).toEqual([
      ['440.00', '300.00', '1260.00'],
      ['400.00', '300.00', '1300.00'],
    ]);
  });
  it('a folder gives the bytes that the compiler gives', async () => {
    const [reply, compiled] = [
      await ask({ kind: 'build', folder: '510700-绵阳市' }),
      await compile(workspace, { folder: '510700-绵阳市' }),
    ];
    if (reply.kind !== 'built' || !reply.build.ok) throw new Error('not built');
    expect([reply.build.digest, new TextDecoder().decode(reply.build.bytes)]).toEqual([compiled.digest, compiled.bytes]);
  });
  it('while a policy has an error it is settled as it last could be, and the other one goes on', async () => {
    await write(base.replace('报销比例 70%', '报销比列 70%'));
    const reply = await ask({ kind: 'analyse' });
    if (reply.kind !== 'analysed') throw new Error(reply.kind);
    expect([
      reply.diagnostics.some(({ severity }) => severity === 'error'),
      reply.policies.some(({ name }) => name === NAME),
      reply.policies.length > 0,
    ]).toEqual([true, false, true]);
    expect(reply.citations.every(({ found }) => found)).toBe(true);
    expect(funds(await ask({ kind: 'settle', ...stream }))).toEqual(['400.00', '300.00', '1300.00']);
    expect(await ask({ kind: 'build', folder: '510700-绵阳市' })).toMatchObject({ build: { ok: false } });
    await write(base);
  });
  it('a question that comes before its texts is answered on those held, says so, and leaves the next answer right', async () => {
    const broken = base.replace('报销比例 70%', '报销比列 70%');
    const answers: Reply[] = [];
    const early = createDesk((reply) => answers.push(reply));
    const told = (many: number) => expect.poll(() => answers.length, { timeout: 20_000 }).toBe(many);
    early.take({ id: 1, version: 1, kind: 'texts', files: workspace.files, documents: workspace.documents, removed: [] });
    early.take({ id: 2, version: 2, kind: 'analyse' });
    await told(2);
    early.take({ id: 3, version: 2, kind: 'texts', files: [{ path: BASE, text: broken }], documents: [], removed: [] });
    early.take({ id: 4, version: 2, kind: 'analyse' });
    await told(4);
    const last = answers.at(-1);
    expect([answers[1]?.version, last?.version]).toEqual([1, 2]);
    expect(last?.kind === 'analysed' && last.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });
  it('what a hand waits for passes what takes long, also while that is under way, and the long answer is of one text', async () => {
    const answers: Reply[] = [];
    const busy = createDesk((reply) => answers.push(reply));
    // The next time messages are let in.
    const type = (): void => {
      const text = base.replace('报销比例 70%', '报销比列 70%');
      busy.take({ id: 5, version: 2, kind: 'texts', files: [{ path: BASE, text }], documents: [], removed: [] });
      busy.take({ id: 6, version: 2, kind: 'analyse' });
    };
    busy.take({ id: 1, version: 1, kind: 'texts', files: workspace.files, documents: workspace.documents, removed: [] });
    busy.take({ id: 2, version: 1, kind: 'properties', policy: NAME, title: '花得更多, 统筹支付不会更少', runs: 200, seed: 1 });
    busy.take({ id: 3, version: 1, kind: 'reached', policy: NAME });
    setTimeout(type, 0);
    await expect.poll(() => answers.length, { timeout: 20_000 }).toBe(5);
    expect(answers.map(({ id: of, version: by }) => [of, by])).toEqual([
      [1, 1],
      [5, 2],
      [6, 2],
      [2, 1],
      [3, 2],
    ]);
  });
  it('completes by pinyin initials, also in a text that was typed a moment ago', async () => {
    await write(`${base}\n示例 “一” 于 “${NAME}” {\n  就诊 2023-05-08 { 医疗类别 pt`);
    const reply = await ask({
      kind: 'complete',
      at: { file: BASE, offset: base.length + `\n示例 “一” 于 “${NAME}” {\n  就诊 2023-05-08 { 医疗类别 pt`.length },
      language: 'zh',
    });
    expect(reply.kind === 'completions' && reply.items.find(({ label }) => label === '普通门诊')?.filter).toContain('ptmz');
    await write(base);
  });
  it('scenarios tick and a long search can be stopped', async () => {
    const scenarios = await ask({ kind: 'scenarios' });
    expect(scenarios.kind === 'scenarios' && scenarios.scenarios.every(({ pass, ticks }) => pass && ticks.length > 0)).toBe(true);
    const search = ask({ kind: 'properties', policy: NAME, title: '花得更多, 统筹支付不会更少', runs: 100_000, seed: 1 });
    const target = id;
    desk.take({ kind: 'cancel', target, id: -1, version });
    expect(await search).toMatchObject({ kind: 'cancelled' });
  });
  it('what cannot be served is said, and the desk goes on', async () => {
    expect(await ask({ kind: 'settle', ...stream, policy: '没有这项' })).toMatchObject({
      kind: 'settled',
      settlement: { answers: [{ status: 'refused' }, {}, {}] },
    });
  });
  it('a name is renamed where it stands in the newest text, also before that was checked', async () => {
    await ask({ kind: 'analyse' });
    const moved = `// 一行\n${base}`;
    await write(moved);
    const offset = moved.indexOf('慢病限额');
    const renamed = await ask({ kind: 'rename', at: { file: BASE, offset }, to: '慢病年限额' });
    if (renamed.kind !== 'rename') throw new Error(renamed.kind);
    const own = renamed.edits.filter(({ span }) => span.file === BASE);
    expect(own.length).toBeGreaterThan(1);
    expect(new Set(own.map(({ span }) => moved.slice(span.start, span.end)))).toEqual(new Set(['慢病限额']));
    await write(base);
  });
  it('a text that was laid out once is laid out', async () => {
    const once = await ask({ kind: 'format', file: BASE });
    if (once.kind !== 'formatted') throw new Error(once.kind);
    await write(once.text);
    expect(await ask({ kind: 'format', file: BASE })).toMatchObject({ changed: false, whole: true, text: once.text });
    await write(`${base}\n政策 “没有写完`);
    expect(await ask({ kind: 'format', file: BASE })).toMatchObject({ changed: false, whole: false });
    await write(base);
  });
});
