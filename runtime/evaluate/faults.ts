import type { Problem } from '../answer.ts';

/** The closed list of ways in which a policy can break a law while it is evaluated, in the officer's words. */

export const dividedByNothing = (): Problem => ({
  code: 'impossible',
  zh: '除数是 0。政策没有写这时怎么算。',
  en: 'The divisor is 0. The policy does not say what happens then.',
});

export const outsideTable = (): Problem => ({
  code: 'impossible',
  zh: '这样的组合不在表里: 政策说它不会出现。',
  en: 'This combination is not in the table: the policy says that it does not occur.',
});

export const bandsCross = (name: string): Problem => ({
  code: 'impossible',
  zh: `分段“${name}”算出的分界不是从低到高, 有的费用会算两遍。`,
  en: `The bounds of the bands “${name}” do not come out in ascending order; some expense would count twice.`,
});

export const noSuchDay = (): Problem => ({
  code: 'impossible',
  zh: '算出的日期不在公元 1 至 9999 年内。',
  en: 'A computed day lies outside the years 1 to 9999.',
});

export const beyondLimit = (address: string, amount: string): Problem => ({
  code: 'overLimit',
  field: address,
  zh: `“${address}”算出 ${amount} 元, 超过政策的金额上限。`,
  en: `“${address}” comes to ${amount} yuan, beyond the limit of amounts that the policy states.`,
});

export const notAligned = (address: string): Problem => ({
  code: 'impossible',
  field: address,
  zh: `“${address}”的调整算不出精确的值。`,
  en: `The adjustments of “${address}” do not give an exact value.`,
});

export const negativePosting = (address: string, amount: string): Problem => ({
  code: 'negative',
  field: address,
  zh: `“${address}”算出 ${amount} 元。支付不能是负数。`,
  en: `“${address}” comes to ${amount} yuan. A payment is not negative.`,
});

export const overpaid = (address: string, amount: string, parts: readonly string[], rest: string): Problem => ({
  code: 'overpaid',
  field: address,
  zh: `“${address}”要付 ${amount} 元, 而${parts.join('、')}只剩 ${rest} 元。`,
  en: `“${address}” would pay ${amount} yuan, but only ${rest} is left of ${parts.join(', ')}.`,
});

export const negativeDue = (address: string, amount: string): Problem => ({
  code: 'negative',
  field: address,
  zh: `“${address}”算出 ${amount} 元。应缴不能是负数。`,
  en: `“${address}” comes to ${amount} yuan. What is due is not negative.`,
});

export const sharesOff = (address: string, amount: string, shares: string): Problem => ({
  code: 'sharesDiffer',
  field: address,
  zh: `“${address}”付 ${amount} 元, 各付方分摊的合计是 ${shares} 元, 两者不相等。`,
  en: `“${address}” pays ${amount} yuan, but the shares of its payers add up to ${shares}.`,
});

export const sharesDiffer = (due: string, now: string, deferred: string): Problem => ({
  code: 'sharesDiffer',
  zh: `应缴合计 ${due} 元, 而各方本期缴 ${now} 元, 缓缴 ${deferred} 元, 合起来不相等。`,
  en: `${due} yuan are due in all, but the shares paid now, ${now}, and those deferred, ${deferred}, do not add up to that.`,
});

export const poolDiffers = (address: string, pool: string, shares: string): Problem => ({
  code: 'poolDiffers',
  field: address,
  zh: `“${address}”可分 ${pool} 元, 而各项合计 ${shares} 元, 相差超过舍入能留下的尾差。`,
  en: `“${address}” has ${pool} yuan to share out, but the amounts add up to ${shares}, further off than rounding can leave.`,
});

export const unbalanced = (total: string, parts: string): Problem => ({
  code: 'impossible',
  zh: `总额 ${total} 与各方合计 ${parts} 不相等, 或有一方是负数。`,
  en: `The total ${total} differs from what all bear, ${parts}, or a share is negative.`,
});

export const tooManyItems = (most: number): Problem => ({
  code: 'overLimit',
  zh: `逐项里套逐项, 一共要算 ${most} 项以上, 太多。把里层改成先算好的定义, 或减少明细的项数。`,
  en: `Folds inside folds would go over more than ${most} items. Work the inner one out beforehand, or give fewer items.`,
});

export const nothingToCompare = (how: 'greatest' | 'least'): Problem => ({
  code: 'impossible',
  zh: `没有一项可以比: 逐项的${how === 'least' ? '最小' : '最大'}在没有一项时没有值, 政策没有写这时怎么算。`,
  en: `There is no item to compare: the ${how === 'least' ? 'least' : 'greatest'} of no item has no value, and the policy does not say what happens then.`,
});

export const tooManyLaws = (): Problem => ({
  code: 'impossible',
  zh: '这些政策未定的修订日太多, 可能的规定组合超过 64 种。先把日期定下来。',
  en: 'Too many days of amendments of these policies are open: the law may be one of more than 64. Settle some of the days first.',
});

export const neverWritten = (accumulator: string): Problem => ({
  code: 'impossible',
  field: accumulator,
  zh: `累计“${accumulator}”还没有记录, 也没有写期初。`,
  en: `The accumulator “${accumulator}” has no entry yet, and no opening is stated.`,
});

export const cellMismatch = (accumulator: string): Problem => ({
  code: 'impossible',
  field: accumulator,
  zh: `累计“${accumulator}”里有按另一种类型写下的记录, 不能合在一起。`,
  en: `The accumulator “${accumulator}” has entries of another type, which cannot be folded together.`,
});

export const openingUnreadable = (accumulator: string, value: string): Problem => ({
  code: 'malformed',
  field: accumulator,
  zh: `累计“${accumulator}”的已有值“${value}”读不出来。金额写成 “300.00”, 次数写成 “2”。`,
  en: `The value “${value}” given for the accumulator “${accumulator}” cannot be read. Write money as “300.00” and counts as “2”.`,
});

export const tooManyPeriods = (accumulator: string): Problem => ({
  code: 'impossible',
  field: accumulator,
  zh: `累计“${accumulator}”从建账日到现在的期数太多。`,
  en: `The accumulator “${accumulator}” has too many periods since the books opened.`,
});
