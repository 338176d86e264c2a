/**
 * Texts of policies: mostly well typed, now and then not, so that the checker has something to refuse. Names are 值0, 值1 …, each reading only
 * those before it or, rarely, itself.
 */
import fc from 'fast-check';
import { policyText } from '../policy.ts';

type Kind = '金额' | '分额' | '比例' | '百分点' | '数' | '整数' | '布尔' | '日期' | '月数';

const KINDS: readonly Kind[] = ['金额', '分额', '比例', '百分点', '数', '整数', '布尔', '日期', '月数'];

/** A definition that is already there: name and type. */
interface Known {
  readonly name: string;
  readonly kind: Kind;
}

const yuan = fc.oneof(
  fc.nat({ max: 5000 }).map((n) => `${n}元`),
  fc.integer({ min: 1, max: 99_999 }).map((n) => `${(n / 100).toFixed(2)}元`),
  fc.constantFrom('0元', '0.005元', '1.3万元', '10角'),
);
const share = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((n) => `${n}%`),
  fc.constantFrom('62.5%', '12.345%', '7‰'),
);
const reason = fc.constantFrom('“原文未写”', '“未给数”');

const literal: Readonly<Record<Kind, fc.Arbitrary<string>>> = {
  金额: yuan,
  分额: fc.nat({ max: 5000 }).map((n) => `${n}元`),
  比例: share,
  百分点: fc.nat({ max: 20 }).map((n) => `${n}个百分点`),
  数: fc.constantFrom('0.5', '1.7', '3'),
  整数: fc.nat({ max: 9 }).map(String),
  布尔: fc.constantFrom('真', '假'),
  日期: fc.constantFrom('2022-12-31', '2023-01-01', '2024-02-29'),
  月数: fc.constantFrom('6个月', '1年'),
};

const fields: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  分额: ['政策范围内', '全自费', '总额'],
  整数: ['次'],
  日期: ['就诊日'],
};

/** A formula of a kind. Depth bounds it; every so often it is of another kind altogether. */
function formula(kind: Kind, known: readonly Known[], depth: number, made = new Map<string, fc.Arbitrary<string>>()): fc.Arbitrary<string> {
  const ready = made.get(`${kind}${depth}`);
  if (ready) return ready;
  const built = build(kind, known, depth, made);
  made.set(`${kind}${depth}`, built);
  return built;
}

function build(kind: Kind, known: readonly Known[], depth: number, all: Map<string, fc.Arbitrary<string>>): fc.Arbitrary<string> {
  const of = (other: Kind): fc.Arbitrary<string> => formula(other, known, depth - 1, all);
  const names = [...(fields[kind] ?? []), ...known.filter((one) => one.kind === kind).map(({ name }) => name)];
  const leaves = [
    literal[kind],
    ...(names.length > 0 ? [fc.constantFrom(...names)] : []),
    ...(names.length > 0 ? [fc.constantFrom(...names)] : []),
  ];
  const open = [reason.map((why) => `待定 ${why}`), fc.tuple(literal[kind], reason).map(([value, why]) => `(暂按 ${value} 待定 ${why})`)];
  if (depth <= 0) return fc.oneof({ weight: 12, arbitrary: fc.oneof(...leaves) }, { weight: 1, arbitrary: fc.oneof(...open) });
  const two = (a: Kind, b: Kind, write: (a: string, b: string) => string): fc.Arbitrary<string> =>
    fc.tuple(of(a), of(b)).map(([x, y]) => write(x, y));
  const choice = fc.tuple(of('布尔'), of(kind), of(kind)).map(([c, a, b]) => `(如果 ${c} 则 ${a} 否则 ${b})`);
  const made: Readonly<Record<Kind, () => readonly fc.Arbitrary<string>[]>> = {
    金额: () => [
      two('金额', '金额', (a, b) => `(${a} + ${b})`),
      two('金额', '金额', (a, b) => `(${a} - ${b})`),
      two('金额', '比例', (a, b) => `${a} × ${b}`),
      two('金额', '数', (a, b) => `${a} × ${b}`),
      two('金额', '金额', (a, b) => `取小(${a}, ${b})`),
      two('金额', '金额', (a, b) => `取大(${a}, ${b})`),
      of('金额').map((a) => `(${a}) ÷ 3`),
      two('金额', '金额', (a, b) => `段(0元 至 取大(0元, ${a} - ${b}))`),
      of('分额'),
    ],
    分额: () => [
      fc.tuple(of('金额'), fc.constantFrom('四舍五入到分', '去尾到元', '进一到角')).map(([a, how]) => `${how}(${a})`),
      fc.tuple(of('金额'), of('金额')).map(([a, b]) => `四舍五入到分(${a} × 100元 ÷ 取大(1元, ${b}))`),
      two('分额', '分额', (a, b) => `取小(${a}, ${b})`),
      two('分额', '分额', (a, b) => `(${a} - ${b})`),
    ],
    比例: () => [
      two('比例', '百分点', (a, b) => `(${a} + ${b})`),
      two('比例', '比例', (a, b) => `${a} × ${b}`),
      of('比例').map((a) => `余率(${a})`),
      two('比例', '比例', (a, b) => `取小(${a}, ${b})`),
    ],
    百分点: () => [of('数').map((a) => `百分点数(${a})`)],
    数: () => [two('数', '数', (a, b) => `(${a} + ${b})`), two('数', '数', (a, b) => `${a} × ${b}`), of('整数')],
    整数: () => [
      two('整数', '整数', (a, b) => `(${a} + ${b})`),
      of('日期').map((a) => `自然年(${a})`),
      two('日期', '日期', (a, b) => `周岁(${a}, ${b})`),
    ],
    布尔: () => [
      fc.tuple(of('金额'), of('金额'), fc.constantFrom('<', '≤', '>', '≥', '=', '≠')).map(([a, b, test]) => `(${a} ${test} ${b})`),
      two('布尔', '布尔', (a, b) => `(${a} 且 ${b})`),
      two('布尔', '布尔', (a, b) => `(${a} 或 ${b})`),
      of('布尔').map((a) => `(非 ${a})`),
      fc.constantFrom('医疗类别 是 普通门诊', '人员类别 是 退休', '身份 含 低保', '次 ≥ 3', '就诊日 ≥ 2023-06-01'),
    ],
    日期: () => [two('日期', '月数', (a, b) => `(${a} + ${b})`)],
    月数: () => [two('日期', '日期', (a, b) => `整月数(${a}, ${b})`)],
  };
  const stray = fc.constantFrom(...KINDS).chain((other) => formula(other, known, 0));
  return fc.oneof(
    { weight: 10, arbitrary: fc.oneof(...leaves) },
    { weight: 14, arbitrary: fc.oneof(...made[kind]()) },
    { weight: 2, arbitrary: choice },
    { weight: 1, arbitrary: fc.oneof(...open) },
    { weight: 1, arbitrary: depth > 1 ? stray : literal[kind] },
  );
}

const table = (kind: Kind): fc.Arbitrary<string> =>
  fc
    .tuple(literal[kind], literal[kind], literal[kind])
    .map(([a, b, c]) => `\n    | 人员类别 ＼ 次 | 1 | 2 以上 |\n    | 在职 | ${a} | ${b} |\n    | 退休 | ${c} | 待定 “未写” |`);

const exceptions = (kind: Kind, known: readonly Known[], at: number): fc.Arbitrary<string> => {
  if (kind !== '金额' && kind !== '比例') return fc.constant('');
  const step = kind === '金额' ? formula('金额', known, 1) : literal.百分点;
  const adjustments = fc.oneof(
    step.map((by) => `加 ${by}`),
    share.map((by) => `乘以 ${by}`),
    literal[kind].map((by) => `不低于 ${by}`),
    literal[kind].map((by) => `改为 ${by}`),
    fc.constant('免除'),
  );
  const one = fc
    .tuple(fc.constantFrom('身份 含 低保', '人员类别 是 退休', '次 ≥ 2'), adjustments)
    .map(([guard, how]) => `\n  例外 例${at} 当 ${guard} : ${how}`);
  return fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: one });
};

/** 值0 to 值n of random kinds, each reading what stands before it. */
function definitions(count: number): fc.Arbitrary<{ readonly text: string; readonly known: readonly Known[] }> {
  return fc.array(fc.constantFrom(...KINDS), { minLength: 2, maxLength: count }).chain((kinds) => {
    const known = kinds.map((kind, index): Known => ({ name: `值${'甲乙丙丁戊己庚辛'[index] ?? '壬'}`, kind }));
    const each = known.map(({ name, kind }, index) => {
      const before = known.slice(0, index);
      const value = fc.oneof({ weight: 4, arbitrary: formula(kind, before, 3) }, { weight: 1, arbitrary: table(kind) });
      return fc.tuple(value, exceptions(kind, before, index)).map(([text, rounds]) => `  定义 ${name} : ${kind} = ${text}${rounds}`);
    });
    return fc.tuple(...each).map((lines) => ({ text: lines.join('\n'), known }));
  });
}

/** A whole policy with one or two benefits over the random definitions, and now and then an amendment. */
export const policyTexts: fc.Arbitrary<string> = definitions(6).chain(({ text, known }) => {
  const amount = formula('金额', known, 1);
  const ratio = formula('比例', known, 1);
  const measure = fc.constantFrom('每次', '累计于 年支付');
  const benefit = fc.tuple(formula('布尔', known, 1), amount, ratio, amount, measure, fc.boolean()).map(
    ([applies, deductible, pays, cap, how, bands]) => `
  累计 年支付 = 合计 门诊.支付 每 参保人、自然年(归属日)
  待遇 门诊 {
    适用 ${applies}
    起付线 ${deductible} 每次
    ${bands ? '分段 段' : `报销比例 ${pays}`}
    限额 支付 ${cap} ${how}
    支付 由 统筹基金 从 政策范围内
  }`,
  );
  const second = fc.oneof(
    fc.constant(''),
    formula('金额', known, 2).map(
      (value) => `\n  支付 大病 由 大病基金 从 政策范围内、全自费 = 取大(0元, 取小(余(政策范围内、全自费, 经 门诊.支付), ${value}))`,
    ),
    fc.constant('\n  保底 兜底 由 大病基金 从 政策范围内 = 90% 于 政策范围内 经 门诊.支付 当 身份 含 低保'),
  );
  const amendment = fc.oneof(
    fc.constant(''),
    share.map((to) => `\n修订 “甲” 发布 2022-12-01 自 2023-01-01 起 { 门诊.报销比例 由 60% 改为 ${to} }`),
  );
  const bands = '\n  分段 段 {\n    至 1000元 : 0%\n    至 8000.5元 : 62.5%\n    以上 : 74%\n  }';
  return fc
    .tuple(benefit, second, amendment)
    .map(([one, other, amended]) => `${policyText(`${bands}\n${text}${one}${other}`)}${amended}\n`);
});
