/** What is printed from a tree reads as that tree, for every text that can be read whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tree } from '../../../language/2-syntax/nodes/policy.ts';
import { parse } from '../../../language/2-syntax/parse.ts';
import { format } from '../../../language/format/format.ts';
import { printBlocks, printChange, printItem } from '../../../language/format/print/print.ts';
import { sentence } from '../../kit/arbitraries/sentence.ts';
import { policyTexts } from '../../kit/arbitraries/text.ts';
import { meaning } from '../../kit/spans.ts';

const treeOf = (text: string): Tree => parse({ path: '', text }).tree;
const textsBelow = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yice'))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const);

/** Where what was printed reads as something else, in a form that shows the place. */
function reads(text: string): void {
  const tree = treeOf(text);
  if (!tree.complete) return;
  for (const language of ['zh', 'en'] as const) {
    const printed = printBlocks(tree.items, language);
    const again = treeOf(printed);
    expect(meaning(again.items), printed).toEqual(meaning(tree.items));
    expect(format(printed).text).toBe(printed);
  }
}

const written = [
  ...policyTexts.map(({ path, text }) => [path, text] as const),
  ...['test/shapes', 'test/examples', 'test/language/constructs'].flatMap(textsBelow),
];

describe('printed text', () => {
  it.each(written)('of %s reads as the same tree', (_, text) => reads(text));

  it('reads as the same tree, whatever sentences stand in it', () => {
    fc.assert(fc.property(sentence, reads), { numRuns: Number(process.env.RUNS ?? 300) });
  });

  it.each([
    ['a ÷ (b × c)'],
    ['a + (b - c)'],
    ['(a 且 b) 且 c'],
    ['(如果 a 则 1 否则 2) + 3'],
    ['(合计 甲.金额 逐项 甲 于 项 当 甲.类 是 药) + 5元'],
    ['取大(0元, a - (b - c))'],
    ['(非 a) = 真'],
    ['(x 于 d) 于 e'],
    ['(a = b) = c'],
    ['合计 (1 ÷ 合计) 逐项 甲 于 个人'],
    ['合计 (sum) 逐项 甲 于 个人'],
    ['(待定 “原文” 不晚于 甲) 于 乙'],
    ['(待定 “原文” 候选 1、2) 于 乙'],
    ['合计 (甲 是 次数) 逐项 甲 于 个人'],
  ])('keeps the brackets that %s needs', (formula) => reads(`政策 “甲” {\n定义 丁 : 数 = ${formula}\n}\n`));

  it('puts the word before a bound that is a day', () => reads('修订 “甲” {\n新增 明细 甲 { 字段 甲 : 整数 不超过 2023-03-15 }\n}\n'));

  it('says of each inherited name alone on which day it is read', () => reads('政策 “甲” {\n继承 乙 : 丙 于 丁、丙\n}\n'));

  it('shows an item and a change alone', () => {
    const [policy, amendment] = treeOf(
      '政策 “甲” {\n待遇 住院 { 适用 真\n起付线 430元 每次\n}\n}\n修订 “甲” { 住院.起付线 由 430元 改为 500元 }\n',
    ).items;
    expect(policy?.kind === 'policy' && policy.items.map((item) => printItem(item))).toEqual([
      '  待遇 住院 {\n    适用 真\n    起付线 430元 每次\n  }',
    ]);
    expect(amendment?.kind === 'amendment' && amendment.changes.map((change) => printChange(change, 'en'))).toEqual([
      '  住院.deductible from 430 yuan becomes 500 yuan',
    ]);
  });
});
