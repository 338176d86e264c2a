import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, replaceWith } from './finding.ts';

/** One value listed twice. */
export const valueTwice = (v: { name: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'inputs/value-twice',
    what: [`取值 “${v.name}” 列了两次。`, `The value “${v.name}” is listed twice.`],
    why: ['同一个取值只能是一种情况。', 'One value is one case.'],
    remedy: ['删去一处。', 'Delete one of them.'],
    span: v.span,
    others: [{ span: v.first, words: ['先在这里列出', 'listed here first'] }],
  });

/** One national code for two values. */
export const codeTwice = (v: { code: string; name: string; other: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'inputs/code-twice',
    what: [`编码 “${v.code}” 既是 “${v.other}” 又是 “${v.name}”。`, `The code “${v.code}” stands for both “${v.other}” and “${v.name}”.`],
    why: ['接口送来这个编码时，分不出是哪一个。', 'When the interface sends this code, nobody can tell which is meant.'],
    remedy: ['按接口规范改正其中一个编码。', 'Correct one of them by the interface specification.'],
    span: v.span,
    others: [{ span: v.first, words: ['也用了这个编码', 'has this code too'] }],
  });

/** Two code tables of one interface and version. */
export const tableTwice = (v: { interfaceName: string; version: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'inputs/table-twice',
    what: [
      `接口 “${v.interfaceName}” 版本 “${v.version}” 写了两次。`,
      `Interface “${v.interfaceName}” version “${v.version}” is written twice.`,
    ],
    why: [
      '一份编码表用接口和版本来认，两份同名的分不开。',
      'A code table is known by its interface and version; two of one name cannot be told apart.',
    ],
    remedy: ['合成一份，或写明不同的版本。', 'Make one of them, or write different versions.'],
    span: v.span,
    others: [{ span: v.first, words: ['先在这里写过', 'written here first'] }],
  });

/** A code table of a field that lists no values. */
export const tableWithoutValues = (v: { field: string; span: Span }): Diagnostic =>
  finding({
    code: 'inputs/table-without-values',
    what: [`“${v.field}” 不是枚举或集合，没有编码。`, `“${v.field}” is no enumeration or set and has no codes.`],
    why: ['编码表说的是每个取值在接口里怎么写。', 'A code table says how the interface writes each value.'],
    remedy: ['删去 版本 “…” { … }，只留 接口 “…”。', 'Leave out version “…” { … } and keep interface “…”.'],
    span: v.span,
  });

/** A value in a code table without its code. */
export const codeMissing = (v: { name: string; interfaceName: string; version: string; span: Span }): Diagnostic =>
  finding({
    code: 'inputs/code-missing',
    what: [
      `“${v.name}” 在接口 “${v.interfaceName}” 版本 “${v.version}” 里没有写编码。`,
      `“${v.name}” has no code in interface “${v.interfaceName}” version “${v.version}”.`,
    ],
    why: ['编码表里的取值各有各的编码；没有编码的不用列。', 'Values in a code table have their codes; a value without one is left out.'],
    remedy: [`写成 ${v.name} “编码”，或删去它。`, `Write ${v.name} “code”, or delete it.`],
    span: v.span,
  });

/** A second 费用. */
export const billTwice = (v: { span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'inputs/bill-twice',
    what: ['这份政策有两个 费用。', 'This policy has two bills (费用).'],
    why: ['一次结算只有一张账单，各部分加起来等于它的总额。', 'A settlement has one bill, and its parts add up to one total.'],
    remedy: ['留下一个。', 'Keep one of them.'],
    span: v.span,
    others: [{ span: v.first, words: ['先在这里声明', 'declared here first'] }],
  });

/** 于 that names something else than a date field. */
export const asOfNotDate = (v: { field: string; name: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'inputs/as-of-not-date',
    what: [
      `“${v.field}” 按 “${v.name}” 取值，但 “${v.name}” 不是日期字段。`,
      `“${v.field}” holds as of “${v.name}”, which is not a date field.`,
    ],
    why: ['要知道按哪一天的情况取值。', 'It must be known on which day the value is taken.'],
    remedy: ['于 后面写一个日期字段的名称。', 'Write the name of a date field after 于 (on).'],
    span: v.span,
    fixes: v.near ? [replaceWith(v.span, v.near, [`改为 “${v.near}”`, `Change it to “${v.near}”`])] : [],
  });

/** A settlement without a bill. */
export const noBill = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'inputs/no-bill',
    what: ['入口是 结算，但政策没有 费用。', 'The entry is 结算 (settlement), but the policy has no bill.'],
    why: ['结算要守住：总额等于各方支付加个人负担。', 'A settlement keeps total = payments + personal share.'],
    remedy: ['在 继承 行里加上 总额，或自己写 费用 行。', 'Add 总额 (the total) to the inherit line, or write an expense line.'],
    span: v.span,
  });

/** A policy whose events belong to nobody. */
export const noPerson = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'inputs/no-person',
    what: ['政策没有 参保人 字段。', 'The policy has no field 参保人 (insured).'],
    why: ['累计和撤销都要知道是谁的就诊。', 'Accumulators and reversals must know whose visit it is.'],
    remedy: ['在 继承 行里加上 参保人，或写 字段 参保人 : 文本。', 'Add it to the inherit line, or write field insured : text.'],
    span: v.span,
  });

/** A field that is another kind of thing in another version. */
export const fieldChanged = (v: { name: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'inputs/field-changed',
    what: [`“${v.name}” 在不同版本里不是同一种字段。`, `“${v.name}” is not the same kind of field in every version.`],
    why: ['同一个接口字段只能有一种值。', 'One field of the interface has one kind of value.'],
    remedy: ['给新的字段另起一个名称。', 'Give the new field another name.'],
    span: v.span,
    others: [{ span: v.first, words: ['另一个版本里是这样', 'so in another version'] }],
  });

/** An accumulator whose cells are another kind of thing in another version. */
export const cellsChanged = (v: { name: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'accumulators/changed',
    what: [
      `累计 “${v.name}” 在不同版本里累计的东西或键不一样。`,
      `The accumulator “${v.name}” has other values or keys in another version.`,
    ],
    why: ['以前累计的数还要接着用，换了种类就接不上。', 'What was accumulated before goes on being used and would no longer fit.'],
    remedy: ['给新的累计另起一个名称。', 'Give the new accumulator another name.'],
    span: v.span,
    others: [{ span: v.first, words: ['另一个版本里是这样', 'so in another version'] }],
  });

/** An optional field read where nothing says that it is there. */
export const mayBeAbsent = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'inputs/may-be-absent',
    what: [`“${v.name}” 可无，这里没有先问有没有就读了它。`, `“${v.name}” may be absent, and is read here without asking.`],
    why: ['没有它的病人在这里算不出结果。', 'For a patient without it there is no value here.'],
    remedy: [
      `写成 如果 有(${v.name}) 则 … 否则 …，或在它前面写 有(${v.name}) 且，或在 当 里写 有(${v.name})。`,
      `Write if given(${v.name}) then … else …, or given(${v.name}) and before it, or given(${v.name}) after when.`,
    ],
    span: v.span,
  });

/** 有 of something that is always there. */
export const alwaysThere = (v: { text: string; field: boolean; span: Span }): Diagnostic =>
  finding({
    code: 'inputs/always-there',
    what: [`“${v.text}” 不是可无的字段。`, `“${v.text}” is no optional field.`],
    why: [
      '有 问的是事件有没有给出一个可无的字段；别的值总要给出，没有就是缺项。',
      'given asks whether an event states an optional field; anything else has to be there.',
    ],
    remedy: v.field
      ? [
          '可以没有的，在字段的类型后面写 可无；不会没有的，去掉 有。',
          'If it may be absent, write optional after its type; else leave given out.',
        ]
      : ['写一个可无的字段的名称。', 'Name an optional field.'],
    span: v.span,
  });
