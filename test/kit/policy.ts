/** Policies for tests: from texts in the test, or the real ones; compiled whole, or the test ends with what is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Compiled } from '../../language/compile.ts';
import { compile } from '../../language/compile.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Workspace } from '../../language/model/workspace.ts';
import type { LoadedBundle } from '../../runtime/index.ts';
import { loadUnverified } from '../../runtime/index.ts';

export interface Ready extends Compiled {
  readonly loaded: LoadedBundle;
  readonly bytes: string;
}

/** The texts as files 1.yice, 2.yice … */
export const workspaceOf = (...texts: readonly string[]): Workspace => ({
  files: texts.map((text, index) => ({ path: `${index + 1}.yice`, text })),
  documents: [],
});

const said = ({ code, what, labels: [place] }: Diagnostic): string => `${code} ${place?.span.file}:${place?.span.start} ${what.zh}`;

/** A compiled workspace, loaded. @throws Error with every finding when it has an error */
export async function ready(workspace: Workspace, folder?: string): Promise<Ready> {
  const compiled = await compile(workspace, folder === undefined ? {} : { folder });
  const { file, digest, bytes, diagnostics } = compiled;
  if (!file || digest === undefined || bytes === undefined) throw new Error(`does not compile:\n${diagnostics.map(said).join('\n')}`);
  return { ...compiled, bytes, loaded: loadUnverified(file, digest) };
}

/** The same from texts. */
export const readyFrom = (...texts: readonly string[]): Promise<Ready> => ready(workspaceOf(...texts));

const root = 'policies';

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** The real policies with their documents. */
export function realPolicies(): Workspace {
  const all = filesBelow(root).map((path) => ({ path: relative(root, path).split('\\').join('/'), text: readFileSync(path, 'utf8') }));
  return { files: all.filter(({ path }) => path.endsWith('.yice')), documents: all.filter(({ path }) => path.endsWith('.txt')) };
}

const SETTLED = /^\s*入口 (?!只供继承)/mu;

/** Folders of areas under whose policies something is settled. */
export const areas = (): readonly string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => filesBelow(join(root, name)).some((path) => path.endsWith('.yice') && SETTLED.test(readFileSync(path, 'utf8'))));

const settings = (name: string): string => `
  统筹区 “990100” 甲市
  险种 ${name.includes('居民') ? '居民' : '职工'}
  入口 结算
  自 2022-01-01 起
  发布 2021-12-01
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  字段 参保人 : 文本
  字段 就诊日 : 日期
  字段 医疗类别 : 枚举 { 普通门诊 “11”、普通住院 “21” }
  字段 人员类别 : 枚举 { 在职 “11”、退休 “12” } 于 就诊日
  字段 身份 : 集合 { 特困、低保 } 于 就诊日
  字段 次 : 整数 1 以上
  费用 总额 = 政策范围内 + 全自费
  付方 统筹基金 : 基金
  付方 大病基金 : 基金
`;

/** A whole policy called 甲 from the lines that a test is about. */
export const policyText = (lines: string, name = '甲'): string => `政策 “${name}” {${settings(name)}${lines}\n}\n`;

/** A benefit that pays `ratio` of what is above a yearly deductible, up to a yearly cap. */
export const outpatient = (ratio = '60%', deductible = '200元', cap = '2000元'): string => `
  累计 年起付 = 合计 门诊.起付 每 参保人、自然年(归属日)
  累计 年支付 = 合计 门诊.支付 每 参保人、自然年(归属日)
  待遇 门诊 {
    适用 医疗类别 是 普通门诊
    起付线 ${deductible} 累计于 年起付
    报销比例 ${ratio}
    限额 支付 ${cap} 累计于 年支付
    支付 由 统筹基金 从 政策范围内
  }
`;
