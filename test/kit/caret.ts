import { readFileSync } from 'node:fs';
import { parse } from '../../language/2-syntax/parse.ts';
import { check } from '../../language/3-check/check.ts';
import type { Position, ServiceState } from '../../language/services/state.ts';

const NATIONAL = { path: '000000-国家/词汇.yice', text: readFileSync('policies/000000-国家/词汇.yice', 'utf8') };
const PATH = '990100-甲市/政策.yice';

/** A text with `‸` where the caret is → what services are asked with. */
export function withCaret(marked: string): { readonly state: ServiceState; readonly at: Position; readonly text: string } {
  const offset = marked.indexOf('‸');
  if (offset < 0) throw new Error('the text has no ‸');
  const text = marked.replace('‸', '');
  const files = [NATIONAL, { path: PATH, text }];
  const parsed = files.map(parse);
  const { symbols } = check({ files, documents: [] }, parsed);
  const states = files.map((file, index) => {
    const one = parsed[index];
    if (!one) throw new Error('every file is parsed');
    return [file.path, { ...file, tree: one.tree, tokens: one.tokens }] as const;
  });
  return { state: { files: new Map(states), symbols }, at: { file: PATH, offset }, text };
}

/** A small policy around some lines. */
export const inPolicy = (lines: string, after = ''): string => `政策 “甲市职工医保” {
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
  继承 “国家医保词汇” : 参保人、就诊日、医疗类别、机构等级、人员类别、总额、统筹基金
  累计 年起付 = 合计 门诊.起付 每 参保人、自然年(归属日)
  定义 门诊比例 : 比例 = 50%
  待遇 门诊 {
    适用 医疗类别 是 普通门诊
    起付线 200元 累计于 年起付
    报销比例 门诊比例
    支付 由 统筹基金 从 政策范围内
  }
${lines}
}
${after}`;
