import { useStore } from 'zustand';
import { reveal } from '../../loop/loop.ts';
import { analysis } from '../../store/analysis.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './Excerpt.module.css';
import type { LineRemark, Paint } from './excerpt.ts';
import { excerptOf } from './excerpt.ts';
import { rangeOf } from './linking.ts';
import type { Step } from './select.ts';
import { valueText } from './select.ts';
import { simulateWords } from './strings.ts';

interface ExcerptProps {
  readonly steps: readonly Step[];
  readonly looked: Step;
  readonly onLook: (step: Step) => void;
}

const paintOf = (step: Step, looked: Step): Paint['tone'] => {
  if (step === looked) return 'looked';
  return step.line.form === 'deductible' || step.line.form === 'copay' || step.line.form === 'over' ? 'cash' : 'fund';
};

/** The rule text of the step that is looked at, with every number of the answer painted where it comes from. */
export function Excerpt({ steps, looked, onLook }: ExcerptProps) {
  const say = useWords(simulateWords);
  const focus = rangeOf(looked.line);
  const text = useStore(workspace, (state) => state.files[focus.file]?.text) ?? '';
  const found = useStore(analysis, (state) => state.analysis);
  const own = steps.filter((step) => rangeOf(step.line).file === focus.file);
  const paints = own
    .filter((step) => step === looked || step.line.rowSource !== undefined || !step.supporting)
    .map((step): Paint => ({ range: rangeOf(step.line), tone: paintOf(step, looked) }))
    // A whole block painted says nothing; only rows and single lines are.
    .filter((paint) => !text.slice(paint.range.start, paint.range.end).includes('\n') || paint.tone === 'looked');
  const remarks = own
    .filter((step) => step === looked || !step.supporting)
    .map(
      (step): LineRemark => ({
        offset: rangeOf(step.line).start,
        text: `${step.supporting ? '' : step.mark} ${valueText(step.line)}`.trim(),
        address: step.line.address,
      }),
    );
  const lines = excerptOf({
    text,
    outline: found?.outlines[focus.file] ?? [],
    colours: found?.colours[focus.file] ?? [],
    focus,
    paints,
    remarks,
  });
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return null;
  return (
    <figure className={styles.excerpt} aria-label={say('excerpt', { from: first.number, to: last.number })}>
      <div className={styles.code}>
        {lines.map((line) => (
          <div key={line.number} className={classes(styles.line, line.focused && styles.focused)}>
            <span className={styles.number}>{line.number}</span>
            <span className={styles.text}>
              {line.runs.map((run) => (
                <span key={run.at} className={classes(run.colour && styles[run.colour], run.paint && styles[run.paint])}>
                  {run.text}
                </span>
              ))}
            </span>
            {line.remarks.slice(0, 2).map((remark) => (
              <button
                key={remark.address}
                type="button"
                tabIndex={-1}
                aria-hidden="true"
                className={classes(styles.remark, remark.address === looked.line.address && styles.own)}
                onClick={() => {
                  const step = steps.find((one) => one.line.address === remark.address);
                  if (step) onLook(step);
                }}
              >
                {remark.text}
              </button>
            ))}
          </div>
        ))}
      </div>
      <figcaption className={styles.foot}>
        <span>{focus.file.split('/').at(-1)}</span>
        <Button small kind="quiet" icon="write" onClick={() => reveal(focus)}>
          {say('openInWrite')}
        </Button>
      </figcaption>
    </figure>
  );
}
