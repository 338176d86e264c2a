import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import type { Pair } from './finding.ts';
import { finding, insertAt } from './finding.ts';

/** An amount that may have fractions of a fen where a whole one is needed. */
export const needsWholeFen = (v: { place: Pair; wrap: boolean; span: Span }): Diagnostic =>
  finding({
    code: 'money/needs-whole-fen',
    what: ['这个金额可能不是整分。', 'This amount may have fractions of a fen.'],
    why: [
      `${v.place[0]}只收整分的金额，怎么舍入要由政策写明。`,
      `${v.place[1]} takes whole fen only, and the policy must say how to round.`,
    ],
    remedy: ['在外面加上 四舍五入到分(…) 或另一种舍入。', 'Put round_to_fen(…) or another rounding around it.'],
    span: v.span,
    fixes: v.wrap
      ? [
          {
            title: { zh: '加上 四舍五入到分(…)', en: 'Round it to the fen' },
            edits: [...insertAt('start', v.span, '四舍五入到分(', ['', '']).edits, ...insertAt('end', v.span, ')', ['', '']).edits],
          },
        ]
      : [],
  });

/** Division by something that changes from visit to visit. */
export const varyingDivisor = (v: { span: Span /** All that is multiplied and divided, where it is money. */; chain?: Span }): Diagnostic =>
  finding({
    code: 'money/varying-divisor',
    what: ['除以每次不同的数，要同时写明舍入。', 'Dividing by something that varies needs a rounding.'],
    why: ['除不尽的结果没有精确的写法，不舍入就会一路带着误差。', 'A quotient that does not come out even cannot be kept exactly.'],
    remedy: [
      '写成 四舍五入到分(甲 ÷ 丙 × 乙)：里面只乘除，先全部算完再舍入一次。',
      'Write round_to_fen(a ÷ c × b): inside only × and ÷, which are worked out whole and rounded once.',
    ],
    span: v.span,
    fixes: v.chain ? [around(v.chain, '四舍五入到分', 'Round to the fen'), around(v.chain, '去尾到分', 'Cut off below the fen')] : [],
  });

const around = (span: Span, rounding: string, en: string): Fix => ({
  title: { zh: `加上 ${rounding}(…)`, en },
  edits: [...insertAt('start', span, `${rounding}(`, ['', '']).edits, ...insertAt('end', span, ')', ['', '']).edits],
});

/** Division by nothing. */
export const zeroDivisor = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'money/zero-divisor',
    what: ['除数是 0。', 'The divisor is 0.'],
    why: ['除以 0 没有结果。', 'Dividing by 0 has no result.'],
    remedy: ['改正除数。', 'Correct the divisor.'],
    span: v.span,
  });

/** A literal with fractions of a fen where whole fen are needed. */
export const fractionOfFen = (v: { place: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'money/fraction-of-fen',
    what: ['这个数比分还小。', 'This amount is finer than a fen.'],
    why: [`${v.place[0]}只收整分的金额。`, `${v.place[1]} takes whole fen only.`],
    remedy: ['写到分为止。', 'Write it in whole fen.'],
    span: v.span,
  });

/** A ratio of reimbursement beyond 0 % to 100 %. */
export const ratioOutOfRange = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'money/ratio-out-of-range',
    what: [`“${v.name}” 不在 0% 到 100% 之间。`, `“${v.name}” is not between 0% and 100%.`],
    why: ['报销的不会多于费用，也不会是负数。', 'What is paid is never more than the expense, and never negative.'],
    remedy: [
      '核对原文；是提高或降低几个点，写成 加 5个百分点。',
      'Check the source; if it is a rise or a fall by some points, write plus 5 points.',
    ],
    span: v.span,
  });

/** A negative deductible or cap. */
export const negativeLimit = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'money/negative-limit',
    what: [`“${v.name}” 是负数。`, `“${v.name}” is negative.`],
    why: ['起付线和限额最小是 0元。', 'A deductible or a cap is 0 yuan at the least.'],
    remedy: ['核对原文，去掉负号。', 'Check the source and remove the minus sign.'],
    span: v.span,
  });
