import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFirst, folderWith, jsonLines, recordsOf, removeFolders, yice } from './kit.ts';

let bundle = '';
beforeAll(async () => {
  buildFirst();
  bundle = join(folderWith(), 'm.json');
  expect(await yice(['build', 'policies/510700-绵阳市', '-o', bundle])).toMatchObject({ exit: 0 });
}, 60_000);
afterAll(removeFolders);

/** A visit of an employee; `over` replaces fields. */
const visit = (id: string, 机构等级: string, yuan: string, over: Readonly<Record<string, unknown>> = {}) => ({
  id,
  policy: '绵阳市职工基本医疗保险',
  fields: {
    psn_no: 'P1',
    就诊日: '2023-03-02',
    参保日: '2015-03-01',
    人员类别: '在职',
    med_type: '11',
    机构等级,
    认定病种数: 0,
    异地备案: '已备案',
    政策范围内: yuan,
    先行自付: '0.00',
    超限价: '0.00',
    全自费: '0.00',
    ...over,
  },
});

/** The three visits of the first row of the sources: the cap of the year ends the third. */
const M1 = [visit('e1', '三级', '1000.00'), visit('e2', '二级', '500.00'), visit('e3', '二级', '4000.00')];

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null && key in inner ? Reflect.get(inner, key) : undefined),
    value,
  );
const funds = (record: unknown): unknown => at(record, 'answer', 'totals', 'funds');

describe('yice settle', () => {
  it('gives one answer a line, with rule, version, table row and quote', async () => {
    const { exit, out, err } = await yice(['settle', '--bundle', bundle], { input: jsonLines(M1) });
    const records = recordsOf(out);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(records.map((record) => record.line)).toEqual([1, 2, 3]);
    expect(records.map(funds)).toEqual(['400.00', '300.00', '1300.00']);
    const text = JSON.stringify(records[0]);
    for (const part of ['门诊统筹.支付', '2022-01-01', '门诊比例[三级, 在职]', '在职职工报销50%']) expect(text).toContain(part);
  });

  it('leaves the explanation out when told to', async () => {
    const { out } = await yice(['settle', '--bundle', bundle, '--no-explain'], { input: jsonLines(M1) });
    expect(recordsOf(out).map((record) => [funds(record), at(record, 'answer', 'explanation')])).toEqual([
      ['400.00', undefined],
      ['300.00', undefined],
      ['1300.00', undefined],
    ]);
  });

  it('goes on from the ledger it wrote', async () => {
    const ledger = join(folderWith(), 'l.json');
    const each: unknown[] = [];
    for (const one of M1) {
      const { exit, out } = await yice(['settle', '--bundle', bundle, '--ledger', ledger], { input: jsonLines([one]) });
      expect(exit).toBe(0);
      each.push(...recordsOf(out).map(funds));
    }
    const before = readFileSync(ledger, 'utf8');
    expect(each).toEqual(['400.00', '300.00', '1300.00']);
    const again = await yice(['settle', '--bundle', bundle, '--ledger', ledger], { input: jsonLines([M1[0]]) });
    expect(again.exit).toBe(4);
    expect(recordsOf(again.out)[0]).toMatchObject({ line: 1, error: { code: 'duplicateEvent' } });
    expect(JSON.parse(readFileSync(ledger, 'utf8'))).toEqual(JSON.parse(before));
  });

  it('refuses a bad line on its own line, with number and field, and settles the rest', async () => {
    const bad = [
      '{"id": "x"',
      '[]',
      '{"id": "", "fields": {}}',
      '{"id": "x", "fields": {}, "filds": {}}',
      '{"id": "x"}',
      JSON.stringify(visit('x', '三级', '1000.00', { 政策范围内: 10.5 })),
      JSON.stringify(visit('x', '四级', '1000.00')),
      JSON.stringify(visit('x', '三级', '1000.00', { 机构: '三级' })),
      `{"id": "x", "fields": {"参保人": "${'x'.repeat(1_100_000)}"}}`,
    ];
    const { exit, out, err } = await yice(['settle', '--bundle', bundle, '--lang', 'en'], {
      input: `${bad.join('\n')}\n\n${jsonLines(M1)}`,
    });
    const records = recordsOf(out);
    expect(exit).toBe(4);
    expect(err).toContain(`${bad.length + 3} events, ${bad.length} of them refused`);
    expect(records.map((record) => record.line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13]);
    expect(records.slice(0, 9).map((record) => [at(record, 'error', 'code'), at(record, 'error', 'field')])).toEqual([
      ['line/json', undefined],
      ['line/shape', undefined],
      ['line/entry', 'id'],
      ['line/entry', 'filds'],
      ['line/entry', 'fields'],
      ['wrongType', '政策范围内'],
      ['unknownValue', '机构等级'],
      ['unknownField', '机构'],
      ['line/long', undefined],
    ]);
    for (const record of records.slice(0, 9)) expect(at(record, 'error', 'zh')).not.toBe(at(record, 'error', 'en'));
    expect(records.slice(9).map(funds)).toEqual(['400.00', '300.00', '1300.00']);
  });

  it('names what is missing', async () => {
    const { exit, out } = await yice(['settle', '--bundle', bundle], {
      input: jsonLines([{ id: 'e', policy: '绵阳市职工基本医疗保险', fields: { psn_no: 'P', 就诊日: '2023-03-02' } }]),
    });
    expect(exit).toBe(4);
    expect(at(recordsOf(out)[0], 'error', 'code')).toBe('missing');
  });

  it('leaves the ledger as it was when it is ended in the middle', async () => {
    const folder = folderWith();
    const ledger = join(folder, 'l.json');
    await yice(['settle', '--bundle', bundle, '--ledger', ledger], { input: jsonLines([M1[0]]) });
    const before = readFileSync(ledger, 'utf8');
    // The reader goes away after a little: the run ends before it has settled everything.
    const many = Array.from({ length: 3000 }, (_, index) => visit(`m${index}`, '三级', '10.00'));
    const script = `"${process.execPath}" .ci/yice.mjs settle --bundle "${bundle}" --ledger "${ledger}" | head -c 1000 > /dev/null`;
    spawnSync('bash', ['-c', script], { input: jsonLines(many) });
    expect(readFileSync(ledger, 'utf8')).toBe(before);
    const after = await yice(['settle', '--bundle', bundle, '--ledger', ledger], { input: jsonLines([M1[1]]) });
    expect(recordsOf(after.out).map(funds)).toEqual(['300.00']);
    expect(existsSync(`${ledger}.lock`)).toBe(false);
  });

  it('leaves the ledger as it was when the machine stops it at once', async () => {
    const ledger = join(folderWith(), 'l.json');
    await yice(['settle', '--bundle', bundle, '--ledger', ledger], { input: jsonLines([M1[0]]) });
    const before = readFileSync(ledger, 'utf8');
    const child = spawn(process.execPath, ['.ci/yice.mjs', 'settle', '--bundle', bundle, '--ledger', ledger]);
    // The input stays open: the run has settled a line and waits for more.
    child.stdin.write(jsonLines([M1[1]]));
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(readFileSync(ledger, 'utf8')).toBe(before);
    const after = await yice(['settle', '--bundle', bundle, '--ledger', ledger], { input: jsonLines([M1[1]]) });
    expect({ exit: after.exit, funds: recordsOf(after.out).map(funds) }).toEqual({ exit: 0, funds: ['300.00'] });
  });

  it('answers each line before it waits for the next', async () => {
    const child = spawn(process.execPath, ['.ci/yice.mjs', 'settle', '--bundle', bundle]);
    child.stdin.write(jsonLines([M1[0]]));
    const [first] = await once(child.stdout.setEncoding('utf8'), 'data');
    expect(recordsOf(String(first)).map(funds)).toEqual(['400.00']);
    child.stdin.end();
    await once(child, 'close');
  });

  it.each([
    ['a bundle that is none', () => ['--bundle', 'package.json'], 'package.json', 7],
    ['an absent bundle', () => ['--bundle', 'absent.json'], 'absent.json', 3],
    ['another digest', () => ['--bundle', bundle, '--digest', `sha256:${'0'.repeat(64)}`], 'm.json', 6],
    ['a ledger that is none', () => ['--bundle', bundle, '--ledger', 'package.json'], 'package.json', 3],
  ])('stops at %s', async (_case, args, named, code) => {
    const { exit, out, err } = await yice(['settle', ...args()], { input: jsonLines(M1) });
    expect({ exit, out }).toEqual({ exit: code, out: '' });
    expect(err).toContain(named);
  });

  it('says which kinds there are, and where a policy is named when several may apply', async () => {
    const { out, exit } = await yice(['settle', '--bundle', bundle], {
      input: jsonLines([
        { id: 'a', kind: 'amend', of: 'b', fields: {} },
        { id: 'b', scheme: '职工', fields: {} },
      ]),
    });
    const said = recordsOf(out).map((record) => at(record, 'error', 'zh'));
    expect(exit).toBe(4);
    expect(said[0]).toContain('reverse');
    expect(said[1]).toContain('policy');
  });

  it('of a digest that differs, names both and nothing after them', async () => {
    const { err } = await yice(['settle', '--bundle', bundle, '--expect-digest', `sha256:${'0'.repeat(64)}`], { input: '' });
    expect(err.trimEnd()).toMatch(/sha256:[0-9a-f]{64}$/);
  });

  it('refuses a bundle whose bytes were changed', async () => {
    const changed = join(folderWith(), 'm.json');
    const digest = (await yice(['build', 'policies/510700-绵阳市', '-o', changed])).out.split(' ')[0] ?? '';
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('"50"', '"60"'));
    expect(await yice(['settle', '--bundle', changed, '--expect-digest', digest], { input: '' })).toMatchObject({ exit: 6, out: '' });
  });
});

describe('yice settle with a table', () => {
  /** The visits of M1 as a spreadsheet has them. */
  const table = (): string => {
    const headers = ['编号', '政策', ...Object.keys(M1[0]?.fields ?? {})];
    const rows = M1.map(({ id, policy, fields }) => [id, policy, ...Object.values(fields)]);
    return [headers, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
  };

  it('gives the same answers as JSON lines, and a table under national names', async () => {
    const root = folderWith({ 'visits.csv': `\ufeff${table()}` });
    const out = join(root, 'out.csv');
    const lines = await yice(['settle', '--bundle', bundle, '--no-explain'], { input: jsonLines(M1) });
    const said = await yice(['settle', '--bundle', bundle, '--no-explain', join(root, 'visits.csv'), '--out-csv', out]);
    expect(said).toMatchObject({ exit: 0, err: '表的编码：UTF-8\n' });
    const answers = (text: string) => recordsOf(text).map(({ answer }) => answer);
    expect(answers(said.out)).toEqual(answers(lines.out));
    expect(recordsOf(said.out).map(({ row }) => row)).toEqual([2, 3, 4]);
    const [header = '', ...rows] = readFileSync(out, 'utf8').trimEnd().split('\r\n');
    expect(header.startsWith('\ufeffid,row,status,policy,version,medfee_sumamt,')).toBe(true);
    const at = header.split(',').indexOf('hifp_pay');
    expect(rows.map((row) => row.split(',')[at])).toEqual(['400.00', '300.00', '1300.00']);
    expect(await yice(['settle', '--bundle', bundle, '--no-explain', '--csv'], { input: table() })).toMatchObject({
      exit: 0,
      out: said.out,
    });
  });

  it('stops at headers that nobody knows, with nothing settled and no table written', async () => {
    const root = folderWith({ 'visits.csv': table().replace('机构等级', '机构级别') });
    const [ledger, out] = [join(root, 'l.json'), join(root, 'out.csv')];
    const args = ['settle', '--bundle', bundle, join(root, 'visits.csv'), '--ledger', ledger, '--out-csv', out];
    const { exit, out: said, err } = await yice(args);
    expect([exit, said]).toEqual([3, '']);
    expect(err).toContain('“机构级别”（最接近 “机构等级”）');
    expect([existsSync(ledger), existsSync(out)]).toEqual([false, false]);
  });
});

describe('yice explain', () => {
  it.each([
    ['zh', ['已结算', '谁付', '400.00', '为什么', '门诊比例[三级, 在职]', '2023-01-01-职工门诊共济.yice:']],
    ['en', ['settled', 'Who pays', '400.00', 'Why', '门诊比例[三级, 在职]']],
  ])('in %s tells who pays and why', async (lang, parts) => {
    const file = join(folderWith({ 'e.json': JSON.stringify(M1[0], undefined, 2) }), 'e.json');
    const { exit, out } = await yice(['explain', '--bundle', bundle, file, '--lang', lang]);
    expect(exit).toBe(0);
    for (const part of parts) expect(out).toContain(part);
  });

  it('takes a sequence from stdin', async () => {
    const { out } = await yice(['explain', '--bundle', bundle], { input: jsonLines(M1) });
    for (const part of ['400.00', '300.00', '1300.00']) expect(out).toContain(part);
  });

  it('says which later events a reversal changes', async () => {
    const second = visit('e2', '三级', '1000.00');
    const { exit, out } = await yice(['explain', '--bundle', bundle], {
      input: jsonLines([M1[0], second, { id: 'r', kind: 'reverse', of: 'e1' }]),
    });
    expect(exit).toBe(0);
    expect(out).toContain('e2  基金 500.00 → 400.00  个人 500.00 → 600.00  已重算入账');
  });

  it('stops at what is no event', async () => {
    expect(await yice(['explain', '--bundle', bundle], { input: '{' })).toMatchObject({ exit: 3, out: '' });
  });
});
