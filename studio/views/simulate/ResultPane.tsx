import { useState } from 'react';
import type { Answer } from '../../../runtime/answer.ts';
import { Waterfall } from '../../charts/Waterfall.tsx';
import { layOut } from '../../charts/waterfall-layout.ts';
import { layout } from '../../store/layout.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CurvePane } from './CurvePane.tsx';
import { Headline } from './Headline.tsx';
import { selectStep } from './linking.ts';
import { Points, Supposed } from './Points.tsx';
import styles from './Result.module.css';
import { currentAnswer, stepsOf, toneOfName } from './select.ts';
import { noticeOf } from './status.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';

/** Who pays how much: the figures, or the reason there are none; how the bill divides; what a larger bill would cost. */
export function ResultPane({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const answer = currentAnswer(desk.state);
  return (
    <section className={styles.result} aria-label={say('result')} data-pane="result" tabIndex={-1}>
      {desk.fresh ? null : (
        <div className={styles.stale}>
          <b>{say('staleTitle')}</b> {say('staleText')}
          <Button small kind="quiet" onClick={() => layout.setState({ view: 'write', problemsOpen: true })}>
            {say('seeProblems')}
          </Button>
        </div>
      )}
      <Supposed desk={desk} />
      {answer === undefined ? null : <Outcome desk={desk} answer={answer} />}
    </section>
  );
}

function Outcome({ desk, answer }: { readonly desk: Desk; readonly answer: Answer }) {
  const notice = useNotice(answer, desk);
  const steps = stepsOf(answer);
  const rows = layOut(answer.explanation?.waterfall ?? [], answer.postings, toneOfName(desk.summary));
  const say = useWords(simulateWords);
  const settled = answer.status === 'settled';
  return (
    <div className={desk.fresh ? styles.outcome : styles.dimmed}>
      {answer.totals && (settled || answer.status === 'ineligible') ? <Headline answer={answer} summary={desk.summary} /> : null}
      {notice}
      {settled ? <Remarks desk={desk} answer={answer} /> : null}
      {rows.length === 0 ? null : (
        <Waterfall
          rows={rows}
          label={say('waterfall')}
          heads={{ item: say('item'), formula: say('formula'), amount: say('amount'), step: say('step') }}
          selected={desk.state.step}
          onSelect={(address) => selectStep(steps.find((step) => step.line.address === address)?.line, address)}
          noteOf={(row) => {
            const step = steps.find((one) => one.line.address === row.address);
            return step === undefined ? {} : { formula: step.line.formula, mark: step.mark };
          }}
        />
      )}
      {settled && desk.summary.bill ? <CurvePane desk={desk} /> : null}
    </div>
  );
}

function useNotice(answer: Answer, desk: Desk) {
  const say = useWords(simulateWords);
  const notice = noticeOf(answer, say);
  if (!notice) return null;
  const reasons = answer.ineligible.map((one) => one.reason).filter((reason) => reason !== '');
  return (
    <div className={styles.notice}>
      <Notice
        tone={notice.tone}
        icon={notice.icon}
        title={notice.title}
        actions={
          answer.status === 'missing'
            ? answer.missing.map((name) => (
                <Button key={name} small onClick={() => focusField(name)}>
                  {say('fillIn', { name })}
                </Button>
              ))
            : undefined
        }
      >
        {reasons.length === 0 ? null : (
          <ul className={styles.reasons}>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        <p>{notice.what}</p>
        <Problems answer={answer} />
        {answer.status === 'open' ? <Points desk={desk} points={answer.open} canTry /> : null}
      </Notice>
    </div>
  );
}

function Problems({ answer }: { readonly answer: Answer }) {
  const language = useLanguage();
  if (answer.problems.length === 0) return null;
  return (
    <ul className={styles.reasons}>
      {answer.problems.map((problem) => (
        <li key={`${problem.code}${problem.field ?? ''}`}>{problem[language]}</li>
      ))}
    </ul>
  );
}

/** Assumptions that the result rests on, folded to one line. */
function Remarks({ desk, answer }: { readonly desk: Desk; readonly answer: Answer }) {
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

const focusField = (name: string): void => {
  for (const label of document.querySelectorAll('label'))
    if (label.textContent === name && label.htmlFor !== '') document.getElementById(label.htmlFor)?.focus();
};
