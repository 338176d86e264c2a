import type { Answer } from '../../../runtime/answer.ts';
import { Waterfall } from '../../charts/Waterfall.tsx';
import { layOut } from '../../charts/waterfall-layout.ts';
import { hovering } from '../../store/hovering.ts';
import { layout } from '../../store/layout.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Batch } from './Batch.tsx';
import { Cells } from './Cells.tsx';
import { CurvePane } from './CurvePane.tsx';
import { Headline } from './Headline.tsx';
import { selectStep } from './linking.ts';
import { noteOf } from './notes.ts';
import { Supposed } from './Points.tsx';
import styles from './Result.module.css';
import { RevisedLater, Revisions } from './Revisions.tsx';
import { Remarks, StatusPanel } from './StatusPanel.tsx';
import { barName, currentAnswer, stepsOf, toneOfName } from './select.ts';
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
  const language = useLanguage();
  const steps = stepsOf(answer);
  const say = useWords(simulateWords);
  const bars = (answer.explanation?.waterfall ?? []).map((bar) => ({ ...bar, label: barName(bar, say, answer) }));
  const rows = layOut(bars, answer.postings, toneOfName(desk.summary), desk.summary.name);
  const settled = answer.status === 'settled';
  return (
    <div className={desk.fresh ? styles.outcome : styles.dimmed}>
      {(answer.totals || answer.sums) && (settled || answer.status === 'ineligible') ? (
        <Headline answer={answer} summary={desk.summary} />
      ) : null}
      <RevisedLater desk={desk} />
      {settled ? <Remarks desk={desk} answer={answer} /> : <StatusPanel desk={desk} answer={answer} />}
      {rows.length === 0 ? null : (
        <Waterfall
          rows={rows}
          label={say('waterfall')}
          heads={{ item: say('item'), formula: say('formula'), amount: say('amount'), step: say('step') }}
          selected={desk.state.step}
          onSelect={(address) => selectStep(answer, address)}
          onHover={(address) => hovering.setState({ address })}
          noteOf={(row) => noteOf(row, steps, say, language)}
        />
      )}
      {settled ? <Revisions desk={desk} answer={answer} /> : null}
      {settled ? <Batch answer={answer} visit={desk.visit} /> : null}
      {settled ? <Cells desk={desk} /> : null}
      {settled && desk.summary.bill && desk.visit.reverses === undefined ? <CurvePane desk={desk} /> : null}
    </div>
  );
}
