/** A policy text of about the given number of bytes: what a large city's whole benefit catalogue could come to. */
export function largeText(bytes: number): string {
  const blocks: string[] = [];
  let size = 0;
  for (let index = 1; size < bytes; index += 1) {
    const block = blockOf(index);
    blocks.push(block);
    size += new TextEncoder().encode(block).length;
  }
  return `政策 “大市职工医保” {
  统筹区 “990900” 大市
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
  字段 病种号 : 整数 0 以上 于 就诊日
${blocks.join('')}}
`;
}

/** A benefit that only patients of its own disease have, so that no two pay one visit. */
const blockOf = (index: number): string => {
  const name = `病${letters(index)}`;
  return `
  累计 ${name}年起付 = 合计 ${name}待遇.起付 每 参保人、自然年(归属日)
  累计 ${name}年支付 = 合计 ${name}待遇.支付 每 参保人、自然年(归属日)
  定义 ${name}标准 : 金额 =
    | 人员类别 | →     |
    | 在职     | ${200 + (index % 7) * 10}元 |
    | 退休     | ${100 + (index % 5) * 10}元 |
  定义 ${name}比例 : 比例 =
    | 机构等级 ＼ 人员类别    | 在职 | 退休 |
    | 三级                  | ${50 + (index % 9)}% | ${60 + (index % 9)}% |
    | 二级、一级、未定级、药店 | ${60 + (index % 9)}% | ${70 + (index % 9)}% |
  待遇 ${name}待遇 {
    适用 医疗类别 是 门诊慢特病 且 病种号 是 ${index}
    起付线 ${name}标准 累计于 ${name}年起付
    报销比例 ${name}比例
    限额 支付 ${2000 + index}元 累计于 ${name}年支付
    支付 由 统筹基金 从 政策范围内
  }
`;
};

const DIGITS = [...'甲乙丙丁戊己庚辛壬癸'];

/** A number as Han letters, because a digit ends a name. */
export const letters = (index: number): string => [...String(index)].map((digit) => DIGITS[Number(digit)]).join('');
