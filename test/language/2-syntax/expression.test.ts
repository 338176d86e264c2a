import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../language/2-syntax/node.ts';
import { parse } from '../../../language/2-syntax/parse.ts';
import { showExpression } from '../../kit/notation.ts';

/** The expression of a text, shown with its grouping; codes of what is wrong with it. */
function read(text: string): string {
  const { tree, diagnostics } = parse({ path: '', text: `政策 “甲” {\n定义 乙 : 金额 = ${text}\n}` });
  if (diagnostics.length > 0) return diagnostics.map(({ code }) => code).join(' ');
  const [policy] = tree.items;
  const item = policy?.kind === 'policy' ? policy.items[0] : undefined;
  return item?.kind === 'definition' ? showExpression(item.value as Expression) : 'no definition';
}

describe('expressions', () => {
  it.each([
    ['a + b - c', '((a + b) - c)'],
    ['a + b × c ÷ d', '(a + ((b × c) ÷ d))'],
    ['(a + b) * c', '((a + b) × c)'],
    ['-5元', '-5 yuan'],
    ['a - -5元', '(a - -5 yuan)'],
    ['a = b 且 c < d', '((a = b) and (c < d))'],
    ['a 或 b 或 c', '(a or b or c)'],
    ['(a 且 b) 或 c', '((a and b) or c)'],
    ['非 a 是 甲 且 b', '(not (a is 甲) and b)'],
    ['a != b', '(a ≠ b)'],
    ['a ＜＝ b', '(a ≤ b)'],
    ['a 是 甲、乙', '(a is 甲、乙)'],
    ['a 是 甲, 乙', '(a is 甲、乙)'],
    ['f(a 是 甲、乙, b)', 'f((a is 甲、乙), b)'],
    ['a 是 2 以上', '(a is =2‥∞)'],
    ['a 不超过 3.7万元', '(a is ∞‥=37000 yuan)'],
    ['a 满 5年 且 b', '((a is =5 years‥∞) and b)'],
    ['身份 含 低保、特困', '(身份 has 低保、特困)'],
    ['如果 a 则 1元 否则 b + 2元', '(if a then 1 yuan else (b + 2 yuan))'],
    ['如果 a 则 如果 b 则 1 否则 2 否则 3', '(if a then (if b then 1 else 2) else 3)'],
    ['待定 “理由”', 'open "理由"'],
    ['待定 “理由” 候选 1元、2元 不早于 2023-01-01 不晚于 2024-01-01', 'open "理由" of 1 yuan、2 yuan from 2023-1-1 till 2024-1-1'],
    ['暂按 70% 待定 “理由”', '(assume 70 percent "理由")'],
    ['a × 暂按 70% 待定 “理由” + b', '((a × (assume 70 percent "理由")) + b)'],
    ['先付比例(码) 于 项.发生日', '(先付比例(码) on 项.发生日)'],
    ['合计 甲.金额 × 2 逐项 甲 于 明细单 当 甲.类 是 药', '(sum (甲.金额 × 2) each 甲 in 明细单 when (甲.类 is 药))'],
    ['次数 逐项 甲 于 明细单', '(count each 甲 in 明细单)'],
    ['最大 逐项 甲 于 明细单', '(greatest each 甲 in 明细单)'],
    ['最小 甲.额 逐项 甲 于 明细单', '(least 甲.额 each 甲 in 明细单)'],
    ['大病段(a 至 a + b)', '大病段(a … (a + b))'],
    ['大病段(a～b)', '大病段(a … b)'],
    ['余(甲、乙, 经 丙.支付、丁)', '余(甲、乙; 丙.支付、丁)'],
    ['余(甲)', '余(甲; )'],
    ['已累计(年门诊, 参保人 = 主卡人)', '已累计(年门诊, 参保人=主卡人)'],
    ['f()', 'f()'],
    ['住院标准[三级, 2 以上]', '住院标准[三级, =2‥∞]'],
    ['“2型”', '"2型"'],
    ['“2型”.支付', '2型.支付'],
    ['“f”(1)', 'f(1)'],
    ['真', 'true'],
    ['2023年3月15日', '2023-3-15'],
    ['住院.deductible', '住院.起付线'],
    ['sum + 合计', '(合计 + 合计)'],
    ['x if_any', 'syntax/trailing'],
    ['a 且 b 或 c', 'syntax/mixed-and-or'],
    ['1 < x < 5', 'syntax/chained-comparison'],
    ['f(a 至 b, c)', 'syntax/range-among-arguments'],
  ])('%s', (text, is) => expect(read(text)).toBe(is));
});
