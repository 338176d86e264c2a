import { describe, expect, it } from 'vitest';
import type { Item } from '../../../language/2-syntax/node.ts';
import { parse } from '../../../language/2-syntax/parse.ts';

function first(text: string): Item | undefined {
  const { tree, diagnostics } = parse({ path: '', text: `政策 “甲” {\n${text}\n}` });
  expect(diagnostics).toEqual([]);
  return tree.items[0]?.kind === 'policy' ? tree.items[0].items[0] : undefined;
}
const name = (text: string) => ({ text });
const path = (...names: string[]) => ({ names: names.map(name) });
const ref = (...names: string[]) => ({ kind: 'reference', path: path(...names) });
const yuan = (num: bigint) => ({ kind: 'quantity', unit: 'yuan', value: { num } });

describe('lines of a policy', () => {
  it.each<[string, object]>([
    ['统筹区 “510700” 绵阳市', { kind: 'area', code: name('510700'), name: name('绵阳市') }],
    ['险种 职工', { kind: 'scheme', value: ref('职工') }],
    ['入口 现金待遇', { kind: 'entry', law: 'cashBenefit' }],
    ['依据 访谈 = 文件 “a.txt”', { kind: 'document', alias: name('访谈'), file: name('a.txt') }],
    ['自 2022-01-01 起', { kind: 'effective', day: { kind: 'date', year: 2022 } }],
    ['自 待定 “无” 不早于 2022-01-01 起', { kind: 'effective', day: { kind: 'open', notBefore: { year: 2022 } } }],
    ['发布 暂按 2022-01-01 待定 “无”', { kind: 'published', day: { kind: 'assumed' } }],
    ['版本日 出院日', { kind: 'versionDay', field: path('出院日') }],
    ['归属日 结算日', { kind: 'periodDay', field: path('结算日') }],
    ['支付舍入 去尾到角', { kind: 'rounding', rule: { mode: 'down', unit: 'jiao' } }],
    ['支付舍入 round_up_to_yuan', { kind: 'rounding', rule: { mode: 'up', unit: 'yuan' } }],
    ['撤销后 不重算', { kind: 'onReversal', how: 'stand' }],
    ['金额上限 1000万元', { kind: 'moneyLimit', value: yuan(10_000_000n) }],
    ['建账日 2020-01-01', { kind: 'booksOpen', day: { year: 2020 } }],
    ['继承 “国家” : 甲、乙', { kind: 'inherits', from: name('国家'), names: [name('甲'), name('乙')] }],
    [
      '字段 甲 : 整数 0 以上 于 就诊日 接口 “x”',
      { kind: 'field', type: { kind: 'integer', range: { low: { included: true } } }, asOf: name('就诊日'), interfaceName: name('x') },
    ],
    [
      '字段 甲 : 枚举 { 三级 “3”、“二级”\n}',
      { kind: 'field', type: { kind: 'enum', values: [{ name: name('三级'), code: name('3') }, { name: { quoted: true } }] } },
    ],
    ['字段 甲 : 集合 身份类别', { kind: 'field', type: { kind: 'named', set: true, name: name('身份类别') } }],
    ['字段 甲 : 机构等级', { kind: 'field', type: { kind: 'named', set: false } }],
    ['字段 参保人 : 文本', { kind: 'field', name: name('参保人'), type: { kind: 'plain', of: 'text' } }],
    [
      '费用 总额 接口 “t” = 甲 接口 “a” + 乙',
      { kind: 'bill', total: { interfaceName: name('t') }, parts: [{ interfaceName: name('a') }, { name: name('乙') }] },
    ],
    ['付方 救助 : 财政', { kind: 'payer', of: 'fiscal' }],
    ['约束 甲 = 乙', { kind: 'constraint', condition: { kind: 'compare' } }],
    ['约束 名 当 甲 : 乙', { kind: 'constraint', name: name('名'), guard: ref('甲'), condition: ref('乙') }],
    ['约束 名 : 乙', { kind: 'constraint', name: name('名'), condition: ref('乙') }],
    ['参数 甲 : 比例 = 60%', { kind: 'parameter', type: { of: 'ratio' }, citations: [] }],
    [
      '定义 甲(乙 : 金额, 丙 : 数) : 分额 = 乙',
      { kind: 'definition', formals: [{ name: name('乙') }, { name: name('丙') }], type: { of: 'fen' } },
    ],
    [
      '定义 甲 : 金额 =\n出处 访谈 “一”\n出处 访谈 “二”\n5元',
      { kind: 'definition', citations: [{ quote: name('一') }, { quote: name('二') }], value: yuan(5n) },
    ],
    ['例外 甲 当 乙 : 免除 叠加', { kind: 'exception', guard: ref('乙'), adjustment: { how: 'waive' }, join: 'both' }],
    [
      '例外 甲 于 乙.丙 : 减 5元 优先于 丁、戊',
      { kind: 'exception', target: path('乙', '丙'), adjustment: { how: 'subtract' }, over: [name('丁'), name('戊')] },
    ],
    ['例外 甲 : 不高于 5元 取低', { kind: 'exception', adjustment: { how: 'atMost' }, join: 'lowest' }],
    ['再', { kind: 'again' }],
    [
      '分段 甲 {\n出处 访谈 “一”\n至 1元 : 0%; 以上 : 74%\n}',
      { kind: 'bands', citations: [{}], bands: [{ upTo: yuan(1n) }, { ratio: { unit: 'percent' } }] },
    ],
    [
      '累计 甲 = 次数 当 乙 每 丙、丁 期初 追溯',
      { kind: 'accumulator', how: 'count', guard: ref('乙'), keys: [ref('丙'), ref('丁')], opening: { kind: 'retroactive' } },
    ],
    ['累计 甲 = 最近 乙 每 丙 期初 上期(甲) + 1元', { kind: 'accumulator', how: 'latest', value: ref('乙'), opening: { kind: 'binary' } }],
    [
      '支付 甲 由 乙、丙 分摊 丁 从 戊、己 = 庚 当 辛',
      {
        kind: 'posting',
        by: [name('乙'), name('丙')],
        share: path('丁'),
        from: [name('戊'), name('己')],
        value: ref('庚'),
        guard: ref('辛'),
      },
    ],
    ['支付 甲 由 待定 “无” 从 乙 = 丙', { kind: 'posting', by: { kind: 'open' } }],
    ['支付 甲 由 乙 分摊 待定 “无” 从 丙 = 丁', { kind: 'posting', share: { kind: 'open' } }],
    ['先后 甲、乙.支付', { kind: 'order', postings: [path('甲'), path('乙', '支付')] }],
    ['资格 甲 : 乙 否则 “不享受”', { kind: 'eligibility', condition: ref('乙'), reason: name('不享受') }],
    ['等待期 6个月 自 参保日 当日起', { kind: 'waitingPeriod', length: { unit: 'months' }, counting: { from: 'sameDay' } }],
    [
      '等待期 甲 月数表 自 参保日 暂按 次日起 待定 “无”',
      { kind: 'waitingPeriod', name: name('甲'), length: ref('月数表'), counting: { from: 'nextDay', assumed: name('无') } },
    ],
    ['等待期 月数 自 参保日', { kind: 'waitingPeriod', length: ref('月数') }],
    [
      '倾斜 甲 当 乙 { 比例 加 4个百分点; 住院.起付线 乘以 60% }',
      { kind: 'tilt', lines: [{ target: path('比例'), adjustment: { how: 'add' } }, { target: path('住院', '起付线') }] },
    ],
    [
      '保底 甲 由 乙 从 丙 = 90% × 丁 于 戊 经 己、庚 当 辛',
      { kind: 'guarantee', floor: { kind: 'binary' }, base: ref('戊'), after: [path('己'), path('庚')], guard: ref('辛') },
    ],
    ['保底 甲 由 乙 从 丙 = 90%', { kind: 'guarantee', floor: { unit: 'percent' }, after: [] }],
    ['未能表达 “一” “二”', { kind: 'unexpressed', sentence: name('一'), why: name('二') }],
    ['断言 “名” : 甲 = 乙', { kind: 'assertion', condition: { kind: 'compare' } }],
    ['出处 访谈 “一”', { kind: 'citation', document: name('访谈'), quote: name('一') }],
  ])('%s', (text, is) => expect(first(text)).toMatchObject(is));
});

describe('lines of a benefit', () => {
  it.each<[string, object]>([
    ['适用 甲 是 乙', { kind: 'applies', condition: { kind: 'is' } }],
    ['基数 甲', { kind: 'base', value: ref('甲') }],
    ['起付线 430元 每次', { kind: 'deductible', value: yuan(430n), measure: { kind: 'perVisit' } }],
    [
      '起付线 累计于 甲\n| 乙 | → |\n| 任意 | 5元 |',
      { kind: 'deductible', value: { kind: 'list' }, measure: { kind: 'against', accumulator: path('甲') } },
    ],
    ['起付线 甲', { kind: 'deductible', value: ref('甲') }],
    ['起付线 暂按 0元 待定 “无” 每次', { kind: 'deductible', value: { kind: 'assumed' }, measure: { kind: 'perVisit' } }],
    ['限额 支付 甲 累计于 乙', { kind: 'cap', on: 'payment', value: ref('甲') }],
    ['限额 费用 1元 每次', { kind: 'cap', on: 'expense' }],
    ['限额 甲 每次', { kind: 'cap', value: ref('甲') }],
    ['限额 支付.甲 每次', { kind: 'cap', value: ref('支付', '甲') }],
    ['报销比例\n| 乙 | → |\n| 任意 | 5% |', { kind: 'ratio', value: { kind: 'list' } }],
    ['分段 甲 扣除起付重新起算', { kind: 'byBands', bands: path('甲'), restart: true }],
    ['分段 甲', { kind: 'byBands', restart: false }],
    ['次序 先乘后扣', { kind: 'ratioFirst' }],
    ['支付 由 甲 从 乙', { kind: 'posting', by: [name('甲')], from: [name('乙')] }],
  ])('%s', (text, is) => expect(first(`待遇 住院 {\n${text}\n}`)).toMatchObject({ kind: 'benefit', name: name('住院'), lines: [is] }));
});
