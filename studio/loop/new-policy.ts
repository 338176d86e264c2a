/** Where a policy begins that has nothing yet. Pure. */

/**
 * A policy of a folder with one benefit. INVARIANT: it holds as it is, and every amount and day of it is open: what is not filled in stops
 * and is never guessed. Stands in the rules, in their language.
 */
export function newPolicyText(folder: string, name: string): string {
  // A folder that is not called by its area: the area is still to be written, and its name says so.
  const [, code, area] = /^(\d{6})-(.+)$/u.exec(folder) ?? ['', '000000', '待填'];
  const benefit = '新待遇';
  return `政策 “${name}” {
  统筹区 “${code}” ${area}
  险种 待定 “还没有填险种”
  入口 结算
  自 待定 “还没有填从哪天起执行” 起
  发布 待定 “还没有填发布日”
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  继承 “国家医保词汇” : 参保人、就诊日、医疗类别、人员类别、总额、统筹基金

  累计 年支付 = 合计 ${benefit}.支付 每 参保人、自然年(归属日)

  定义 各类比例 : 比例 =
    | 人员类别 | →                             |
    | 在职     | 待定 “还没有填在职的报销比例” |
    | 退休     | 待定 “还没有填退休的报销比例” |

  待遇 ${benefit} {
    适用 医疗类别 是 普通门诊
    起付线 待定 “还没有填起付线” 每次
    报销比例 各类比例
    限额 支付 待定 “还没有填年限额” 累计于 年支付
    支付 由 统筹基金 从 政策范围内
  }
}
`;
}
