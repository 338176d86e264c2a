import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../.ci/install.mjs';
import { buildFirst, folderWith, removeFolders, yice } from './kit.ts';

beforeAll(buildFirst, 60_000);
afterAll(removeFolders);

const POLICY = `政策 “甲市职工医保” {
  统筹区 “990100” 甲市
  险种 职工
  入口 结算
  自 2023-01-01 起
  发布 2022-12-01
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  继承 “国家医保词汇” : 参保人、就诊日、医疗类别、总额、统筹基金
  待遇 门诊 {
    适用 医疗类别 是 普通门诊
    起付线 200元 每次
    报销比例 50%
    支付 由 统筹基金 从 政策范围内
  }
}
`;

const scenario = (paid: string): string => `示例 “1000 元的门诊” 于 “甲市职工医保” {
  就诊 2023-05-08 { 医疗类别 普通门诊; 政策范围内 1000元; 先行自付 0元; 超限价 0元; 全自费 0元 }
  期望 { 门诊.起付 200元; 门诊.支付 ${paid}; 个人 600元 }
}
性质 “医疗费越多个人不会越少” 于 “甲市职工医保” : 单调 随 政策范围内, 个人 不减少
`;

const NATIONAL = readFileSync(join(ROOT, 'policies/000000-国家/词汇.yice'), 'utf8');

const ladder = (policy: string, scenarios = scenario('400元')): string =>
  folderWith({ '000000-国家/词汇.yice': NATIONAL, '990100-甲市/职工.yice': policy, '990100-甲市/职工.scenarios.yice': scenarios });

describe('yice check', () => {
  it('finds nothing in the policies that come with it', async () => {
    const { exit, out } = await yice(['check', 'policies']);
    expect(out).not.toContain('错误：');
    expect(exit).toBe(0);
  });

  it.each([
    ['zh', '错误：', '起付现', '原因：', '办法：'],
    ['en', 'error: ', '起付现', 'why: ', 'do:  '],
  ])('shows in %s what is wrong, where, why and what to do', async (lang, ...parts) => {
    const root = ladder(POLICY.replace('起付线 200元', '起付现 200元'));
    const { exit, out } = await yice(['check', join(root, '990100-甲市'), '--lang', lang]);
    expect(exit).toBe(1);
    for (const part of [...parts, '990100-甲市/职工.yice:15:5', '^^^^^^']) expect(out).toContain(part);
  });

  it('gives programs the same as JSON', async () => {
    const root = ladder(POLICY.replace('医疗类别 是', '医疗类型 是'));
    const { exit, out } = await yice(['check', root, '--json']);
    const found: { errors: number; diagnostics: { code: string; labels: { from: unknown }[] }[] } = JSON.parse(out);
    expect(exit).toBe(1);
    expect(found.errors).toBeGreaterThan(0);
    expect(found.diagnostics[0]?.code).toMatch(/^\w+\/[\w-]+$/);
    expect(found.diagnostics[0]?.labels[0]?.from).toMatchObject({ line: 14 });
  });

  it('speaks only of what was asked for', async () => {
    const root = ladder(POLICY.replace('起付线 200元', '起付现 200元'));
    expect(await yice(['check', join(root, '000000-国家')])).toMatchObject({ exit: 0 });
  });
});

describe('yice fmt', () => {
  it('lists what is not laid out, lays it out, and then finds nothing', async () => {
    const root = ladder(POLICY.replace('  险种 职工', '      险种   职工'));
    const path = '990100-甲市/职工.yice';
    expect(await yice(['fmt', '--check', join(root, path)])).toMatchObject({ exit: 1, out: `${path}\n` });
    expect(await yice(['fmt', join(root, path)])).toMatchObject({ exit: 0, out: `${path}\n` });
    expect(await yice(['fmt', '--check', join(root, path)])).toMatchObject({ exit: 0, out: '' });
    expect(readFileSync(join(root, path), 'utf8')).toBe(POLICY);
  });

  it('turns keywords into English and back without a change', async () => {
    const root = ladder(POLICY);
    const path = join(root, '990100-甲市/职工.yice');
    await yice(['fmt', '--lang', 'en', path]);
    const english = readFileSync(path, 'utf8');
    expect(english).toContain('policy “甲市职工医保” {');
    expect(await yice(['test', path])).toMatchObject({ exit: 0 });
    await yice(['fmt', '--lang', 'zh', path]);
    expect(readFileSync(path, 'utf8')).toBe(POLICY);
  });

  it('leaves a text with errors as it is', async () => {
    const broken = POLICY.replace('待遇 门诊 {', '待遇 门诊 {{{');
    const root = ladder(broken);
    const path = join(root, '990100-甲市/职工.yice');
    expect(await yice(['fmt', path])).toMatchObject({ exit: 1 });
    expect(readFileSync(path, 'utf8')).toBe(broken);
  });
});

describe('yice test', () => {
  it('ticks each compared value and each property', async () => {
    const { exit, out } = await yice(['test', ladder(POLICY)]);
    expect(out).toMatch(/^✓ 1000 元的门诊/m);
    expect(out).toMatch(/^ {4}✓ 门诊\.支付 +400\.00元$/m);
    expect(out).toMatch(/^✓ 医疗费越多个人不会越少/m);
    expect(out.endsWith('\n4 passed, 0 failed\n')).toBe(true);
    expect(exit).toBe(0);
  });

  it('shows what was expected under what came', async () => {
    const { exit, out } = await yice(['test', ladder(POLICY, scenario('410元'))]);
    expect(out).toMatch(/✗ 门诊\.支付 +400\.00元\n +应为 +410\.00元/);
    expect(out.endsWith('\n3 passed, 1 failed\n')).toBe(true);
    expect(exit).toBe(1);
  });

  it('shows the smallest patient for whom a property does not hold', async () => {
    const law = '性质 “支付不超过 100 元” 于 “甲市职工医保” : 有界 门诊.支付 在 0元 至 100元\n';
    const { exit, out } = await yice(['test', ladder(POLICY, law)]);
    expect(out).toContain('最小的反例');
    expect(out).toContain('政策范围内');
    expect(out.endsWith('0 passed, 1 failed\n')).toBe(true);
    expect(exit).toBe(1);
  });

  it('counts a text with errors as failed', async () => {
    const { exit, out } = await yice(['test', ladder(POLICY.replace('50%', '50元'))]);
    expect(out).toMatch(/0 passed, [1-9]\d* failed\n$/);
    expect(exit).toBe(1);
  });

  it('is not content with nothing', async () => {
    expect(await yice(['test', ladder(POLICY, '')])).toMatchObject({ exit: 1, out: '0 passed, 0 failed\n' });
  });

  it('finds nothing to try in a policy that is only inherited from', async () => {
    const above = folderWith({
      '990000-甲省/办法.yice': `政策 “甲省办法” {\n  统筹区 “990000” 甲省\n  入口 只供继承\n  自 2023-01-01 起\n  发布 2022-12-01\n  参数 甲比例 : 比例 = 2%\n}\n`,
    });
    expect(await yice(['test', above])).toMatchObject({ exit: 1, out: '0 passed, 0 failed\n' });
  });
});

describe('yice build', () => {
  it('gives the same bytes from any place, zone and language', async () => {
    const root = ladder(POLICY);
    const first = await yice(['build', '990100-甲市', '-o', 'a.json'], { cwd: root });
    const zone = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const second = await yice(['build', join(root, '990100-甲市'), '-o', join(root, 'b.json')], { cwd: '/', env: zone });
    expect(first).toMatchObject({ exit: 0, err: '' });
    expect(second.exit).toBe(0);
    expect(first.out).toMatch(/^sha256:[0-9a-f]{64} {2}a\.json\n$/);
    expect(second.out.split(' ')[0]).toBe(first.out.split(' ')[0]);
    expect(readFileSync(join(root, 'b.json'), 'utf8')).toBe(readFileSync(join(root, 'a.json'), 'utf8'));
  });

  it('refuses any error and writes nothing', async () => {
    const root = ladder(POLICY.replace('50%', '50元'));
    const { exit, out, err } = await yice(['build', '990100-甲市', '-o', 'a.json'], { cwd: root });
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain('错误：');
    expect(() => readFileSync(join(root, 'a.json'))).toThrow();
  });

  it('wants one jurisdiction', async () => {
    expect(await yice(['build', ladder(POLICY), '-o', 'a.json'])).toMatchObject({ exit: 2 });
  });
});

describe('the command as typed', () => {
  it.each([
    [[], 2],
    [['chekc'], 2],
    [['check', '--jsno'], 2],
    [['build', 'policies'], 2],
    [['settle'], 2],
    [['test', '--runs', 'many'], 2],
    [['check', '--lang', 'fr'], 2],
    [['check', 'absent'], 3],
    [['--help'], 0],
    [['settle', '--help'], 0],
  ])('yice %j exits with %i', async (args, exit) => {
    expect((await yice(args)).exit).toBe(exit);
  });

  it('explains itself and its exit codes in both languages', async () => {
    expect((await yice(['--help'])).out).toMatch(/退出码：\n +0 +一切正常\n/);
    expect((await yice(['--help', '--lang', 'en'])).out).toMatch(/Exit codes:\n +0 +fine\n/);
    expect((await yice(['--help'], { env: { LANG: 'en_US.UTF-8' } })).out).toMatch(/Exit codes:\n +0 +fine\n/);
  });

  it('ends quietly when its reader goes away', async () => {
    const { stderr } = spawnSync('bash', ['-c', `"${process.execPath}" .ci/yice.mjs test policies | head -1`], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
  });
});
