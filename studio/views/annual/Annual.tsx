import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { beginAnnual } from '../../loop/annual.ts';
import { annual, counted, freshDraft } from '../../store/annual.ts';
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
  const kept = useStore(annual, (state) => state.drafts[policy ?? '']);
  const draft = useMemo(() => kept ?? (policy === undefined ? undefined : freshDraft(policy)), [kept, policy]);
  const found = useStore(annualFound, (state) => state.annual);
  useEffect(beginAnnual, []);
  useEffect(() => {
    if (policy === undefined) return undefined;
    // On the window: chords of the whole application do not come as far as this screen.
    const press = (event: KeyboardEvent): void => {
      if (!event.isComposing && !event.repeat && !MODIFIERS.has(event.key)) annual.setState((state) => counted(state, policy, 'keys'));
    };
    globalThis.addEventListener('keydown', press, true);
    return () => globalThis.removeEventListener('keydown', press, true);
  }, [policy]);
  if (policy === undefined || !draft) return <Empty title={say('noPolicyTitle')}>{say('noPolicyWhy')}</Empty>;
  // Without a notice there is nothing to check yet.
  const step = draft.step > 2 && !found ? 2 : draft.step;
  return (
    <div className={styles.annual} onPointerDownCapture={() => annual.setState((state) => counted(state, policy, 'clicks'))}>
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
