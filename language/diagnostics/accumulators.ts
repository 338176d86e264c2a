import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Pair } from './finding.ts';
import { finding } from './finding.ts';

/** 上期 outside 期初. */
export const openingOnly = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/previous-outside',
    what: ['上期 只能写在 期初 里。', '上期 (previous_period) stands only inside 期初 (opening).'],
    why: ['一次就诊只能读本期的累计。', 'A visit reads the cells of its own period.'],
    remedy: [
      '把它移到那个累计的 期初，或改用 已累计(名，键 = 式)。',
      'Move it to the opening of that accumulator, or use accumulated(name, key = value).',
    ],
    span: v.span,
  });

/** An opening that reads a visit. */
export const openingReadsVisit = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/opening-reads-visit',
    what: [`期初 里用到了 “${v.name}”，它是某一次就诊的情况。`, `期初 (opening) reads “${v.name}”, which belongs to a visit.`],
    why: ['没有就诊的年份也要算期初，那时没有它。', 'A cell is opened in years without visits too, when there is none.'],
    remedy: ['只用 上期(…)、参数和确定的数。', 'Use only previous_period(…), parameters and fixed figures.'],
    span: v.span,
  });

/** 期初 追溯 of something that was not booked. */
export const notBooked = (v: { name: string; reads: string; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/not-booked',
    what: [
      `“${v.name}” 写了 期初 追溯，它的式子里用到了 “${v.reads}”。`,
      `“${v.name}” counts earlier visits too (期初 追溯), and its line reads “${v.reads}”.`,
    ],
    why: [
      '以前的就诊只留下填报的各项、支付和算出的金额，余下多少没有记账。',
      'Of an earlier visit its fields, payments and computed amounts are kept; what was left over is not booked.',
    ],
    remedy: ['改用字段、支付或待遇的金额，或写 期初 0元。', 'Use fields, payments or the amounts of a benefit, or write 期初 0元.'],
    span: v.span,
  });

/** 期初 without 建账日. */
export const noBooksOpen = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/no-books-open',
    what: ['写了 期初，但政策没有写 建账日。', '期初 (opening) is written, but the policy has no 建账日 (books_open) line.'],
    why: ['期初从建账日起一期一期地算，要有一个开头。', 'Openings are worked out period by period, and there is no first one.'],
    remedy: ['在政策里补一行 建账日 加日期。', 'Add a line books_open with a date to the policy.'],
    span: v.span,
  });

/** 期初 of a cell that has no periods. */
export const openingWithoutPeriod = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/opening-without-period',
    what: [`“${v.name}” 写了 期初，每 后面却没有分期的键。`, `“${v.name}” has an 期初 (opening), but none of its keys is a period.`],
    why: ['期初是一期开头的数，不分期就没有开头。', 'An opening is the figure a period begins with, and here there are no periods.'],
    remedy: [
      '在 每 后面加上 自然年(归属日) 这样的键，或去掉 期初。',
      'Add a key such as calendar_year(period_day), or remove the opening.',
    ],
    span: v.span,
  });

/** A value that an accumulator cannot hold. */
export const valueKind = (v: { how: Pair; is: Pair; wanted: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/value-kind',
    what: [`${v.how[0]}不能累计${v.is[0]}。`, `${v.how[1]} cannot accumulate ${v.is[1]}.`],
    why: [`它累计的是${v.wanted[0]}。`, `It accumulates ${v.wanted[1]}.`],
    remedy:
      v.is[0] === '数'
        ? [
            '写成整数：小时写成分钟，点数乘 100 再取整，如 四舍五入到个(点数 × 100)；读出来再除回去。',
            'Make it a whole number: minutes for hours, points times 100 as in round_to_whole(points × 100); divide again where it is read.',
          ]
        : [`换成${v.wanted[0]}的名称或式子。`, `Use ${v.wanted[1]}.`],
    span: v.span,
  });

/** 合计 and the like without what they are about, or 次数 with something. */
export const valueMissing = (v: { how: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/value-missing',
    what: [`${v.how[0]}后面没有写累计什么。`, `${v.how[1]} does not say what it accumulates.`],
    why: ['没有一样东西会自己进入累计。', 'Nothing enters an accumulator by itself.'],
    remedy: ['写出名称，例如 合计 住院.支付。', 'Name it, as in sum 住院.pay.'],
    span: v.span,
  });

/** A key of a kind that cannot be one. */
export const keyKind = (v: { is: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/key-kind',
    what: [`${v.is[0]}不能作累计的键。`, `${v.is[1]} cannot be the key of an accumulator.`],
    why: [
      '键用来分开各人、各年、各种情况，要能逐个相同或不同。',
      'A key separates persons, years or cases, so its values are equal or not.',
    ],
    remedy: ['换成参保人、年份、枚举的字段或日期。', 'Use the person, a year, an enumeration or a date.'],
    span: v.span,
  });

/** An accumulator that reads itself before it is known what it holds. */
export const kindUnclear = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/kind-unclear',
    what: [`看不出 “${v.name}” 累计的是什么。`, `It is not clear what “${v.name}” accumulates.`],
    why: ['它累计的式子或键又要读它自己。', 'The formula it accumulates, or a key, reads the accumulator itself.'],
    remedy: [
      '键里不要读它；式子单写一条定义，写明类型。',
      'Leave it out of the keys; give the formula a definition of its own, with its type.',
    ],
    span: v.span,
  });

/** 已累计 of an accumulator that is fed item by item, without saying whose cell is read. */
export const itemKey = (v: { name: string; key: string; elsewhere?: string; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/item-key',
    what: [`已累计(${v.name}) 没有写 “${v.key}”，不知道读谁的。`, `accumulated(${v.name}) does not say which “${v.key}” is read.`],
    why:
      v.elsewhere === undefined
        ? ['这项累计逐项记账，每一项的键各不相同。', 'This accumulator is fed item by item, and each item has keys of its own.']
        : [
            `这项累计是 “${v.elsewhere}” 的，本政策没有与 “${v.key}” 同名同类的键可用。`,
            `The accumulator is one of “${v.elsewhere}”, and this policy has nothing of the same name and kind as “${v.key}”.`,
          ],
    remedy: [`写成 已累计(${v.name}, ${v.key} = …)。`, `Write accumulated(${v.name}, ${v.key} = …).`],
    span: v.span,
  });

/** 另 of an accumulator that this policy does not have. */
export const feedsNothing = (v: { name: string; owner?: string; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/feeds-nothing',
    what: v.owner
      ? [
          `“${v.name}” 是 “${v.owner}” 的累计, 这里不能往里记。`,
          `“${v.name}” is an accumulator of “${v.owner}”, and this policy does not write into it.`,
        ]
      : [`另 前面的 “${v.name}” 不是本政策的累计。`, `“${v.name}” before 另 (also) is no accumulator of this policy.`],
    why: [
      '另 给一个已有的累计再添一个来源; 一格的数只由声明它的政策记。',
      'also adds a source to an accumulator that there is; a cell is written only by the policy that declares it.',
    ],
    remedy: v.owner
      ? ['在本政策里另立一个累计, 用的时候把两个加起来。', 'Declare an accumulator of this policy, and add up the two where they are read.']
      : ['先写 累计 名 = …, 再写 累计 名 另 = …。', 'Write accumulate name = … first, then accumulate name also = ….'],
    span: v.span,
  });

/** A further line that gathers in another way. */
export const feedsOtherwise = (v: { name: string; how: Pair; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'accumulators/feeds-otherwise',
    what: [
      `“${v.name}” 的几行累计方式不同, 第一行是${v.how[0]}。`,
      `The lines of “${v.name}” gather in different ways; the first is ${v.how[1]}.`,
    ],
    why: ['一格里的数只有一种合法。', 'What is in a cell is folded in one way.'],
    remedy: [
      `改为同样的方式${v.how[0] === '合计' ? ', 要减去的写 减' : ''}。`,
      `Use the same way${v.how[0] === '合计' ? '; write minus for what is taken off' : ''}.`,
    ],
    span: v.span,
    others: [{ span: v.first, words: ['第一行在这里', 'the first line'] }],
  });

/** 期初 on a further line. */
export const feederOpens = (v: { name: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'accumulators/feeder-opens',
    what: [`“${v.name}” 的期初写在了 另 的一行。`, `The opening of “${v.name}” stands on an also line.`],
    why: ['一格只有一个期初。', 'A cell has one opening.'],
    remedy: ['把 期初 写到声明这个累计的第一行。', 'Write the opening on the line that declares the accumulator.'],
    span: v.span,
    others: [{ span: v.first, words: ['第一行在这里', 'the first line'] }],
  });

/** A further line with other keys. */
export const feederKeys = (v: { name: string; wanted: number; given: number; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/feeder-keys',
    what: [
      `“${v.name}” 有 ${v.wanted} 个键, 这一行写了 ${v.given} 个。`,
      `“${v.name}” has ${v.wanted} keys, and this line gives ${v.given}.`,
    ],
    why: ['几行记的是同样的格子。', 'The lines write the same cells.'],
    remedy: ['按第一行的次序写全各个键。', 'Give all keys in the order of the first line.'],
    span: v.span,
  });

/** 累计 逐项 that books the same amount once for each item. */
export const sameForEach = (v: { item: string; span: Span }): Diagnostic =>
  finding({
    code: 'accumulators/same-for-each',
    severity: 'warning',
    what: [`每一项都记同一个数，没有用到 “${v.item}”。`, `The same amount is booked for each item; “${v.item}” is not used.`],
    why: [
      `逐项 每项记一次：有几项，这个数就记几次。`,
      'each books once for every item: with three items this amount is booked three times.',
    ],
    remedy: [
      `写这一项的数，如 ${v.item}.金额；整次只记一次的，删去 逐项。`,
      `Write what belongs to the item, such as ${v.item}.金额; what is booked once for the event needs no 逐项 (each).`,
    ],
    span: v.span,
  });
