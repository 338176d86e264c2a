/** Tables and exceptions of drawn definitions. */
import type { Kind, Scope } from './formulas.ts';
import { amount, condition, formula, literal, share } from './formulas.ts';

const DIGITS = '甲乙丙丁戊己庚辛壬癸';

/** Classes that cover an axis. */
const AXES: readonly { readonly of: string; readonly classes: readonly string[] }[] = [
  { of: '类别', classes: ['普通门诊', '普通住院、慢特病'] },
  { of: '等级', classes: ['三级', '二级', '其他'] },
  { of: '人员', classes: ['在职', '退休'] },
  { of: '年龄', classes: ['不满 60', '60 以上 不满 70', '70 以上'] },
  { of: '次', classes: ['1', '2', '3 以上'] },
  { of: '政策范围内', classes: ['[0元 至 500元)', '[500元 至 2000元]', '超过 2000元'] },
  { of: '就诊日', classes: ['2023-06-30 以下', '2023-07-01 以上'] },
  { of: '编码', classes: ['“A1”、“A2”', '“B1”', '其他'] },
  { of: '身份', classes: ['含 低保 非 含 特困', '含 特困', '非 含 低保、特困'] },
  { of: '备案', classes: ['真', '假'] },
  { of: '先行自付', classes: ['100元 以内', '100元 以外'] },
];

/** A table over one to three axes; one result may be open. */
export function table(kind: Kind, scope: Scope): string {
  const { dice } = scope;
  const first = dice.below(AXES.length);
  const axes = Array.from({ length: dice.between(1, 3) }, (_, at) => AXES[(first + at * 3) % AXES.length]).filter(
    (axis) => axis !== undefined,
  );
  const result = (): string =>
    scope.open > 0 && dice.once(scope.open * 4)
      ? dice.once(2)
        ? '待定 “未写格”'
        : `暂按 ${literal(kind, dice)} 待定 “未写格”`
      : literal(kind, dice);
  const [rows, columns] = axes;
  if (axes.length === 2 && rows && columns && dice.once(2)) {
    const lines = rows.classes.map((row) => `| ${row} | ${columns.classes.map(result).join(' | ')} |`);
    return [`| ${rows.of} ＼ ${columns.of} | ${columns.classes.join(' | ')} |`, ...lines].map((line) => `\n    ${line}`).join('');
  }
  const combinations = axes.reduce<readonly (readonly string[])[]>(
    (found, { classes }) => found.flatMap((row) => classes.map((one) => [...row, one])),
    [[]],
  );
  const lines = [`| ${axes.map(({ of }) => of).join(' | ')} | → |`, ...combinations.map((row) => `| ${row.join(' | ')} | ${result()} |`)];
  return lines.map((line) => `\n    ${line}`).join('');
}

/** A table of two results, each a definition of its own, and an amendment of it: of one result, of a row, or a row more. */
export function resultsTable(scope: Scope): {
  readonly text: string;
  readonly results: readonly (readonly [string, Kind])[];
  readonly amendment: string;
} {
  const { dice } = scope;
  const axis = dice.pick(AXES.filter(({ of }) => ['等级', '类别', '年龄', '政策范围内', '编码'].includes(of)));
  const [first = ''] = axis.classes;
  const was = `${dice.between(0, 90) * 10}元`;
  const rows = axis.classes.map((name) => `\n    | ${name} | ${name === first ? was : amount(dice, 1000)} | ${share(dice)} |`);
  const text = `  表 两列表 =\n    | ${axis.of} | → 表额 : 金额 | 表率 : 比例 |${rows.join('')}${dice.once(3) ? `\n    例外 表例 于 表额 当 ${condition(scope)} : 加 ${amount(dice, 300)}` : ''}`;
  const amendment =
    axis.classes.includes('其他') && axis.of === '等级' && dice.once(2)
      ? `  新增 两列表 { | 一级 | ${amount(dice, 1000)} | ${share(dice)} | }`
      : `  表额[${first}] 由 ${was} 改为 1234.5元`;
  return {
    text,
    results: [
      ['表额', '金额'],
      ['表率', '比例'],
    ],
    amendment,
  };
}

/** Exceptions to a definition of money or of a share, in one or two rounds; each of a round has a stage or a word of its own. */
export function exceptions(name: string, kind: Kind, scope: Scope): string {
  const { dice } = scope;
  const adjust = (how: string): string => {
    if (how === '免除') return how;
    if (how === '乘以') return `乘以 ${share(dice)}`;
    if (how === '加' || how === '减') return `${how} ${kind === '金额' ? amount(dice, 300) : literal('百分点', dice)}`;
    if (how === '不高于' || how === '不低于')
      return `${how} ${kind === '金额' ? amount(dice, how === '不高于' ? 5000 : 200) : literal(kind, dice)}`;
    return `${how} ${dice.once(2) ? formula(kind, scope, 1) : literal(kind, dice)}`;
  };
  let at = 0;
  const line = (how: string, tail = '', guard = condition(scope)): string => {
    at += 1;
    return `\n    例外 ${name}例${DIGITS[at - 1] ?? ''} 当 ${guard} : ${adjust(how)}${tail}`;
  };
  const round = (): string => {
    if (dice.once(3)) {
      const how = dice.pick(['改为', '加', '乘以']);
      if (dice.once(4)) return `${line(how)}${line(how, ` 优先于 ${name}例${DIGITS[at - 1] ?? ''}`)}`;
      const word = dice.pick(how === '改为' ? ['取高', '取低'] : ['叠加', '叠加', '取高', '取低']);
      return `${line(how)}${line(how, ` ${word}`, dice.once(2) ? '次 不超过 4' : condition(scope))}${dice.once(3) ? line(how, ` ${word}`) : ''}`;
    }
    const bound = dice.pick(['不低于', '不高于']);
    return dice
      .some(
        ['改为', dice.pick(['加', '减']), '乘以', bound, '免除'].filter((how) => how !== '免除' || dice.once(3)),
        1,
      )
      .map((how) => line(how))
      .join('');
  };
  return dice.once(3) ? `${round()}\n    再${round()}` : round();
}
