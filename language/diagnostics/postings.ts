import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, insertAt } from './finding.ts';

/** 余 of some of the parts that a payment filled in order. */
export const partsDiffer = (v: { posting: string; parts: readonly string[]; list: Span; span: Span }): Diagnostic =>
  finding({
    code: 'postings/parts-differ',
    what: [
      `“${v.posting}” 从${v.parts.join('、')}支付，余 里要列同样的几部分。`,
      `“${v.posting}” pays from ${v.parts.join(', ')}; 余 (remaining) must list the same parts.`,
    ],
    why: [
      '它按顺序占用这几部分，单看其中一部分剩多少没有定数。',
      'It fills these parts in order, so what is left of one alone is not settled.',
    ],
    remedy: [`写 余(${v.parts.join('、')}, 经 ${v.posting})。`, `Write remaining(${v.parts.join('、')}, after ${v.posting}).`],
    span: v.span,
    others: [{ span: v.list, words: ['这里列的部分', 'the parts listed here'] }],
  });

/** Two payments that may meet and share a part, with no order between them. */
export const orderMissing = (v: {
  first: string;
  second: string;
  part: string;
  span: Span;
  other: Span;
  after?: Span | undefined;
}): Diagnostic =>
  finding({
    code: 'postings/order-missing',
    what: [
      `“${v.first}” 和 “${v.second}” 都从 “${v.part}” 支付，没有写谁先谁后。`,
      `“${v.first}” and “${v.second}” both pay from “${v.part}”, and no order is stated.`,
    ],
    why: ['前一个付了多少，决定后一个最多能付多少。', 'What the first takes limits what the second can.'],
    remedy: [
      `补一行 先后 ${v.first}、${v.second}，或让后一个的基数写成 余(…, 经 …)；不会同一次都付的，在支付后面写 当 什么时候付。`,
      `Add order ${v.first}, ${v.second}, or base the later one on remaining(…, after …); where no visit has both, say after the payment when it pays.`,
    ],
    span: v.span,
    others: [{ span: v.other, words: [`“${v.first}” 在这里`, `“${v.first}” is here`] }],
    fixes: v.after
      ? [
          insertAt('end', v.after, `\n  先后 ${v.first}、${v.second}`, [`先付 “${v.first}”`, `Pay “${v.first}” first`]),
          insertAt('end', v.after, `\n  先后 ${v.second}、${v.first}`, [`先付 “${v.second}”`, `Pay “${v.second}” first`]),
        ]
      : [],
  });

/** One payer would pay one part twice. */
export const paidTwice = (v: {
  first: string;
  second: string;
  payer: string;
  part: string;
  span: Span;
  other: Span;
  patient?: string | undefined;
  witness?: Readonly<Record<string, string>> | undefined;
}): Diagnostic =>
  finding({
    code: 'postings/paid-twice',
    what: [
      `“${v.first}” 和 “${v.second}” 可能由 “${v.payer}” 对同一次就诊的 “${v.part}” 各付一次。`,
      `“${v.first}” and “${v.second}” may both make “${v.payer}” pay “${v.part}” of one visit.`,
    ],
    why: v.patient
      ? [`例如：${v.patient}。`, `For example: ${v.patient}.`]
      : ['两项待遇的适用条件没有分开。', 'The conditions of the two do not exclude each other.'],
    remedy: [
      `让两项的适用条件不重叠；从余下的里再付，后一项的基数写 余(${v.part}, 经 ${v.first})；各算各的都付，在这一笔支付后面写 叠加，再写一行 先后 ${v.first}、${v.second}。`,
      `Make the conditions exclude each other; to pay from what is left, base the later one on remaining(${v.part}, after ${v.first}); if each pays by itself, end this payment with stacking and add order ${v.first}, ${v.second}.`,
    ],
    span: v.span,
    others: [{ span: v.other, words: [`“${v.first}” 在这里`, `“${v.first}” is here`] }],
    ...(v.witness ? { witness: v.witness } : {}),
  });

/** The same part twice in one payment, or the same payer. */
export const listedTwice = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'postings/listed-twice',
    what: [`“${v.name}” 列了两次。`, `“${v.name}” is listed twice.`],
    why: ['同一部分只能占用一次，同一付方只算一个。', 'A part is taken from once, a payer counts once.'],
    remedy: ['删去一处。', 'Delete one of them.'],
    span: v.span,
  });

/** Several payers and no word on who pays what. */
export const noShare = (v: { at: Span; span: Span }): Diagnostic =>
  finding({
    code: 'postings/no-share',
    what: ['几个付方一起支付，没有写各付多少。', 'Several payers pay one sum, and nothing says who pays what.'],
    why: ['合计是多少和每个付方付多少是两回事。', 'The sum and each payer’s share are two questions.'],
    remedy: [
      '原文没写的，在付方后面写 分摊 待定 “原因”。',
      'Where the source is silent write shared_by pending “reason” after the payers.',
    ],
    span: v.span,
    fixes: [insertAt('end', v.at, ' 分摊 待定 “原文未写各付多少”', ['写成 分摊 待定', 'Leave the shares open'])],
  });

/** An account among several payers of one sum. */
export const sharedAccount = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'postings/shared-account',
    what: [`“${v.name}” 是账户，不能与别的付方合付一笔。`, `“${v.name}” is an account and cannot share one sum with other payers.`],
    why: [
      '账户付的算在个人负担里，合付时个人负担多少就说不清。',
      'What an account pays is inside the person’s share, which a shared sum would leave unknown.',
    ],
    remedy: ['账户付的另写一笔 支付。', 'Write the account’s part as a payment of its own.'],
    span: v.span,
  });

/** 支付 without = value, outside a 待遇. */
export const noAmount = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'postings/no-amount',
    what: ['这项支付没有写付多少。', 'This payment does not say how much.'],
    why: [
      '只有 待遇 里的 支付 行由起付线、报销比例和限额算出金额。',
      'Only inside 待遇 (benefit) is the amount worked out from deductible, ratio and caps.',
    ],
    remedy: ['在后面写 = 和式子，或把它写进一个 待遇。', 'Add = and a formula, or put it into a benefit.'],
    span: v.span,
  });

/** 支付 without a name, outside a 待遇. */
export const noName = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'postings/no-name',
    what: ['这项支付没有名称。', 'This payment has no name.'],
    why: ['累计、先后和期望都要用名称说到它。', 'Accumulators, 先后 (order) and scenarios speak of it by name.'],
    remedy: ['在 支付 后面写一个名称。', 'Write a name after 支付 (pay).'],
    span: v.span,
  });
