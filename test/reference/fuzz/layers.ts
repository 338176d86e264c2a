/** A policy that stands on the first. */
import type { Dice } from './dice.ts';
import type { Declared } from './fields.ts';
import type { Scope } from './formulas.ts';
import { amount, condition, formula, share } from './formulas.ts';

const DIGITS = '甲乙丙丁戊己庚辛';

export function layerText(dice: Dice, declared: Declared, paid: readonly string[], parts: string): string {
  const scope: Scope = { dice, known: new Map(), lists: false, open: 0 };
  const names = paid.map((address, at) => [address, `下${DIGITS[at] ?? ''}`] as const);
  scope.known.set(
    '金额',
    names.map(([, name]) => name),
  );
  const after = names.map(([, name]) => name).join('、');
  return `${declared.head('甲市补充保险')}
  引用 “甲市职工医保” : ${names.map(([address, name]) => `${address} 为 ${name}`).join('、')}
  定义 补足(赔付 : 金额, 最低 : 金额) : 金额 = 取大(0元, 最低 - 赔付)
  分段 段 {
    至 3000元 : 0%
    以上 : ${share(dice)}
  }
  累计 年补充 = 合计 补充.支付 每 参保人、自然年(归属日)
  累计 年负担 = 合计 个人 每 参保人、自然年(归属日)
  待遇 补充 {
    适用 ${dice.once(2) ? '真' : condition(scope)}
    基数 余(${parts}, 经 ${after})
    起付线 ${dice.once(2) ? amount(dice, 500) : `取大(0元, ${formula('金额', scope, 1)})`} 每次
    ${dice.once(2) ? '分段 段' : `报销比例 ${share(dice)}`}
    限额 支付 ${amount(dice)} 累计于 年补充
    支付 由 大病基金 从 ${parts}
  }
  支付 救助 由 救助基金 从 ${parts} = 取大(0元, 取小(余(${parts}, 经 ${after}、补充.支付), 已累计(年负担) × ${share(dice)}))
  分配 账户分担 = 个人 依次于 余额
  支付 账户支付 由 个人账户 从 政策范围内、先行自付、全自费 = 账户分担.合计
}
`;
}
