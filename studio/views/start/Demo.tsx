import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Answer } from '../../../runtime/answer.ts';
import { settleBeside } from '../../loop/loop.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import { workspace } from '../../store/workspace.ts';
import { groupAmounts, moneyText, shareOf, shortMoneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { Live } from '../../ui/Live.tsx';
import styles from './Demo.module.css';
import type { DemoFigures } from './demo.ts';
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
        {percent === DEMO_PERCENT ? null : (
          <Button small kind="quiet" icon="reverse" onClick={() => setPercent(DEMO_PERCENT)}>
            {say('restore', { before: DEMO_PERCENT })}
          </Button>
        )}
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

interface CardProps {
  readonly icon: IconName;
  readonly title: string;
  readonly foot: string;
  readonly warn?: boolean;
  /** Whether the expectation holds; undefined before there is a result. */
  readonly mark?: boolean | undefined;
  readonly children: ReactNode;
}

function Card({ icon, title, foot, warn = false, mark, children }: CardProps) {
  const say = useWords(startWords);
  return (
    <article className={styles.card}>
      <h2>
        <Icon name={icon} />
        {title}
      </h2>
      {children}
      <footer className={classes(styles.foot, warn && styles.warn)}>
        <span>{foot}</span>
        {mark === undefined ? null : (
          <span className={mark ? styles.holds : styles.differs}>
            <Icon name={mark ? 'holds' : 'differs'} size={14} /> {say(mark ? 'holds' : 'differs')}
          </span>
        )}
      </footer>
    </article>
  );
}

function Stepper({ percent, onChange }: { readonly percent: number; readonly onChange: (percent: number) => void }) {
  const say = useWords(startWords);
  return (
    <span className={styles.stepper}>
      <button type="button" aria-label={say('less')} onClick={() => onChange(Math.max(0, percent - 5))}>
        <Icon name="minus" size={13} />
      </button>
      <b>{percent}%</b>
      <button type="button" aria-label={say('more')} onClick={() => onChange(Math.min(100, percent + 5))}>
        <Icon name="plus" size={13} />
      </button>
    </span>
  );
}

function Result({ figures }: { readonly figures: DemoFigures }) {
  const say = useWords(startWords);
  const pieces = [
    { text: say('deductible', { amount: shortMoneyText(figures.deductible) }), amount: figures.deductible, tone: styles.cash },
    { text: say('fund', { amount: shortMoneyText(figures.fund) }), amount: figures.fund, tone: styles.fund },
    { text: say('share', { amount: shortMoneyText(figures.share) }), amount: figures.share, tone: styles.cash },
  ].filter((piece) => shareOf(piece.amount, figures.total) > 0);
  return (
    <>
      <div className={styles.flow} role="img" aria-label={`${say('bar')}: ${pieces.map((piece) => piece.text).join(', ')}`}>
        {pieces.map((piece) => (
          <span key={piece.text} className={piece.tone} style={{ flexGrow: shareOf(piece.amount, figures.total) * 1000 }}>
            {piece.text}
          </span>
        ))}
      </div>
      <dl className={styles.sums}>
        <div>
          <dt>{groupAmounts(figures.formula)}</dt>
          <dd>
            {say('fundPays')} {moneyText(figures.fund)}
          </dd>
        </div>
        <div>
          <dt>{[figures.deductible, figures.share].map(shortMoneyText).join(' + ')}</dt>
          <dd>
            {say('personPays')} {moneyText(figures.personal)}
          </dd>
        </div>
      </dl>
    </>
  );
}

type Piece = readonly ['keyword' | 'number' | 'operator' | 'plain', string];

function Pieces({ of }: { readonly of: readonly Piece[] }) {
  return (
    <div>
      <Words of={of} />
    </div>
  );
}

function Words({ of }: { readonly of: readonly Piece[] }) {
  return of.map(([kind, text], at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are constant and never move
    <span key={at} className={styles[kind]}>
      {text}
    </span>
  ));
}
