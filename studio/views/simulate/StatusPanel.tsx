import { useState } from 'react';
import type { Answer } from '../../../runtime/answer.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { focusField } from './focus-field.ts';
import { Points } from './Points.tsx';
import styles from './Result.module.css';
import { noticeOf } from './status.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';

interface AnswerProps {
  readonly desk: Desk;
  readonly answer: Answer;
}

/** A status that is not an amount: what it is, why, and what can be done about it. */
export function StatusPanel({ desk, answer }: AnswerProps) {
  const say = useWords(simulateWords);
  const language = useLanguage();
  const notice = noticeOf(answer, say);
  if (!notice) return null;
  const reasons = [...answer.ineligible.map((one) => one.reason), ...answer.problems.map((problem) => problem[language])];
  const actions = answer.missing.map((name) => (
    <Button key={name} small onClick={() => focusField(name)}>
      {say('fillIn', { name })}
    </Button>
  ));
  return (
    <div className={styles.notice}>
      <Notice tone={notice.tone} icon={notice.icon} title={notice.title} {...(actions.length === 0 ? {} : { actions })}>
        {reasons.length === 0 ? null : (
          <ul className={styles.reasons}>
            {reasons
              .filter((reason) => reason !== '')
              .map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
          </ul>
        )}
        <p>{notice.what}</p>
        {answer.open.length === 0 ? null : <Points desk={desk} points={answer.open} canTry />}
      </Notice>
    </div>
  );
}

/** What a settled answer rests on: shares that are open, assumptions; folded to one line. */
export function Remarks({ desk, answer }: AnswerProps) {
  const say = useWords(simulateWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      {answer.open.length === 0 ? null : (
        <div className={styles.shares}>
          {say('sharesTitle')}
          <Points desk={desk} points={answer.open} canTry={false} />
        </div>
      )}
      {answer.assumed.length === 0 ? null : (
        <div className={styles.assumed}>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'chevronUp' : 'chevronDown'} size={14} /> {say('assumedTitle', { count: answer.assumed.length })}
          </button>
          {open ? <Points desk={desk} points={answer.assumed} canTry={false} /> : null}
        </div>
      )}
    </>
  );
}
