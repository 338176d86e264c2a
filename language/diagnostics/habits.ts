import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, replaceWith } from './finding.ts';

/** 2022-06-30 以前: before or after a day, where nothing says whether the day itself counts. */
export const sideOfDay = (v: { word: string; day: string; before: boolean; span: Span }): Diagnostic => {
  const [within, without] = v.before ? ['以下', '不满'] : ['以上', '超过'];
  const [withinEn, withoutEn] = v.before ? ['or_less', 'less_than'] : ['or_more', 'more_than'];
  return finding({
    code: 'syntax/side-of-day',
    what: [`“${v.word}” 没有说当天算不算。`, `“${v.word}” does not say whether the day itself counts.`],
    why: ['当天归前一段还是后一段，付的钱不同。', 'On which side the day stands changes what is paid.'],
    remedy: [
      `当天算在内的写 ${v.day} ${within}，不算的写 ${without} ${v.day}。`,
      `With the day itself write ${v.day} ${withinEn}, without it ${withoutEn} ${v.day}.`,
    ],
    span: v.span,
    fixes: [replaceWith(v.span, within, [`当天算：${within}`, `The day counts: ${withinEn}`])],
  });
};

/** 改为 with a table on the lines below. */
export const tableInChange = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'timeline/table-in-change',
    what: ['改为 后面不能接表。', 'No table follows 改为 (becomes).'],
    why: ['由 … 改为 … 一次改一个值。', 'from … becomes … changes one value.'],
    remedy: [
      '先 停止 原来的，再 新增 写成表的：停止 门诊.报销比例，新增 门诊 { 报销比例 … }；定义是 停止 名，新增 定义 名 : … = 表。',
      'Stop what stands and add it as a table: stop 门诊.ratio and add 门诊 { ratio … }; for a definition stop it and add define with the table.',
    ],
    span: v.span,
  });

/** 起付线 减半 */
export const halved = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'syntax/halved',
    what: ['“减半” 要写成乘以多少。', '“减半” (halved) is written as a factor.'],
    why: ['减 后面是减去的数，乘以 后面是乘的比例。', 'After 减 stands what is taken off, after 乘以 what it is multiplied with.'],
    remedy: ['写 乘以 50%。', 'Write scaled_by 50%.'],
    span: v.span,
    fixes: [replaceWith(v.span, '乘以 50%', ['写成 乘以 50%', 'Write scaled_by 50%'])],
  });

/** 限额 支付 每年20万元 */
export const periodFirst = (v: { period: string; amount: string; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/period-first',
    what: [`“${v.period}” 写在了数的前面。`, `“${v.period}” stands before the number.`],
    why: [
      '先写多少，再写每次还是累计于哪个累计：一年的数要记在一个累计里。',
      'First comes the amount, then each_visit or counted_in: what holds for a year is kept by an accumulator.',
    ],
    remedy: [
      `写成 ${v.amount} 累计于 年支付，另写一行 累计 年支付 = 合计 … 每 参保人、自然年(归属日)；每次的写 ${v.amount} 每次。`,
      `Write ${v.amount} counted_in yearly with a line accumulate yearly = sum … per insured, calendar_year(period_day); for each visit write ${v.amount} each_visit.`,
    ],
    span: v.span,
  });

/** 报销比例 三级 80%、二级 85% */
export const valuePerKind = (v: { line: string; kind: string; value: string; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/value-per-kind',
    what: [`一行 “${v.line}” 里写了不止一类人或一档的数。`, `The line “${v.line}” writes a value for more than one kind.`],
    why: [`看不出 ${v.kind} 是谁的取值、其余的人是多少。`, `Nothing says whose value ${v.kind} is, and what holds for all others.`],
    remedy: [
      `各档不同的写成表，一档一行：${v.line} 换行 | 人员类别 | → | 换行 | 在职 | … | 换行 | 退休 | … |；只有一类人不同的，写例外：例外 退休 当 人员类别 是 退休 : 改为 …。`,
      `Write a table with a row for each, such as | 人员类别 | → | with rows below, or where only one kind differs an exception: exception retired when 人员类别 is 退休 : becomes ….`,
    ],
    span: v.span,
  });

/** 字段 病种 : 高血压、糖尿病 */
export const valuesWithoutBraces = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'syntax/values-without-braces',
    what: ['取值没有写在大括号里。', 'The values are not in braces.'],
    why: [
      '只能是其中一个的写 枚举 { … }，可以同时有几个的写 集合 { … }。',
      'One of them is one_of { … }; any number of them is set_of { … }.',
    ],
    remedy: ['写成 枚举 { … } 或 集合 { … }。', 'Write one_of { … } or set_of { … }.'],
    span: v.span,
    fixes: (
      [
        ['枚举', 'one of them'],
        ['集合', 'any of them'],
      ] as const
    ).map(([word, en]) => ({
      title: { zh: `写成 ${word} { … }`, en: `Braces: ${en}` },
      edits: [
        { span: { ...v.span, end: v.span.start }, text: `${word} { ` },
        { span: { ...v.span, start: v.span.end }, text: ' }' },
      ],
    })),
  });
