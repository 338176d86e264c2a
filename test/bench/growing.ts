import { largeText, letters } from './large-text.ts';

/** One construct written as often as wanted, in a policy of its own. */
export interface Growing {
  readonly name: string;
  /** As many of it in the first text. */
  readonly first: number;
  readonly texts: (many: number) => readonly { readonly path: string; readonly text: string }[];
}

const HEAD = `政策 “大市职工医保” {
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
`;
const FOOT = '  支付 总付 由 统筹基金 从 政策范围内 = 四舍五入到分(取小(政策范围内, 标准))\n}\n';
const name = (index: number): string => `数${letters(index)}`;
const times = (many: number, write: (index: number) => string): string =>
  Array.from({ length: many }, (_, index) => write(index + 1)).join('');
const file = (text: string): readonly { readonly path: string; readonly text: string }[] => [{ path: '990900-大市/职工.yice', text }];

export const GROWING: readonly Growing[] = [
  { name: 'benefits, each with a table, a cross table and two accumulators', first: 10, texts: (many) => file(largeText(many * 1250)) },
  {
    name: 'rows of one table',
    first: 40,
    texts: (many) =>
      file(`${HEAD}  定义 标准 : 金额 =
    | 病种号 | → |
${times(many, (index) => `    | ${index} | ${index}元 |\n`)}    | 其他 | 0元 |
${FOOT}`),
  },
  {
    name: 'exceptions of one definition',
    first: 20,
    texts: (many) =>
      file(
        `${HEAD}  定义 标准 : 金额 = 900元\n${times(many, (index) => `  例外 “第${index}种” 当 病种号 是 ${index} : 改为 ${index}元\n`)}${FOOT}`,
      ),
  },
  {
    name: 'definitions that read one another',
    first: 50,
    texts: (many) =>
      file(
        `${HEAD}  定义 ${name(0)} : 金额 = 1元\n${times(many, (index) => `  定义 ${name(index)} : 金额 = 如果 病种号 = ${index} 则 ${name(index - 1)} × 2 否则 ${name(index - 1)} + 1元\n`)}  定义 标准 : 金额 = ${name(many)}\n${FOOT}`,
      ),
  },
  {
    name: 'amendments, each of them a version more',
    first: 4,
    texts: (many) => [
      ...file(`${HEAD}  定义 标准 : 金额 = 100元\n${times(40, (index) => `  定义 ${name(index)} : 金额 = 标准 + ${index}元\n`)}${FOOT}`),
      {
        path: '990900-大市/amendments/修订.yice',
        text: times(
          many,
          (index) =>
            `修订 大市职工医保 发布 ${2023 + index}-11-01 自 ${2024 + index}-01-01 起 {\n  标准 由 ${99 + index}元 改为 ${100 + index}元\n}\n`,
        ),
      },
    ],
  },
];
