import { useEffect } from 'react';
import { useStore } from 'zustand';
import { whenComposed } from '../loop/composition.ts';
import { guide, stepOf, witnessed } from '../store/guide.ts';
import type { View } from '../store/layout.ts';
import { layout } from '../store/layout.ts';
import { simulation } from '../store/simulation.ts';
import { workspace } from '../store/workspace.ts';
import { moneyText } from '../strings/money.ts';
import { useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { Live } from '../ui/Live.tsx';
import { GUIDE_PATIENT } from '../views/start/begin-guide.ts';
import { DEMO_PERCENT, demoPercent } from '../views/start/demo.ts';
import styles from './Guide.module.css';
import { guideWords } from './guide-strings.ts';

const STEPS = ['change', 'undo', 'done'] as const;
const leave = (): void => guide.setState(guide.getInitialState(), true);

/** The guided first run: a card beside the work that says the next thing to do and sees when it is done. Nothing is locked. */
export function Guide() {
  const say = useWords(guideWords);
  const state = useStore(guide);
  const percent = useStore(workspace, (now) => demoPercent(now.files));
  const funds = useStore(simulation, (now) =>
    now.settledPatient === GUIDE_PATIENT && !now.running ? now.settlement?.answers.at(-1)?.totals?.funds : undefined,
  );
  const view = useStore(layout, (now) => now.view);
  useEffect(() => {
    whenComposed(() => guide.setState((now) => witnessed(now, { percent, funds }, DEMO_PERCENT)));
  }, [percent, funds]);
  const step = stepOf(state, { percent, funds }, DEMO_PERCENT);
  const money = {
    before: moneyText(state.before ?? '0.00'),
    after: moneyText(state.after ?? '0.00'),
    percent: state.percent ?? percent ?? 0,
  };
  const at = step === 'see' ? 0 : STEPS.indexOf(step);
  const go = (to: View) => () => {
    leave();
    layout.setState({ view: to });
  };
  return (
    <aside className={styles.guide} aria-label={say('title')}>
      <header className={styles.head}>
        <b>{say('title')}</b>
        <span>{say('count', { at: at + 1, of: STEPS.length })}</span>
        <span className={styles.grow} />
        <Button kind="quiet" small onClick={leave}>
          {say('leave')}
        </Button>
      </header>
      <p className={styles.fact}>{say(step, money)}</p>
      <p className={styles.how}>{say(`${step}How`, money)}</p>
      {step === 'done' ? (
        <div className={styles.acts}>
          <Button kind="primary" small onClick={go('annual')}>
            {say('toAnnual')}
          </Button>
          <Button small onClick={go('simulate')}>
            {say('toSimulate')}
          </Button>
          <Button small onClick={go('check')}>
            {say('toCheck')}
          </Button>
        </div>
      ) : null}
      {step !== 'done' && view !== 'write' ? (
        <div className={styles.acts}>
          <Button small onClick={() => layout.setState({ view: 'write' })}>
            {say('back')}
          </Button>
        </div>
      ) : null}
      <Live text={`${say(step, money)} ${say(`${step}How`, money)}`} />
    </aside>
  );
}
