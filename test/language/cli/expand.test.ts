import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFirst, folderWith, removeFolders, yice } from './kit.ts';

beforeAll(buildFirst, 60_000);
afterAll(removeFolders);

const POLICY = `政策 “甲市职工医保” {
  统筹区 “990100” 甲市
  自 2023-01-01 起
  支付舍入 四舍五入到分
  等待期 6个月 自 参保日 当日起
  累计 年付 = 合计 门诊.支付 每 参保人、自然年(归属日)
  待遇 门诊 {
    适用 医疗类别 是 普通门诊
    起付线 200元 每次
    报销比例 50%
    限额 支付 2000元 累计于 年付
    支付 由 统筹基金 从 政策范围内
  }
  倾斜 救助 当 人员类别 是 特困 { 门诊.报销比例 加 10个百分点 }
  保底 托底 由 统筹基金 从 政策范围内 = 底数 于 政策范围内 经 门诊.支付
  参数 底数 : 金额 = 300元
}
`;
const REMARKED = POLICY.replace('  自 2023', '  // 整行的说明\n  自 2023').replace('50%', '50%  // 行末的说明');

const place = (text: string): string => join(folderWith({ 'a.yice': text }), 'a.yice');
const written = (out: string): string => out.replace(/^ *\/\/.*\n/gm, '').replaceAll('\n\n', '\n');
const core = (out: string): string[] => [...out.matchAll(/^ *\/\/ │ (.*)$/gm)].map(([, text]) => text ?? '');

describe('yice expand', () => {
  it('leaves what is written as it is, but for remarks', async () => {
    const { exit, out } = await yice(['expand', place(REMARKED)]);
    expect(exit).toBe(0);
    expect(written(out)).toBe(POLICY.replace('{ 门诊.报销比例 加 10个百分点 }', '{\n    门诊.报销比例 加 10个百分点\n  }'));
  });

  it('puts under each form what it stands for', async () => {
    const { out } = await yice(['expand', place(POLICY)]);
    const under = (line: string): string =>
      out
        .slice(out.indexOf(line))
        .split('\n')
        .slice(1)
        .find((one) => one.includes('│'))
        ?.trim()
        .slice(3) ?? '';
    expect(under('等待期 6个月')).toMatch(/^│ 定义 等待期 .*= 6个月$/);
    expect(under('起付线 200元')).toBe('│ 定义 门诊.起付标准 : 金额 = 200元');
    expect(under('限额 支付 2000元')).toBe('│ 定义 门诊.支付限额 : 金额 = 2000元');
    expect(under('倾斜 救助')).toBe('│ 例外 救助 于 门诊.报销比例 当 人员类别 是 特困 : 加 10个百分点');
    // A named amount is told from a share by its declaration.
    expect(under('保底 托底')).toBe('│ 定义 托底.保底 : 金额 = 取小(底数, 政策范围内)');
    expect(under('  }')).toContain('门诊.用 不成立时');
  });

  it('spells both in one language, as the layout does', async () => {
    const path = place(POLICY);
    const english = await yice(['expand', path, '--lang', 'en']);
    const chinese = await yice(['expand', path, '--lang', 'zh']);
    await yice(['fmt', '--lang', 'en', path]);
    expect(written(english.out).replace(/\{\n {4}(门诊\.ratio plus 10 points)\n {2}\}/, '{ $1 }')).toBe(readFileSync(path, 'utf8'));
    for (const line of core(english.out)) expect(line).toMatch(/^(define|pay|exception|eligibility|when) /);
    expect((await yice(['expand', path, '--lang', 'en'])).out).toBe(english.out);
    expect((await yice(['expand', path, '--lang', 'zh'])).out).toBe(chinese.out);
  });

  it('shows one form alone', async () => {
    const { exit, out } = await yice(['expand', place(POLICY), '--benefit', '门诊']);
    expect(exit).toBe(0);
    expect(written(out)).toBe(POLICY.slice(POLICY.indexOf('  待遇'), POLICY.indexOf('  倾斜')));
    expect(out.startsWith('  待遇')).toBe(true);
    expect(core(out).every((line) => line.includes('门诊.'))).toBe(true);
  });

  const AMENDED = `${POLICY}修订 “甲市职工医保” 发布 2024-03-01 自 2024-01-01 起 {
  门诊.报销比例 由 50% 改为 55%
  新增 门诊 { 限额 费用 300元 每次 }
  停止 托底
}
`;

  it('gives the law of a day, and says what each line comes from', async () => {
    const path = place(AMENDED);
    const on = async (...options: readonly string[]): Promise<string> => (await yice(['expand', path, ...options])).out;
    expect(written(await on('--on', '2023-12-31'))).toBe(written((await yice(['expand', place(POLICY)])).out));
    const after = await on('--on', '2024-01-01');
    expect(after).toContain('“甲市职工医保” 在 2024-01-01 的法');
    expect(after).toContain('// 修订1：自 2024-01-01 起，发布 2024-03-01\n//   停止 托底\n');
    expect(after).toContain('报销比例 55%  // 原为 50%，修订1 改');
    expect(after).toContain('限额 费用 300元 每次  // 修订1新增');
    expect(after).not.toContain('保底 托底');
    expect(await on()).toBe(after);
    expect(await on('--on', '2024-01-01', '--known-on', '2024-02-29')).not.toContain('55%');
    expect(await yice(['expand', path, '--on', '2024-13-01'])).toMatchObject({ exit: 2 });
  });

  it('shows the order of settlement, what is inherited and what is referred to', async () => {
    const { exit, out } = await yice(['expand', 'policies/460000-海南省', '--policy', '海南省城乡居民大病保险']);
    expect(exit).toBe(0);
    expect(out).toContain('// 以下继承自 “国家医保词汇”');
    expect(out).toMatch(/^\/\/ 引用 “.+” 的结果$/m);
    expect(out).toMatch(/^\/\/ {3}1\. 费用 总额 = /m);
    expect(out).toMatch(/^\/\/ {3}2\. 先结算 “/m);
  });

  it.each([
    ['a name that is not there', POLICY, ['--benefit', '住院'], 2],
    ['no policy', '// 空\n', [], 3],
    ['a text that does not read', POLICY.replace('起付线', '起付现'), [], 1],
  ])('%s', async (_, text, options, code) => {
    expect(await yice(['expand', place(text), ...options])).toMatchObject({ exit: code });
  });
});
