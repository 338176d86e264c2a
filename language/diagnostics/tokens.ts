import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, insertAt, replaceWith } from './finding.ts';

/** A sign that the language does not use outside quotes. */
export const badCharacter = (v: { text: string; better?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/bad-character',
    what: [`这里有政策文本不用的符号 “${v.text}”。`, `“${v.text}” is not a sign that policy text uses.`],
    why: [
      '引号和注释之外，只写名称、数、日期和规定的标点。',
      'Outside quotes and comments there are only names, numbers, dates and the signs of the language.',
    ],
    remedy: v.better
      ? [`写成 “${v.better}”。`, `Write “${v.better}”.`]
      : ['删去它；如果它是名称的一部分，给整个名称加上 “ ”。', 'Delete it; if it is part of a name, put the whole name in “ ”.'],
    span: v.span,
    fixes: v.better
      ? [replaceWith(v.span, v.better, [`改为 “${v.better}”`, `Change it to “${v.better}”`])]
      : [replaceWith(v.span, '', ['删去', 'Delete it'])],
  });

/** A character that cannot be seen, often pasted from a web page. */
export const invisibleCharacter = (v: { code: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/invisible-character',
    what: [`这里有一个看不见的字符（${v.code}）。`, `There is an invisible character here (${v.code}).`],
    why: [
      '从网页或文档粘贴时常会带进来，它会把一个词拆成两个。',
      'It often comes with text pasted from a page, and it splits a word in two.',
    ],
    remedy: ['删去它。', 'Delete it.'],
    span: v.span,
    fixes: [replaceWith(v.span, '', ['删去看不见的字符', 'Delete the invisible character'])],
  });

/** ‘ ’, 「 」 or 《 》 where “ ” is meant. */
export const wrongQuotes = (v: { text: string; content: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/wrong-quotes',
    what: [`“${v.content}” 用的不是双引号。`, `“${v.content}” is not in double quotes.`],
    why: ['文字和带特殊字的名称只认 “ ” 和 " "。', 'Text, and names with unusual signs, stand in “ ” or " ".'],
    remedy: [`写成 “${v.content}”。`, `Write “${v.content}”.`],
    span: v.span,
    fixes: [replaceWith(v.span, `“${v.content}”`, ['换成 “ ”', 'Use “ ”'])],
  });

/** A quote that opens one way and closes another. */
export const quoteMismatch = (v: { mark: string; better: string; span: Span; whole: Span }): Diagnostic =>
  finding({
    code: 'tokens/quote-mismatch',
    what: [
      `这对引号的方向不对：这里是 ${v.mark}，应当是 ${v.better}。`,
      `These quotes do not match: this is ${v.mark}, it should be ${v.better}.`,
    ],
    why: ['“ 和 ” 成对出现，才知道引文在哪里结束。', 'The quotation ends where “ finds its ”.'],
    remedy: [`把 ${v.mark} 改成 ${v.better}。`, `Change ${v.mark} to ${v.better}.`],
    span: v.span,
    others: [{ span: v.whole, words: ['引文是这一段', 'the quotation'] }],
    fixes: [replaceWith(v.span, v.better, [`改为 ${v.better}`, `Change it to ${v.better}`])],
  });

/** A quote without an end on its line. */
export const unclosedQuote = (v: { open: string; close: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/unclosed-quote',
    what: [`这里的引号 ${v.open} 没有合上。`, `The quote ${v.open} that opens here is not closed.`],
    why: [
      '引文要在同一行里结束，否则后面的规则都会被当成引文。',
      'A quotation ends on its own line; otherwise the rules after it would become part of it.',
    ],
    remedy: [`在引文的末尾加上 ${v.close}。`, `Put ${v.close} at the end of the quotation.`],
    span: v.span,
    fixes: [insertAt('end', v.span, v.close, [`加上 ${v.close}`, `Add ${v.close}`])],
  });

/** A closing quote that nothing opened. */
export const strayQuote = (v: { mark: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/stray-quote',
    what: [`这里多了一个 ${v.mark}。`, `There is a ${v.mark} too many here.`],
    why: ['它前面没有相应的开引号。', 'No quote was opened before it.'],
    remedy: ['删去它，或在引文的开头补上 “。', 'Delete it, or put “ where the quotation begins.'],
    span: v.span,
    fixes: [replaceWith(v.span, '', ['删去', 'Delete it'])],
  });

/** A day that no calendar has. */
export const noSuchDay = (v: { text: string; year: number; month: number; last?: number | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/no-such-day',
    what: [`没有 ${v.text} 这一天。`, `There is no day ${v.text}.`],
    why: v.last
      ? [`${v.year} 年 ${v.month} 月只有 ${v.last} 天。`, `${v.year}-${String(v.month).padStart(2, '0')} has ${v.last} days.`]
      : ['月份是 1 到 12。', 'Months go from 1 to 12.'],
    remedy: ['改成通知上写的那一天。', 'Write the day that the notice gives.'],
    span: v.span,
    fixes: [],
  });

/** 2023/3/15 or 2023.3.15 */
export const dateForm = (v: { text: string; better: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/date-form',
    what: [`“${v.text}” 不能当日期读。`, `“${v.text}” is not read as a date.`],
    why: [
      '/ 是除号，. 是小数点，写在日期里会有别的意思。',
      '/ divides and . is a decimal point, so in a date they would mean something else.',
    ],
    remedy: [`写成 ${v.better}。`, `Write ${v.better}.`],
    span: v.span,
    fixes: [replaceWith(v.span, v.better, [`改为 ${v.better}`, `Change it to ${v.better}`])],
  });

/** 2023年5月 or 2023-05 where a day is needed. */
export const partialDate = (v: { text: string; first: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/partial-date',
    what: [`日期 “${v.text}” 没有写到日。`, `The date “${v.text}” has no day.`],
    why: ['政策从哪一天起变，差一天就会付错钱。', 'Law changes on a day, and one day off pays the wrong amount.'],
    remedy: [
      `写全年月日，例如 ${v.first}；通知没写哪一天的，写 暂按 ${v.first} 待定 “理由”。`,
      `Write year, month and day, such as ${v.first}; where the notice gives no day, write assume ${v.first} pending “reason”.`,
    ],
    span: v.span,
    fixes: [],
  });

/** f(1,450元) */
export const groupingInCall = (v: { text: string; joined: string; parted: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/grouping-in-brackets',
    what: [
      `括号里的 “${v.text}” 有两种读法：${v.joined}，或 ${v.parted}。`,
      `In brackets “${v.text}” reads two ways: ${v.joined}, or ${v.parted}.`,
    ],
    why: ['括号里的逗号把各项隔开，所以不能再用来分节。', 'Inside brackets a comma parts the items, so it cannot also group digits.'],
    remedy: [`写成 ${v.joined}，或在逗号后面空一格。`, `Write ${v.joined}, or put a space after the comma.`],
    span: v.span,
    fixes: [
      replaceWith(v.span, v.joined, [`一个数：${v.joined}`, `One number: ${v.joined}`]),
      replaceWith(v.span, v.parted, [`两项：${v.parted}`, `Two items: ${v.parted}`]),
    ],
  });

/** 1,450 without a unit, or 1,45元 */
export const groupingUnclear = (v: { text: string; joined: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/grouping-unclear',
    what: [`“${v.text}” 里的逗号看不出是分节还是隔开两个数。`, `The comma in “${v.text}” may group digits or part two numbers.`],
    why: [
      '逗号只在带单位的数里分节，而且每三位一节，例如 12,300元。',
      'A comma groups digits only in a number with a unit, three by three, as in 12,300 yuan.',
    ],
    remedy: [`是一个数就写成 ${v.joined}；是两个数就用 、 隔开。`, `For one number write ${v.joined}; for two put 、 between them.`],
    span: v.span,
    fixes: [replaceWith(v.span, v.joined, [`一个数：${v.joined}`, `One number: ${v.joined}`])],
  });

/** 1.2.3 */
export const malformedNumber = (v: { text: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/malformed-number',
    what: [`“${v.text}” 不是一个数。`, `“${v.text}” is not a number.`],
    why: ['一个数里最多有一个小数点，小数点两边都有数字。', 'A number has at most one decimal point, with digits on both sides.'],
    remedy: ['改成通知上写的数；如果是编号，加上 “ ”。', 'Write the number of the notice; if it is a code, put it in “ ”.'],
    span: v.span,
    fixes: [replaceWith(v.span, `“${v.text}”`, ['作为编号加引号', 'Quote it as a code'])],
  });

/** 051070 */
export const leadingZero = (v: { text: string; trimmed: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/leading-zero',
    what: [`“${v.text}” 以 0 开头，不是一个数。`, `“${v.text}” begins with 0 and is not a number.`],
    why: ['以 0 开头的是编码，当成数会丢掉前面的 0。', 'What begins with 0 is a code; as a number it would lose the 0.'],
    remedy: [`编码写成 “${v.text}”，数写成 ${v.trimmed}。`, `Write “${v.text}” for a code, ${v.trimmed} for a number.`],
    span: v.span,
    fixes: [
      replaceWith(v.span, `“${v.text}”`, ['作为编码加引号', 'Quote it as a code']),
      replaceWith(v.span, v.trimmed, ['去掉前面的 0', 'Drop the leading 0']),
    ],
  });

/** More digits than any amount has. */
export const numberTooLong = (v: { digits: number; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/number-too-long',
    what: [`这个数有 ${v.digits} 位。`, `This number has ${v.digits} digits.`],
    why: ['小数点前后各不能超过 40 位。', 'At most 40 digits may stand before and after the decimal point.'],
    remedy: ['改成通知上写的数；如果是编号，加上 “ ”。', 'Write the number of the notice; if it is a code, put it in “ ”.'],
    span: v.span,
    fixes: [],
  });

/** 910元改为 */
export const runOn = (v: { number: string; rest: string; at: Span; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/number-run-on',
    what: [`“${v.number}” 和 “${v.rest}” 连在了一起。`, `“${v.number}” and “${v.rest}” run together.`],
    why: [
      '数和单位之后要断开，只有 至、以上、以下、以内、以外、起、内 可以紧跟。',
      'A number with its unit ends there; what follows stands off by a space.',
    ],
    remedy: [`写成 ${v.number} ${v.rest}。`, `Write ${v.number} ${v.rest}.`],
    span: v.span,
    fixes: [insertAt('start', v.at, ' ', ['在中间加空格', 'Put a space between them'])],
  });

/** 60岁, 10分钟 */
export const unknownUnit = (v: { digits: string; unit: string; better?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/unknown-unit',
    what: [`“${v.unit}” 不是可用的单位。`, `“${v.unit}” is not one of the units.`],
    why: [
      '单位只有：元 角 分（前面可加 千 万 亿）、% ‰ 个百分点、年 年度 个月 天 小时、周岁、次、倍。',
      'The units are yuan, jiao, fen (also after thousand_, wan_, hundred_million_), %, ‰, points, years, policy_years, months, days, hours, years_old, times and fold.',
    ],
    remedy: v.better
      ? [`写成 ${v.digits}${v.better}。`, `Write ${v.digits}${v.better}.`]
      : ['换成上面的单位；如果这是一个名称，给它加上 “ ”。', 'Use one of these units; if this is a name, put it in “ ”.'],
    span: v.span,
    fixes: v.better
      ? [replaceWith(v.span, v.digits + v.better, [`改为 ${v.digits}${v.better}`, `Change it to ${v.digits}${v.better}`])]
      : [],
  });

/** 2型糖尿病 */
export const nameNeedsQuotes = (v: { text: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/name-needs-quotes',
    what: [`“${v.text}” 里混着汉字、字母或数字，没有加引号。`, `“${v.text}” mixes Han, letters or digits and is not quoted.`],
    why: [
      '不同的字会在中间断开，不加引号就读成了几个词。',
      'A name ends where the kind of letter changes; without quotes this reads as several words.',
    ],
    remedy: [
      `是名称就写成 “${v.text}”；是数就检查后面的单位。`,
      `If it is a name, write “${v.text}”; if it is a number, look at its unit.`,
    ],
    span: v.span,
    fixes: [replaceWith(v.span, `“${v.text}”`, ['加上引号', 'Quote it'])],
  });

/** 3100-9600元 */
export const dashBetween = (v: { text: string; range: string; difference: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/dash-between-numbers',
    what: [`“${v.text}” 有两种读法：范围，或相减。`, `“${v.text}” reads two ways: a range, or a subtraction.`],
    why: [
      '两个数之间的 - 要么是减号，两边空格；要么是 至。',
      'Between two numbers - is either a minus sign, with spaces, or it means “to”.',
    ],
    remedy: [`范围写成 ${v.range}，相减写成 ${v.difference}。`, `For a range write ${v.range}, for a subtraction ${v.difference}.`],
    span: v.span,
    fixes: [
      replaceWith(v.span, v.range, [`范围：${v.range}`, `Range: ${v.range}`]),
      replaceWith(v.span, v.difference, [`相减：${v.difference}`, `Subtraction: ${v.difference}`]),
    ],
  });

/** 2.3～3.7万元 */
export const rangeUnits = (v: { text: string; better: string; bare: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/range-units',
    what: [`“${v.text}” 只有一头写了单位。`, `“${v.text}” has a unit at one end only.`],
    why: [
      `两头都写单位，才知道 ${v.bare} 是 ${v.bare} 还是和另一头一样的单位。`,
      `With units at both ends nobody has to guess what ${v.bare} counts.`,
    ],
    remedy: [`写成 ${v.better}。`, `Write ${v.better}.`],
    span: v.span,
    fixes: [replaceWith(v.span, v.better, [`改为 ${v.better}`, `Change it to ${v.better}`])],
  });

/** ( or [ that finds no end before the next statement. */
export const unclosedBracket = (v: { open: string; close: string; span: Span; end: Span }): Diagnostic =>
  finding({
    code: 'tokens/unclosed-bracket',
    what: [`这里的 ${v.open} 没有合上。`, `The ${v.open} that opens here is not closed.`],
    why: [
      '括号里可以换行，所以没有合上的括号会把后面的规则也算进来。',
      'Brackets go on over lines, so an open one would take in the rules after it.',
    ],
    remedy: [`在这一句的末尾加上 ${v.close}。`, `Put ${v.close} where the expression ends.`],
    span: v.span,
    fixes: [insertAt('end', v.end, v.close, [`加上 ${v.close}`, `Add ${v.close}`])],
  });

/** ) or ] that nothing opened. */
export const strayBracket = (v: { mark: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/stray-bracket',
    what: [`这里多了一个 ${v.mark}。`, `There is a ${v.mark} too many here.`],
    why: ['它前面没有相应的开括号。', 'No bracket was opened before it.'],
    remedy: ['删去它，或补上前面的开括号。', 'Delete it, or add the bracket that should open before it.'],
    span: v.span,
    fixes: [replaceWith(v.span, '', ['删去', 'Delete it'])],
  });

/** A file larger than the reader takes. */
export const fileTooLarge = (v: { size: string; most: string; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/file-too-large',
    what: [`这份文件有 ${v.size}，超过了 ${v.most}。`, `This file has ${v.size}, more than ${v.most}.`],
    why: [
      '一份政策文本通常不到 100 kB；更大的多半不是政策文本。',
      'A policy text has usually less than 100 kB; what is larger is hardly one.',
    ],
    remedy: ['把它分成几个文件，每份政策、每次修订各一个。', 'Split it: one file for each policy and each amendment.'],
    span: v.span,
    fixes: [],
  });

/** More brackets inside one another, or more nested conditions, than the reader follows. */
export const tooDeep = (v: { most: number; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/too-deep',
    what: [`这里的括号或条件一层套一层，超过了 ${v.most} 层。`, `Brackets or conditions are nested more than ${v.most} deep here.`],
    why: [
      '套得这么深的句子读不懂，也查不清；从这里起没有再读下去。',
      'A sentence nested that deep cannot be followed or checked; nothing is read from here on.',
    ],
    remedy: ['把里面的部分各写成一条 定义，再用它的名称。', 'Give the inner parts definitions of their own and use their names.'],
    span: v.span,
    fixes: [],
  });

/** The findings end here although the faults do not. */
export const moreFindings = (v: { shown: number; span: Span }): Diagnostic =>
  finding({
    code: 'tokens/more',
    severity: 'hint',
    what: [`还有更多问题，这里只列出前 ${v.shown} 个。`, `There are more findings; the first ${v.shown} are shown.`],
    why: ['前面的问题改好以后，后面的往往也就没有了。', 'Later findings often go away with the earlier ones.'],
    remedy: ['从第一个改起。', 'Begin with the first one.'],
    span: v.span,
    fixes: [],
  });

/** A file that is no policy at all. */
export const notPolicy = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'tokens/not-policy',
    what: ['这份文件不像政策文本。', 'This file does not look like policy text.'],
    why: [
      '里面没有一处以 政策、词汇、修订、示例 或 性质 开头，却有许多读不懂的内容。',
      'Nothing in it begins with policy, vocabulary, amendment, scenario or property, and much of it cannot be read.',
    ],
    remedy: ['打开另一份文件，或从 政策 “名称” { } 写起。', 'Open another file, or begin with policy “name” { }.'],
    span: v.span,
    fixes: [],
  });
