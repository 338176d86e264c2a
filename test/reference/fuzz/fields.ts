/** What a drawn policy declares before its rules: its settings, fields, bill, payers and lists; written out, or taken from a vocabulary. */
import type { Dice } from './dice.ts';

const ROUNDINGS = ['四舍五入到分', '四舍五入到分', '四舍五入到分', '去尾到分', '进一到分', '四舍五入到角', '去尾到元', '四舍五入到元'];

const about = (name: string, entry: string): string => `政策 “${name}” {
  统筹区 “990100” 甲市
  险种 职工
  入口 ${entry}
  自 2022-01-01 起
  发布 2021-12-01`;

/** Lines that the policies of one place may share. */
const shared = (dice: Dice): string => `
  版本日 就诊日
  归属日 ${dice.once(3) ? '结算日' : '就诊日'}
  支付舍入 ${dice.pick(ROUNDINGS)}
  撤销后 ${dice.once(3) ? '不重算' : '重算'}
  金额上限 ${dice.once(40) ? '3万元' : '1000万元'}
  建账日 2022-01-01
  字段 参保人 : 文本
  字段 就诊日 : 日期
  字段 结算日 : 日期`;

const SHARED = '版本日、归属日、支付舍入、撤销后、金额上限、建账日、参保人、就诊日、结算日';

/** The head of a policy that writes everything itself; sometimes its events are those of an employer. */
export function settings(name: string, entry: string, dice: Dice): string {
  const subject = entry !== '结算' && dice.once(2) ? '\n  主体 单位\n  字段 单位 : 文本' : '';
  return `${about(name, entry)}${shared(dice)}${subject}\n`;
}

const FIELDS = `
  字段 类别 : 枚举 { 普通门诊 “11”、普通住院 “21”、慢特病 “14” } 接口 “med_type” 接口 “aka130” 版本 “旧接口” { 普通门诊 “21”、慢特病 “7” } 接口 “med_type” 版本 “甲省” { 普通住院 “11” }
  字段 等级 : 枚举 { 三级、二级、一级 } 接口 “hosp_lv”
  字段 人员 : 枚举 { 在职 “1”、退休 “2” } 于 就诊日
  字段 身份 : 集合 { 特困、低保、残疾 } 于 就诊日
  字段 年龄 : 整数 0 至 120 于 就诊日
  字段 次 : 整数 1 以上
  字段 参保日 : 日期 于 就诊日
  字段 出生日 : 日期 于 就诊日
  字段 缴费月数 : 月数 于 就诊日
  字段 备案 : 布尔
  字段 编码 : 文本
  字段 系数 : 数
  字段 折扣 : 比例
  字段 余额 : 分额
  字段 补贴 : 分额 可无
  字段 冻结起 : 日期 可无 于 就诊日
  字段 到院 : 时刻
  字段 离院 : 时刻 可无`;
const BILL = `
  费用 总额 = 政策范围内 + 先行自付 + 全自费
  付方 统筹基金 : 基金
  付方 大病基金 : 基金
  付方 救助基金 : 财政
  付方 个人账户 : 账户
  付方 定点医院 : 医院
  付方 商业险 : 商保`;
const LISTS = `
  明细 项目 { 字段 编码 : 文本; 字段 价 : 分额; 字段 类 : 枚举 { 药品、材料 }; 字段 日 : 日期; 字段 数量 : 数; 字段 折价 : 分额 可无 }
  明细 共济人 { 字段 户主 : 文本; 字段 余 : 分额; 字段 可用 : 布尔 }`;

const NAMES =
  '类别、等级、人员、身份、年龄、次、参保日、出生日、缴费月数、备案、编码、系数、折扣、余额、补贴、冻结起、到院、离院、总额、统筹基金、大病基金、救助基金、个人账户、定点医院、商业险';

/** How the policies of one text declare what they read. */
export interface Declared {
  /** Stands before the policies. */
  readonly vocabulary: string;
  /** A policy up to its rules. */
  readonly head: (name: string) => string;
  /** A policy above, that others take from: up to its rules. */
  readonly above: (name: string) => string;
}

/** Written out in each policy, or taken by each from one vocabulary. */
export function declared(dice: Dice, lists: boolean, taken: boolean): Declared {
  const own = `${FIELDS}${BILL}${lists ? LISTS : ''}`;
  const above = (name: string): string => `政策 “${name}” {
  统筹区 “990000” 乙省
  入口 只供继承
  自 2022-01-01 起
  发布 2021-12-01
  继承 “甲市词汇” : ${SHARED}、${NAMES}${lists ? '、项目、共济人' : ''}
`;
  if (!taken) return { vocabulary: '', head: (name) => `${settings(name, '结算', dice)}${own}\n`, above };
  return {
    vocabulary: `词汇 “甲市词汇” {${shared(dice)}${own}\n}\n`,
    head: (name) => `${about(name, '结算')}\n  继承 “甲市词汇” : ${SHARED}、${NAMES}${lists ? '、项目、共济人' : ''}\n`,
    above,
  };
}
