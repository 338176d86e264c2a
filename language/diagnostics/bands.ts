import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, type Pair } from './finding.ts';

/** The last band must be 以上, and only the last. */
export const lastBand = (v: { name: string; missing: boolean; span: Span }): Diagnostic =>
  finding({
    code: 'bands/last',
    what: v.missing
      ? [`分段 “${v.name}” 没有写最高一段。`, `The bands “${v.name}” have no topmost band.`]
      : [`分段 “${v.name}” 的 以上 后面还有一段。`, `In the bands “${v.name}” a band follows 以上 (or_more).`],
    why: ['每一元钱、每一天都要落在某一段里，最高一段没有上限。', 'Every yuan or day belongs to a band, and the topmost has no upper end.'],
    remedy: [
      '最后一行写 以上 : 比例，不再报销的写 以上 : 0%；按天数定价的写 以上 : 180元。',
      'End with a line or_more : ratio; where nothing more is paid, or_more : 0%; of days at a price, or_more : 180 yuan.',
    ],
    span: v.span,
  });

/** Bounds that do not ascend from 0. */
export const bandOrder = (v: { span: Span; below?: Span | undefined }): Diagnostic =>
  finding({
    code: 'bands/order',
    what: ['这一段的上限没有比前一段高。', 'This band does not end above the one before it.'],
    why: ['分段从 0 起，一段接一段往上。', 'Bands start at 0 and follow one another upwards.'],
    remedy: ['从小到大排好各段。', 'Put the bands in ascending order.'],
    span: v.span,
    others: v.below ? [{ span: v.below, words: ['前一段到这里', 'the band before ends here'] }] : [],
  });

/** Bands of days or numbers, read along money. */
export const bandsAlong = (v: { name: string; along: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'bands/along',
    what: [
      `分段 “${v.name}” 的界是${v.along[0]}，这里给它的是金额。`,
      `The bands “${v.name}” end at ${v.along[1]}; here they are read along money.`,
    ],
    why: [
      '待遇里的 分段 分的是起付线以上的钱；界是天数、月数、数的分段，要写出从几到几。',
      'The bands of a benefit divide the money above the deductible; of bands by days, months or numbers the two ends are written.',
    ],
    remedy: [
      `另写一个定义：${v.name}(从 至 到)；接着以前的数，写 ${v.name}(已累计(…) 至 已累计(…) + 本次)。`,
      `Write a definition: ${v.name}(from to until); to go on from earlier events, ${v.name}(accumulated(…) to accumulated(…) + now).`,
    ],
    span: v.span,
  });

/** A bound that is a formula. */
export const bandNotFixed = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'bands/formula',
    what: ['分段的上限要写一个数或名称。', 'A band ends at a figure or a name.'],
    why: ['写成式子就看不出各段是不是一段接一段。', 'With a formula nobody sees whether the bands follow one another.'],
    remedy: ['写出数来，或先用 定义、参数 给它起个名称。', 'Write the figure, or give the formula a name with define or parameter.'],
    span: v.span,
  });
