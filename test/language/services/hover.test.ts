/** Hovering a word of a form, or the name of one of its amounts, shows the core text that it stands for. */
import { describe, expect, it } from 'vitest';
import { hoverAt, type ManualPages } from '../../../language/services/hover.ts';
import { inPolicy, withCaret } from '../../kit/caret.ts';

const pages: ManualPages = new Map(
  (
    [
      'benefit',
      'deductible',
      'cap',
      'ratio',
      'bands',
      'pay',
      'base',
      'applies',
      'tilt',
      'guarantee',
      'waitingPeriod',
      'eligibility',
      'allocate',
      'due',
      'defer',
      'allot',
      'splitStay',
      'joinStay',
      'define',
      'sequence',
    ] as const
  ).map((id) => [id, '# 词\n\n一句话。\n\nA sentence.'] as const),
);

/** The core text below what is said, in Chinese. */
function core(marked: string, language: 'zh' | 'en' = 'zh'): string | undefined {
  const { state, at } = withCaret(marked);
  return /(?:代表：|stands for:)\n\n```yice\n([\s\S]*?)\n```$/u.exec(hoverAt(state, at, pages)?.markdown[language] ?? '')?.[1];
}

const DEDUCTED = '取小(门诊.基数, 取大(0元, 门诊.起付标准 - 门诊.已累计[年起付]))';

describe('hovering a form', () => {
  it.each([
    ['起付线', inPolicy('').replace('起付线', '起付‸线'), `定义 门诊.起付 : 分额 = ${DEDUCTED}`],
    ['报销比例', inPolicy('').replace('报销比例', '报‸销比例'), '定义 门诊.应付 = 门诊.入段 × 门诊.报销比例'],
    ['支付', inPolicy('').replace('支付 由', '支‸付 由'), '支付 门诊.支付 由 统筹基金 从 政策范围内 = 门诊.应付'],
    ['适用', inPolicy('').replace('适用', '适‸用'), '定义 门诊.用 : 布尔 = 门诊.适用'],
    ['待遇', inPolicy('').replace('待遇 门诊', '待‸遇 门诊'), '// 门诊.用 不成立时，每一项金额都是 0元'],
    ['保底', inPolicy('  保‸底 托底 由 统筹基金 从 政策范围内 = 90% 于 政策范围内 经 门诊.支付'), '托底.保底'],
    [
      '倾斜',
      inPolicy('  倾‸斜 照顾 当 人员类别 是 退休 { 门诊.报销比例 加 5个百分点 }'),
      '例外 照顾 于 门诊.报销比例 当 人员类别 是 退休 : 加 5个百分点',
    ],
    ['等待期', inPolicy('  等待‸期 6个月 自 就诊日 当日起'), '定义 等待期'],
    ['资格', inPolicy('  资‸格 够老 : 人员类别 是 退休 否则 “还早”'), '定义 够老 : 布尔 = 人员类别 是 退休'],
    ['分配', inPolicy('  分‸配 账户 = 个人 依次于 门诊限额、乙 : 5元\n  定义 门诊限额 : 金额 = 9元'), '定义 账户.合计'],
    ['应缴', inPolicy('  应‸缴 月缴 = 5元 当 人员类别 是 在职'), '定义 月缴 : 分额 = 5元 当 月缴.用'],
    ['缓缴', inPolicy('  缓‸缴 后缴 由 统筹基金 至 2024-01-01 = 5元'), '缓缴 后缴 由 统筹基金 至 2024-01-01 = 5元'],
    ['拨付', inPolicy('  拨‸付 结算 由 统筹基金 从 100元 逐项 甲 于 批 = 甲.额'), '定义 结算.可分'],
    ['拆单', inPolicy('  拆‸单 于 年末 自 入院日 至 出院日'), '入院日 至 出院日 跨过年末的'],
    ['并单', inPolicy('  并‸单 当 医疗类别 是 急诊 并入 医疗类别 是 普通住院 自 就诊日 至 入院日 3天 以内'), '并入这次住院一起结算'],
    [
      '表的其他',
      inPolicy('  定‸义 丁 : 比例 =\n    | 人员类别 | → |\n    | 在职 | 1% |\n    | 其他 | 2% |').replace(
        '继承',
        '字段 人员类别 : 枚举 { 在职、退休 }\n继承',
      ),
      '人员类别 的其他：退休',
    ],
  ])('%s shows what it stands for', (_, text, part) => {
    expect(core(text)).toContain(part);
    expect(core(text, 'en')).toBeDefined();
  });

  it.each([
    ['门诊.入‸段', '定义 门诊.入段 = 取大(0元, 门诊.基数 - 门诊.起付)'],
    ['门诊.起‸付', `定义 门诊.起付 : 分额 = ${DEDUCTED}  // 按支付舍入`],
    ['门诊.应‸付', '定义 门诊.应付 = 门诊.入段 × 门诊.报销比例'],
    ['门诊.共‸付', '定义 门诊.共付 = 门诊.入段 - 门诊.支付'],
    ['门诊.支‸付', '支付 门诊.支付 由 统筹基金 从 政策范围内 = 门诊.应付'],
    ['门诊.基‸数', '定义 门诊.基数 = 政策范围内'],
    ['门诊.起付标‸准', '定义 门诊.起付标准 : 金额 = 200元'],
  ])('%s shows its own line', (name, line) => {
    expect(core(inPolicy(`  定义 甲 : 金额 = ${name}`))).toBe(line);
  });

  it('says it in English', () => {
    expect(core(inPolicy('  定义 甲 : 金额 = 门诊.入‸段'), 'en')).toBe('define 门诊.in_band = max(0 yuan, 门诊.base - 门诊.deducted)');
  });
});
