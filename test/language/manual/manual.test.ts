import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, renderDiagnostic } from '../../../language/index.ts';
import { KEYWORD_IDS, KEYWORDS } from '../../../language/keywords.ts';
import { pageName } from '../../../language/services/hover.ts';
import { fencesOf } from './fences.ts';

const FOLDER = 'language/manual/';
const ofKeywords = new Set(KEYWORD_IDS.map(pageName));
const pages = readdirSync(FOLDER).filter((name) => ofKeywords.has(name));
const textOf = (name: string): string => readFileSync(FOLDER + name, 'utf8');
const NATIONAL = { path: '000000-国家/词汇.yice', text: readFileSync('policies/000000-国家/词汇.yice', 'utf8') };

/** The policy that the examples are lines of. */
const around = (items: string): string => `政策 “示例市职工医保” {
  统筹区 “990100” 示例市
  险种 职工
  入口 结算
  自 2023-01-01 起
  发布 2022-12-01
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  继承 “国家医保词汇” : 参保人、就诊日、医疗类别、机构等级、人员类别、身份、总额、统筹基金、救助基金、大病基金、企业补充
  字段 认定病种数 : 整数 0 以上 于 就诊日
  累计 年起付 = 合计 门诊.起付 每 参保人、自然年(归属日)
  待遇 门诊 {
    适用 医疗类别 是 普通门诊、门诊慢特病
    起付线 200元 累计于 年起付
    报销比例 50%
    支付 由 统筹基金 从 政策范围内
  }
${items}
}
`;

const TOP = new RegExp(
  `^(${(['policy', 'vocabulary', 'amendment', 'scenario', 'property', 'reconcile'] as const).map((id) => KEYWORDS[id].zh).join('|')})\\s`,
  'u',
);

/** The example as a whole file: alone when it is a file's block, else as lines of the policy. */
const wholeOf = (example: string): string => (TOP.test(example) ? `${around('')}\n${example}` : around(example));

const errorsOf = async (text: string): Promise<string[]> => {
  const { diagnostics } = await compile({ files: [NATIONAL, { path: '990100-示例市/政策.yice', text }], documents: [] });
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((one) => renderDiagnostic(one, () => text, { lang: 'zh', colour: false }));
};

describe('keyword pages', () => {
  it('stand for every keyword that can be written today', () => {
    expect([...ofKeywords].filter((name) => !pages.includes(name))).toEqual([]);
  });

  it.each(pages)('%s: both languages, and examples without errors', async (name) => {
    const [heading = '', zh = '', en = ''] = textOf(name).trim().split('\n\n');
    expect(heading).toMatch(/^# \S+ · \S+$/u);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z0-9\p{Script=Han}]/u);
    for (const { language, kind, text } of fencesOf(textOf(name))) {
      expect(language).toBe('yice');
      expect(await errorsOf(kind === 'file' ? text : wholeOf(text))).toEqual([]);
    }
  });
});
