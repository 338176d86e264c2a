import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { whenComposed } from '../loop/composition.ts';
import { reveal } from '../loop/loop.ts';
import { step as undoOnce } from '../loop/tables.ts';
import { analysis } from '../store/analysis.ts';
import { guide, stepOf, witnessed } from '../store/guide.ts';
import type { View } from '../store/layout.ts';
import { layout } from '../store/layout.ts';
import { simulation } from '../store/simulation.ts';
import { workspace } from '../store/workspace.ts';
import { moneyText } from '../strings/money.ts';
import { useLanguage, useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { Live } from '../ui/Live.tsx';
import { GUIDE_PATIENT } from '../views/start/begin-guide.ts';
import { DEMO_PERCENT, demoPercent, demoPlace, GUIDE_PERCENT } from '../views/start/demo.ts';
import styles from './Guide.module.css';
import { guideWords } from './guide-strings.ts';

const STEPS = 3;
const ASKED = { original: DEMO_PERCENT, wanted: GUIDE_PERCENT };
/** Whoever types is not told of every half-written word. */
const TYPING_MS = 900;
const leave = (): void => guide.setState(guide.getInitialState(), true);

/** The guided first run: a card beside the work that says the next thing to do and sees when it is done. Nothing is locked. */
export function Guide() {
  const say = useWords(guideWords);
  const language = useLanguage();
  const state = useStore(guide);
  const percent = useStore(workspace, (now) => demoPercent(now.files));
  const funds = useStore(simulation, (now) =>
    now.settledPatient === GUIDE_PATIENT && !now.running ? now.settlement?.answers.at(-1)?.totals?.funds : undefined,
  );
  const view = useStore(layout, (now) => now.view);
  const version = useStore(workspace, (now) => now.version);
  const text = useStore(workspace, (now) => (state.file === undefined ? undefined : now.files[state.file]?.text));
  const looked = useStore(analysis);
  const read = looked.analysis !== undefined && looked.version === version && !looked.running;
  const error = looked.analysis?.diagnostics.find(({ severity, labels: [at] }) => severity === 'error' && at?.span.file === state.file);
  const sound = read && error === undefined;
  const broken = useStands(error !== undefined);
  useEffect(() => {
    whenComposed(() => guide.setState((now) => witnessed(now, { percent, funds, sound }, ASKED)));
  }, [percent, funds, sound]);
  const step = stepOf(state, { percent, funds, sound }, ASKED, broken);
  const where = error?.labels[0]?.span.start ?? 0;
  const money = {
    before: moneyText(state.before ?? '0.00'),
    after: moneyText(state.after ?? '0.00'),
    percent: percent ?? state.percent ?? 0,
    line: (text ?? '').slice(0, where).split('\n').length,
    what: error?.what[language] ?? '',
  };
  const at = step === 'done' ? 2 : state.after === undefined ? 0 : 1;
  const go = (to: View) => () => {
    leave();
    layout.setState({ view: to });
  };
  return (
    <aside className={styles.guide} aria-label={say('title')}>
      <header className={styles.head}>
        <b>{say('title')}</b>
        <span>{say('count', { at: at + 1, of: STEPS })}</span>
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
      {step === 'done' ? null : (
        <div className={styles.acts}>
          {view === 'write' ? null : (
            <Button small onClick={() => layout.setState({ view: 'write' })}>
              {say('back')}
            </Button>
          )}
          {step === 'wrong' || step === 'undo' ? (
            <Button small onClick={() => state.file !== undefined && void undoOnce(state.file, 'undo')}>
              {say('undoStep')}
            </Button>
          ) : null}
          {step === 'change' || step === 'other' ? (
            <Button
              small
              onClick={() => {
                const place = demoPlace(workspace.getState().files);
                if (place) reveal(place);
              }}
            >
              {say('select')}
            </Button>
          ) : null}
        </div>
      )}
      <Live text={`${say(step, money)} ${say(`${step}How`, money)}`} />
    </aside>
  );
}

/** Whether something has held for as long as a hand rests. */
function useStands(holds: boolean): boolean {
  const [stood, setStood] = useState(false);
  useEffect(() => {
    if (!holds) {
      setStood(false);
      return undefined;
    }
    const timer = setTimeout(() => whenComposed(() => setStood(true)), TYPING_MS);
    return () => clearTimeout(timer);
  }, [holds]);
  return holds && stood;
}
