import { useEffect } from 'react';
import { useStore } from 'zustand';
import { beginAnnual } from '../../loop/annual.ts';
import { isComposing } from '../../loop/composition.ts';
import { annual, counted, draftOf } from '../../store/annual.ts';
import { annualFound } from '../../store/annual-found.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Empty } from '../../ui/Notice.tsx';
import styles from './Annual.module.css';
import { CheckStep } from './CheckStep.tsx';
import { FinishStep } from './FinishStep.tsx';
import { Foot } from './Foot.tsx';
import { NoticeStep } from './NoticeStep.tsx';
import { Steps } from './Steps.tsx';
import { annualWords } from './strings.ts';
import { TrialStep } from './TrialStep.tsx';
import { VersionStep } from './VersionStep.tsx';

/** What changes this year, with no number of the notice left out? */
export default function Annual() {
  const say = useWords(annualWords);
  const policy = useStore(workspace, (state) => state.policy);
  const draft = useStore(annual, (state) => (policy === undefined ? undefined : draftOf(state, policy)));
  const found = useStore(annualFound, (state) => state.annual);
  useEffect(beginAnnual, []);
  if (policy === undefined || !draft) return <Empty title={say('noPolicyTitle')}>{say('noPolicyWhy')}</Empty>;
  const count = (what: 'clicks' | 'keys') => annual.setState((state) => counted(state, policy, what));
  // Without a notice there is nothing to check yet.
  const step = draft.step > 2 && !found ? 2 : draft.step;
  return (
    <div
      className={styles.annual}
      onClickCapture={() => count('clicks')}
      onKeyDownCapture={(event) => {
        if (!isComposing() && !event.repeat && !MODIFIERS.has(event.key)) count('keys');
      }}
    >
      <h1 className="unseen">{say('title')}</h1>
      <Steps draft={draft} step={step} />
      <div className={styles.main}>
        {step === 1 ? <VersionStep draft={draft} /> : null}
        {step === 2 ? <NoticeStep draft={draft} /> : null}
        {step === 3 && found ? <CheckStep draft={draft} annual={found} /> : null}
        {step === 4 && found ? <TrialStep annual={found} draft={draft} /> : null}
        {step === 5 && found ? <FinishStep annual={found} draft={draft} /> : null}
      </div>
      <Foot draft={draft} step={step} annual={found} />
    </div>
  );
}

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta']);
