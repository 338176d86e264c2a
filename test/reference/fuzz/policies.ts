/** Policies drawn at random, as text: benefits over definitions over fields, with cells, amendments and layers. */
import type { Dice } from './dice.ts';
import { declared } from './fields.ts';
import type { Kind, Scope } from './formulas.ts';
import { amount, condition, formula, KINDS, literal, share } from './formulas.ts';
import { layerText } from './layers.ts';
import { exceptions, resultsTable, table } from './tables.ts';

const DIGITS = '甲乙丙丁戊己庚辛';
const PERIODS = [
  '自然年(归属日)',
  '自然月(归属日)',
  '季度(归属日)',
  '归属日',
  '自然日(归属日)',
  '医保年度(归属日, 7, 1)',
  '自然年(归属日)',
];

/** What a policy is made of so far. */
interface Draft {
  readonly scope: Scope;
  readonly lines: string[];
  readonly amendments: string[];
  /** Amounts without exceptions. */
  readonly plain: string[];
  /** Names that may be taken from a policy above. */
  readonly names: string[];
}

const draft = (scope: Scope): Draft => ({ scope, lines: [], amendments: [], plain: [], names: [] });

const learn = ({ known }: Scope, kind: Kind, name: string): void => void known.set(kind, [...(known.get(kind) ?? []), name]);

/** A settlement, alone or with a layer above it. */
export function settlementText(dice: Dice): string {
  const layered = dice.once(6);
  const lists = dice.once(2);
  const own = draft({ dice, known: new Map(), lists, open: dice.once(4) ? 20 : 0 });
  const heir = dice.once(5);
  const head = declared(dice, lists, heir || dice.once(6));
  definitions(own, dice.between(2, 6));
  bandsOf(own);
  const above = heir ? { ...own, lines: own.lines.splice(0), amendments: own.amendments.splice(0) } : undefined;
  if (above) own.lines.push(taking(own));
  const paid: string[] = [];
  const parts = dice.once(3) ? '政策范围内、先行自付' : '政策范围内';
  for (let at = dice.between(1, 3); at > 0; at -= 1) paid.push(benefit(own, DIGITS[at] ?? '', paid, parts));
  extras(own, paid, parts, !layered);
  const upper = above ? `${head.above(ABOVE)}${above.lines.join('\n')}\n}\n${amended(ABOVE, above)}` : '';
  const text = `${head.vocabulary}${upper}${head.head('甲市职工医保')}${own.lines.join('\n')}\n}\n${amended('甲市职工医保', own)}`;
  return layered ? `${text}${layerText(dice, head, paid, parts)}` : text;
}

const ABOVE = '乙省办法';

/** What is taken from the policy above, with what this one writes itself instead. */
function taking({ scope: { dice, known }, names }: Draft): string {
  const kinds = new Map([...known].flatMap(([kind, all]) => all.map((name) => [name, kind] as const)));
  const instead = names.flatMap((name) => {
    const kind = kinds.get(name);
    return kind === undefined || !dice.once(5) ? [] : [[name, kind] as const];
  });
  const line = `  继承 “${ABOVE}” : ${names.join('、')}${instead.length > 0 ? ` 覆盖 ${instead.map(([name]) => name).join('、')}` : ''}`;
  return [line, ...instead.map(([name, kind]) => `  定义 ${name} : ${kind} = ${literal(kind, dice)}`)].join('\n');
}

function definitions({ scope, lines, amendments, plain, names }: Draft, count: number): void {
  const { dice, lists } = scope;
  lines.push('  定义 补足(赔付 : 金额, 最低 : 金额) : 金额 = 取大(0元, 最低 - 赔付)');
  names.push('补足', '段');
  if (lists) {
    names.push('目录比例', '身份额');
    lines.push(
      `  定义 目录比例(码 : 文本, 用药日 : 日期) : 比例 =\n    | 码 | 用药日 | → |\n    | “A1” | 2023-01-01 至 2023-06-30 | ${share(dice)} |\n    | “A1” | 2023-07-01 以上 | ${share(dice)} |\n    | “A1” | 2022-12-31 以下 | 0% |\n    | 其他 | 任意 | ${share(dice)} |`,
    );
    lines.push(`  定义 身份额(谁 : 枚举 身份) : 金额 =\n    | 谁 | → |\n    | 特困 | ${amount(dice)} |\n    | 其他 | ${amount(dice)} |`);
  }
  if (dice.once(3)) {
    const { text, results, amendment } = resultsTable(scope);
    lines.push(text);
    amendments.push(amendment);
    for (const [name, kind] of results) {
      learn(scope, kind, name);
      names.push(name);
    }
  }
  for (let at = 0; at < count; at += 1) {
    const kind = dice.once(2) ? dice.pick(['金额', '比例'] as const) : dice.pick(KINDS);
    const name = `值${DIGITS[at] ?? ''}`;
    const adjustable = kind === '金额' || kind === '比例';
    if (dice.once(4)) {
      const [was, is] = [literal(kind, dice), literal(kind, dice)];
      lines.push(`  参数 ${name} : ${kind} = ${was}${adjustable && dice.once(3) ? exceptions(name, kind, scope) : ''}`);
      if (was !== is) amendments.push(`  ${name} 由 ${was} 改为 ${is}`);
    } else {
      const value = dice.once(3) ? table(kind, scope) : formula(kind, scope, 3);
      lines.push(`  定义 ${name} : ${kind} = ${value}${adjustable && dice.once(2) ? exceptions(name, kind, scope) : ''}`);
    }
    learn(scope, kind, name);
    names.push(name);
    if (kind === '金额' && !(lines.at(-1) ?? '').includes('例外')) plain.push(name);
  }
}

function bandsOf({ scope: { dice }, lines, amendments }: Draft): void {
  const [a, b] = [dice.between(1, 20) * 100, dice.between(21, 80) * 100];
  const [first, second] = [share(dice), share(dice)];
  lines.push(`  分段 段 {\n    至 ${a}元 : ${dice.once(3) ? '0%' : first}\n    至 ${b}.5元 : ${second}\n    以上 : ${share(dice)}\n  }`);
  if (second !== '77%') amendments.push(`  段[至 ${b}.5元] 由 ${second} 改为 77%`);
}

const key = (dice: Dice): string => `参保人、${dice.once(5) ? `${dice.pick(['类别', '等级', '人员'])}、` : ''}${dice.pick(PERIODS)}`;

/** A benefit with its cells; gives the address of its payment. */
function benefit({ scope, lines, amendments, plain }: Draft, at: string, before: readonly string[], parts: string): string {
  const { dice } = scope;
  const name = `待遇${at}`;
  const base = before.length > 0 ? `余(${parts}, 经 ${before.join('、')})` : parts.replace('、', ' + ');
  const money = (most: number): string =>
    dice.once(4) ? (dice.once(12) ? formula('金额', scope, 1) : `取大(0元, ${formula('金额', scope, 1)})`) : amount(dice, most);
  const body: string[] = [
    `适用 ${dice.once(3) ? condition(scope) : dice.pick(['类别 是 普通门诊、普通住院', '真', '类别 是 普通门诊、普通住院、慢特病'])}`,
    `基数 ${base}`,
  ];
  if (!dice.once(4)) {
    const [was, is] = [`${dice.between(0, 60) * 10}元`, amount(dice, 500)];
    const simple = dice.once(2);
    const standard = simple ? was : dice.once(5) ? '' : money(500);
    const tail = standard === '' ? table('金额', { ...scope, open: 0 }) : '';
    if (dice.once(2)) {
      lines.push(`  累计 ${name}起付 = 合计 四舍五入到分(${name}.起付) 每 ${key(dice)}`);
      body.push(`起付线 ${standard} 累计于 ${name}起付${tail}`);
    } else body.push(`起付线 ${standard} 每次${tail}`);
    if (simple && was !== is) amendments.push(`  ${name}.起付标准 由 ${was} 改为 ${is}`);
  }
  if (dice.once(3)) {
    const counted = dice.once(2);
    if (counted) lines.push(`  累计 ${name}费用 = 合计 四舍五入到分(${name}.入段) 每 ${key(dice)}`);
    body.push(`限额 费用 ${money(20_000)} ${counted ? `累计于 ${name}费用` : '每次'}`);
  }
  if (dice.once(3)) body.push(`分段 段${dice.once(3) && body.some((line) => line.startsWith('起付线')) ? ' 扣除起付重新起算' : ''}`);
  else if (dice.once(4)) body.push(`报销比例${table('比例', { ...scope, open: 0 })}`);
  else body.push(`报销比例 ${dice.once(2) ? `取小(100%, 取大(0%, ${formula('比例', scope, 1)}))` : share(dice)}`);
  for (let cap = 0; cap < dice.below(3); cap += 1) {
    const counted = cap === 0 && dice.once(3) ? '每次' : `累计于 ${name}支付${DIGITS[cap] ?? ''}`;
    if (counted !== '每次')
      lines.push(
        `  累计 ${name}支付${DIGITS[cap] ?? ''} = 合计 ${dice.once(4) && before[0] ? `${before[0]} + ` : ''}${name}.支付 每 ${key(dice)}`,
      );
    body.push(`限额 支付 ${money(20_000)} ${counted}`);
  }
  if (dice.once(4) && body.some((line) => line.startsWith('起付线')) && !body.some((line) => line.startsWith('限额 费用')))
    body.push('次序 先乘后扣');
  if (dice.once(12)) body.push(`资格 ${name}资格 : ${condition(scope)} 否则 “${name}不够资格”`);
  if (dice.once(12)) body.push(`等待期 ${dice.pick(['6个月', '3个月', '1年'])} 自 参保日 ${dice.pick(['当日起', '次日起'])}`);
  const tilted = dice.once(3) ? plain.pop() : undefined;
  if (tilted !== undefined)
    body.push(`倾斜 ${name}倾斜 当 身份 含 低保 {\n      ${tilted} ${dice.pick(['乘以 50%', '减 10元', '不高于 300元', '免除'])}\n    }`);
  const shared = dice.once(5);
  if (shared) body.push(`支付 由 大病基金、救助基金 分摊 ${name}分担 从 ${parts}`);
  else body.push(`支付 由 ${before.length > 0 ? dice.pick(['大病基金', '救助基金', '统筹基金']) : '统筹基金'} 从 ${parts}`);
  lines.push(`  待遇 ${name} {\n    ${body.join('\n    ')}\n  }`);
  const caps = body.filter((line) => line.startsWith('限额 支付'));
  if (caps.length === 1 && caps[0]?.endsWith('每次') && dice.once(2)) amendments.push(`  停止 ${name}.支付限额`);
  if (caps.length === 0 && dice.once(2)) amendments.push(`  新增 ${name} {\n    限额 支付 ${amount(dice)} 每次\n  }`);
  if (shared)
    lines.push(`  分配 ${name}分担 = ${name}.支付 依次于 大病基金 : 四舍五入到分(${name}.支付 × ${share(dice)})、救助基金 : ${name}.支付`);
  return `${name}.支付`;
}

/** Cells, payments and allocations around the benefits. */
function extras({ scope, lines, amendments }: Draft, paid: string[], parts: string, last: boolean): void {
  const { dice, lists } = scope;
  const after = (): string => paid.join('、');
  if (dice.once(3)) {
    const keys = key(dice);
    lines.push(`  累计 就诊次数 = 次数${dice.once(2) ? ` 当 ${condition(scope)}` : ''} 每 ${keys}`);
    lines.push(
      '  定义 第几次 : 整数 = 已累计(就诊次数) + 1',
      `  定义 逐次 : 金额 =\n    | 第几次 | → |\n    | 1 | 300元 |\n    | 2 | 200元 |\n    | 3 以上 | 100元 |`,
    );
    learn(scope, '整数', '第几次');
    learn(scope, '金额', '逐次');
  }
  if (dice.once(2)) {
    lines.push(`  累计 最高费用 = 最大 政策范围内 每 ${key(dice)}`, '  定义 曾最高 : 金额 = 已累计(最高费用)');
    learn(scope, '金额', '曾最高');
  }
  if (dice.once(2)) {
    lines.push(`  累计 得过类别 = 集合 类别 每 参保人`, `  累计 末次日 = 最近 就诊日 每 参保人`, `  累计 来过 = 次数 每 参保人`);
    lines.push(
      '  定义 隔日 : 金额 = 如果 已累计(来过) ≥ 1 且 已累计(得过类别) 含 慢特病 则 (如果 就诊日 - 已累计(末次日) ≥ 30天 则 60元 否则 20元) 否则 0元',
    );
    learn(scope, '金额', '隔日');
  }
  if (dice.once(2)) {
    lines.push(`  累计 年用 = 合计 ${dice.pick(paid)} 每 参保人、自然年(归属日)`);
    const quota = dice.between(0, 2000);
    amendments.push(`  年额 由 ${quota}元 改为 ${quota + 77}元`);
    lines.push(
      `  参数 年额 : 分额 = ${quota}元`,
      `  累计 年结转 = 合计 0元 每 参保人、自然年(归属日) 期初 取大(0元, 年额 + 上期(年结转) - 上期(年用))`,
      '  定义 可结转 : 金额 = 已累计(年结转)',
    );
    learn(scope, '金额', '可结转');
  }
  if (dice.once(2)) {
    const name = '另付';
    const names = scope.known.get('金额') ?? [];
    const worth =
      names.length > 0 && dice.once(2) ? (names.at(-1 - dice.below(Math.min(4, names.length))) ?? '0元') : formula('金额', scope, 2);
    const by = dice.once(6) ? '大病基金、救助基金 分摊 待定 “未写各付多少”' : dice.pick(['大病基金', '商业险', '定点医院']);
    lines.push(`  支付 ${name} 由 ${by} 从 ${parts} = 取大(0元, 取小(余(${parts}, 经 ${after()}), ${worth})) 当 ${condition(scope)}`);
    paid.push(name);
  }
  if (parts === '政策范围内' && dice.once(3)) {
    lines.push(`  保底 兜底 由 救助基金 从 ${parts} = ${share(dice)} 于 政策范围内 经 ${after()} 当 身份 含 低保`);
    paid.push('兜底');
  }
  if (dice.once(4)) {
    const keys = key(dice);
    lines.push(
      `  累计 净额 = 合计 ${dice.pick(paid)} 每 ${keys}`,
      `  累计 净额 另 = 减 四舍五入到分(${dice.pick(paid)} × ${share(dice)})${dice.once(2) ? ` 当 ${condition(scope)}` : ''} 每 ${keys}`,
    );
    if (dice.once(2)) lines.push(`  累计 净额 另 = 合计 补贴 当 有(补贴) 每 ${keys}`);
    lines.push('  定义 净余 : 金额 = 已累计(净额)');
    learn(scope, '金额', '净余');
  }
  const [first] = paid;
  if (first !== undefined && dice.once(3)) {
    const of = first.replace('.支付', '');
    lines.push(`  累计 年未付 = 合计 四舍五入到分(${of}.应付 - ${of}.支付 + ${of}.共付) 每 参保人、自然年(归属日)`);
    lines.push('  定义 未付 : 金额 = 已累计(年未付)');
    learn(scope, '金额', '未付');
  }
  if (dice.once(10)) lines.push(`  资格 全部资格 : ${dice.once(3) ? condition(scope) : '年龄 ≥ 3 或 备案'} 否则 “不在范围”`);
  if (dice.once(10)) lines.push('  约束 一级至少一次 当 等级 是 一级 : 次 ≥ 1 且 年龄 ≤ 110');
  if (last) account(lines, dice, lists);
  if (paid.includes('另付') && dice.once(2)) lines.push(`  先后 ${paid.find((one) => one !== '另付') ?? '另付'}、另付`);
  if (lists && dice.once(3)) lines.push('  累计 药品支出 = 合计 甲.价 逐项 甲 于 项目 当 甲.类 是 药品 每 参保人、甲.编码、自然年(归属日)');
  if (lists && dice.once(4)) lines.push('  算得 先行自付 = 合计 四舍五入到分(甲.价 × 目录比例(甲.编码, 甲.日)) 逐项 甲 于 项目');
}

/** What the person bears, paid out of accounts: the person’s own, then those of others. */
function account(lines: string[], dice: Dice, lists: boolean): void {
  const own = dice.once(2) ? '余额' : `本人 : 取小(余额, ${dice.between(0, 3000)}元)`;
  const name = own === '余额' ? '余额' : '本人';
  const others = lists && dice.once(2);
  const together = dice.once(2) ? ` 每 甲.户主 : ${dice.between(0, 5000)}元 - 已累计(代付, 户主 = 甲.户主)` : '';
  const receivers = others ? `${own}、逐项 甲 于 共济人 当 甲.可用 : 甲.余${together}` : own;
  lines.push(`  分配 账户分担 = 个人 依次于 ${receivers}`);
  lines.push(`  累计 自用 = 合计 账户分担.${name} 每 参保人`);
  if (others) lines.push('  累计 代付 = 合计 甲.分得 逐项 甲 于 账户分担.共济人 每 甲.户主、自然年(归属日)');
  lines.push('  支付 账户支付 由 个人账户 从 政策范围内、先行自付、全自费 = 账户分担.合计');
  if (dice.once(3)) lines.push('  累计 年现金 = 合计 账户分担.未尽 每 参保人、自然年(归属日)');
}

const PUBLISHED = ['2022-12-01', '2023-03-15', '2023-09-01'];
const STARTING = ['2023-01-01', '2023-07-01', '2024-01-01'];

/** Up to two amendments of the numbers that can be; retroactive ones among them, and days that are open. */
function amended(policy: string, { scope: { dice, open }, amendments }: Draft): string {
  const chosen = dice.some(amendments);
  if (chosen.length === 0) return '';
  const published = open > 0 && dice.once(2) ? '待定 “未写发布日”' : dice.pick(PUBLISHED);
  const starting = open > 0 && dice.once(2) ? '待定 “未写施行日” 不早于 2023-01-01 不晚于 2023-12-31' : dice.pick(STARTING);
  const until = dice.once(4) && !starting.startsWith('待定') ? ' 至 2024-12-31' : '';
  return `修订 “${policy}” 发布 ${published} 自 ${starting} 起${until} {\n${chosen.join('\n')}\n}\n`;
}
