/** Formulas of every kind as text, over the fields that every drawn policy has and the definitions drawn so far. */
import type { Dice } from './dice.ts';

export type Kind = '金额' | '分额' | '比例' | '百分点' | '数' | '整数' | '布尔' | '日期' | '月数' | '天数';

export const KINDS: readonly Kind[] = ['金额', '分额', '比例', '百分点', '数', '整数', '布尔', '日期', '月数', '天数'];

/** Fields of every drawn policy, by kind. */
const FIELDS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  分额: ['政策范围内', '先行自付', '总额', '余额'],
  比例: ['折扣'],
  数: ['系数'],
  整数: ['年龄', '次'],
  布尔: ['备案'],
  日期: ['就诊日', '参保日', '出生日', '所在日(到院)'],
  月数: ['缴费月数'],
};

const CONDITIONS = [
  '类别 是 普通门诊',
  '类别 是 普通住院、慢特病',
  '等级 是 三级、二级',
  '人员 是 退休',
  '身份 含 低保、特困',
  '非 身份 含 残疾',
  '年龄 ≥ 60',
  '次 不超过 3',
  '就诊日 ≥ 2023-06-01',
  '整月数(参保日, 就诊日) ≥ 6个月',
  '周岁(出生日, 就诊日) ≥ 60',
  '就诊日 - 参保日 ≥ 90天',
  '缴费月数 满 12个月',
  '年龄 不足 18',
  '政策范围内 超过 500元',
  '备案',
  '月初(就诊日) + 14天 ≥ 就诊日',
  '折扣 + 百分点数(系数) ≥ 50%',
  '有(冻结起) 且 就诊日 ≥ 冻结起',
  '有(离院) 且 小时数(到院, 离院) ≥ 72',
  '非 有(补贴) 或 补贴 > 100元',
  '到院 ≥ 2023-06-01 08:00',
  '有(离院) 且 到院 ≤ 离院 且 离院 ≠ 2023-06-04 08:00',
  '所在日(到院) = 就诊日',
  '折扣 - (暂按 5个百分点 待定 “未写几点”) ≥ 20%',
];

/** What formulas may name besides the fields. */
export interface Scope {
  readonly dice: Dice;
  /** Names of definitions and cells, by kind. */
  readonly known: Map<Kind, string[]>;
  /** Lists with money and texts may be folded over. */
  readonly lists: boolean;
  /** One leaf in so many is open; 0: none is. */
  readonly open: number;
}

export const amount = (dice: Dice, most = 5000): string => {
  const roll = dice.below(10);
  if (roll < 6) return `${dice.between(0, most / 10) * 10}元`;
  if (roll < 8) return `${dice.between(0, most)}.${String(dice.below(100)).padStart(2, '0')}元`;
  return roll === 8 ? `${dice.pick(['1.3', '0.5', '2'])}万元` : dice.pick(['0元', '0.01元', '33.335元', '10角']);
};

export const share = (dice: Dice): string =>
  dice.once(5) ? dice.pick(['62.5%', '12.345%', '7‰', '0%', '100%']) : `${dice.between(10, 99)}%`;

export const literal = (kind: Kind, dice: Dice): string => {
  switch (kind) {
    case '金额':
      return amount(dice);
    case '分额':
      return `${dice.between(0, 3000)}元`;
    case '比例':
      return share(dice);
    case '百分点':
      return `${dice.between(1, 15)}个百分点`;
    case '数':
      return dice.pick(['0.5', '1.7', '3', '12']);
    case '整数':
      return String(dice.between(0, 9));
    case '布尔':
      return dice.pick(['真', '假']);
    case '日期':
      return dice.pick(['2022-12-31', '2023-01-01', '2024-02-29', '2023-07-01']);
    case '月数':
      return dice.pick(['6个月', '1年', '3个月']);
    case '天数':
      return dice.pick(['90天', '30天', '1天']);
  }
};

/** Reasons tell apart where a formula is open. */
const pending = (kind: Kind, dice: Dice): string => {
  const why = `“未写${dice.between(1, 99)}”`;
  if (dice.once(2)) return `(暂按 ${literal(kind, dice)} 待定 ${why})`;
  if (dice.once(3)) return `(待定 ${why} 候选 ${literal(kind, dice)}、${literal(kind, dice)})`;
  // Open for some events, so that most are still settled.
  return `(如果 次 = 3 则 待定 ${why} 否则 ${literal(kind, dice)})`;
};

/** A condition as it stands after 当 or 适用. */
export function condition(scope: Scope): string {
  const { dice } = scope;
  if (scope.open > 0 && dice.once(4)) return '次 ≥ (待定 “未写几次” 候选 2、4)';
  const one = (): string => (dice.once(4) ? formula('布尔', scope, 2) : dice.pick(CONDITIONS));
  if (dice.once(3)) return `(${one()}) 或 (${one()})`;
  return dice.once(4) ? `(${one()}) 且 (${one()})` : one();
}

/** A formula of a kind, at most `depth` deep. */
export function formula(kind: Kind, scope: Scope, depth: number): string {
  const { dice, known } = scope;
  const of = (other: Kind): string => formula(other, scope, depth - 1);
  const names = [...(FIELDS[kind] ?? []), ...(known.get(kind) ?? [])];
  if (scope.open > 0 && dice.once(scope.open)) return pending(kind, dice);
  if (depth <= 0 || dice.once(4)) return names.length > 0 && !dice.once(3) ? dice.pick(names) : literal(kind, dice);
  if (dice.once(10)) return `(如果 ${of('布尔')} 则 ${of(kind)} 否则 ${of(kind)})`;
  switch (kind) {
    case '金额':
      return money(of, scope);
    case '分额':
      return dice.pick([
        () =>
          `${dice.pick(['四舍五入到分', '去尾到元', '进一到角', '去尾到分', '四舍五入到元', '去尾到角', '进一到元', '四舍五入到角', '进一到分'])}(${of('金额')})`,
        () => `四舍五入到分((${of('金额')}) × 100 ÷ 取大(1, ${of('整数')}))`,
        () => `${dice.pick(['取小', '取大'])}(${of('分额')}, ${of('分额')})`,
        () => `(${of('分额')} ${dice.pick(['+', '-'])} ${of('分额')})`,
      ])();
    case '比例':
      return dice.pick([
        () => `取小(100%, 取大(0%, ${of('比例')} ${dice.pick(['+', '-'])} ${of('百分点')}))`,
        () => `${of('比例')} × ${of('比例')}`,
        () => `余率(${of('比例')})`,
        () => `取小(100%, 取大(0%, ${of('比例')}))`,
      ])();
    case '百分点':
      return dice.once(2) ? `百分点数(${of('数')})` : `(${of('百分点')} + ${of('百分点')})`;
    case '数':
      return dice.pick([
        () => `(${of('数')} + ${of('数')})`,
        () => `${of('数')} × ${of('数')}`,
        () => `(${of('数')}) ÷ 3`,
        () => of('整数'),
      ])();
    case '整数':
      return whole(of, scope);
    case '布尔':
      return truth(of, scope);
    case '日期':
      return dice.pick([
        () => '(如果 有(冻结起) 则 冻结起 否则 就诊日)',
        () => `(${of('日期')} + ${of('月数')})`,
        () => `(${of('日期')} + ${of('天数')})`,
        () => `月初(${of('日期')})`,
      ])();
    case '月数':
      return `整月数(${of('日期')}, ${of('日期')})`;
    case '天数':
      return `(${of('日期')} - ${of('日期')})`;
  }
}

type Of = (kind: Kind) => string;

function money(of: Of, { dice, lists }: Scope): string {
  const forms = [
    () => `(${of('金额')} ${dice.pick(['+', '-'])} ${of('金额')})`,
    () => `${of('金额')} × ${of('比例')}`,
    () => `${of('金额')} × ${of('数')}`,
    () => `${dice.pick(['取小', '取大'])}(${of('金额')}, ${of('金额')})`,
    () => `((${of('金额')}) ÷ 3)`,
    () => `段(${of('金额')} 至 ${of('金额')})`,
    () => `补足(${of('金额')}, ${of('金额')})`,
    () => of('分额'),
    () => `(如果 有(补贴) 则 补贴 否则 ${of('金额')})`,
    () => `${of('金额')} × 连乘(${share(dice)}, 取小(次 - 1, ${dice.between(0, 5)}))`,
  ];
  const folds = [
    () => `(合计 甲.折价 逐项 甲 于 项目 当 有(甲.折价))`,
    () => `(最大 (如果 有(甲.折价) 则 甲.折价 否则 甲.价) 逐项 甲 于 项目)`,
    () => `(合计 甲.价 × ${of('比例')} 逐项 甲 于 项目 当 甲.类 是 药品)`,
    () => `(最大 甲.价 逐项 甲 于 项目)`,
    () => `(如果 (次数 逐项 甲 于 项目) > 0 则 (最小 甲.价 逐项 甲 于 项目) 否则 ${of('金额')})`,
    () => `(合计 甲.价 × 目录比例(甲.编码, 甲.日) 逐项 甲 于 项目 当 甲.数量 ≥ 1)`,
    () => `(合计 (合计 取小(甲.价, 乙.余) 逐项 乙 于 共济人 当 乙.可用) 逐项 甲 于 项目)`,
    () => `(最大 身份额(甲) 逐项 甲 于 身份)`,
  ];
  return dice.pick(lists && dice.once(3) ? folds : forms)();
}

function whole(of: Of, { dice, lists }: Scope): string {
  const forms = [
    () => `(${of('整数')} + ${of('整数')})`,
    () => `${dice.pick(['自然年', '自然月', '季度'])}(${of('日期')})`,
    () => `医保年度(${of('日期')}, 7, 1)`,
    () => `周岁(${of('日期')}, ${of('日期')})`,
    () => '(如果 有(离院) 则 小时数(到院, 离院) 否则 0)',
    () => `小时数(到院, ${dice.pick(['2023-06-04 08:00', '2024-02-29 23:59:59', '到院'])})`,
    () => `${dice.pick(['四舍五入到个', '去尾到个', '进一到个'])}(${of('数')})`,
  ];
  return dice.pick(lists ? [...forms, () => '(次数 逐项 甲 于 项目 当 甲.价 > 10元)', () => '(次数 逐项 甲 于 身份)'] : forms)();
}

function truth(of: Of, { dice }: Scope): string {
  const test = (): string => dice.pick(['<', '≤', '>', '≥', '=', '≠']);
  return dice.pick([
    () => `(${of('金额')} ${test()} ${of('金额')})`,
    () => `(${of('日期')} ${test()} ${of('日期')})`,
    () => `(${of('整数')} ${test()} ${of('整数')})`,
    () => `(${of('布尔')} ${dice.pick(['且', '或'])} ${of('布尔')})`,
    () => `(非 ${of('布尔')})`,
    () => `(${dice.pick(CONDITIONS)})`,
  ])();
}
