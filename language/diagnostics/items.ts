import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Pair } from './finding.ts';
import { finding, replaceWith } from './finding.ts';

/** 明细 without a field. */
export const noItemFields = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'items/no-fields',
    what: [`明细 “${v.name}” 没有字段。`, `The list “${v.name}” has no fields.`],
    why: ['明细的每一项由它的字段说明。', 'What an item of a list is, its fields say.'],
    remedy: ['在 { } 里逐行写 字段，如 字段 金额 : 分额。', 'Write its fields line by line in { }, such as field 金额 : fen_amount.'],
    span: v.span,
  });

/** 逐项 over something that is neither a list nor a set. */
export const notAList = (v: { is: Pair; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'items/not-a-list',
    what: [`逐项 要在明细或集合里数，这里是${v.is[0]}。`, `A fold goes over a list or a set; this is ${v.is[1]}.`],
    why: ['只有明细和集合是一项一项的。', 'Only lists and sets consist of items.'],
    remedy: [
      v.near === undefined ? '写一个 明细 或 集合 字段的名称。' : `写成 ${v.near}，或另一个 明细、集合 的名称。`,
      v.near === undefined ? 'Name a list, or a field that is a set.' : `Write ${v.near}, or the name of another list or set.`,
    ],
    span: v.span,
    fixes: v.near === undefined ? [] : [replaceWith(v.span, v.near, [`改为 ${v.near}`, `Change to ${v.near}`])],
  });

/** A list where a single value is wanted. */
export const listAsValue = (v: { name: string; field: string; span: Span }): Diagnostic =>
  finding({
    code: 'items/list-as-value',
    what: [`“${v.name}” 是明细，不是一个值。`, `“${v.name}” is a list, not a value.`],
    why: ['明细有许多项，要说怎样合成一个值。', 'A list has many items; how they become one value has to be said.'],
    remedy: [`逐项计算，如 合计 甲.${v.field} 逐项 甲 于 ${v.name}。`, `Fold it, such as sum 甲.${v.field} each 甲 on ${v.name}.`],
    span: v.span,
  });

/** An item used without saying which of its fields. */
export const wholeItem = (v: { item: string; list: string; fields: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'items/whole-item',
    what: [
      `“${v.item}” 是 “${v.list}” 的一项，没有写它的哪个字段。`,
      `“${v.item}” is an item of “${v.list}”; which of its fields is not said.`,
    ],
    why: ['一项有几个字段，计算用的是其中一个。', 'An item has several fields, and a formula uses one of them.'],
    remedy: [`写成 ${v.item}.${v.fields[0] ?? '字段'}。`, `Write ${v.item}.${v.fields[0] ?? 'field'}.`],
    span: v.span,
  });

/** A field that the items of the list do not have. */
export const unknownItemField = (v: {
  name: string;
  item: string;
  list: string;
  fields: readonly string[];
  near?: string | undefined;
  span: Span;
}): Diagnostic =>
  finding({
    code: 'items/unknown-field',
    what: [`“${v.list}” 的项没有字段 “${v.name}”。`, `Items of “${v.list}” have no field “${v.name}”.`],
    why: [`它的字段是 ${v.fields.join('、')}。`, `Their fields are ${v.fields.join(', ')}.`],
    remedy: [
      v.near === undefined ? '用其中一个，或在 明细 里声明它。' : `写成 ${v.near}，或在 明细 里声明 “${v.name}”。`,
      v.near === undefined ? 'Use one of them, or declare it in the list.' : `Write ${v.near}, or declare “${v.name}” in the list.`,
    ],
    span: v.span,
    fixes: v.near === undefined ? [] : [replaceWith(v.span, v.near, [`改为 ${v.near}`, `Change to ${v.near}`])],
  });

/** The name of an item that already stands for something else. */
export const itemNameTaken = (v: { name: string; span: Span; first?: Span | undefined }): Diagnostic =>
  finding({
    code: 'items/name-taken',
    what: [`“${v.name}” 已经是别的名称，不能再叫一项。`, `“${v.name}” stands for something else already and cannot name an item.`],
    why: ['同一个名称有两个意思，就看不出算的是哪一个。', 'With two meanings for one name nobody can tell which is computed with.'],
    remedy: ['给这一项换个名称，如 甲、乙、丙。', 'Give the item another name, such as 甲, 乙, 丙.'],
    span: v.span,
    others: v.first ? [{ span: v.first, words: ['先用在这里', 'used here first'] }] : [],
  });

/** Folds inside folds, too many. */
export const foldsTooDeep = (v: { most: number; span: Span }): Diagnostic =>
  finding({
    code: 'items/too-deep',
    what: [`逐项里套逐项超过 ${v.most} 层。`, `Folds stand inside one another more than ${v.most} deep.`],
    why: ['每套一层，要算的项数就乘一次。', 'Each level multiplies the number of items that are worked through.'],
    remedy: ['把里层写成一个定义，或分两步算。', 'Write the inner one as a definition, or compute in two steps.'],
    span: v.span,
  });

/** 合计, 最大 or 最小 without a formula; 次数 with one. */
export const foldBody = (v: { word: Pair; needs: boolean; span: Span }): Diagnostic =>
  finding({
    code: 'items/body',
    what: v.needs
      ? [`${v.word[0]} 后面没有写算什么。`, `What ${v.word[1]} goes over is not written.`]
      : [`${v.word[0]} 只数有几项，不带式子。`, `${v.word[1]} only counts items and takes no formula.`],
    why: v.needs
      ? ['每一项要给出一个值，才能合在一起。', 'Each item gives a value, and these are put together.']
      : ['数哪些项由 当 说。', 'Which items are counted, when says.'],
    remedy: v.needs
      ? [`写成 ${v.word[0]} 甲.金额 逐项 甲 于 …。`, `Write ${v.word[1]} 甲.金额 each 甲 on ….`]
      : ['删去式子，把条件写在 当 后面。', 'Delete the formula; write conditions after when.'],
    span: v.span,
  });

/** What each item gives cannot be added or compared. */
export const cannotFold = (v: { word: Pair; is: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'items/cannot-fold',
    what: [`${v.is[0]}不能${v.word[0]}。`, `${v.word[1]} cannot be taken of ${v.is[1]}.`],
    why: [
      '金额、数、月数、天数可以相加；比例和日期只能比大小。',
      'Money, numbers, months and days can be added; ratios and dates only compared.',
    ],
    remedy: [
      '让每一项给出金额或数，或改用 最大、最小、次数。',
      'Let each item give an amount or a number, or use greatest, least or count.',
    ],
    span: v.span,
  });

/** 算得 of something that is no field. */
export const computedNoField = (v: { name: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'items/computed-no-field',
    what: [`没有叫 “${v.name}” 的字段或费用。`, `There is no field or part of the bill called “${v.name}”.`],
    why: [
      '算得 说的是：就诊没有给出这个字段时，它由别的字段算出来。',
      'computed says how a field follows from others when a visit does not state it.',
    ],
    remedy: [
      v.near === undefined ? '先声明这个字段；只在政策里用的值写成 定义。' : `写成 ${v.near}；只在政策里用的值写成 定义。`,
      v.near === undefined
        ? 'Declare the field first; a value that only the policy uses is a definition.'
        : `Write ${v.near}; a value that only the policy uses is a definition.`,
    ],
    span: v.span,
    fixes: v.near === undefined ? [] : [replaceWith(v.span, v.near, [`改为 ${v.near}`, `Change to ${v.near}`])],
  });

/** The person and the two days that choose law and period. */
export const computedIdentity = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'items/computed-identity',
    what: [`“${v.name}” 不能算得。`, `“${v.name}” cannot be worked out.`],
    why: [
      '是谁的事、按哪天的规定，要先知道，才谈得上计算。',
      'Whose event it is and which day’s law applies are known before anything is computed.',
    ],
    remedy: ['让就诊给出它；别的日期写成 定义。', 'Let the visit state it; write other days as definitions.'],
    span: v.span,
  });

/** A second 算得 for one field. */
export const computedTwice = (v: { name: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'items/computed-twice',
    what: [`“${v.name}” 写了两次 算得。`, `“${v.name}” is worked out twice.`],
    why: ['一个字段只能有一种算法。', 'A field follows from others in one way.'],
    remedy: ['留下一个；分情况的用 如果 … 则 … 否则 … 或表。', 'Keep one; for several cases use if … then … else … or a table.'],
    span: v.span,
    others: [{ span: v.first, words: ['先写在这里', 'written here first'] }],
  });

/** 算得 that depends on a payment. */
export const computedFromPayment = (v: { name: string; payment: string; span: Span }): Diagnostic =>
  finding({
    code: 'items/computed-from-payment',
    what: [`算得的 “${v.name}” 用到了支付 “${v.payment}”。`, `“${v.name}” is worked out from the payment “${v.payment}”.`],
    why: ['字段说的是结算之前的事，不能由结算的结果算出。', 'A field says what was so before settlement, so no result of it can enter.'],
    remedy: ['把它写成 定义。', 'Write it as a definition.'],
    span: v.span,
  });
