/** Policies of stays: split at the turn of a period, with visits that become part of them, and sums that a later law begins to count. */
import type { Dice } from './dice.ts';
import { settings } from './fields.ts';
import { amount, share } from './formulas.ts';

const FIELDS = `
  字段 入院日 : 日期
  字段 出院日 : 日期
  字段 到院 : 时刻
  字段 入院时 : 时刻
  字段 类别 : 枚举 { 普通住院 “21”、急诊 “13”、门诊 “11” }
  字段 身份 : 集合 { 特困、低保 } 于 就诊日
  字段 次 : 整数 1 以上
  字段 备注 : 文本 可无
  费用 总额 = 政策范围内 + 先行自付 + 全自费
  付方 统筹基金 : 基金
  付方 大病基金 : 基金
  付方 救助基金 : 财政
  付方 个人账户 : 账户
  明细 项目 { 字段 金额 : 分额; 字段 范围内 : 布尔; 字段 发生日 : 日期; 字段 编码 : 文本 }`;

const COMPUTED = `
  算得 政策范围内 = 合计 甲.金额 逐项 甲 于 项目 当 甲.范围内
  算得 全自费 = 合计 甲.金额 逐项 甲 于 项目 当 非 甲.范围内`;

/** A policy of stays; `what` of the two words it uses is drawn. */
export function stayText(dice: Dice): string {
  const splits = !dice.once(4);
  const items = splits || dice.once(2);
  const period = dice.pick(['年末', '年末', '季末', '月末', '医保年度(7, 1)']);
  const key = dice.pick(['自然年(归属日)', '自然年(归属日)', '季度(归属日)', '自然月(归属日)', '医保年度(归属日, 7, 1)']);
  const by = dice.once(12) ? '' : ' 按 项目.发生日';
  const which = dice.pick([
    '',
    ' 当 类别 是 普通住院',
    ' 当 类别 是 普通住院',
    ' 当 类别 是 普通住院 且 次 不超过 3',
    ' 当 身份 含 低保 或 类别 是 普通住院',
  ]);
  const lines = splits ? [`  拆单 于 ${period} 自 入院日 至 出院日${by}${which}`] : [];
  if (!splits || !dice.once(3))
    lines.push(
      `  并单 当 类别 是 ${dice.pick(['急诊', '急诊、门诊'])} 并入 类别 是 普通住院 自 就诊日 至 入院日 ${dice.pick(['3天', '0天', '30天'])} 以内`,
    );
  if (dice.once(3))
    lines.push(`  并单 当 类别 是 门诊 且 次 ≥ 2 并入 类别 是 普通住院 自 到院 至 入院时 ${dice.pick(['72小时', '24小时', '2天'])} 以内`);
  const [was, is] = [`${dice.between(50, 95)}%`, share(dice)];
  const cap = dice.pick([amount(dice, 20_000), '5万元', '20万元']);
  lines.push(
    `  参数 住院比例 : 比例 = ${was}`,
    `  累计 年支付 = 合计 住院.支付 + 急诊.支付 每 参保人、${key}`,
    `  累计 起付累 = 合计 住院.起付 每 参保人${dice.once(2) ? `、${key}` : ''}`,
    '  累计 住院次数 = 次数 当 类别 是 普通住院 每 参保人、自然年(归属日)',
    `  定义 标准 : 金额 = ${amount(dice, 800)} × 连乘(50%, 取小(已累计(住院次数), ${dice.between(1, 4)}))`,
    `  待遇 住院 {
    适用 类别 是 普通住院
    起付线 标准 ${dice.once(2) ? '累计于 起付累' : '每次'}
    报销比例 住院比例
    限额 支付 ${cap} 累计于 年支付
    支付 由 统筹基金 从 政策范围内
  }`,
    `  待遇 急诊 {
    适用 类别 是 急诊、门诊
    起付线 ${dice.once(2) ? '0元' : amount(dice, 200)} 每次
    报销比例 ${share(dice)}
    限额 支付 ${dice.once(2) ? `${cap} 累计于 年支付` : `${amount(dice, 20_000)} 每次`}
    支付 由 统筹基金 从 政策范围内
  }`,
  );
  const ill = dice.once(3);
  if (ill)
    lines.push(
      `  累计 最贵 = 最大 政策范围内 每 参保人、${key}`,
      `  支付 大病 由 大病基金 从 政策范围内 = 取小(余(政策范围内, 经 住院.支付、急诊.支付), 已累计(最贵) × ${share(dice)})`,
    );
  if (dice.once(4)) lines.push(`  累计 药费 = 合计 甲.金额 逐项 甲 于 项目 每 参保人、甲.编码`, '  累计 来过 = 集合 类别 每 参保人');
  const head = settings('甲市住院', '结算', dice).replace('版本日 就诊日', `版本日 ${dice.pick(['出院日', '就诊日'])}`);
  const placed = head.replace(/归属日 \S+/u, splits || dice.once(2) ? '归属日 出院日' : '归属日 就诊日');
  const text = `${placed}${FIELDS}${items ? COMPUTED : ''}\n${lines.join('\n')}\n}\n`;
  const changes = was === is ? [] : [`  住院比例 由 ${was} 改为 ${is}`];
  if (!dice.once(3)) changes.push(...lookingBack(dice, key, ill ? '、大病' : ''));
  const amended = `修订 “甲市住院” 发布 ${dice.pick(['2022-12-01', '2023-03-15'])} 自 ${dice.pick(['2023-01-01', '2023-07-01'])} 起 {\n${changes.join('\n')}\n}\n`;
  return changes.length > 0 && !dice.once(4) ? `${text}${amended}` : text;
}

/** Sums that a later law begins to count, with what came before it; a payment reads them. */
function lookingBack(dice: Dice, key: string, before: string): readonly string[] {
  const paid = dice.pick(['住院.支付', '住院.支付 + 急诊.支付', '急诊.支付 + 住院.起付']);
  const lines = [`  新增 累计 追年 = 合计 ${paid} 每 参保人、${key} 期初 追溯`];
  const less = [' - 已累计(追年)'];
  if (dice.once(3)) {
    lines.push(`  新增 累计 追高 = 最大 ${dice.pick(['政策范围内', '急诊.支付'])} 每 参保人 期初 追溯`);
    less.push(` - 已累计(追高) × ${share(dice)}`);
  }
  if (dice.once(3)) {
    const which = `类别 是 ${dice.pick(['急诊', '普通住院'])}${dice.once(2) ? ' 且 次 ≥ 2' : ''}`;
    lines.push(`  新增 累计 追次 = 次数 当 ${which} 每 参保人、自然年(归属日) 期初 追溯`);
    less.push(` - ${amount(dice, 500)} × 已累计(追次)`);
  }
  const most = `取大(0元, ${dice.between(1, 30)}000元${less.join('')})`;
  lines.push(`  新增 支付 追补 由 救助基金 从 政策范围内 = 取小(余(政策范围内, 经 住院.支付、急诊.支付${before}), ${most})`);
  return lines;
}
