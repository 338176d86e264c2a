import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Pair } from './finding.ts';
import { finding, insertAt } from './finding.ts';

/** A line of law that has no default is not there. `after` is the line below which it can be added. */
export const missing = (v: { line: string; template: string; why: Pair; after: Span; before: boolean; span: Span }): Diagnostic =>
  finding({
    code: 'settings/missing',
    what: [`政策没有写 ${v.line}。`, `The policy has no line ${v.line}.`],
    why: v.why,
    remedy: [`补一行 ${v.template}，再改成这份政策的规定。`, `Add a line ${v.template} and change it to what this policy says.`],
    span: v.span,
    fixes: [
      v.before
        ? insertAt('start', v.after, `  ${v.template}\n`, [`补上 “${v.template}”`, `Add “${v.template}”`])
        : insertAt('end', v.after, `\n  ${v.template}`, [`补上 “${v.template}”`, `Add “${v.template}”`]),
    ],
  });

/** A line of law that stands twice. */
export const repeated = (v: { line: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'settings/repeated',
    what: [`${v.line} 写了两次。`, `${v.line} stands twice.`],
    why: ['同一件事不能有两个规定。', 'One matter cannot be settled in two ways.'],
    remedy: ['删去一行；以后改变的写进 修订。', 'Delete one line; write later changes as an amendment.'],
    span: v.span,
    others: [{ span: v.first, words: ['先写在这里', 'written here first'] }],
  });

/** 版本日 or 归属日 that is not a date field. */
export const notDateField = (v: { line: string; name: string; dates: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'settings/not-a-date-field',
    what: [`${v.line} 后面的 “${v.name}” 不是日期字段。`, `“${v.name}” after ${v.line} is not a date field.`],
    why:
      v.dates.length > 0
        ? [`本政策的日期字段有：${v.dates.join('、')}。`, `Date fields of this policy: ${v.dates.join(', ')}.`]
        : ['本政策还没有日期字段。', 'This policy has no date field yet.'],
    remedy: ['换成一个日期字段。', 'Name a date field.'],
    span: v.span,
    fixes: v.dates.map((name) => ({
      title: { zh: `改为 “${name}”`, en: `Change it to “${name}”` },
      edits: [{ span: v.span, text: name }],
    })),
  });

/** An area code that is not six digits. */
export const areaCode = (v: { code: string; span: Span }): Diagnostic =>
  finding({
    code: 'settings/area-code',
    what: [`统筹区编码 “${v.code}” 不是六位数字。`, `The area code “${v.code}” is not six digits.`],
    why: ['统筹区用六位行政区划代码。', 'Pooling areas use the six-digit code of the administrative division.'],
    remedy: ['写六位代码，例如 “510700”。', 'Write six digits, such as “510700”.'],
    span: v.span,
  });

/** 金额上限 that is not a positive amount. */
export const moneyLimit = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'settings/money-limit',
    what: ['金额上限 要写一个大于 0 的金额。', '金额上限 must be an amount above 0.'],
    why: ['超过它的账单当作录入有误而拒收。', 'A bill above it is refused as a slip of the pen.'],
    remedy: [
      '写一笔账单绝不会超过的数，例如 金额上限 1000万元。',
      'Write an amount that no bill exceeds, such as money_limit 1000 wan_yuan.',
    ],
    span: v.span,
  });

/** A declaration that a vocabulary does not hold. */
export const lawInVocabulary = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'settings/law-in-vocabulary',
    what: [
      '词汇 里只能写 字段、明细、费用、付方、约束，和各政策共用的 统筹区、版本日、归属日、支付舍入、撤销后、金额上限、建账日。',
      'A vocabulary holds only fields, lists, the bill, payers, constraints, and the lines that policies share: area, version_day, period_day, payment_rounding, after_reversal, money_limit, books_open.',
    ],
    why: ['词汇没有生效日期，规定要写在政策里。', 'A vocabulary has no effective day; rules belong to a policy.'],
    remedy: ['把这一条移到政策里。', 'Move this item into a policy.'],
    span: v.span,
  });

/** A second policy or vocabulary by one name. */
export const blockTwice = (v: { word: Pair; name: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'settings/block-twice',
    what: [`有两份叫 “${v.name}” 的${v.word[0]}。`, `Two ${v.word[1]} are called “${v.name}”.`],
    why: ['修订和示例用名称说是对哪一份的。', 'Amendments and scenarios name the one they are about.'],
    remedy: ['给其中一份改名，或删去一份。', 'Rename one of them, or delete it.'],
    span: v.span,
    others: [{ span: v.first, words: ['另一份在这里', 'the other is here'] }],
  });

/** A line whose value must be stated as such. */
export const notPlain = (v: { line: string; wanted: Pair; silent: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'settings/not-plain',
    what: [`${v.line} 后面要写${v.wanted[0]}。`, `${v.line} is followed by ${v.wanted[1]}.`],
    why: ['它对整份政策都有效，不随就诊而变。', 'It holds for the whole policy and does not vary with the visit.'],
    remedy: [`写${v.wanted[0]}；原文没写的${v.silent[0]}。`, `Write ${v.wanted[1]}; where the source is silent ${v.silent[1]}.`],
    span: v.span,
  });
