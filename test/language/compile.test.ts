import { describe, expect, it } from 'vitest';
import { compile } from '../../language/compile.ts';
import type { Workspace } from '../../language/model/workspace.ts';
import { loadBundle } from '../../runtime/index.ts';
import { outpatient, policyText, ready, readyFrom } from '../kit/policy.ts';

const files = (texts: Readonly<Record<string, string>>, documents: Readonly<Record<string, string>> = {}): Workspace => {
  const each = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([path, text]) => ({ path, text }));
  return { files: each(texts), documents: each(documents) };
};

const vocabulary = '词汇 “省词汇” { 字段 参保地 : 枚举 { 市区、县区 } }\n';
const city = policyText(`${outpatient()}\n继承 “省词汇” : 参保地`, '甲市职工');
const broken = policyText('定义 坏 : 金额 = 没有这个名称', '乙市职工');
const about = (policy: string): string =>
  `示例 “题” 于 “${policy}” { 就诊 2023-05-08 { 医疗类别 普通门诊; 人员类别 在职; 参保地 市区; 政策范围内 1000元; 全自费 0元 }\n期望 { 个人 520元 } }`;

const country = {
  '000000-省/词汇.yice': vocabulary,
  '990100-甲市/职工.yice': city,
  '990100-甲市/scenarios.yice': about('甲市职工'),
  '990200-乙市/职工.yice': broken,
};

describe('a build of one folder', () => {
  it('takes its own policies, what they inherit from and the documents of the folder, and nothing else', async () => {
    const { file } = await compile(files(country, { '990100-甲市/sources/a.txt': '甲', '990200-乙市/sources/b.txt': '乙' }), {
      folder: '990100-甲市',
    });
    expect(file?.ir.policies.map(({ id }) => id)).toEqual(['甲市职工']);
    expect(file?.scenarios.map(({ title }) => title)).toEqual(['题']);
    expect(file?.manifest.id).toBe('990100-甲市');
    expect(file?.manifest.files.map(({ path }) => path)).toEqual([
      '000000-省/词汇.yice',
      '990100-甲市/scenarios.yice',
      '990100-甲市/sources/a.txt',
      '990100-甲市/职工.yice',
    ]);
  });

  it.each([
    ['of the folder itself', { ...country, '990100-甲市/职工.yice': city.replace('200元', '200') }, '990100-甲市'],
    [
      'of a scenario of the folder',
      { ...country, '990100-甲市/scenarios.yice': about('甲市职工').replace('参保地 市区', '参保地 郊区') },
      '990100-甲市',
    ],
    ['of a vocabulary it inherits from', { ...country, '000000-省/词汇.yice': vocabulary.replace('县区 }', '县区') }, '990100-甲市'],
    [
      'of an amendment that stands elsewhere',
      { ...country, '000000-省/修订.yice': '修订 “甲市职工” 发布 2023-01-01 自 2023-01-01 起 { 门诊.报销比例 由 61% 改为 70% }' },
      '990100-甲市',
    ],
    ['anywhere, when everything is built', country, undefined],
  ])('refuses an error %s', async (_, texts, folder) => {
    const { file, diagnostics } = await compile(files(texts), folder === undefined ? {} : { folder });
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(file).toBeUndefined();
  });

  it('an error of another area is not in the way', async () => {
    const { file, diagnostics } = await compile(files(country), { folder: '990100-甲市' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['names/unknown']);
    expect(file).toBeDefined();
  });

  it('one file is built with the amendments that stand beside it', async () => {
    const amended = {
      ...country,
      '990100-甲市/修订.yice': '修订 “甲市职工” 发布 2023-01-01 自 2023-01-01 起 { 门诊.报销比例 由 60% 改为 70% }',
    };
    const { file } = await compile(files(amended), { folder: '990100-甲市/职工.yice' });
    expect(file?.ir.policies[0]?.versions).toHaveLength(2);
    expect(file?.manifest.files.map(({ path }) => path)).toContain('990100-甲市/修订.yice');
  });

  it('despite errors it has what is without', async () => {
    const { file } = await compile(files(country), { despiteErrors: true });
    expect(file?.ir.policies.map(({ id }) => id)).toEqual(['甲市职工']);
  });

  it('an empty folder builds nothing', async () => {
    expect((await compile(files(country), { folder: '990300-丙市' })).file).toBeUndefined();
  });
});

describe('the bytes', () => {
  it('are the same whatever the order of the files', async () => {
    const own = {
      '990100-甲市/居民.yice': policyText(outpatient('50%'), '甲市居民'),
      '000000-省/词汇.yice': vocabulary,
      '990100-甲市/职工.yice': city,
      '990100-甲市/scenarios.yice': about('甲市职工'),
    };
    const turned = Object.fromEntries(Object.entries(own).reverse());
    const [one, other] = [await ready(files(own), '990100-甲市'), await ready(files(turned), '990100-甲市/')];
    expect(one.digest).toBe(other.digest);
    expect(one.bytes).toBe(other.bytes);
  });

  it('differ when any text that went in differs, even in a comment', async () => {
    const [one, other] = [await readyFrom(policyText(outpatient())), await readyFrom(`${policyText(outpatient())}// 注\n`)];
    expect(one.digest).not.toBe(other.digest);
  });

  it('are what the runtime reads, under the digest that was printed', async () => {
    const { bytes, digest } = await readyFrom(policyText(outpatient()));
    const read = await loadBundle(new TextEncoder().encode(bytes), digest === undefined ? {} : { expectDigest: digest });
    expect(read.ok && read.bundle.digest).toBe(digest);
  });

  it('a yearly change is new data under old code', async () => {
    const { file } = await readyFrom(`${policyText(outpatient())}
修订 “甲” 发布 2022-12-01 自 2023-01-01 起 { 门诊.报销比例 由 60% 改为 62.5% }
修订 “甲” 发布 2023-12-01 自 2024-01-01 起 { 门诊.报销比例 由 62.5% 改为 70% }`);
    expect(file?.ir.policies[0]?.programs).toHaveLength(1);
    expect(file?.ir.policies[0]?.versions.map(({ program }) => program)).toEqual([0, 0, 0]);
  });
});
