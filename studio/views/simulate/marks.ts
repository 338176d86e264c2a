/** What the steps of an answer leave on the rule text: painted ranges and results at the end of their lines. */
import type { LineRemark, Paint } from './excerpt.ts';
import { rangeOf } from './linking.ts';
import type { Step } from './select.ts';
import { valueText } from './select.ts';

const BORNE = new Set(['deductible', 'copay', 'over']);

const toneOf = (step: Step, looked: Step): Paint['tone'] => {
  if (step === looked) return 'looked';
  return BORNE.has(step.line.form) ? 'cash' : 'fund';
};

/** Rows that were looked up and lines that gave a result; the one that is looked at in indigo. */
export const paintsOf = (steps: readonly Step[], looked: Step): readonly Paint[] =>
  steps
    .filter((step) => step === looked || step.line.rowSource !== undefined || !step.supporting)
    .map((step) => ({ range: rangeOf(step.line), tone: toneOf(step, looked) }));

/** Numbered results beside the lines they come from. */
export const remarksOf = (steps: readonly Step[], looked: Step): readonly LineRemark[] =>
  steps
    .filter((step) => (step === looked || !step.supporting) && rangeOf(step.line).file === rangeOf(looked.line).file)
    .map((step) => ({
      offset: rangeOf(step.line).start,
      text: step.supporting ? valueText(step.line) : `${step.mark} ${valueText(step.line)}`,
      address: step.line.address,
    }));
