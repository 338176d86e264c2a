import { expect, it } from 'vitest';
import { parse } from '../../../../language/2-syntax/parse.ts';
import { check } from '../../../../language/3-check/check.ts';
import { blocksOf, fileOf, vocabulary } from '../../constructs/blocks.ts';

const block = blocksOf('benefit/accepted.yice')[0] ?? { title: '', codes: [], text: '' };
const chain = (length: number, first: string, next: (before: string) => string): string =>
  Array.from(
    { length },
    (_, index) =>
      `定义 甲${'零一二三四五六七八九'[Math.floor(index / 10)]}${'零一二三四五六七八九'[index % 10]} : ${index === 0 ? first : next(`甲${'零一二三四五六七八九'[Math.floor((index - 1) / 10)]}${'零一二三四五六七八九'[(index - 1) % 10]}`)}`,
  ).join('\n');

/** Texts whose meaning doubles with every line, if each name were written out wherever it stands. */
it.each([
  [
    'conditions',
    `${chain(60, '布尔 = 身份 含 低保', (before) => `布尔 = ${before} 或 ${before}`)}\n定义 标准 : 金额 = 9元\n例外 一 当 甲五九 : 改为 5元\n例外 二 当 非 甲五九 : 改为 6元`,
  ],
  [
    'amounts in a guard',
    `${chain(60, '金额 = 1元', (before) => `金额 = 取小(${before}, ${before})`)}\n定义 标准 : 金额 = 9元\n例外 一 当 政策范围内 ≥ 甲五九 : 改为 5元\n例外 二 当 政策范围内 ≥ 9元 : 改为 6元`,
  ],
  [
    'ways to a table',
    `定义 表 : 金额 =\n  | 机构等级 | → |\n  | 三级 | 1元 |\n${chain(60, '金额 = 表', (before) => `金额 = 如果 身份 含 低保 则 ${before} 否则 ${before}`)}\n支付 补 由 大病基金 从 政策范围内 = 四舍五入到分(甲五九 × 1%)`,
  ],
  ['a constant in 断言', `${chain(60, '金额 = 1元', (before) => `金额 = 取小(${before}, ${before})`)}\n断言 “一” : 甲五九 = 1元`],
])('%s are read in time', (_, text) => {
  const files = [vocabulary, fileOf({ ...block, text })];
  const began = performance.now();
  const { diagnostics } = check({ files, documents: [] }, files.map(parse));
  expect(performance.now() - began).toBeLessThan(8_000);
  expect(diagnostics.every((one) => !one.code.startsWith('syntax/'))).toBe(true);
});
