import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { finding, insertAt, replaceWith } from './finding.ts';

/** An amendment whose old value is not what is in force. `day` is a day on which it shows. */
export const wrongOldValue = (v: { path: string; old: string; actual: string; day: string; span: Span; source: Span }): Diagnostic =>
  finding({
    code: 'timeline/wrong-old-value',
    what: [
      `“${v.path}” 在 ${v.day} 修订前是 “${v.actual}”，不是 “${v.old}”。`,
      `Before this amendment “${v.path}” is “${v.actual}” on ${v.day}, not “${v.old}”.`,
    ],
    why: [
      '修订要写出它改的旧值，对不上说明改的不是同一个数，或者漏了中间的一次修订。',
      'An amendment states the old value; one that differs means another figure, or an amendment in between that is missing.',
    ],
    remedy: ['核对原文；旧值确是现行的这个数，就改成它。', 'Check the source; if the value in force is the one meant, write it.'],
    span: v.span,
    others: [{ span: v.source, words: ['现行的值在这里', 'the value in force'] }],
    fixes: [replaceWith(v.span, v.actual, [`旧值改成 “${v.actual}”`, `Write “${v.actual}” as the old value`])],
  });

/** A path that leads nowhere in the law in force on that day. */
export const unknownPath = (v: { path: string; near?: string | undefined; day: string; span: Span }): Diagnostic =>
  finding({
    code: 'timeline/unknown-path',
    what: [`${v.day} 的政策里没有 “${v.path}” 这一处。`, `The policy of ${v.day} has no place “${v.path}”.`],
    why: [
      '修订改的是已有的数，要用定义、待遇行、表的行和列的名称指到它。',
      'An amendment changes an existing value, named by its definition, benefit line, or the row and column of a table.',
    ],
    remedy: v.near
      ? [`如果指的是 “${v.near}”，改成它；新写的规定用 新增。`, `If “${v.near}” is meant, write that; new rules begin with 新增.`]
      : ['改成已有的名称；新写的规定用 新增。', 'Write a name that exists; new rules begin with 新增.'],
    span: v.span,
    fixes: v.near ? [replaceWith(v.span, v.near, [`改为 “${v.near}”`, `Change it to “${v.near}”`])] : [],
  });

/** 支付舍入 由 … 改为 …: a line of the policy as a whole. */
export const settingFixed = (v: { line: string; span: Span }): Diagnostic =>
  finding({
    code: 'timeline/setting-fixed',
    what: [`${v.line} 对整份政策只写一次，修订改不了它。`, `${v.line} is written once for the policy, and no amendment changes it.`],
    why: ['已经记下的账照它记，中途换了就对不上。', 'What is on the books was booked by it and would no longer fit.'],
    remedy: [
      '从那天起要换的，另写一份政策，自 那天 起；以前的累计用 引用 读这一份的。',
      'To change it from a day on, write another policy that starts on that day and reads the accumulators of this one by refers_to.',
    ],
    span: v.span,
  });

/** 新增 of a name that is there already. */
export const alreadyThere = (v: { name: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'timeline/already-there',
    what: [`要新增的 “${v.name}” 已经有了。`, `“${v.name}” is to be added but is there already.`],
    why: ['一个名称只能指一样东西。', 'A name stands for one thing.'],
    remedy: ['改它的值用 由 旧 改为 新；先废后立，先写 停止。', 'Change its value with 由 … 改为 …; to replace it, write 停止 first.'],
    span: v.span,
    others: [{ span: v.first, words: ['已有的在这里', 'it is here'] }],
  });

/** 新增 of a line that holds for the whole policy and all its versions. */
export const lineFixed = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'timeline/line-fixed',
    what: ['这一行不能由修订新增。', 'This line cannot be added by an amendment.'],
    why: [
      '统筹区、险种、入口、两个日子、舍入、撤销后、金额上限 和 建账日 对整份政策只写一次，各个版本都用它。',
      'Area, scheme, entry, the days, rounding, reversal, money limit and first day of the books are written once and hold for every version.',
    ],
    remedy: [
      '在政策里改这一行；要换一种算法，另写一份政策。',
      'Change the line in the policy; for another way of settling write another policy.',
    ],
    span: v.span,
  });

/** 改名 of a 累计: its cells are kept under its name. */
export const cellsKeepName = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'timeline/cells-keep-name',
    what: [`累计 “${v.name}” 不能改名。`, `Accumulator “${v.name}” cannot be renamed.`],
    why: [
      '以前的就诊记在这个名称下，改了名就接不上，起付线和限额会从头算起。',
      'Earlier visits are booked under this name; under another deductible and cap would begin again.',
    ],
    remedy: ['保留这个名称。', 'Keep the name.'],
    span: v.span,
  });

/** A later change of the same place is already published. `until` is the day before it takes effect. */
export const laterChange = (v: {
  path: string;
  later: string;
  until: string;
  at?: Span | undefined;
  span: Span;
  other: Span;
}): Diagnostic =>
  finding({
    code: 'timeline/later-change',
    what: [
      `“${v.path}” 从 ${v.later} 起已有另一次修订，这次没有写到哪一天为止。`,
      `“${v.path}” is changed again from ${v.later} by an amendment published earlier; this one does not say until when it holds.`,
    ],
    why: [
      '追溯的修订遇到后面已公布的修订，是只管到那一天，还是取代它，付的钱不同。',
      'A retroactive change either ends where the later one begins or replaces it; the two pay differently.',
    ],
    remedy: [`写 至 ${v.until}，或写 并取代。`, `Write 至 ${v.until} (until), or 并取代 (superseding).`],
    span: v.span,
    others: [{ span: v.other, words: ['后面的修订', 'the later amendment'] }],
    fixes: v.at ? untilOrSupersede(v.at, v.until) : [],
  });

const untilOrSupersede = (at: Span, until: string): readonly Fix[] => [
  insertAt('end', at, ` 至 ${until}`, [`写到 ${until} 为止`, `End it on ${until}`]),
  insertAt('end', at, ' 并取代', ['取代后面的修订', 'Supersede the later amendment']),
];

/** A policy or amendment without 自 or 发布. */
export const noDay = (v: { which: 'effective' | 'published'; span: Span }): Diagnostic =>
  finding({
    code: 'timeline/no-day',
    what:
      v.which === 'effective'
        ? ['没有写从哪一天起执行。', 'The day it takes effect is not written.']
        : ['没有写哪一天发布。', 'The day it was published is not written.'],
    why: ['每一条规定都有发布日和执行日，哪一天适用哪个数由它们定。', 'Both days decide which figure applies on which day.'],
    remedy:
      v.which === 'effective'
        ? ['写 自 日期 起；原文没写的，写 自 待定 “理由” 起。', 'Write 自 (day) 起; where the source is silent, 自 待定 “reason” 起.']
        : ['写 发布 日期；原文没写的，写 发布 待定 “理由”。', 'Write 发布 (day); where the source is silent, 发布 待定 “reason”.'],
    span: v.span,
  });

/** Something that is not a day where a day is wanted. */
export const notADay = (v: { text: string; span: Span }): Diagnostic =>
  finding({
    code: 'timeline/not-a-day',
    what: [`这里要写一个日期，写的是 “${v.text}”。`, `A day is wanted here, not “${v.text}”.`],
    why: ['版本按天排开，每一天都要说得出用哪一版。', 'Versions are laid out by day.'],
    remedy: [
      '写成 2023-01-01，或 暂按 2023-01-01 待定 “理由”，或 待定 “理由” 不早于 … 不晚于 …。',
      'Write 2023-01-01, or 暂按 2023-01-01 待定 “reason”, or 待定 “reason” with 不早于 and 不晚于.',
    ],
    span: v.span,
  });

/** 至 before 自. */
export const endsBeforeStart = (v: { from: string; until: string; span: Span }): Diagnostic =>
  finding({
    code: 'timeline/ends-before-start',
    what: [`这次修订到 ${v.until} 为止，却从 ${v.from} 才起。`, `This amendment ends on ${v.until} but begins on ${v.from}.`],
    why: ['它一天也不会生效。', 'It is never in force.'],
    remedy: ['核对两个日期。', 'Check the two days.'],
    span: v.span,
  });

/** A 累计 that begins inside a period of its own keys. */
export const bornInside = (v: { name: string; day: string; at: Span; span: Span }): Diagnostic =>
  finding({
    code: 'timeline/born-inside',
    what: [
      `累计 “${v.name}” 从 ${v.day} 起，这一天在它的一个累计期中间。`,
      `Accumulator “${v.name}” begins on ${v.day}, inside one of its periods.`,
    ],
    why: [
      '这一期里在此之前的就诊算不算进去，决定起付线和限额还剩多少。',
      'Whether the visits of that period before this day count decides what is left of deductible and cap.',
    ],
    remedy: [
      '不算以前的，写 期初 0元；次数写 期初 0。要算进以前的，写 期初 追溯。',
      'To begin at nothing write 期初 0元, for a count 期初 0. To count the earlier visits too write 期初 追溯 (opening retroactive).',
    ],
    span: v.span,
    fixes: [insertAt('end', v.at, ' 期初 0元', ['写 期初 0元', 'Write 期初 0元'])],
  });

/** An amendment of a policy that nobody declares. */
export const unknownPolicy = (v: { name: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'timeline/unknown-policy',
    what: [`没有叫 “${v.name}” 的政策可以修订。`, `There is no policy “${v.name}” to amend.`],
    why: ['修订写的政策名要与政策自己的名称一样。', 'An amendment names the policy exactly as it names itself.'],
    remedy: v.near
      ? [`如果指的是 “${v.near}”，改成它。`, `If “${v.near}” is meant, write that.`]
      : ['核对政策的名称。', 'Check the name of the policy.'],
    span: v.span,
    fixes: v.near ? [replaceWith(v.span, `“${v.near}”`, [`改为 “${v.near}”`, `Change it to “${v.near}”`])] : [],
  });

/** More open days than can be laid out. */
export const tooOpen = (v: { open: number; limit: number; span: Span }): Diagnostic =>
  finding({
    code: 'timeline/too-open',
    what: [
      `有 ${v.open} 次修订的日子待定，排列起来超过 ${v.limit} 种政策。`,
      `${v.open} amendments have open days; together they give more than ${v.limit} laws.`,
    ],
    why: ['每一种排列都要完整检查一遍。', 'Each combination is checked as a whole.'],
    remedy: ['给能确定的日子写上日期，或用 不早于、不晚于 收窄。', 'Write the days that are known, or narrow them with 不早于 and 不晚于.'],
    span: v.span,
  });

/** 新增 … { } with lines that what stands there cannot have. */
export const cannotHold = (v: { path: string; span: Span }): Diagnostic =>
  finding({
    code: 'timeline/cannot-hold',
    what: [`“${v.path}” 里放不下这些行。`, `“${v.path}” cannot hold these lines.`],
    why: [
      '待遇里加的是待遇的行，表里加的是格数与表头相同的行，分段里加的是段，枚举里加的是取值。',
      'A benefit takes its lines, a table rows as long as its header, bands a band, an enumeration its values.',
    ],
    remedy: [
      '对照它原来的写法，照样写新的一行。交叉表要加一列的，停止 这个定义，再 新增 写全的表。',
      'Write the new line as its other lines are written. For another column of a cross-tab stop the definition and add it with the whole table.',
    ],
    span: v.span,
  });
