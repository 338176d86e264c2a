/** What the steps of an answer leave on the rule text: painted ranges and results at the end of their lines. */
import type { Answer } from '../../../runtime/answer.ts';
import type { TextRange } from '../../worker/protocol.ts';
import type { LineRemark, Paint } from './excerpt.ts';
import type { Grounds } from './grounds.ts';
import { groundsOf } from './grounds.ts';
import type { Step } from './select.ts';
import { valueText } from './select.ts';

const BORNE = new Set(['deductible', 'copay', 'over']);

/** Lines that gave a result, what the looked-at step rests on in indigo. */
export const paintsOf = (steps: readonly Step[], looked: Step, grounds: Grounds): readonly Paint[] => [
  ...steps
    .filter((step) => step !== looked && !step.supporting)
    .map((step): Paint => ({ range: step.line.source, tone: BORNE.has(step.line.form) ? 'cash' : 'fund' })),
  { range: grounds.focus, tone: 'looked' },
  ...grounds.rows.map(({ range }): Paint => ({ range, tone: 'looked' })),
];

/** What a step that is only pointed at rests on, thinly. */
export const hoverPaints = (pointed: Step, answer: Answer): readonly Paint[] => {
  const { focus, rows } = groundsOf(pointed.line, answer);
  return [focus, ...rows.map(({ range }) => range)].map((range): Paint => ({ range, tone: 'hover' }));
};

/** Numbered results beside the lines they come from; that of the looked-at step beside what it rests on. */
export const remarksOf = (steps: readonly Step[], looked: Step, focus: TextRange): readonly LineRemark[] =>
  steps
    .filter((step) => step === looked || (!step.supporting && step.line.source.file === focus.file))
    .map((step) => ({
      offset: step === looked ? focus.start : step.line.source.start,
      text: step.supporting ? valueText(step.line) : `${step.mark} ${valueText(step.line)}`,
      address: step.line.address,
    }));
