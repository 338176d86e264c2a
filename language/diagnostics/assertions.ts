import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding } from './finding.ts';

/** An assertion that does not hold in some version. */
export const assertionFalse = (v: { name: string; version: string; sides: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'assertions/false',
    what:
      v.sides.length === 2
        ? [
            `断言 “${v.name}” 不成立：左边是 ${v.sides[0]}，右边是 ${v.sides[1]}。`,
            `The assertion “${v.name}” does not hold: left ${v.sides[0]}, right ${v.sides[1]}.`,
          ]
        : [`断言 “${v.name}” 不成立。`, `The assertion “${v.name}” does not hold.`],
    why: [`按 ${v.version} 这一版的数算出来如此。`, `This is what the figures of version ${v.version} give.`],
    remedy: ['对着原文核对这几个数，改正抄错的一个。', 'Check the figures against the source and correct the one that was miscopied.'],
    span: v.span,
  });

/** An assertion about something that varies. */
export const assertionVaries = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'assertions/varies',
    what: [`断言 “${v.name}” 里有随就诊而变的值。`, `The assertion “${v.name}” speaks of something that varies with the visit.`],
    why: ['断言在编写时就核对，那时没有就诊。', 'Assertions are checked while writing, when there is no visit.'],
    remedy: [
      '只写参数和确定的数；对每次就诊都成立的写成 性质。',
      'Use parameters and fixed figures only; what holds for every visit is a 性质 (property).',
    ],
    span: v.span,
  });

/** An assertion over open values. */
export const assertionOpen = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'assertions/open',
    severity: 'warning',
    what: [
      `断言 “${v.name}” 用到了待定的值，现在核对不了。`,
      `The assertion “${v.name}” rests on an open value and cannot be checked yet.`,
    ],
    why: ['待定的数还不知道是多少。', 'Nobody knows the open figure yet.'],
    remedy: ['等那个数确定以后，它会自动核对。', 'It is checked as soon as that figure is settled.'],
    span: v.span,
  });
