import { useStore } from 'zustand';
import { finishAnnual, goToStep, tryAnnualFromHere } from '../../loop/annual.ts';
import { publicationUnknown } from '../../loop/annual-draft.ts';
import type { AnnualDraft, AnnualStep } from '../../store/annual.ts';
import { annualFound } from '../../store/annual-found.ts';
import { checking } from '../../store/checking.ts';
import { layout } from '../../store/layout.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import { acceptAll, takeBack } from './decide.ts';
import styles from './Foot.module.css';
import { nothingDecided, rowsOf } from './select.ts';
import { annualWords } from './strings.ts';

const sendForReview = (): void => {
  checking.setState({ section: 'signoff' });
  layout.setState({ view: 'check' });
};

/** How far one is, how much the hand has done, and the next action. */
export function Foot({
  draft,
  step,
  annual: found,
}: {
  readonly draft: AnnualDraft;
  readonly step: AnnualStep;
  readonly annual: AnnualReading | undefined;
}) {
  const say = useWords(annualWords);
  const { written, reading } = useStore(annualFound);
  const counted = found && step > 2 ? rowsOf(found, draft, written) : undefined;
  const stopped =
    found && counted
      ? nothingDecided(counted)
        ? say('nothingToWrite')
        : publicationUnknown(found, draft)
          ? say('publishedAsk')
          : undefined
      : undefined;
  const share = (part: number): string => `${counted && counted.count.all > 0 ? (part * 100) / counted.count.all : 0}%`;
  return (
    <footer className={styles.foot}>
      {counted ? (
        <>
          <div className={styles.bar} aria-hidden="true">
            <i className={styles.done} style={{ width: share(counted.count.done) }} />
            <i className={styles.open} style={{ width: share(counted.count.open) }} />
          </div>
          <span>
            <b>{say('numbers', { count: counted.count.all })}</b> {say('progress', counted.count)}
          </span>
          <span className={styles.line} />
        </>
      ) : null}
      <span className={styles.counter}>{say('counter', { clicks: draft.clicks, keys: draft.keys })}</span>
      <span className={styles.grow} />
      {step > 1 ? (
        <Button kind="quiet" onClick={() => goToStep(step === 2 ? 1 : step === 3 ? 2 : step === 4 ? 3 : 4)}>
          {say('back')}
        </Button>
      ) : null}
      {step === 3 && found && counted ? (
        <>
          <Button kind="quiet" onClick={() => takeBack(draft.policy)}>
            {say('undoLast')}
          </Button>
          <Button disabled={counted.count.todo === 0} onClick={() => acceptAll(found, draft)}>
            {say('acceptAll')}
          </Button>
          <Button kind="primary" keys="Ctrl ↵" onClick={tryAnnualFromHere}>
            {say('tryThese')}
          </Button>
        </>
      ) : null}
      {step < 3 ? (
        <Button
          kind="primary"
          disabled={step === 2 && !found}
          {...(step === 2 && !found ? { title: reading ? say('readingNotice') : say('chooseNotice') } : {})}
          onClick={() => goToStep(step === 1 ? 2 : 3)}
        >
          {say('next')}
        </Button>
      ) : null}
      {step === 5 && found && counted ? (
        <Button disabled={stopped !== undefined || !written} onClick={() => void finishAnnual().then(sendForReview)}>
          {say('writeAndSend')}
        </Button>
      ) : null}
      {step === 5 && found && counted ? (
        <Button
          kind="primary"
          icon="write"
          disabled={stopped !== undefined || !written}
          {...(stopped === undefined ? {} : { title: stopped })}
          onClick={() => void finishAnnual()}
        >
          {say('writeIt')}
        </Button>
      ) : null}
      {step === 4 ? (
        <Button kind="primary" onClick={() => goToStep(5)}>
          {say('toFinish')}
        </Button>
      ) : null}
    </footer>
  );
}
