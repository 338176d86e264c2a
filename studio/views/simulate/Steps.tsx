import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import type { ExplanationLine } from '../../../runtime/answer.ts';
import { groupAmounts } from '../../strings/money.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { classes } from '../../ui/classes.ts';
import { Money } from '../../ui/Money.tsx';
import styles from './Steps.module.css';
import type { Step } from './select.ts';
import { valueText } from './select.ts';
import { simulateWords } from './strings.ts';
import { versionName } from './version-name.ts';

interface StepsProps {
  readonly steps: readonly Step[];
  readonly looked: Step | undefined;
  readonly onLook: (step: Step) => void;
}

/** The explanation, a line a step; the one that is looked at says where it comes from. ↑ ↓ move. */
export function Steps({ steps, looked, onLook }: StepsProps) {
  const list = useRef<HTMLOListElement>(null);
  const { line } = looked ?? {};
  useEffect(() => {
    if (line !== undefined) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [line]);
  const key = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = looked === undefined ? -1 : steps.indexOf(looked);
    const next = steps[Math.max(0, Math.min(steps.length - 1, at + by))];
    if (!next) return;
    onLook(next);
    list.current?.querySelectorAll('button')[steps.indexOf(next)]?.focus();
  };
  return (
    <ol ref={list} className={styles.steps} onKeyDown={key}>
      {steps.map((step, index) => (
        <li key={step.line.address} className={classes(styles.step, step.supporting && styles.supporting, step === looked && styles.hit)}>
          <button
            type="button"
            aria-current={step === looked ? 'step' : undefined}
            tabIndex={step === looked || (looked === undefined && index === 0) ? 0 : -1}
            className={styles.pick}
            onClick={() => onLook(step)}
          >
            <StepLine step={step} open={step === looked} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function StepLine({ step, open }: { readonly step: Step; readonly open: boolean }) {
  const language = useLanguage();
  const { line } = step;
  const words = line[language];
  return (
    <>
      <span className={styles.mark}>{step.mark}</span>
      <span className={styles.words}>
        <span className={styles.title}>{words.title}</span>
        {line.formula === '' ? (
          words.detail === '' ? null : (
            <small>{words.detail}</small>
          )
        ) : (
          <small className={styles.formula}>{groupAmounts(line.formula)}</small>
        )}
        {open ? <Ground line={line} detail={line.formula === '' ? '' : words.detail} /> : null}
      </span>
      <span className={styles.value}>
        {line.value.kind === 'money' ? <Money yuan={line.value.text} strong /> : <b>{valueText(line)}</b>}
      </span>
    </>
  );
}

/** What a step rests on: row, exceptions, assumption, sentence, place. */
function Ground({ line, detail }: { readonly line: ExplanationLine; readonly detail: string }) {
  const say = useWords(simulateWords);
  return (
    <span className={styles.ground}>
      {detail === '' ? null : <small>{detail}</small>}
      {line.row === undefined ? null : <small>{say('fromRow', { row: line.row })}</small>}
      {line.adjustments.map((one) => (
        <small key={one.name}>{say('adjusted', { name: one.name, before: one.before, after: one.after })}</small>
      ))}
      {line.assumed.map((one) => (
        <small key={one.address + one.reason} className={styles.assumed}>
          {say('assumption', { reason: one.reason })}
        </small>
      ))}
      {line.citations.map((one) => (
        <span key={one.document + one.quote} className={styles.quote}>
          <q className="song">{one.quote}</q>
          <small>{one.document}</small>
        </span>
      ))}
      <small>
        {say('place', { version: versionName(line.version, say), file: line.source.file.split('/').at(-1) ?? '', line: line.source.line })}
      </small>
    </span>
  );
}
