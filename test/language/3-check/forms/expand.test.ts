import { describe, expect, it } from 'vitest';
import { expandText } from '../../../../language/3-check/forms/describe.ts';
import { expandItems } from '../../../../language/3-check/forms/expand.ts';
import { printAdjustment, printExpression, printPath } from '../../../../language/3-check/forms/print.ts';
import { codesOf, itemsOf } from '../../../kit/law.ts';

/** The core text of the lines, without the line that says when every amount is 0. */
const core = (lines: string): readonly string[] =>
  itemsOf(lines)
    .flatMap((item) => expandText(item).split('\n'))
    .filter((line) => line !== '' && !line.startsWith('//'));
const benefit = (...lines: readonly string[]): string =>
  ['待遇 住院 {', '适用 医疗类别 是 普通住院', '支付 由 统筹基金 从 政策范围内', ...lines, '}'].join('\n');
/** What one address stands for. */
const formulaOf = (address: string, lines: string): string | undefined => {
  const line = core(lines).find((one) => one.startsWith(`定义 ${address} `) || one.startsWith(`支付 ${address} `));
  return line?.slice(line.indexOf(' = ') + 3);
};

describe('待遇', () => {
  const whole = benefit('起付线 910元 累计于 年起付', '限额 费用 1.3万元 累计于 年费用', '报销比例 64%', '限额 支付 4.7万元 累计于 年支付');

  it.each([
    ['住院.适用', '医疗类别 是 普通住院'],
    ['住院.用', '住院.适用'],
    ['住院.基数', '政策范围内'],
    ['住院.起付标准', '910元'],
    ['住院.起付', '取小(住院.基数, 取大(0元, 住院.起付标准 - 住院.已累计[年起付])) (按支付舍入)'],
    ['住院.入段', '取小(取大(0元, 住院.基数 - 住院.起付), 取大(0元, 住院.费用限额 - 住院.已累计[年费用]))'],
    ['住院.超限', '取大(0元, 住院.基数 - 住院.起付) - 住院.入段'],
    ['住院.应付', '住院.入段 × 住院.报销比例'],
    ['住院.支付', '取小(住院.应付, 取大(0元, 住院.支付限额 - 住院.已累计[年支付]))'],
    ['住院.共付', '住院.入段 - 住院.支付'],
    ['住院.已累计[年起付]', '已累计(年起付)'],
  ])('%s', (address, value) => {
    expect(formulaOf(address, whole)).toBe(value);
  });

  it.each([
    ['每次', '起付', '取小(住院.基数, 取大(0元, 住院.起付标准)) (按支付舍入)', benefit('起付线 100元 每次', '报销比例 90%')],
    ['基数 line', '基数', '余(政策范围内, 经 甲.支付)', benefit('基数 余(政策范围内, 经 甲.支付)', '报销比例 90%')],
    ['several parts', '基数', '政策范围内 + 先行自付', benefit('报销比例 90%').replace('从 政策范围内', '从 政策范围内、先行自付')],
    ['no 起付线', '入段', '住院.基数', benefit('报销比例 90%')],
    ['分段', '应付', '住院段(住院.起付 至 住院.起付 + 住院.入段)', benefit('起付线 100元 每次', '分段 住院段')],
    ['分段 anew', '应付', '住院段(0元 至 住院.入段)', benefit('起付线 100元 每次', '分段 住院段 扣除起付重新起算')],
    [
      '先乘后扣',
      '起付',
      '取小(住院.应付, 取大(0元, 住院.起付标准)) (按支付舍入)',
      benefit('起付线 100元 每次', '报销比例 90%', '次序 先乘后扣'),
    ],
    ['先乘后扣', '入段', '住院.基数', benefit('起付线 100元 每次', '报销比例 90%', '次序 先乘后扣')],
    ['先乘后扣', '支付', '取大(0元, 住院.应付 - 住院.起付)', benefit('起付线 100元 每次', '报销比例 90%', '次序 先乘后扣')],
    ['先乘后扣', '共付', '住院.入段 - 住院.起付 - 住院.支付', benefit('起付线 100元 每次', '报销比例 90%', '次序 先乘后扣')],
    [
      'two caps',
      '支付',
      '取小(住院.应付, 取大(0元, 住院.支付限额[年支付] - 住院.已累计[年支付]), 取大(0元, 住院.支付限额[每次]))',
      benefit('报销比例 90%', '限额 支付 5万元 累计于 年支付', '限额 支付 1万元 每次'),
    ],
    ['资格', '用', '住院.适用 且 住院.参保', benefit('报销比例 90%', '资格 参保 : 参保月数 ≥ 3 否则 “未满三个月”')],
    ['等待期', '用', '住院.适用 且 住院.等待期.已满', benefit('报销比例 90%', '等待期 6个月 自 参保日 当日起')],
    ['等待期', '等待期.起享日', '参保日 + 住院.等待期', benefit('报销比例 90%', '等待期 6个月 自 参保日 当日起')],
    ['次日起', '等待期.起享日', '参保日 + 住院.等待期 + 1天', benefit('报销比例 90%', '等待期 6个月 自 参保日 次日起')],
  ])('%s: %s', (_, part, value, lines) => {
    expect(formulaOf(`住院.${part}`, lines)).toBe(value);
  });

  it('has only the names its lines make', () => {
    const names = core(benefit('报销比例 64%')).map((line) => line.split(' ')[1]);
    expect(names).toEqual(['住院.适用', '住院.用', '住院.基数', '住院.入段', '住院.报销比例', '住院.应付', '住院.共付', '住院.支付']);
  });

  it('answers to the names of its lines', () => {
    const aliases = (...lines: readonly string[]) =>
      expandItems(itemsOf(benefit('报销比例 64%', ...lines))).items.flatMap((item) =>
        item.kind === 'coreBenefit' ? [...item.aliases] : [],
      );
    expect(aliases('起付线 1元 每次', '限额 支付 5元 累计于 年支付')).toEqual([
      ['住院.支付限额[年支付]', '住院.支付限额'],
      ['住院.限额', '住院.支付限额'],
      ['住院.起付线', '住院.起付标准'],
    ]);
    expect(aliases('限额 支付 5元 累计于 年支付', '限额 费用 5元 每次')).toEqual([
      ['住院.费用限额[每次]', '住院.费用限额'],
      ['住院.支付限额[年支付]', '住院.支付限额'],
    ]);
  });

  it('keeps the guard apart for the question whether two benefits meet, and inside every amount', () => {
    const items = expandItems(itemsOf(benefit('报销比例 64%').replace('政策范围内', '政策范围内 当 机构等级 是 三级'))).items;
    const posting = items.find((item) => item.kind === 'formPosting');
    expect(posting?.kind === 'formPosting' && [posting.guard && printExpression(posting.guard), printExpression(posting.value)]).toEqual([
      '住院.用 且 机构等级 是 三级',
      '如果 住院.用 且 机构等级 是 三级 则 住院.应付 否则 0元',
    ]);
  });

  it('a made definition has the span of its line, a written value its own', () => {
    const items = itemsOf(benefit('起付线 910元 每次', '报销比例 64%'));
    const line = items.flatMap((item) => (item.kind === 'benefit' ? item.lines : [])).find((one) => one.kind === 'deductible');
    const made = expandItems(items).items.flatMap((item) =>
      item.kind === 'formDefinition' && item.address.startsWith('住院.起付') ? [item] : [],
    );
    expect(made.map((item) => item.span)).toEqual([line?.span, line?.span]);
    expect(made[0]?.value).toBe(line?.kind === 'deductible' ? line.value : undefined);
  });
});

describe('what a 待遇 lacks', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['a bare 起付线', benefit('起付线 100元', '报销比例 90%'), ['forms/no-measure']],
    ['a bare 限额', benefit('起付线 0元 每次', '限额 支付 100元', '报销比例 90%'), ['forms/no-measure']],
    ['限额 of what', benefit('起付线 0元 每次', '限额 100元 每次', '报销比例 90%'), ['forms/cap-of-what']],
    ['both', benefit('起付线 0元 每次', '报销比例 90%', '分段 甲段'), ['forms/ratio-and-bands']],
    ['neither', benefit('起付线 0元 每次'), ['forms/no-ratio']],
    ['a line twice', benefit('起付线 0元 每次', '报销比例 90%', '报销比例 80%'), ['forms/line-twice']],
    ['a cap twice', benefit('起付线 0元 每次', '报销比例 90%', '限额 支付 1元 每次', '限额 支付 2元 每次'), ['forms/line-twice']],
    ['no 支付', '待遇 住院 {\n适用 医疗类别 是 普通住院\n起付线 0元 每次\n报销比例 90%\n}', ['forms/no-posting']],
    ['no 适用', '待遇 住院 {\n起付线 0元 每次\n报销比例 90%\n支付 由 统筹基金 从 政策范围内\n}', ['forms/no-condition']],
    ['no 起付线 is said aloud', benefit('报销比例 90%'), ['forms/no-deductible']],
    ['a bare 等待期', benefit('起付线 0元 每次', '报销比例 90%', '等待期 6个月 自 参保日'), ['forms/no-counting']],
    ['nothing', benefit('起付线 0元 每次', '报销比例 90%', '限额 支付 1元 每次', '限额 费用 2元 每次'), []],
  ])('%s', (_, lines, codes) => {
    expect(codesOf(expandItems(itemsOf(lines)).diagnostics)).toEqual(codes);
  });

  it('offers 每次 and the accumulators there are', () => {
    const items = itemsOf(`累计 年起付 = 合计 住院.起付 每 参保人\n${benefit('起付线 100元', '报销比例 90%')}`);
    expect(expandItems(items).diagnostics[0]?.fixes.map((fix) => fix.edits[0]?.text)).toEqual([' 每次', ' 累计于 年起付']);
  });
});

describe('other forms', () => {
  it.each([
    [
      '保底 补足 由 财政 从 政策范围内 = 90% 于 合规费用 经 住院.支付、大病支付',
      ['合规费用 × 90%', '取大(0元, 补足.保底 - 住院.支付 - 大病支付)'],
    ],
    ['保底 补足 由 财政 从 政策范围内 = 3000元 于 合规费用 经 住院.支付', ['取小(3000元, 合规费用)', '取大(0元, 补足.保底 - 住院.支付)']],
    ['保底 补足 由 财政 从 政策范围内 = 3000元 经 住院.支付', ['3000元', '取大(0元, 补足.保底 - 住院.支付)']],
    [
      '参数 线 : 金额 = 3000元\n保底 补足 由 财政 从 政策范围内 = 线 于 合规费用 经 住院.支付',
      ['取小(线, 合规费用)', '取大(0元, 补足.保底 - 住院.支付)'],
    ],
  ])('%s', (lines, [floor, topUp]) => {
    const items = expandItems(itemsOf(lines)).items;
    const shown = items.flatMap((item) =>
      (item.kind === 'formDefinition' || item.kind === 'formPosting') && item.value.kind !== 'cross' && item.value.kind !== 'list'
        ? [printExpression(item.value)]
        : [],
    );
    expect(shown).toEqual([floor, topUp]);
  });

  const exceptions = (lines: string) =>
    expandItems(itemsOf(lines)).items.flatMap((item) =>
      item.kind === 'coreException'
        ? [
            `${item.name} ${printPath(item.target)} ${item.round} ${item.guard ? printExpression(item.guard) : ''} ${printAdjustment(item.adjustment)}`,
          ]
        : [],
    );

  it.each<readonly [string, string, readonly string[]]>([
    [
      '倾斜 gives one exception a line',
      '倾斜 困难 当 身份 含 低保 {\n住院标准 乘以 60%\n住院.报销比例 加 4个百分点\n}',
      ['困难 住院标准 0 身份 含 低保 乘以 60%', '困难 住院.报销比例 0 身份 含 低保 加 4个百分点'],
    ],
    [
      'inside a 待遇 its lines need no owner',
      benefit('报销比例 90%', '倾斜 困难 当 身份 含 低保 {\n报销比例 加 4个百分点\n甲标准 乘以 60%\n}'),
      ['困难 住院.报销比例 0 身份 含 低保 加 4个百分点', '困难 甲标准 0 身份 含 低保 乘以 60%'],
    ],
    [
      'an exception belongs to the definition before it, 再 begins another round',
      '定义 标准 : 金额 = 100元\n例外 甲 当 身份 含 低保 : 乘以 57%\n再\n例外 乙 : 不低于 50元',
      ['甲 标准 0 身份 含 低保 乘以 57%', '乙 标准 1  不低于 50元'],
    ],
    [
      'elsewhere it names it, and its rounds begin anew',
      '定义 标准 : 金额 = 100元\n再次 = 甲'.replace('\n再次 = 甲', '') +
        '\n定义 别的 : 金额 = 1元\n例外 甲 于 标准 : 乘以 57%\n再\n例外 乙 于 标准 : 不低于 50元\n例外 丙 于 别的 : 免除',
      ['甲 标准 0  乘以 57%', '乙 标准 1  不低于 50元', '丙 别的 0  免除'],
    ],
  ])('%s', (_, lines, shown) => {
    expect(exceptions(lines)).toEqual(shown);
  });

  it.each<readonly [string, readonly string[]]>([
    ['例外 甲 : 乘以 57%', ['exceptions/no-target']],
    ['定义 标准 : 金额 = 100元\n累计 年 = 合计 标准 每 参保人\n例外 甲 : 乘以 57%', ['exceptions/no-target']],
    ['定义 标准 : 金额 = 100元\n再', ['exceptions/empty-round']],
  ])('%s', (lines, codes) => {
    expect(codesOf(expandItems(itemsOf(lines)).diagnostics)).toEqual(codes);
  });

  it('quotes go to what follows them', () => {
    const lines = [
      '依据 文 = 文件 “a.txt”',
      '出处 文 “一”',
      '定义 标准 : 金额 = 100元',
      '出处 文 “二”',
      '例外 甲 : 免除',
      benefit('出处 文 “三”', '起付线 1元 每次', '出处 文 “四”', '报销比例 90%'),
    ];
    const quotes = expandItems(itemsOf(lines.join('\n'))).items.flatMap((item) => {
      if (item.kind !== 'definition' && item.kind !== 'coreException' && item.kind !== 'formDefinition') return [];
      const name = item.kind === 'definition' ? item.name.text : item.kind === 'coreException' ? item.name : item.address;
      return item.citations.map((one) => `${name} ${one.quote.text}`);
    });
    expect(quotes).toEqual([
      '标准 一',
      '甲 二',
      '住院.起付标准 三',
      '住院.起付 三',
      '住院.入段 三',
      '住院.报销比例 四',
      '住院.应付 四',
      '住院.共付 四',
    ]);
  });
});
