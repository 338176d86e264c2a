import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, insertAt } from './finding.ts';

/** Policies that refer to one another in a ring. */
export const layerRing = (v: { ring: readonly { readonly name: string; readonly span: Span }[] }): Diagnostic => {
  const [first] = v.ring;
  const names = [...v.ring, ...(first ? [first] : [])].map(({ name }) => `“${name}”`).join(' → ');
  return finding({
    code: 'layers/ring',
    what: [`这些政策的引用绕成了一圈: ${names}。`, `These policies refer to one another in a ring: ${names}.`],
    why: [
      '先结算前一层才能结算后一层; 绕成一圈就没有哪一层在前。',
      'An earlier layer is settled before a later one; in a ring none is the earlier.',
    ],
    remedy: [
      '删去其中一条 引用, 让先支付的一层不看后一层; 只引用对方累计的(以前记下的数), 两份可以互相引用。',
      'Delete one of the references: a layer that pays first does not look at a later one. Policies may refer to one another’s accumulators, which hold what was booked before.',
    ],
    span: first?.span ?? { file: '', start: 0, end: 0 },
    others: v.ring.slice(1).map(({ span }) => ({ span, words: ['圈里的另一条引用', 'another reference of the ring'] as const })),
  });
};

/** 引用 of a policy that nobody wrote. */
export const unknownLayer = (v: { name: string; near: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'layers/unknown-policy',
    what: [`没有叫 “${v.name}” 的政策可以引用。`, `There is no policy “${v.name}” to refer to.`],
    why: ['引用 只读同一工作区里写成的政策的结果。', 'A reference reads results of a policy that is written in the same workspace.'],
    remedy: v.near
      ? [`改为 “${v.near}”, 或把那份政策的文件一并打开。`, `Change it to “${v.near}”, or open the file of that policy as well.`]
      : ['写那份政策的全名, 或把它的文件一并打开。', 'Write the full name of that policy, or open its file as well.'],
    span: v.span,
    fixes: v.near
      ? [{ title: { zh: `改为 “${v.near}”`, en: `Change it to “${v.near}”` }, edits: [{ span: v.span, text: `“${v.near}”` }] }]
      : [],
  });

/** The other policy has errors, so what is read of it has no meaning yet. */
export const layerUnfinished = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'layers/unfinished',
    what: [`引用的 “${v.name}” 里还有错误。`, `“${v.name}”, which this refers to, still has errors.`],
    why: ['前一层算不出, 后一层就不能结算。', 'A later layer cannot be settled while the earlier one has no meaning.'],
    remedy: [`先改好 “${v.name}”。`, `Put “${v.name}” right first.`],
    span: v.span,
  });

/** A result that the other policy does not have. */
export const unknownResult = (v: { name: string; policy: string; near: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'layers/unknown-result',
    what: [`“${v.policy}” 里没有 “${v.name}”。`, `“${v.policy}” has no “${v.name}”.`],
    why: ['只能引用那份政策里有名称的结果, 如 住院.支付。', 'A reference names a result of that policy, such as 住院.支付.'],
    remedy: v.near ? [`改为 “${v.near}”。`, `Change it to “${v.near}”.`] : ['写那份政策里的名称。', 'Write a name of that policy.'],
    span: v.span,
    fixes: v.near ? [{ title: { zh: `改为 “${v.near}”`, en: `Change it to “${v.near}”` }, edits: [{ span: v.span, text: v.near }] }] : [],
  });

/** A result that has no nothing: when nobody is entitled to the layer it would have no value. */
export const notReferable = (v: { name: string; is: readonly [string, string]; span: Span }): Diagnostic =>
  finding({
    code: 'layers/not-a-result',
    what: [`“${v.name}” 是${v.is[0]}, 不能引用。`, `“${v.name}” is ${v.is[1]} and cannot be referred to.`],
    why: [
      '不享受那一层的人, 引用的金额和数算作 0, 条件算作不成立; 日期、文本和枚举没有这样的值。',
      'For whoever is not entitled to that layer amounts and numbers count as 0 and conditions as false; a day, a text or an enumeration has no such value.',
    ],
    remedy: [
      '引用金额、比例、数或布尔; 就诊的字段在本政策里另行声明。',
      'Refer to an amount, a rate, a number or a condition; declare fields of the visit in this policy.',
    ],
    span: v.span,
  });

/** A cell that the other policy only reads itself. */
export const cellsOfAnother = (v: { name: string; policy: string; owner: string; span: Span }): Diagnostic =>
  finding({
    code: 'layers/cells-of-another',
    what: [`“${v.name}” 不是 “${v.policy}” 自己的累计。`, `“${v.name}” is no accumulator of “${v.policy}” itself.`],
    why: [`它是 “${v.owner}” 的, “${v.policy}” 也只是引用。`, `It is one of “${v.owner}”, to which “${v.policy}” only refers as well.`],
    remedy: [`引用 “${v.owner}” : ${v.name}。`, `Refer to “${v.owner}” : ${v.name}.`],
    span: v.span,
  });

/** Cells whose opening the other policy works out for its own events. */
export const cellsWithOpening = (v: { name: string; policy: string; span: Span }): Diagnostic =>
  finding({
    code: 'layers/cells-with-opening',
    what: [
      `“${v.policy}” 的累计 “${v.name}” 有算出来的期初, 不能引用。`,
      `The accumulator “${v.name}” of “${v.policy}” has an opening that is worked out, and cannot be referred to.`,
    ],
    why: [
      '期初按那份政策的法算, 这里只读记下的数。',
      'An opening is worked out under the law of that policy; here only what was booked is read.',
    ],
    remedy: [
      '引用期初所读的那些累计, 在本政策里写期初。',
      'Refer to the accumulators that the opening reads, and write the opening in this policy.',
    ],
    span: v.span,
  });

/** A referred name that this policy has itself. */
export const referenceClash = (v: { name: string; policy: string; rename: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'layers/name-clash',
    what: [`引用的 “${v.name}” 与本政策自己的名称相同。`, `“${v.name}”, which is referred to, is also a name of this policy.`],
    why: [
      '同一名称不能既指前一层的结果, 又指本层的。',
      'A name cannot stand for the result of the earlier layer and for one of this layer.',
    ],
    remedy: [`给引用的另取一个名称: ${v.name} 为 ${v.rename}。`, `Give what is referred to another name: ${v.name} as ${v.rename}.`],
    span: v.span,
    others: [{ span: v.first, words: ['本政策的名称在这里', 'the name of this policy'] }],
    fixes: [insertAt('end', v.span, ` 为 ${v.rename}`, [`为 “${v.rename}”`, `as “${v.rename}”`])],
  });

/** A result of a layer that the policy refers to, but not this result. */
export const notReferred = (v: { name: string; policy: string; list: Span; span: Span }): Diagnostic =>
  finding({
    code: 'layers/not-referred',
    what: [`“${v.name}” 没有列在对 “${v.policy}” 的引用里。`, `“${v.name}” is not among what is referred to of “${v.policy}”.`],
    why: ['引用 只带来列出的结果, 不列就不带。', 'A reference brings only the results that are listed.'],
    remedy: ['把它加到 引用 行的末尾。', 'Add it to the end of the reference line.'],
    span: v.span,
    others: [{ span: v.list, words: ['引用 行在这里', 'the reference line'] }],
    fixes: [insertAt('end', v.list, `、${v.name}`, [`引用 “${v.name}”`, `Refer to “${v.name}”`])],
  });

/** Layers that do not speak of the same bill. */
export const billDiffers = (v: { policy: string; own: string; other: string; span: Span }): Diagnostic =>
  finding({
    code: 'layers/bill-differs',
    what: [`费用的划分与引用的 “${v.policy}” 不同。`, `The bill is divided otherwise than in “${v.policy}”, which this refers to.`],
    why: [
      `几层付的是同一张账单。本政策: ${v.own}; “${v.policy}”: ${v.other}。`,
      `The layers pay one bill. This policy: ${v.own}; “${v.policy}”: ${v.other}.`,
    ],
    remedy: [
      '两份政策写同样的 费用; 最好从同一词汇继承。',
      'Write the same bill in both policies, best by inheriting it from one vocabulary.',
    ],
    span: v.span,
  });

/** One name for two kinds of field. */
export const fieldDiffers = (v: { field: string; policy: string; span: Span; other: Span }): Diagnostic =>
  finding({
    code: 'layers/field-differs',
    what: [
      `字段 “${v.field}” 与引用的 “${v.policy}” 里的不同类。`,
      `The field “${v.field}” is of another kind in “${v.policy}”, which this refers to.`,
    ],
    why: ['一次就诊的一个字段由各层一起读, 取值要一样。', 'A field of a visit is read by all layers, and means the same in each.'],
    remedy: [
      '让两处的类型和取值相同; 最好从同一词汇继承。',
      'Give both the same type and values, best by inheriting them from one vocabulary.',
    ],
    span: v.span,
    others: [{ span: v.other, words: ['另一层的字段', 'the field of the other layer'] }],
  });

/** Layers whose answers obey different laws of conservation. */
export const layerEntry = (v: { policy: string; span: Span }): Diagnostic =>
  finding({
    code: 'layers/entry',
    what: [`引用只在两份入口都是 结算 的政策之间。`, `A reference stands between two policies whose entry is settlement.`],
    why: [`几层共付一张账单; “${v.policy}” 或本政策没有账单。`, `Layers pay one bill together; “${v.policy}” or this policy has none.`],
    remedy: ['要用的数作为 字段 给出。', 'Give the figure that is needed as a field.'],
    span: v.span,
  });
