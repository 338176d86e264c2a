/** 继承 from a policy: what is paid follows the text above on both axes, and what is said leads to it. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { declaredBy } from '../../../language/3-check/analyses/item-names.ts';
import { compile } from '../../../language/compile.ts';
import { emptyLedger, settle } from '../../../runtime/index.ts';
import { type Ready, ready, readyFrom, realPolicies } from '../../kit/policy.ts';

const state = `政策 “国家框架” {
  统筹区 “100000” 国家
  入口 只供继承
  自 2020-01-01 起
  发布 2019-12-01
  参数 底数 : 比例 = 1%
}
修订 “国家框架” 发布 2026-03-01 自 2026-01-01 起 {
  底数 由 1% 改为 1.5%
}
`;

const province = `政策 “乙省办法” {
  统筹区 “990000” 乙省
  入口 只供继承
  自 2022-07-01 起
  发布 2022-06-01
  依据 通知 = 文件 “乙省通知.txt”
  继承 “国家框架” : 底数
  字段 人员类别 : 枚举 { 在职 “11”、退休 “12” }
  字段 缴费基数 : 分额
  出处 通知 “退休人员按定额划入”
  参数 退休额 : 金额 = 60元
  定义 划入 : 金额 = 如果 人员类别 是 在职 则 缴费基数 × (底数 + 1个百分点) 否则 退休额
  例外 高龄 当 缴费基数 > 9000元 : 加 1元
}
`;

const change = `修订 “乙省办法” 发布 2024-05-01 自 2024-01-01 起 {
  出处 通知 “二〇二四年起提高到七十元”
  退休额 由 60元 改为 70元
}
`;

const city = (lines: string, overrides = ''): string => `政策 “甲市办法” {
  统筹区 “990100” 甲市
  险种 职工
  入口 结算
  自 2023-01-01 起
  发布 2022-12-01
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 不重算
  金额上限 1000万元
  依据 通知 = 文件 “甲市通知.txt”
  继承 “乙省办法” : 划入、人员类别、缴费基数、退休额、底数${overrides}
  字段 参保人 : 文本
  字段 就诊日 : 日期
  费用 总额 = 范围内 + 范围外
  付方 统筹基金 : 基金
  支付 发放 由 统筹基金 从 范围内 = 划入
  ${lines}
}
`;

const documents = [
  { path: '990000/sources/乙省通知.txt', text: '退休人员按定额划入。二〇二四年起提高到七十元。' },
  { path: '990100/sources/甲市通知.txt', text: '本市自行规定。' },
];
const built = (...texts: readonly string[]): Promise<Ready> =>
  ready({ files: [state, province, change, ...texts].map((text, at) => ({ path: `${at}.yice`, text })), documents }, `3.yice`);

interface Asked {
  readonly type?: string;
  readonly base?: string;
  readonly knownOn?: string;
}
const paid = ({ loaded }: Ready, day: string, { type = '退休', base = '5000.00', knownOn }: Asked = {}): string | undefined => {
  const fields = { 参保人: '甲', 就诊日: day, 人员类别: type, 缴费基数: base, 范围内: '1000.00', 范围外: '0.00' };
  const { answer } = settle(loaded, { id: 'e', fields }, emptyLedger(), knownOn === undefined ? {} : { knownOn });
  return answer.totals?.funds ?? answer.status;
};

describe('an heir', () => {
  it('[D12] pays what the policies above say on the day, on both axes, however far above', async () => {
    const law = await built(city(''));
    expect(paid(law, '2023-12-31')).toBe('60.00');
    expect(paid(law, '2024-01-01')).toBe('70.00');
    expect(paid(law, '2024-01-01', { knownOn: '2024-04-30' })).toBe('60.00');
    expect(paid(law, '2024-01-01', { knownOn: '2024-05-01' })).toBe('70.00');
    expect(paid(law, '2025-12-31', { type: '在职' })).toBe('100.00');
    expect(paid(law, '2026-01-01', { type: '在职' })).toBe('125.00');
    expect(paid(law, '2026-01-01', { type: '在职', knownOn: '2026-02-28' })).toBe('100.00');
    expect(paid(law, '2023-01-01', { base: '9000.01' })).toBe('61.00');
  });

  it('[D12] no longer follows what it overrides, and amends it itself', async () => {
    const own = '参数 退休额 : 金额 = 66元';
    const amended = `修订 “甲市办法” 发布 2025-01-01 自 2025-01-01 起 {\n  退休额 由 66元 改为 68元\n}\n`;
    const law = await built(city(own, ' 覆盖 退休额'), amended);
    expect(['2023-01-01', '2024-01-01', '2025-01-01'].map((day) => paid(law, day))).toEqual(['66.00', '66.00', '68.00']);
    expect(law.built.policies[0]?.versions.map(({ id }) => id)).toEqual([
      '2023-01-01',
      '2023-01-01+2025-01-01',
      '2023-01-01+2025-01-01+2026-01-01',
    ]);
  });

  it('[D12] leaves what is above from a day on, and begins to follow it from a day on', async () => {
    const leaves = `修订 “甲市办法” 发布 2023-07-01 自 2023-07-01 起 {\n  停止 退休额\n  新增 参数 退休额 : 金额 = 65元\n}\n`;
    const law = await built(city(''), leaves);
    expect(['2023-06-30', '2023-07-01', '2024-01-01'].map((day) => paid(law, day))).toEqual(['60.00', '65.00', '65.00']);

    const alone = city('参数 退休额 : 金额 = 50元').replace('退休额、', '');
    const follows = `修订 “甲市办法” 发布 2023-07-01 自 2023-07-01 起 {\n  停止 退休额\n  新增 继承 “乙省办法” : 退休额\n}\n`;
    const later = await built(alone, follows);
    expect(['2023-06-30', '2023-07-01', '2024-01-01'].map((day) => paid(later, day))).toEqual(['50.00', '60.00', '70.00']);
  });

  it('takes what a rule above adjusts by its own exception, and leaves the one above alone', async () => {
    const law = await built(city('例外 困难 于 划入 当 缴费基数 < 3000元 : 加 2元'));
    expect(paid(law, '2023-01-01', { base: '2999.00' })).toBe('62.00');
    expect(paid(law, '2023-01-01', { base: '3000.00' })).toBe('60.00');
  });

  it('[X10] leads to the text and the document above, also where both use one word for two documents', async () => {
    const { file } = await built(city(''));
    const [policy] = file?.ir.policies ?? [];
    expect(policy?.citations.map(({ document, quote }) => [document, quote])).toEqual([
      ['乙省通知.txt', '退休人员按定额划入'],
      ['乙省通知.txt', '二〇二四年起提高到七十元'],
    ]);
    const parameters = policy?.versions.flatMap(({ parameters: all }) => all.map(({ source }) => source.file)) ?? [];
    expect([...new Set(parameters)]).toEqual(expect.arrayContaining(['0.yice', '1.yice', '2.yice']));
    expect(file?.manifest.files.map(({ path }) => path).sort()).toEqual(
      ['0.yice', '1.yice', '2.yice', '3.yice', '990000/sources/乙省通知.txt', '990100/sources/甲市通知.txt'].sort(),
    );
  });

  it('says nothing twice: an error above is told above', async () => {
    const wrong = province.replace('退休额 : 金额 = 60元', '退休额 : 金额 = 60%');
    const { diagnostics, model } = await compile({
      files: [state, wrong, city('')].map((text, at) => ({ path: `${at}.yice`, text })),
      documents,
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ labels: [place] }) => place?.span.file)).toEqual(['1.yice']);
    expect(model.policies).toEqual([]);
  });
});

it('one text is enough: the heir of a policy that is itself settled against', async () => {
  const own = city('').replace(
    '继承 “乙省办法” : 划入、人员类别、缴费基数、退休额、底数',
    '字段 人员类别 : 枚举 { 退休 }\n  字段 缴费基数 : 分额\n  定义 划入 : 金额 = 80元',
  );
  const heir = city('')
    .replaceAll('甲市', '丙县')
    .replace('“乙省办法” : 划入、人员类别、缴费基数、退休额、底数', '“甲市办法” : 划入、人员类别、缴费基数')
    .replace('  依据 通知 = 文件 “丙县通知.txt”\n', '');
  const law = await readyFrom(own.replace('  依据 通知 = 文件 “甲市通知.txt”\n', ''), heir);
  expect(law.built.policies.map(({ name }) => name)).toEqual(['甲市办法', '丙县办法']);
  const fields = { 参保人: '甲', 就诊日: '2024-01-01', 人员类别: '退休', 缴费基数: '1.00', 范围内: '100.00', 范围外: '0.00' };
  expect(settle(law.loaded, { id: 'e', policy: '丙县办法', fields }, emptyLedger()).answer.totals?.funds).toBe('80.00');
});

const LAW: ReadonlySet<string> = new Set(['scheme', 'entry', 'effective', 'published', 'subject', 'refersTo']);

/** Every real policy once more, as an heir that takes all its names, lines of law among them, and writes only those that have no name. */
describe('an heir of everything is the same law', async () => {
  const real = realPolicies();
  const workspace = { ...real, files: real.files.filter(({ path }) => !path.endsWith('.scenarios.yice')) };
  const heirs = workspace.files.flatMap((file) =>
    parse(file).tree.items.flatMap((block) => {
      if (block.kind !== 'policy' || block.items.some((item) => item.kind === 'entry' && item.law === 'inheritedOnly')) return [];
      const names = new Set([
        ...block.items.flatMap((item) => declaredBy(item)[0]?.text ?? []),
        ...block.items.flatMap((item) => (item.kind === 'inherits' ? item.names.map(({ text }) => text) : [])),
        ...workspace.files.flatMap((other) =>
          parse(other).tree.items.flatMap((amendment) =>
            amendment.kind === 'amendment' && amendment.policy.text === block.name.text
              ? amendment.changes.flatMap((change) =>
                  change.kind === 'insert' ? (declaredBy(change.item)[0]?.text ?? []) : change.kind === 'rename' ? change.to.text : [],
                )
              : [],
          ),
        ),
      ]);
      const law = block.items.filter((item) => LAW.has(item.kind)).map(({ span }) => file.text.slice(span.start, span.end));
      const name = `${block.name.text}沿用`;
      const line = `继承 “${block.name.text}” : ${[...names].map((one) => `“${one}”`).join('、')}`;
      return [{ of: block.name.text, name, path: file.path, text: `政策 “${name}” {\n${[...law, line].join('\n')}\n}\n` }];
    }),
  );
  const { file } = await ready({
    ...workspace,
    files: [...workspace.files, ...heirs.map(({ text }, at) => ({ path: `沿用/${at}.yice`, text }))],
  });
  const irOf = (name: string): unknown => {
    const policy = file?.ir.policies.find(({ id }) => id === name);
    if (!policy) return undefined;
    const { programs, versions, timeline, inputs, payers, accumulators } = policy;
    return {
      programs,
      versions: versions.map(({ parameters, program }) => ({ parameters, program })),
      timeline,
      inputs,
      payers,
      accumulators,
    };
  };
  it.each(heirs.map(({ of, name }) => [of, name] as const))('[D12] %s', (of, name) => {
    expect(irOf(name)).toBeDefined();
    expect(irOf(name)).toEqual(irOf(of));
  });
});
