import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Pair } from './finding.ts';
import { finding } from './finding.ts';

/** A receiver stated with a limit of its own under a name of several words. */
export const receiverUnnamed = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'allocations/receiver-unnamed',
    what: ['冒号前面要是一个名称，不能带点或方括号。', 'What stands before the colon is one name, without dots or brackets.'],
    why: ['分到的金额用它来叫：分配名.这个名称。', 'What is given goes by it: the allocation’s name, a dot, this name.'],
    remedy: ['写成 名称 : 最多多少。', 'Write name : the most it takes.'],
    span: v.span,
  });

/** Two receivers of one allocation by one name. */
export const receiverTwice = (v: { name: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'allocations/receiver-twice',
    what: [`这项分配已经有一个 “${v.name}”。`, `This allocation has a “${v.name}” already.`],
    why: ['每个去处分到多少要用不同的名称来叫。', 'What each receiver is given needs a name of its own.'],
    remedy: [`给这一个另起名称，写成 名称 : ${v.name}。`, `Give this one another name: name : ${v.name}.`],
    span: v.span,
    others: [{ span: v.first, words: ['已经用在这里', 'used here already'] }],
  });

/** What an item can take read from what items of the same list are given. */
export const itselfInLimit = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'allocations/reads-itself',
    what: [`“${v.name}” 每一项最多收多少，又要看它自己分到多少。`, `What an item of “${v.name}” takes depends on what it is given.`],
    why: [
      '分多少由最多收多少决定，倒过来就没有起点。',
      'What is given follows from what can be taken; the other way round there is no beginning.',
    ],
    remedy: ['用事件里的字段或 已累计 写最多收多少。', 'State what it takes by fields of the event or accumulated cells.'],
    span: v.span,
  });

/** 分摊 by an allocation of another amount. */
export const shareOfOther = (v: { name: string; posting: string; span: Span; at: Span }): Diagnostic =>
  finding({
    code: 'allocations/share-of-other',
    what: [`“${v.name}” 分的不是 “${v.posting}”。`, `“${v.name}” does not give out “${v.posting}”.`],
    why: ['各付方分摊的合计必须正好是这笔支付。', 'The shares of the payers add up to exactly this payment.'],
    remedy: [`把它写成 分配 ${v.name} = ${v.posting} 依次于 ……。`, `Write it as allocate ${v.name} = ${v.posting} filling ….`],
    span: v.span,
    others: [{ span: v.at, words: ['它分的是这个', 'this is what it gives out'] }],
  });

/** Receivers of the allocation and payers of the payment are not the same. */
export const shareWithoutPayer = (v: { name: string; payers: readonly string[]; receivers: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'allocations/share-without-payer',
    what: [
      `付方是${v.payers.join('、')}，“${v.name}” 却分给${v.receivers.join('、')}。`,
      `The payers are ${v.payers.join(', ')}, but “${v.name}” gives to ${v.receivers.join(', ')}.`,
    ],
    why: ['每个付方付的就是同名去处分到的。', 'What a payer pays is what the receiver of its name is given.'],
    remedy: [
      '去处用付方的名称，一个不多一个不少：付方 : 最多付多少。',
      'Name the receivers as the payers, each of them and no other: payer : the most it pays.',
    ],
    span: v.span,
  });

/** A payer's share that need not be whole fen. */
export const shareNotFen = (v: { name: string; is: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'allocations/share-not-fen',
    what: [`“${v.name}” 是${v.is[0]}，不一定是整分。`, `“${v.name}” is ${v.is[1]} and need not be whole fen.`],
    why: ['付方付的是整分；怎样舍入要写明。', 'A payer pays whole fen, and how it is rounded is stated.'],
    remedy: [
      '最多付多少写成 四舍五入到分(…)，余数归后面的付方。',
      'State the most it pays as round_to_fen(…); what that leaves falls to the payers after it.',
    ],
    span: v.span,
  });

/** More receivers than anyone can read. */
export const tooManyReceivers = (v: { most: number; span: Span }): Diagnostic =>
  finding({
    code: 'allocations/too-many-receivers',
    what: [`一项分配最多写 ${v.most} 个去处。`, `An allocation has at most ${v.most} receivers.`],
    why: ['每个去处都要看前面的分走多少。', 'Each receiver depends on what those before it took.'],
    remedy: ['去处很多时用一份明细：逐项 甲 于 明细 : 式。', 'For many receivers use a list: each 甲 on list : formula.'],
    span: v.span,
  });
