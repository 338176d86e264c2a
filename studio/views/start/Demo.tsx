import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Answer } from '../../../runtime/answer.ts';
import { settleBeside } from '../../loop/loop.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import { workspace } from '../../store/workspace.ts';
import { moneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Live } from '../../ui/Live.tsx';
import styles from './Demo.module.css';
import { Card, Pieces, Result, Stepper, Words } from './DemoParts.tsx';
import { DEMO_PERCENT, DEMO_POLICY, DEMO_RULES, DEMO_SENTENCE, demoFigures, demoFile, demoStream } from './demo.ts';
import { startWords } from './strings.ts';

/** Document, rule and patient side by side; one number can be stepped and the real evaluator answers. */
export function Demo() {
  const say = useWords(startWords);
  const [percent, setPercent] = useState(DEMO_PERCENT);
  const answer = useDemoAnswer(percent);
  const figures = demoFigures(answer);
  return (
    <section className={styles.cards} aria-label={say('title')}>
      <Card icon="document" title={say('document')} foot={say('source')}>
        <p className={classes(styles.sentence, 'song')}>
          “{DEMO_SENTENCE[0]}
          <mark>{DEMO_PERCENT}%</mark>
          {DEMO_SENTENCE[1]}”
        </p>
      </Card>
      <Card
        icon="rule"
        title={say('rule')}
        foot={percent === DEMO_PERCENT ? say('sameAsSource') : say('differsFromSource', { now: percent, before: DEMO_PERCENT })}
        warn={percent !== DEMO_PERCENT}
        action={
          percent === DEMO_PERCENT ? null : (
            <Button small kind="quiet" icon="reverse" onClick={() => setPercent(DEMO_PERCENT)}>
              {say('restore', { before: DEMO_PERCENT })}
            </Button>
          )
        }
      >
        <div className={styles.code}>
          <Pieces of={DEMO_RULES.deductible} />
          <Pieces of={DEMO_RULES.ratio} />
          <Pieces of={DEMO_RULES.head} />
          <div>
            <Words of={DEMO_RULES.before} />
            <Stepper percent={percent} onChange={setPercent} />
            <Words of={DEMO_RULES.after} />
          </div>
        </div>
      </Card>
      <Card icon="person" title={say('patient')} foot={say('expected')} mark={figures === undefined ? undefined : percent === DEMO_PERCENT}>
        <p>{say('sample')}</p>
        {figures === undefined ? <p className={styles.waiting}>{say('demoLoading')}</p> : <Result figures={figures} />}
      </Card>
      <Live
        text={
          figures === undefined ? '' : `${say('fundPays')} ${moneyText(figures.fund)}, ${say('personPays')} ${moneyText(figures.personal)}`
        }
      />
    </section>
  );
}

/** Asks for the answer with the number as it stands; an answer that comes late is dropped. */
function useDemoAnswer(percent: number): Answer | undefined {
  const summary = useStore(analysis, (state) => summaryOf(state, DEMO_POLICY)?.summary);
  const file = useStore(workspace, (state) => demoFile(state.files));
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  useEffect(() => {
    if (!summary || !file) return;
    let late = false;
    void settleBeside(demoStream(summary, file, percent)).then((settlement) => {
      if (!late) setAnswer(settlement?.answers[0]);
    });
    return () => {
      late = true;
    };
  }, [summary, file, percent]);
  return answer;
}
