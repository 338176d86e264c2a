import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import type { Pair } from './finding.ts';
import { finding, insertAt, replaceWith } from './finding.ts';

const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');
const listEn = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

const zeros = (parts: readonly string[]): string => parts.map((part) => `${part} 0元`).join('; ');

const useNear = (span: Span, near: string | undefined): readonly Fix[] =>
  near ? [replaceWith(span, near, [`改为 “${near}”`, `Change it to “${near}”`])] : [];

const ifNear = (near: string | undefined, zh: string, en: string): Pair =>
  near
    ? [`如果指的是 “${near}”，改成它；否则${zh}。`, `If “${near}” is meant, write that; otherwise ${en}.`]
    : [`${zh}。`, `${capital(en)}.`];

const capital = (text: string): string => (text[0]?.toUpperCase() ?? '') + text.slice(1);

/** A scenario states a field that its policy does not have. */
export const unknownField = (v: { name: string; policy: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/unknown-field',
    what: [`“${v.policy}” 没有叫 “${v.name}” 的字段。`, `“${v.policy}” has no field called “${v.name}”.`],
    why: ['示例里的患者只能有政策声明或继承的字段。', 'A patient has only the fields that the policy declares or inherits.'],
    remedy: ifNear(v.near, '删去这一项，或在政策里声明它', 'delete it, or declare the field in the policy'),
    span: v.span,
    fixes: useNear(v.span, v.near),
  });

/** An item of a list that the policy does not have. */
export const unknownList = (v: { name: string; lists: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/unknown-list',
    what: [`政策没有叫 “${v.name}” 的明细。`, `The policy has no list called “${v.name}”.`],
    why: ['带 { } 的是明细的一项，明细要先在政策里声明。', 'What has { } is an item of a list, and lists are declared in the policy.'],
    remedy:
      v.lists.length > 0
        ? [`写 ${v.lists.join('、')}，或声明 明细 ${v.name}。`, `Write ${v.lists.join(', ')}, or declare items ${v.name}.`]
        : [`在政策里声明 明细 ${v.name}。`, `Declare items ${v.name} in the policy.`],
    span: v.span,
  });

/** A list given a value as a field is. */
export const itemNeeded = (v: { name: string; field: string; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/item-needed',
    what: [`“${v.name}” 是明细，要一项一项写。`, `“${v.name}” is a list and is written item by item.`],
    why: ['明细的每一项有自己的字段。', 'Each item of a list has fields of its own.'],
    remedy: [
      `写成 ${v.name} { ${v.field} … }，一项一块；一项也没有写 ${v.name} 无。`,
      `Write ${v.name} { ${v.field} … }, a block for each item; ${v.name} none if there is none.`,
    ],
    span: v.span,
  });

/** A field given a block as an item is. */
export const fieldAsList = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/field-as-list',
    what: [`“${v.name}” 是字段，不是明细。`, `“${v.name}” is a field, not a list.`],
    why: ['只有明细的一项才写成 { }。', 'Only items of a list are written with { }.'],
    remedy: [`写成 ${v.name} 值。`, `Write ${v.name} and its value.`],
    span: v.span,
  });

/** A field, opening or expectation is given something that is not a value of its type. */
export const wrongValue = (v: { name: string; wanted: Pair; example: string; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/wrong-value',
    what: [`“${v.name}” 要写${v.wanted[0]}，这里写的不是。`, `“${v.name}” takes ${v.wanted[1]}; this is something else.`],
    why: ['写的值要与字段的类型一致，才能照它结算。', 'Only a value of the field’s own type can be settled.'],
    remedy: [`写成例如 ${v.example}。`, `Write, for example, ${v.example}.`],
    span: v.span,
  });

/** A whole number outside its field's range. */
export const valueOutOfRange = (v: { name: string; min?: bigint | undefined; max?: bigint | undefined; span: Span }): Diagnostic => {
  const zh = [v.min === undefined ? '' : `不小于 ${v.min}`, v.max === undefined ? '' : `不大于 ${v.max}`].filter(Boolean).join('，');
  const en = [v.min === undefined ? '' : `at least ${v.min}`, v.max === undefined ? '' : `at most ${v.max}`].filter(Boolean).join(' and ');
  return finding({
    code: 'scenarios/out-of-range',
    what: [`“${v.name}” 的值要${zh}。`, `“${v.name}” must be ${en}.`],
    why: ['超出范围的患者会被拒收，示例就验证不了什么。', 'Such a patient is refused, so the scenario would check nothing.'],
    remedy: ['改成范围之内的数。', 'Write a number within the range.'],
    span: v.span,
  });
};

/** Parts of the bill that a visit does not state. `insert` is what stands last in the block, or the block up to its closing bracket when `empty`. */
export const partMissing = (v: { parts: readonly string[]; total: string; span: Span; insert: Span; empty: boolean }): Diagnostic =>
  finding({
    code: 'scenarios/part-missing',
    what: [`这次就诊没有写 ${list(v.parts)}。`, `This visit does not state ${listEn(v.parts)}.`],
    why: [
      `“${v.total}” 由各部分相加，没写的部分不会当作 0 元。`,
      `“${v.total}” is the sum of its parts, and a part that is not stated is not taken to be 0.`,
    ],
    remedy: ['逐项写出来，没有发生的写 0元。', 'State each of them; write 0元 for what did not occur.'],
    span: v.span,
    fixes: [
      insertAt('end', v.insert, v.empty ? ` ${zeros(v.parts)} ` : `; ${zeros(v.parts)}`, [
        `补上 ${list(v.parts)} 0元`,
        `Add ${listEn(v.parts)} as 0元`,
      ]),
    ],
  });

/** A date that a visit does not state. */
export const dateMissing = (v: { fields: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/date-missing',
    what: [`这次就诊没有写 ${list(v.fields)}。`, `This visit does not state ${listEn(v.fields)}.`],
    why: [
      '就诊后面的日期只作就诊日和结算日，别的日期不会跟着它。',
      'The day after 就诊 is the visit day and settlement day; no other date follows from it.',
    ],
    remedy: ['在 参保人 或 就诊 的括号里写出这个日期。', 'State the date in the 参保人 or the 就诊 block.'],
    span: v.span,
  });

/** A field or expectation written twice in one block. */
export const givenTwice = (v: { name: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'scenarios/given-twice',
    what: [`“${v.name}” 在同一处写了两次。`, `“${v.name}” is stated twice in one place.`],
    why: ['两个值只能有一个算数，看不出是哪一个。', 'Only one of the two can count, and nothing says which.'],
    remedy: ['删去其中一个。', 'Delete one of them.'],
    span: v.span,
    others: [{ span: v.first, words: ['先在这里写过', 'stated here first'] }],
  });

/** 设 of something that the policy settles itself. */
export const notOpen = (v: { address: string; open: readonly string[]; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/not-open',
    what: [`政策没有把 “${v.address}” 留作待定或暂按。`, `The policy does not leave “${v.address}” open or assumed.`],
    why:
      v.open.length > 0
        ? [
            `设 只能给政策没有定下的值。它没有定下的是：${list(v.open)}。`,
            `设 states only what the policy leaves unsettled, which is: ${listEn(v.open)}.`,
          ]
        : ['设 只能给政策没有定下的值，而它全都定下了。', '设 states only what the policy leaves unsettled, and it settles everything.'],
    remedy: ifNear(v.near, '删去这一行', 'delete this line'),
    span: v.span,
    fixes: useNear(v.span, v.near),
  });

/** An expected or compared amount that no version of the policy works out. */
export const unknownAmount = (v: { address: string; policy: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/unknown-amount',
    what: [`“${v.policy}” 算不出叫 “${v.address}” 的金额或值。`, `“${v.policy}” works out nothing called “${v.address}”.`],
    why: [
      '能核对的是 个人、账户、现金、基金、总额，和政策里有名称的金额与值。',
      'What can be checked is 个人, 账户, 现金, 基金, 总额 and the amounts and values that the policy names.',
    ],
    remedy: ifNear(v.near, '改成政策里有的名称', 'write a name that the policy has'),
    span: v.span,
    fixes: useNear(v.span, v.near),
  });

/** A bill split in two is compared by what both parts come to together, which only amounts have. */
export const notAnAmount = (v: { address: string; is: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/not-an-amount',
    what: [`“${v.address}” 是${v.is[0]}，不是金额。`, `“${v.address}” is ${v.is[1]}, not an amount.`],
    why: ['拆合不变 比较的是拆开以后几次的金额之和。', 'split_invariant compares the sum of the amounts of both parts.'],
    remedy: ['改为用到它的那个金额。', 'Write the amount that is worked out from it.'],
    span: v.span,
  });

/** A law that compares, about a value that has no order. */
export const notOrdered = (v: { address: string; is: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/not-ordered',
    what: [`“${v.address}” 是${v.is[0]}，没有大小。`, `“${v.address}” is ${v.is[1]}, which has no order.`],
    why: [
      '性质比较大小：金额、比例、数、月数、天数和日期才有大小。',
      'A law compares: amounts, rates, numbers, months, days and dates have an order.',
    ],
    remedy: [
      '改为用到它的那个金额；要核对它的值，写在示例的 期望 里。',
      'Write the amount that is worked out from it; to check its value, expect it in a scenario.',
    ],
    span: v.span,
  });

/** An expected amount finer than a fen. */
export const finerThanFen = (v: { address: string; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/finer-than-fen',
    what: [`“${v.address}” 期望的金额不到整分。`, `The amount expected of “${v.address}” is not in whole fen.`],
    why: ['付出去和记下来的钱都以分为最小单位。', 'Money is paid and kept in whole fen.'],
    remedy: ['写成两位小数以内的元。', 'Write yuan with at most two decimals.'],
    span: v.span,
  });

/** An expectation before any visit. */
export const expectWithoutEvent = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/expect-without-event',
    what: ['期望 前面没有就诊。', 'No visit stands before this 期望.'],
    why: ['期望说的是它上面那一次就诊的结果。', 'It speaks of the result of the visit above it.'],
    remedy: ['把 期望 移到它所说的 就诊 下面。', 'Move it below the 就诊 that it is about.'],
    span: v.span,
  });

/** A scenario that compares nothing. */
export const nothingExpected = (v: { title: string; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/nothing-expected',
    severity: 'warning',
    what: [`示例 “${v.title}” 没有写 期望。`, `Scenario “${v.title}” expects nothing.`],
    why: ['没有期望就没有核对，怎么算都通过。', 'Without an expectation nothing is compared and any result passes.'],
    remedy: ['在就诊下面写上 期望 { … }。', 'Write 期望 { … } below the visit.'],
    span: v.span,
  });

/** A status that does not exist. */
export const unknownStatus = (v: { name: string; statuses: readonly string[]; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/unknown-status',
    what: [`没有 “${v.name}” 这种状态。`, `There is no status “${v.name}”.`],
    why: [`状态有：${v.statuses.join('、')}。`, `The statuses are: ${v.statuses.join(', ')}.`],
    remedy: ifNear(v.near, '从上面的状态里选', 'choose one of these'),
    span: v.span,
    fixes: useNear(v.span, v.near),
  });

/** 撤销 of a visit that does not stand above it. */
export const unknownEvent = (v: { number: number; events: number; correcting?: boolean; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/unknown-event',
    what: v.correcting
      ? [`更正的是第 ${v.number} 次，它前面只有 ${v.events} 次。`, `This corrects visit ${v.number}; only ${v.events} stand before it.`]
      : [`撤销的是第 ${v.number} 次，它前面只有 ${v.events} 次。`, `This voids visit ${v.number}; only ${v.events} stand before it.`],
    why: v.correcting
      ? ['只能更正已经发生的就诊。', 'Only a visit that has taken place can be corrected.']
      : ['只能撤销已经发生的就诊。', 'Only a visit that has taken place can be voided.'],
    remedy: ['写上前面某一次的序号。', 'Write the number of a visit above.'],
    span: v.span,
  });

const ADJUSTING = {
  settle: ['就诊', 'a visit'],
  reverse: ['撤销', 'a reversal'],
  correct: ['更正', 'a correction'],
  backPay: ['补差', 'a back payment'],
} as const;

/** 撤销 of a correction or of a reversal, 更正 of anything but a visit. */
export const notMovable = (v: {
  number: number;
  kind: keyof typeof ADJUSTING;
  /** The event that it reversed or corrected, counted from 0. */
  of: number | undefined;
  correcting: boolean;
  span: Span;
}): Diagnostic => {
  const [zh, en] = ADJUSTING[v.kind];
  const first = v.of === undefined ? undefined : v.of + 1;
  return finding({
    code: 'scenarios/not-movable',
    what: v.correcting
      ? [`第 ${v.number} 次是${zh}，不能更正。`, `Event ${v.number} is ${en}, which cannot be corrected.`]
      : [`第 ${v.number} 次是${zh}，不能撤销。`, `Event ${v.number} is ${en}, which cannot be voided.`],
    why: [
      '从上往下数，撤销、更正、补差自己也各占一次。',
      'Events count from the top, and reversals, corrections and back payments count too.',
    ],
    remedy:
      v.kind === 'correct' && first !== undefined
        ? [
            `再写一行 更正 第${first}次，写回原来的各项；整笔不要的，写 撤销 第${first}次。`,
            `Correct event ${first} once more, with what it was; to take it back whole, reverse event ${first}.`,
          ]
        : ['写上前面某一次就诊的序号。', 'Write the number of a visit above.'],
    span: v.span,
  });
};

/** 撤销 or 更正 of what was voided above. */
export const voidedBefore = (v: { number: number; correcting: boolean; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/voided-before',
    what: [`第 ${v.number} 次在上面已经撤销。`, `Event ${v.number} was voided above.`],
    why: ['撤销了的一次不再在账上。', 'What was voided is no longer on the books.'],
    remedy: v.correcting
      ? ['改正后的那一次另写一个就诊。', 'Write a further visit for what it should have been.']
      : ['删去这一行。', 'Delete this line.'],
    span: v.span,
  });

/** 已有 of an accumulator that the policy does not have. */
export const unknownAccumulator = (v: { name: string; policy: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/unknown-accumulator',
    what: [`“${v.policy}” 没有叫 “${v.name}” 的累计。`, `“${v.policy}” has no accumulator called “${v.name}”.`],
    why: ['已有 写的是某个累计在第一次就诊之前的数。', '已有 gives what an accumulator holds before the first visit.'],
    remedy: ifNear(v.near, '改成政策里有的累计', 'write an accumulator that the policy has'),
    span: v.span,
    fixes: useNear(v.span, v.near),
  });

/** 已有 with too few or too many keys. */
export const openingKeys = (v: { name: string; wanted: number; given: number; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/opening-keys',
    what: [
      `累计 “${v.name}” 除参保人外有 ${v.wanted} 个键，这里写了 ${v.given} 个。`,
      `Accumulator “${v.name}” has ${v.wanted} keys besides the insured person; ${v.given} are written.`,
    ],
    why: ['少了键就不知道是哪一年、哪一项的数。', 'Without every key nobody knows which year or which item is meant.'],
    remedy: [
      '按累计声明里 每 后面的次序写全，参保人不用写。',
      'Write them in the order after 每 in its declaration; leave out the insured person.',
    ],
    span: v.span,
  });

/** A law over a field that cannot be varied this way. */
export const lawField = (v: { name: string; wanted: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/law-field',
    what: [`“${v.name}” 不能这样变动。`, `“${v.name}” cannot be varied like this.`],
    why: [`这句性质要的是${v.wanted[0]}。`, `This sentence needs ${v.wanted[1]}.`],
    remedy: [`换成${v.wanted[0]}。`, `Write ${v.wanted[1]} instead.`],
    span: v.span,
  });

/** A law about something that is not the name of an amount. */
export const lawSubject = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/law-subject',
    what: ['这里要写一个金额的名称。', 'This place needs the name of an amount.'],
    why: [
      '性质比较的是结算结果里的金额或值，例如 个人、住院.支付 或 报销比例。',
      'A law compares amounts or values of the answer, such as 个人, 住院.支付 or 报销比例.',
    ],
    remedy: ['先用 定义 给这个式子一个名称，再写那个名称。', 'Give the formula a name with 定义 first, then write that name.'],
    span: v.span,
  });

/** The condition of a law reads something that is only known after settling. */
export const lawGuard = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'scenarios/law-guard',
    what: ['性质的条件只能说患者的字段。', 'The condition of a law may speak only of the patient’s fields.'],
    why: ['条件选的是试哪些患者，那时还没有结算。', 'It chooses which patients are tried, before anything is settled.'],
    remedy: ['改成字段与固定值的比较，例如 医疗类别 是 普通门诊。', 'Compare a field with fixed values, such as 医疗类别 是 普通门诊.'],
    span: v.span,
  });
