import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, insertAt, replaceWith } from './finding.ts';

/** An exception that neither follows its definition nor names it. `near` is a definition it may mean. */
export const noTarget = (v: { name: string; at: Span; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'exceptions/no-target',
    what: [`例外 “${v.name}” 没有写改的是哪一个数。`, `Exception “${v.name}” does not say which value it changes.`],
    why: [
      '例外紧跟在定义后面才不用写；放在别处，先后次序不能替它说明。',
      'Only right after its definition may that be left out; elsewhere the order of lines cannot say it.',
    ],
    remedy: [
      '在名称后面写 于 和定义的名称，或把它移到定义后面。',
      'After its name write 于 and the definition, or move it right after the definition.',
    ],
    span: v.span,
    fixes: v.near ? [insertAt('end', v.at, ` 于 ${v.near}`, [`写明改的是 “${v.near}”`, `Say that it changes “${v.near}”`])] : [],
  });

/** 再 with no exception before it. */
export const emptyRound = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'exceptions/empty-round',
    what: ['这个 再 前面没有例外。', 'No exception stands before this 再 (again).'],
    why: ['再 是在前一轮例外算完以后，另起一轮。', '再 begins another round after the exceptions before it.'],
    remedy: ['删去它，或把前一轮的例外写在它前面。', 'Delete it, or write the first round before it.'],
    span: v.span,
    fixes: [replaceWith(v.span, '', ['删去 再', 'Delete it'])],
  });
