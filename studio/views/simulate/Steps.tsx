import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import type { Answer } from '../../../runtime/answer.ts';
import { groupAmounts } from '../../strings/money.ts';
import { spokenFormula } from '../../strings/quantities.ts';
import { useLanguage } from '../../strings/use-words.ts';
import { classes } from '../../ui/classes.ts';
import { Money } from '../../ui/Money.tsx';
import { Ground } from './Ground.tsx';
import styles from './Steps.module.css';
import type { Step } from './select.ts';
import { valueText } from './select.ts';

interface StepsProps {
  readonly answer: Answer;
  readonly steps: readonly Step[];
  readonly looked: Step | undefined;
  /** Under the hand in another pane. */
  readonly pointed?: Step | undefined;
  /** Each step with its address and version. */
  readonly expert?: boolean;
  readonly onLook: (step: Step) => void;
}

/** The explanation, a line a step; the one that is looked at says where it comes from. ↑ ↓ move. */
export function Steps({ answer, steps, looked, pointed, expert = false, onLook }: StepsProps) {
  const list = useRef<HTMLOListElement>(null);
  const { line } = looked ?? {};
  const count = steps.length;
  useEffect(() => {
    // The step stays in sight also when others are folded away or shown.
    if (line !== undefined && count > 0) list.current?.querySelector('li:has([aria-current])')?.scrollIntoView({ block: 'nearest' });
  }, [line, count]);
  const key = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = looked === undefined ? -1 : steps.indexOf(looked);
    const next = steps[Math.max(0, Math.min(steps.length - 1, at + by))];
    if (!next) return;
    onLook(next);
    list.current?.querySelectorAll<HTMLButtonElement>(':scope > li > button')[steps.indexOf(next)]?.focus();
  };
  return (
    <ol ref={list} className={styles.steps} onKeyDown={key}>
      {steps.map((step, index) => (
        <li
          key={`${step.line.policy ?? ''} ${step.line.address}`}
          className={classes(
            styles.step,
            step.supporting && styles.supporting,
            step === looked && styles.hit,
            step === pointed && styles.pointed,
          )}
        >
          {answer.layers && (index === 0 || step.line.policy !== steps[index - 1]?.line.policy) ? (
            <p className={styles.layer}>{step.line.policy ?? answer.policy}</p>
          ) : null}
          <button
            type="button"
            aria-current={step === looked ? 'step' : undefined}
            tabIndex={step === looked || (looked === undefined && index === 0) ? 0 : -1}
            className={styles.pick}
            onClick={() => onLook(step)}
          >
            <StepLine step={step} expert={expert} />
          </button>
          {step === looked ? <Ground line={step.line} answer={answer} /> : null}
        </li>
      ))}
    </ol>
  );
}

function StepLine({ step, expert }: { readonly step: Step; readonly expert: boolean }) {
  const language = useLanguage();
  const { line } = step;
  const words = line[language];
  const second = line.formula === '' ? words.detail : spokenFormula(groupAmounts(line.formula), language);
  return (
    <>
      <span className={styles.mark}>{step.mark}</span>
      <span className={styles.words}>
        <span className={styles.title}>{words.title}</span>
        {second === '' ? null : <small>{second}</small>}
        {expert ? <code className={styles.address}>{line.address}</code> : null}
      </span>
      <span className={styles.value}>
        {line.value.kind === 'money' ? (
          <Money yuan={line.value.text} strong />
        ) : (
          <b className={line.value.kind === 'open' ? styles.open : undefined}>{valueText(line)}</b>
        )}
      </span>
    </>
  );
}
