/** Policies of the other entries: cash benefits, contributions, clearings; and accounts of a family. */
import type { Dice } from './dice.ts';
import { settings } from './fields.ts';
import { amount, share } from './formulas.ts';

const WAGES = `
  字段 工资 : 分额
  字段 单位类型 : 枚举 { 企业、机关 }
  字段 天数 : 整数 0 以上
  字段 缓 : 布尔
  付方 生育基金 : 基金
  付方 个人账户 : 账户
  付方 用人单位 : 单位
  付方 职工 : 个人
  付方 财政 : 财政`;

export function cashBenefitText(dice: Dice): string {
  const [was, is] = [`${dice.between(1000, 4000)}元`, `${dice.between(4001, 9000)}元`];
  return `${settings('甲市生育津贴', '现金待遇', dice)}${WAGES}
  参数 下限 : 金额 = ${was}
  定义 基数 : 金额 = 取小(取大(工资, 下限), ${dice.between(9000, 20000)}元)
  累计 年津贴 = 合计 津贴 每 参保人、自然年(归属日)
  累计 划入额 = 合计 划入 每 参保人、自然月(归属日)
  支付 津贴 由 生育基金 = ${dice.once(2) ? '基数 ÷ 30 × 天数' : `取小(基数 × ${share(dice)}, 取大(0元, ${amount(dice, 9000)} - 已累计(年津贴)))`} 当 天数 ≥ ${dice.below(3)}
  支付 划入 由 生育基金 入 个人账户 = ${dice.once(2) ? `工资 × ${share(dice)}` : `取大(0元, ${amount(dice)} - 已累计(划入额))`} 当 单位类型 是 企业
}
修订 “甲市生育津贴” 发布 2023-05-01 自 2023-01-01 起 {
  下限 由 ${was} 改为 ${is}
}
`;
}

export function contributionText(dice: Dice): string {
  const rate = dice.between(4, 12);
  const late = dice.once(4) ? '待定 “未写到期日”' : dice.once(2) ? '2023-03-31' : '就诊日 + 3个月';
  return `${settings('甲市职工缴费', '筹资', dice)}${WAGES}
  参数 下限 : 金额 = 4433元
  定义 基数 : 金额 = 取小(取大(工资, 下限), 22164元)
  累计 缓缴余额 = 合计 单位缓缴 - 单位补缴 每 参保人
  应缴 单位应缴 = 基数 × ${rate}% 当 天数 ≥ 1
  应缴 个人应缴 = ${dice.once(2) ? '基数 × 2%' : amount(dice, 500)}
  应缴 到期 = 已累计(缓缴余额) 当 天数 > 5
  支付 单位缴 由 用人单位 = 单位应缴 当 天数 ≥ 1 且 非 缓
  缓缴 单位缓缴 由 用人单位 至 ${late} = 单位应缴 当 天数 ≥ 1 且 缓
  支付 单位补缴 由 用人单位 = 到期 当 天数 > 5
  支付 资助 由 财政 = 取小(个人应缴, ${amount(dice, 400)}) 当 单位类型 是 机关
  支付 个人缴 由 职工 = 个人应缴 - 资助${dice.once(4) ? ' + (如果 天数 = 5 则 0.01元 否则 0元)' : ''}
}
`;
}

export function clearingText(dice: Dice): string {
  const remainder = dice.pick(['最大项', '首项', '末项', '基金']);
  return `${settings('甲市清算', '清算', dice)}
  明细 批 { 字段 病例 : 文本; 字段 点数 : 整数 0 至 5000; 字段 标准 : 分额; 字段 已付 : 分额; 字段 中医 : 布尔 }
  字段 可分配额 : 分额
  付方 统筹基金 : 基金
  定义 总点数 : 整数 = 取大(1, 合计 甲.点数 逐项 甲 于 批 当 甲.点数 > ${dice.below(2)})
  累计 年拨付 = 合计 拨付额 每 参保人、自然年(归属日)
  拨付 病组拨付 由 统筹基金 逐项 甲 于 批 = (如果 甲.中医 则 甲.标准 × ${share(dice)} 否则 甲.标准) - 甲.已付 当 甲.标准 > ${amount(dice, 300)}
  拨付 点数结算 由 统筹基金 从 可分配额 逐项 甲 于 批 = 四舍五入到分(可分配额 × 甲.点数 ÷ 总点数) 当 甲.点数 > ${dice.below(2)} 尾差归 ${remainder}
  定义 拨付额 : 金额 = 病组拨付 + 点数结算
}
`;
}
