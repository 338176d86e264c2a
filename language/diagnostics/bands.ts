import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding } from './finding.ts';

/** The last band must be 以上, and only the last. */
export const lastBand = (v: { name: string; missing: boolean; span: Span }): Diagnostic =>
  finding({
    code: 'bands/last',
    what: v.missing
      ? [`分段 “${v.name}” 没有写最高一段。`, `The bands “${v.name}” have no topmost band.`]
      : [`分段 “${v.name}” 的 以上 后面还有一段。`, `In the bands “${v.name}” a band follows 以上 (or_more).`],
    why: ['每一元钱都要落在某一段里，最高一段没有上限。', 'Every yuan belongs to a band, and the topmost has no upper end.'],
    remedy: [
      '最后一行写 以上 : 比例，不再报销的写 以上 : 0%。',
      'End with a line or_more : ratio; where nothing more is paid, or_more : 0%.',
    ],
    span: v.span,
  });

/** Bounds that do not ascend from 0. */
export const bandOrder = (v: { span: Span; below?: Span | undefined }): Diagnostic =>
  finding({
    code: 'bands/order',
    what: ['这一段的上限没有比前一段高。', 'This band does not end above the one before it.'],
    why: ['分段从 0 起，一段接一段往上。', 'Bands start at 0 and follow one another upwards.'],
    remedy: ['按金额从小到大排好各段。', 'Put the bands in ascending order.'],
    span: v.span,
    others: v.below ? [{ span: v.below, words: ['前一段到这里', 'the band before ends here'] }] : [],
  });

/** A bound that is a formula. */
export const bandNotFixed = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'bands/formula',
    what: ['分段的上限要写一个金额或名称。', 'A band ends at an amount or a name.'],
    why: ['写成式子就看不出各段是不是一段接一段。', 'With a formula nobody sees whether the bands follow one another.'],
    remedy: ['写出金额，或先用 定义、参数 给它起个名称。', 'Write the amount, or give the formula a name with define or parameter.'],
    span: v.span,
  });
