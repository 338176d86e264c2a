import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contents } from '../../../language/cli/contents.ts';
import type { Heir } from '../../../language/ladder/report.ts';
import { type SignoffRecord, signoffText } from '../../../language/signoff/record.ts';
import { buildFirst, folderWith, removeFolders, yice } from './kit.ts';

let bundle = '';
let digest = '';
beforeAll(async () => {
  buildFirst();
  bundle = join(folderWith(), 'm.json');
  const { exit, out } = await yice(['build', 'policies/510700-绵阳市', '-o', bundle]);
  expect(exit).toBe(0);
  digest = out.split(' ')[0] ?? '';
}, 60_000);
afterAll(removeFolders);

/** The bundle with one place of its text replaced. */
function altered(from: string | RegExp, to: string): string {
  const text = readFileSync(bundle, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const path = join(folderWith(), 'changed.json');
  writeFileSync(path, changed);
  return path;
}

describe('yice inspect', () => {
  it.each([
    [
      'zh',
      [
        '摘要',
        '必须懂的功能  accumulators、known-days、open-points',
        '险种 职工，入口 结算',
        '市外比例 [待定]：原文只说',
        '门诊慢性病.起付标准 [暂按]：原文未写',
        '2023-01-01 起；知晓日 2023-05-31 起',
      ],
    ],
    [
      'en',
      [
        'digest',
        'features      accumulators, known-days, open-points, assumptions',
        'scheme 职工, entry settlement',
        '市外比例 [open]: 原文只说',
        'known day from 2023-05-31',
      ],
    ],
  ])('shows in %s what is in it', async (lang, parts) => {
    const { exit, out, err } = await yice(['inspect', bundle, '--lang', lang]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    for (const part of [digest, '510700-绵阳市/职工基本医疗保险.yice', ...parts]) expect(out).toContain(part);
  });

  it('gives the events of its scenarios as lines that one ledger takes, each on its own', async () => {
    const { exit, out } = await yice(['inspect', bundle, '--events']);
    expect(exit).toBe(0);
    const events = out.trimEnd().split('\n');
    expect(events.length).toBeGreaterThan(20);
    const settled = await yice(['settle', '--bundle', bundle, '--ledger', join(folderWith(), 'l.json'), '--no-explain'], { input: out });
    expect(settled.err).toBe('');
    expect(settled.exit).toBe(0);
    const amounts = settled.out
      .trimEnd()
      .split('\n')
      .map((line) => line.match(/"门诊统筹.支付":"([\d.]+)"/)?.[1]);
    // M1: the same person three times, and the yearly cap ends the third.
    expect(amounts.join(' ')).toContain('400.00 300.00 1300.00');
  });

  it('gives programs the same as JSON', async () => {
    const { exit, out } = await yice(['inspect', bundle, '--json']);
    const contents: Contents = JSON.parse(out);
    expect(exit).toBe(0);
    expect(`sha256:${contents.groups.join('')}`).toBe(digest);
    expect(contents.groups).toHaveLength(16);
    const entryOf = (name: string): unknown => contents.policies.find((one) => one.name === name);
    expect(entryOf('绵阳市城乡居民基本医疗保险')).toMatchObject({ scheme: '居民', entry: 'settlement' });
    expect(entryOf('绵阳市职工基本医疗保险')).toMatchObject({ scheme: '职工', entry: 'settlement' });
    expect(entryOf('绵阳市职工医保单位缴费')).toMatchObject({ scheme: '职工', entry: 'contribution' });
    expect(entryOf('绵阳市男职工生育待遇')).toMatchObject({ scheme: '职工', entry: 'cashBenefit' });
    expect(contents.policies.reduce((sum, { scenarios }) => sum + scenarios, 0)).toBe(contents.scenarios);
    expect(contents.files.find(({ path }) => path === '510700-绵阳市/职工基本医疗保险.yice')?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const employee = contents.policies.find(({ name }) => name === '绵阳市职工基本医疗保险');
    expect(employee?.versions.flatMap(({ days }) => days).length).toBeGreaterThan(1);
    expect(employee?.undecided[0]).toMatchObject({ from: '2023-01-01', knownTo: '2023-05-31', reason: '原文未写发布日' });
    expect(employee?.open.find(({ address }) => address === '市外比例')).toMatchObject({ effect: 'open' });
    expect(employee?.open.find(({ address }) => address === '发布')).toMatchObject({ effect: 'noted' });
  });

  it('shows of texts what each policy takes from above and where the two have drifted', async () => {
    const rules = (name: string, lines: string): string =>
      `政策 “${name}” {\n统筹区 “990000” 某地\n入口 只供继承\n自 2020-01-01 起\n发布 2020-01-01\n${lines}\n}\n`;
    const folder = folderWith({
      'a.yice': `${rules('省', '参数 甲 : 比例 = 30%\n待遇 住院 {\n适用 真\n报销比例 60%\n}')}${rules('市', '继承 “省” : 甲、住院 覆盖 甲\n参数 甲 : 比例 = 32%')}`,
      'b.yice': '修订 “省” 发布 2022-01-01 自 2022-01-01 起 {\n甲 由 30% 改为 31%\n住院.报销比例 由 60% 改为 65%\n}\n',
    });
    const { exit, out, err } = await yice(['inspect', folder]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    for (const part of ['市\n  上级：省\n', '住院（省）', '报销比例 65%', '甲（省）', '自 2022-01-01 起已改：30% → 31%'])
      expect(out).toContain(part);
    expect((await yice(['inspect', folder, '--lang', 'en'])).out).toContain('above: 省');
    const heirs: Heir[] = JSON.parse((await yice(['inspect', join(folder, 'a.yice'), '--json'])).out);
    expect(heirs.map(({ policy, inherited, overrides }) => [policy, inherited.length, overrides.length])).toEqual([['市', 1, 1]]);
    const none = await yice(['inspect', join(folder, 'b.yice')]);
    expect(none).toMatchObject({ exit: 0, out: '' });
    expect(none.err).toContain('没有从别的政策继承的政策');
  });

  it('says what is wrong with a file that is none, and where', async () => {
    const { exit, out, err } = await yice(['inspect', 'package.json']);
    expect({ exit, out }).toEqual({ exit: 7, out: '' });
    expect(err).toContain('bundle.manifest  缺少这一项');
    expect(await yice(['inspect', 'absent.json'])).toMatchObject({ exit: 3, out: '' });
    expect(await yice(['inspect'])).toMatchObject({ exit: 2 });
  });
});

describe('yice verify', () => {
  it('runs the scenarios of the bundle again, with nothing but the bundle', async () => {
    const { exit, out, err } = await yice(['verify', bundle, '--digest', digest], { cwd: '/' });
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const contents: Contents = JSON.parse((await yice(['inspect', bundle, '--json'])).out);
    const lines = out.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('✓ '))).toHaveLength(4 + contents.scenarios);
    expect(lines[1]).toBe(`✓ 摘要  ${digest}  与给出的相同`);
    const values = [...out.matchAll(/ {2}(\d+) 个数$/gm)].reduce((sum, [, number]) => sum + Number(number), 0);
    expect(lines.at(-1)).toBe(`${4 + values} passed, 0 failed`);
  });

  it('does not tick a digest that it was not given to compare', async () => {
    const { exit, out } = await yice(['verify', bundle, '--lang', 'en']);
    expect(exit).toBe(0);
    expect(out).toContain(`? digest  ${digest}  not compared`);
    expect(out).not.toContain('✓ digest');
  });

  it('takes the digest as it is read out', async () => {
    const groups = digest.slice(7).match(/.{4}/g) ?? [];
    expect(await yice(['verify', bundle, '--digest', groups.join(' ').toUpperCase()])).toMatchObject({ exit: 0 });
    expect(await yice(['verify', bundle, '--digest', 'd2a8'])).toMatchObject({ exit: 2, out: '' });
  });

  it.each([
    ['cannot be read', () => 'absent.json', [], 3, ''],
    ['has another digest', () => bundle, ['--digest', `sha256:${'0'.repeat(64)}`], 6, '1 passed, 1 failed\n'],
    ['is no JSON', () => 'README.md', [], 7, '1 passed, 1 failed\n'],
    ['has another shape', () => altered('"irVersion":1', '"irVersion":2'), [], 7, '1 passed, 1 failed\n'],
    ['asks for what is not understood', () => altered('"features":[', '"features":["未来",'), [], 7, '2 passed, 1 failed\n'],
  ])('a file that %s', async (_, path, options, code, last) => {
    const { exit, out } = await yice(['verify', path(), ...options]);
    expect(exit).toBe(code);
    expect(out.endsWith(last)).toBe(true);
    expect(out).not.toContain('M1');
  });

  it('shows what differs when the bundle settles otherwise here', async () => {
    const path = altered(
      '"address":"门诊统筹.支付","kind":"amount","value":"400.00"',
      '"address":"门诊统筹.支付","kind":"amount","value":"410.00"',
    );
    const { exit, out } = await yice(['verify', path]);
    expect(out).toMatch(/✗ 门诊统筹\.支付 +400\.00元\n +应为 +410\.00元/);
    expect(out).toMatch(/ passed, 1 failed\n$/);
    expect(exit).toBe(8);
  });

  it('refuses a bundle with one byte changed, whichever it is', async () => {
    const bytes = readFileSync(bundle);
    for (const place of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const path = join(folderWith(), 'flipped.json');
      writeFileSync(
        path,
        bytes.map((byte, at) => (at === place ? byte ^ 1 : byte)),
      );
      const { exit, out } = await yice(['verify', path, '--digest', digest]);
      expect([exit, out.includes(`应为 ${digest}`)]).toEqual([6, true]);
    }
  });
});

describe('a sign-off beside the bundle', () => {
  const at = '2026-11-22T08:10:00.123Z';
  const signed = async (change: Partial<SignoffRecord> = {}): Promise<string> => {
    const contents: Contents = JSON.parse((await yice(['inspect', bundle, '--json'])).out);
    const open = contents.policies.flatMap(({ name, open: points }) =>
      points.flatMap(({ address, effect, reason }) =>
        effect === 'noted' ? [] : [{ policy: name, address, how: effect, reason, line: '已问市局' }],
      ),
    );
    const path = join(folderWith(), 'a.signoff.json');
    const record: SignoffRecord = {
      format: 'yice-signoff/1',
      folder: '510700-绵阳市',
      digest,
      language: '0.1',
      tool: '0.1.0',
      author: { name: '林', at },
      reviewer: { name: '周', at },
      open,
      scenarios: { count: contents.scenarios, values: 200, differing: 0 },
      sets: [],
      ...change,
    };
    writeFileSync(path, signoffText(record));
    return path;
  };

  it('is shown with who, when, the digest and each line', async () => {
    const { exit, out } = await yice(['inspect', await signed()], { env: { TZ: 'Asia/Shanghai' } });
    expect(exit).toBe(0);
    for (const part of [digest, '编写          林  2026-11-22 16:10 +08:00', '签核人        周', '市外比例 [待定]', '→ 已问市局'])
      expect(out).toContain(part);
  });

  it('is checked after everything else', async () => {
    const { exit, out } = await yice(['verify', bundle, '--signoff', await signed()]);
    expect(exit).toBe(0);
    expect(out).toContain('✓ 编写与签核  林，周');
  });

  it.each([
    ['is about another bundle', { digest: `sha256:${'0'.repeat(64)}` }, 9, '文本在签核后改过'],
    ['is by one person', { reviewer: { name: '林 ', at } }, 10, '同一个人'],
    ['has no line for what is open', { open: [] }, 10, '市外比例 没有写一句话'],
    ['was signed with something differing', { scenarios: { count: 1, values: 1, differing: 1 } }, 10, '1 个数不符'],
  ])('does not hold when it %s', async (_, change, code, said) => {
    const { exit, out } = await yice(['verify', bundle, '--signoff', await signed(change)]);
    expect([exit, out.includes(said)]).toEqual([code, true]);
  });

  it('is no sign-off when it cannot be read', async () => {
    expect((await yice(['verify', bundle, '--signoff', 'README.md'])).exit).toBe(3);
  });
});
