import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { finding, insertAt, replaceWith } from './finding.ts';

const newLine = (after: Span, text: string): Fix => insertAt('end', after, `\n    ${text}`, [`补一行 “${text}”`, `Add the line “${text}”`]);

/** 起付线 or 限额 without 每次 or 累计于. `at` is the end of the value; absent when a table follows. */
export const noMeasure = (v: { line: string; accumulators: readonly string[]; at?: Span | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'forms/no-measure',
    what: [`“${v.line}” 没有写是每次算，还是在一段时间里累计。`, `“${v.line}” does not say whether it is per visit or accumulated.`],
    why: ['同一个数按次算和按年算，付的钱不一样。', 'The same figure pays differently per visit and per year.'],
    remedy: [
      '在数后面写 每次，或者写 累计于 加上累计的名称。',
      'After the amount write 每次 (per visit), or 累计于 (against) and an accumulator.',
    ],
    span: v.span,
    fixes: ['每次', ...v.accumulators.map((name) => `累计于 ${name}`)].flatMap((text) =>
      v.at ? [insertAt('end', v.at, ` ${text}`, [`写成 “${text}”`, `Write “${text}”`])] : [],
    ),
  });

/** 起付线 200元 每年. `before` is the benefit, in front of which the accumulator can stand; absent where it is not known. */
export const perPeriod = (v: {
  line: string;
  period: string;
  benefit: string | undefined;
  /** The benefit is added by an amendment. */
  adds: boolean;
  accumulator: string;
  amount: string;
  key: string;
  before: Span | undefined;
  span: Span;
}): Diagnostic => {
  const rule = `累计 ${v.accumulator} = 合计 ${v.benefit ?? '住院'}.${v.amount} 每 参保人、${v.key}`;
  const title = { zh: `写成 累计于，并加一行 累计 ${v.accumulator}`, en: `Write 累计于 and add a line 累计 ${v.accumulator}` };
  return finding({
    code: 'forms/per-period',
    what: [`“${v.line}” 后面不能直接写 “${v.period}”。`, `“${v.period}” cannot stand after “${v.line}”.`],
    why: [
      '一段时间里的数要记在一个累计里：累计什么、按谁、按哪段时间，都要写明。',
      'What counts over a period is kept by an accumulator that says what it adds up, for whom, and over which period.',
    ],
    remedy: [`写成 累计于 ${v.accumulator}，另写一行：${rule}`, `Write 累计于 ${v.accumulator} and add a line: ${rule}`],
    span: v.span,
    fixes: v.before
      ? [
          {
            title,
            edits: [
              { span: { ...v.before, end: v.before.start }, text: `${v.adds ? '新增 ' : ''}${rule}\n  ` },
              { span: v.span, text: `累计于 ${v.accumulator}` },
            ],
          },
        ]
      : [],
  });
};

/** 限额 that does not say what it limits. `at` is the start of the value; absent when a table follows. */
export const capOfWhat = (v: { at?: Span | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'forms/cap-of-what',
    what: ['这一行限额没有写限的是支付还是费用。', 'This cap does not say whether it limits the payment or the expense.'],
    why: [
      '限支付是先乘比例再封顶，限费用是先封顶再乘比例，结果不同。',
      'A payment cap cuts after the ratio, an expense cap before it; the results differ.',
    ],
    remedy: ['在 限额 后面写 支付 或 费用。', 'After 限额 write 支付 (payment) or 费用 (expense).'],
    span: v.span,
    fixes: ['支付', '费用'].flatMap((text) =>
      v.at ? [insertAt('start', v.at, `${text} `, [`限${text}`, text === '支付' ? 'Limit the payment' : 'Limit the expense'])] : [],
    ),
  });

/** 限额 支付 180天 累计于 年用药天数: a cap in days, where caps are money. */
export const capOfTime = (v: { text: string; accumulator: string | undefined; span: Span }): Diagnostic => {
  const used = v.accumulator ?? '年天数';
  return finding({
    code: 'forms/cap-of-time',
    what: [`限额限的是钱，${v.text} 是天数或月数。`, `A cap limits money; ${v.text} is a length of time.`],
    why: ['限了天数，能付多少钱还要看每一天付多少。', 'Where days are limited, what is paid still depends on what a day pays.'],
    remedy: [
      `先算这一次还能付几天：定义 可付天数 : 天数 = 取小(本次天数, 取大(0天, ${v.text} - 已累计(${used})))，再用它算基数或限额，如 限额 支付 每天的钱 × (可付天数 ÷ 1天) 每次。`,
      `First work out for how many days this visit may be paid, min(its days, max(0 days, ${v.text} - accumulated(${used}))), and use these in the base or the cap: cap pay amount_of_a_day × (days ÷ 1 day) each_visit.`,
    ],
    span: v.span,
  });
};

/** A line that may stand once in a 待遇 stands again. */
export const lineTwice = (v: { line: string; benefit: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'forms/line-twice',
    what: [`待遇 “${v.benefit}” 里有两行 “${v.line}”。`, `Benefit “${v.benefit}” has two lines “${v.line}”.`],
    why: [
      '行的先后不决定结果，两行就说不清用哪一行。',
      'The order of lines decides nothing, so two of them leave it open which one counts.',
    ],
    remedy: ['留下一行；有条件的差别写成 例外 或 倾斜。', 'Keep one; write a conditional difference as 例外 or 倾斜.'],
    span: v.span,
    others: [{ span: v.first, words: ['先在这里写了', 'written here first'] }],
    fixes: [replaceWith(v.span, '', ['删去这一行', 'Delete this line'])],
  });

/** Both 报销比例 and 分段. */
export const ratioAndBands = (v: { benefit: string; span: Span; other: Span }): Diagnostic =>
  finding({
    code: 'forms/ratio-and-bands',
    what: [
      `待遇 “${v.benefit}” 既写了 报销比例，又写了 分段。`,
      `Benefit “${v.benefit}” has both 报销比例 (one ratio) and 分段 (ratios by band).`,
    ],
    why: ['两种都在说报多少，只能用一种。', 'Both say how much is paid; only one can.'],
    remedy: ['删去不用的一行。', 'Delete the one that does not apply.'],
    span: v.span,
    others: [{ span: v.other, words: ['另一行在这里', 'the other line'] }],
    fixes: [replaceWith(v.span, '', ['删去这一行', 'Delete this line']), replaceWith(v.other, '', ['删去另一行', 'Delete the other line'])],
  });

/** Neither 报销比例 nor 分段. */
export const noRatio = (v: { benefit: string; after?: Span | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'forms/no-ratio',
    what: [`待遇 “${v.benefit}” 没有写 报销比例，也没有写 分段。`, `Benefit “${v.benefit}” has neither 报销比例 (ratio) nor 分段 (bands).`],
    why: ['没有它就不知道付多少；据实报销也要写成 100%。', 'Without it nothing says how much is paid; full payment is written as 100%.'],
    remedy: ['补上 报销比例；原文没写的，写 待定 和理由。', 'Add 报销比例; where the source is silent write 待定 and the reason.'],
    span: v.span,
    fixes: v.after ? [newLine(v.after, '报销比例 待定 “原文未写报销比例”')] : [],
  });

/** A 待遇 without a 支付 line. `like` is the posting of another benefit, offered as text. */
export const noPosting = (v: { benefit: string; like?: string | undefined; after?: Span | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'forms/no-posting',
    what: [
      `待遇 “${v.benefit}” 没有写由谁支付、从哪部分费用支付。`,
      `Benefit “${v.benefit}” does not say who pays and from which part of the bill.`,
    ],
    why: ['没有 支付 行，这项待遇一分钱也不会付。', 'Without a 支付 line this benefit never pays anything.'],
    remedy: ['补一行 支付 由 付方 从 费用部分。', 'Add a line 支付 由 (payer) 从 (part of the bill).'],
    span: v.span,
    fixes: v.after && v.like ? [newLine(v.after, v.like)] : [],
  });

/** A 待遇 without 适用. */
export const noCondition = (v: { benefit: string; after?: Span | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'forms/no-condition',
    what: [`待遇 “${v.benefit}” 没有写适用于哪些就诊。`, `Benefit “${v.benefit}” does not say which visits it is for.`],
    why: ['不写 适用，它会付到每一次就诊上。', 'Without 适用 it would pay for every visit.'],
    remedy: ['补一行 适用，例如 适用 医疗类别 是 普通门诊。', 'Add a line 适用 (applies to) with its condition.'],
    span: v.span,
    fixes: v.after ? [newLine(v.after, '适用 待定 “原文未写适用范围”')] : [],
  });

/** 等待期 without 当日起 or 次日起. */
export const noCounting = (v: { at: Span; span: Span }): Diagnostic =>
  finding({
    code: 'forms/no-counting',
    what: ['等待期没有写满期的那一天算不算。', 'The waiting period does not say whether the day it ends on already counts.'],
    why: [
      '民法典的算法与各地做法差一天，这一天看病付不付由它决定。',
      'The Civil Code and local practice differ by one day, and that day decides about payment.',
    ],
    remedy: [
      '写 当日起 或 次日起；原文没写的，写 暂按 当日起 待定 和理由。',
      'Write 当日起 (that day counts) or 次日起 (the next day); where the source is silent, 暂按 当日起 待定 and the reason.',
    ],
    span: v.span,
    fixes: [' 当日起', ' 次日起', ' 暂按 当日起 待定 “原文未写满期当日算不算”'].map((text) =>
      insertAt('end', v.at, text, [`写成 “${text.trim()}”`, `Write “${text.trim()}”`]),
    ),
  });

/** 无起付线 was not written and there is no 起付线 line: nothing is deducted. */
export const noDeductible = (v: { benefit: string; after?: Span | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'forms/no-deductible',
    severity: 'hint',
    what: [`待遇 “${v.benefit}” 没有 起付线 行，按不设起付线计算。`, `Benefit “${v.benefit}” has no 起付线 line, so nothing is deducted.`],
    why: ['原文没提起付线和原文说不设起付线，是两回事。', 'A source that is silent is not a source that says there is none.'],
    remedy: [
      '确实不设的写 起付线 0元 每次；原文没提的写 暂按 和 待定。',
      'Write 起付线 0元 每次 if there is none; 暂按 … 待定 if the source is silent.',
    ],
    span: v.span,
    fixes: v.after ? [newLine(v.after, '起付线 暂按 0元 待定 “原文未写起付线” 每次')] : [],
  });
