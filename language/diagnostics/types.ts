import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import type { Pair } from './finding.ts';
import { around, finding, replaceWith } from './finding.ts';

/** A value of another kind than the place takes. */
export const mismatch = (v: { is: Pair; wanted: Pair; span: Span; fix?: { text: string } | undefined }): Diagnostic =>
  finding({
    code: 'types/mismatch',
    what: [`这里写的是${v.is[0]}，要的是${v.wanted[0]}。`, `This is ${v.is[1]}, but ${v.wanted[1]} is needed.`],
    why: ['不同种类的值不会自动换算。', 'Values of different kinds are never converted silently.'],
    remedy: v.fix ? [`改为 ${v.fix.text}。`, `Write ${v.fix.text}.`] : [`换成${v.wanted[0]}。`, `Write ${v.wanted[1]}.`],
    span: v.span,
    fixes: v.fix ? [replaceWith(v.span, v.fix.text, [`改为 ${v.fix.text}`, `Change it to ${v.fix.text}`])] : [],
  });

/** Days or months where a number of them is wanted. */
export const spanAsNumber = (v: { is: Pair; wanted: Pair; unit: string; bracket: boolean; span: Span }): Diagnostic => ({
  ...mismatch({ is: v.is, wanted: v.wanted, span: v.span }),
  remedy: {
    zh: `除以 ${v.unit}，写成 … ÷ ${v.unit}；或者把类型改为${v.is[0]}。`,
    en: `Divide it by ${v.unit}, … ÷ ${v.unit}, or declare it as ${v.is[1]}.`,
  },
  fixes: [around(v.span, v.bracket ? '(' : '', `${v.bracket ? ')' : ''} ÷ ${v.unit}`, [`除以 ${v.unit}`, `Divide by ${v.unit}`])],
});

/** A number that may have a fraction where a whole one is wanted. */
export const needsWhole = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'types/needs-whole',
    what: ['这个数可能不是整数。', 'This number may have a fraction.'],
    why: ['这里要整数，零头怎么取舍由政策写明。', 'A whole number is needed here, and the policy says what becomes of a fraction.'],
    remedy: [
      '不满一个的不算，在外面加 去尾到个(…)；也算一个的加 进一到个(…)；四舍五入的加 四舍五入到个(…)。',
      'Put round_down_to_whole(…) around it where a part does not count, round_up_to_whole(…) where it counts as one, or round_to_whole(…).',
    ],
    span: v.span,
    fixes: (['去尾到个', '进一到个', '四舍五入到个'] as const).map((name) =>
      around(v.span, `${name}(`, ')', [`加上 ${name}(…)`, `Put ${name}(…) around it`]),
    ),
  });

/** An operator between two kinds that it does not join. */
export const operands = (v: { operator: string; left: Pair; right: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'types/operands',
    what: [`${v.left[0]} ${v.operator} ${v.right[0]} 没有意义。`, `${v.left[1]} ${v.operator} ${v.right[1]} has no meaning.`],
    why: [
      '能算的是：同类相加减，金额乘比例或数，金额除以数或比例，比例加减百分点，日期加减月数或天数。',
      'What can be worked out: sums of one kind, money times a ratio or number, money divided by a number or ratio, a ratio plus points, a date plus months or days.',
    ],
    remedy: ['检查两边各是什么，改写其中一边。', 'Check what stands on each side and rewrite one of them.'],
    span: v.span,
  });

/** 比例 ± 比例 */
export const ratioAndRatio = (v: { plus: boolean; span: Span; fixes: readonly Fix[] }): Diagnostic =>
  finding({
    code: 'types/ratio-and-ratio',
    what: [
      `比例${v.plus ? '加' : '减'}比例说不清是百分点还是相对值。`,
      `A ratio ${v.plus ? 'plus' : 'minus'} a ratio may mean points or a share of it.`,
    ],
    why: [
      `70%${v.plus ? '上调' : '下调'}10%，可以是${v.plus ? '80%' : '60%'}，也可以是${v.plus ? '77%' : '63%'}。`,
      `70% ${v.plus ? 'raised' : 'lowered'} by 10% may be ${v.plus ? '80%' : '60%'} or ${v.plus ? '77%' : '63%'}.`,
    ],
    remedy: [
      '按百分点算写 “个百分点”，按相对值算写 ×，从100%里减去写 余率(…)。',
      'Write 10 points for points, × for a share, complement(…) for what is left of 100%.',
    ],
    span: v.span,
    fixes: v.fixes,
  });

/** Two kinds that cannot be compared. */
export const incomparable = (v: { left: Pair; right: Pair; span: Span; other?: Span }): Diagnostic =>
  finding({
    code: 'types/incomparable',
    what: [`${v.left[0]}不能与${v.right[0]}相比。`, `${v.left[1]} cannot be compared with ${v.right[1]}.`],
    why: ['只有同一种类的值能比大小或相等。', 'Only values of one kind can be compared.'],
    remedy: ['给数补上单位，或换成同一种类的名称。', 'Give the number its unit, or use a name of the same kind.'],
    span: v.span,
  });

/** < or ≥ on values without an order. */
export const unordered = (v: { is: Pair; operator: string; span: Span }): Diagnostic =>
  finding({
    code: 'types/unordered',
    what: [`${v.is[0]}没有大小，不能用 ${v.operator}。`, `${v.is[1]} has no order, so ${v.operator} cannot be used.`],
    why: ['取值、文本和布尔只有相同与不同。', 'Listed values, texts and conditions are only equal or not.'],
    remedy: ['列出符合的取值，写 是 甲、乙。', 'List the values that are meant, as in is a, b.'],
    span: v.span,
  });

/** 是 on a set, or 含 on a single value. */
export const isOrContains = (v: { name: string; set: boolean; word: Span; fix?: Fix; span: Span }): Diagnostic =>
  finding({
    code: v.set ? 'types/set-with-is' : 'types/value-with-contains',
    what: v.set
      ? ['集合要用 含，不用 是。', 'A set takes 含 (has), not 是 (is).']
      : ['单个值要用 是，不用 含。', 'A single value takes 是 (is), not 含 (has).'],
    why: v.set
      ? ['一个人可以同时有几种身份，问的是其中有没有。', 'A person can have several at once; the question is whether one is among them.']
      : ['它只有一个值，没有 “其中”。', 'It has one value, so nothing is “among” it.'],
    remedy: v.set ? ['把 是 改为 含。', 'Change it to has.'] : ['把 含 改为 是。', 'Change it to is.'],
    span: v.span,
    fixes: v.fix ? [v.fix] : [],
  });

/** 待定 where nothing says what kind of value it stands for. */
export const untypedOpen = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'types/open-kind-unknown',
    what: ['看不出这里待定的是金额、比例还是别的。', 'It is not clear whether this open value is money, a ratio or something else.'],
    why: ['将来给它的值要与别处对得上，所以要知道它是哪一种。', 'The value given later must fit, so its kind has to be known.'],
    remedy: [
      '为它单写一条定义，例如 定义 名 : 比例 = 待定 “原因”。',
      'Give it a definition of its own, such as define name : rate = pending “reason”.',
    ],
    span: v.span,
  });

/** A candidate or other value that must be known when compiling. */
export const notConstant = (v: { place: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'types/not-constant',
    what: [`${v.place[0]}要写确定的数、日期或取值。`, `${v.place[1]} must be a fixed value.`],
    why: ['它不能随就诊而变。', 'It cannot change from visit to visit.'],
    remedy: ['写出这个数、日期或取值本身。', 'Write the number, date or value itself.'],
    span: v.span,
  });

/** 不早于 and 不晚于 belong to days of law. */
export const boundsOnValue = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'types/bounds-on-value',
    what: ['不早于、不晚于 只用于生效日和发布日。', '不早于 and 不晚于 are only for effective and published days.'],
    why: ['数值待定时，可能的值要一个一个列出来。', 'For an open value the possible values are listed one by one.'],
    remedy: ['删去它，或改写 候选 甲、乙。', 'Delete it, or write candidates a, b.'],
    span: v.span,
  });

/** Too few or too many values in brackets. */
export const argumentCount = (v: { name: string; wanted: Pair; given: number; span: Span }): Diagnostic =>
  finding({
    code: 'types/argument-count',
    what: [`${v.name} 的括号里要写 ${v.wanted[0]}，这里写了 ${v.given} 项。`, `${v.name} takes ${v.wanted[1]}; ${v.given} are given.`],
    why: ['少了不能算，多了不知道作什么用。', 'With fewer it cannot be worked out; more have no use.'],
    remedy: [`改为 ${v.wanted[0]}。`, `Give it ${v.wanted[1]}.`],
    span: v.span,
  });

/** 键 = 式 in a call that has no such name. */
export const argumentName = (v: { name: string; callee: string; names: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'types/argument-name',
    what: [`${v.callee} 没有叫 “${v.name}” 的一项。`, `${v.callee} has nothing called “${v.name}”.`],
    why:
      v.names.length > 0
        ? [`能写的是：${v.names.join('、')}。`, `What can be written: ${v.names.join(', ')}.`]
        : ['它的括号里不写名称。', 'Its brackets hold no names.'],
    remedy:
      v.names.length > 0
        ? ['改成其中一个，或去掉名称和等号。', 'Use one of these, or remove the name and the equals sign.']
        : ['去掉名称和等号，只写值。', 'Remove the name and the equals sign, and write the value alone.'],
    span: v.span,
  });

/** Something in 已累计(…) that does not begin with the name of a key. */
export const keyUnnamed = (v: { accumulator: string; names: readonly string[]; span: Span }): Diagnostic => {
  const last = v.names.at(-1) ?? '';
  return finding({
    code: 'types/key-unnamed',
    what: [
      `已累计(${v.accumulator}) 里的这一项没有写明是哪个键。`,
      `This does not say which key of accumulated(${v.accumulator}) it states.`,
    ],
    why: [
      `能写的键是：${v.names.join('、')}；不写的键用这一次自己的。`,
      `Its keys are: ${v.names.join(', ')}; those that are not written are the event’s own.`,
    ],
    remedy: [`写成 已累计(${v.accumulator}, ${last} = 值)。`, `Write accumulated(${v.accumulator}, ${last} = value).`],
    span: v.span,
  });
};

/** 于 behind something that is no named value. */
export const asOfSubject = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'types/as-of-subject',
    what: ['于 前面要是一个定义或参数的名称。', 'A definition or a parameter stands before 于.'],
    why: ['只有有名称的规定才有各天的版本。', 'Only a rule with a name has a version for each day.'],
    remedy: ['先用 定义 给它起个名称，再写 名称 于 那一天。', 'Name it with define first, then write name on that day.'],
    span: v.span,
  });

/** A definition that cannot be read on another day. */
export const asOfReads = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'types/as-of-reads',
    what: [`“${v.name}” 不能按另一天读取。`, `“${v.name}” cannot be read as of another day.`],
    why: [
      '它在有的版本里没有，或要用到这一次的支付、余 或 个人，那些只有本次的版本才有。',
      'Some version does not have it, or it needs a payment, 余 or 个人 of this event, which only the event’s own version has.',
    ],
    remedy: [
      '把随日期变的数写成一条定义，只用字段、参数和别的定义；各版本都要有它。',
      'Write what changes with the day as a definition over fields, parameters and definitions, present in every version.',
    ],
    span: v.span,
  });

/** Brackets within brackets beyond all reason. */
export const tooDeep = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'types/too-deep',
    what: ['这个式子套得太深，或展开后太长。', 'This expression is nested too deeply or grows too long.'],
    why: ['这样的式子没有人能核对，也会拖慢每一次结算。', 'Nobody can check such an expression, and it slows every settlement.'],
    remedy: ['把其中几段各写成一条定义。', 'Give parts of it definitions of their own.'],
    span: v.span,
  });

/** A definition with arguments that needs itself. */
export const recursion = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'types/recursion',
    what: [`“${v.name}” 又用到了它自己。`, `“${v.name}” uses itself.`],
    why: ['这样算下去没有尽头。', 'Working it out would never end.'],
    remedy: [
      '改写成不用自己的式子；要用以前的金额，写 已累计(…)。',
      'Rewrite it without itself; for amounts of earlier visits write accumulated(…).',
    ],
    span: v.span,
  });

/** A declared range that the value is not known to keep. */
export const rangeNotKept = (v: { declared: string; span: Span }): Diagnostic =>
  finding({
    code: 'types/range',
    what: [`这个值不一定在 ${v.declared} 的范围里。`, `This value is not sure to stay within ${v.declared}.`],
    why: ['写了范围，就要在每一次就诊都成立。', 'A range that is stated must hold for every visit.'],
    remedy: ['去掉范围，或用 取大、取小 把值限制住。', 'Remove the range, or hold the value with max or min.'],
    span: v.span,
  });

/** The lowest value of a range above its highest. */
export const emptyRange = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'types/empty-range',
    what: ['这个范围里没有任何值。', 'No value lies in this range.'],
    why: ['下限比上限大。', 'Its lower end is above its upper end.'],
    remedy: ['把两端对调，或改正其中一端。', 'Swap the two ends, or correct one of them.'],
    span: v.span,
  });

/** Something the language has words for that cannot be worked out yet. */
export const later = (v: { what: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'types/later',
    what: [`${v.what[0]}现在还不能计算。`, `${v.what[1]} cannot be worked out yet.`],
    why: ['写法已经定下，计算还没有做好。', 'How it is written is settled; how it is worked out is still to come.'],
    remedy: [
      '先用 未能表达 “原句” “说明” 记下它，或写成 待定 “原因”。',
      'Record it with unexpressed “sentence” “why”, or write pending “reason” for now.',
    ],
    span: v.span,
  });

/** A part of the policy that could not be checked and has no finding of its own: it is never run. */
export const unchecked = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'types/unchecked',
    what: [`“${v.name}” 有一处没有核对完。`, `A part of “${v.name}” was not checked to the end.`],
    why: ['没有核对完的政策不能用来结算。', 'A policy that was not checked to the end is never used to settle.'],
    remedy: ['把最近改动的式子拆成几条写明类型的定义。', 'Split the formula changed last into definitions that state their types.'],
    span: v.span,
  });

/** 连乘 of something that is neither a share nor a number. */
export const powerBase = (v: { is: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'types/power-base',
    what: [`连乘 的因数要是比例或数，这里是${v.is[0]}。`, `What 连乘 (power) multiplies is a share or a number; this is ${v.is[1]}.`],
    why: ['带单位的数自己乘自己，得不出原来的单位。', 'An amount with a unit, multiplied with itself, is of that unit no longer.'],
    remedy: ['写成 金额 × 连乘(比例, 次数)。', 'Write amount × power(share, times).'],
    span: v.span,
  });

/** How often 连乘 multiplies is not known to stay within bounds. */
export const powerTimes = (v: { most: number; span: Span }): Diagnostic =>
  finding({
    code: 'types/power-times',
    what: [`连乘 的次数要看得出在 0 至 ${v.most} 之间。`, `That 连乘 (power) multiplies 0 to ${v.most} times has to be plain.`],
    why: ['乘的次数没有上限，精确的结果就没有尽头。', 'Without a greatest number of times an exact result has no end.'],
    remedy: [
      `写 取小(次数, 5)，第几次从 1 数起的写 取小(第几次 - 1, 5)；字段写 整数 0 至 5。`,
      'Write min(times, 5), or min(nth - 1, 5) where counting begins with 1; a field is integer 0 to 5.',
    ],
    span: v.span,
  });
